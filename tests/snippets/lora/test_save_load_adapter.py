import hashlib
import json
import struct

import numpy as np
import pytest
from safetensors.numpy import load_file


def model(seed, dtype=np.float32):
    rng = np.random.default_rng(seed)
    return {"b": rng.normal(size=(3, 4)).astype(dtype), "a": rng.normal(size=(2,)).astype(dtype)}


def test_round_trip(snippet, tmp_path):
    base, factors = model(1), {"x.lora_A": np.eye(2, 5, dtype=np.float16)}
    config = {"r": 2, "alpha": 0.5, "target_modules": ["x", "y"]}
    snippet.save_adapter(tmp_path / "f", factors, base, config)
    loaded, read = snippet.load_adapter(tmp_path / "f", base)
    assert read == config and loaded.keys() == factors.keys()
    assert loaded["x.lora_A"].dtype == np.float16
    np.testing.assert_array_equal(loaded["x.lora_A"], factors["x.lora_A"])


def test_any_other_base_is_refused(snippet, tmp_path):
    base = model(1)
    snippet.save_adapter(tmp_path / "f", {"x": np.zeros(1, np.float32)}, base, {})
    one_bit = {name: value.copy() for name, value in base.items()}
    one_bit["a"].view(np.uint32)[0] ^= 1
    renamed = {"c": base["b"], "a": base["a"]}
    reshaped = {"b": base["b"].reshape(4, 3), "a": base["a"]}
    recast = {"b": base["b"].view(np.int32), "a": base["a"]}
    for other in (one_bit, renamed, reshaped, recast, {"a": base["a"]}, model(2)):
        with pytest.raises(ValueError, match="another base"):
            snippet.load_adapter(tmp_path / "f", other)
    reordered = dict(reversed(base.items()))
    assert snippet.load_adapter(tmp_path / "f", reordered)[1] == {}


def test_file_is_a_plain_safetensors_file(snippet, tmp_path):
    base, factors = model(1), {"x": np.arange(3, dtype=np.float32)}
    snippet.save_adapter(tmp_path / "f", factors, base, {"r": 8})
    np.testing.assert_array_equal(load_file(tmp_path / "f")["x"], factors["x"])
    raw = (tmp_path / "f").read_bytes()  # eight bytes of header length, then JSON
    header = json.loads(raw[8 : 8 + struct.unpack("<Q", raw[:8])[0]])
    expected = hashlib.sha256(b"".join(f"{n} float32 {base[n].shape}".encode() + base[n].tobytes() for n in ("a", "b")))
    assert header["__metadata__"] == {"base": expected.hexdigest(), "config": '{"r": 8}'}


def test_demonstration(snippet):
    rng = np.random.default_rng(0)
    for weights in (snippet.base, snippet.other):  # the same shape and type: only the values tell them apart
        np.testing.assert_array_equal(weights["q_proj"], rng.standard_normal((256, 256), np.float32))
    assert snippet.same
    assert snippet.size == pytest.approx(2 * 4 * 256 / 256**2)
    assert {name: value.shape for name, value in snippet.factors.items()} == {
        "q_proj.lora_A": (4, 256),
        "q_proj.lora_B": (256, 4),
    }
    assert snippet.factors["q_proj.lora_A"].any() and not snippet.factors["q_proj.lora_B"].any()
