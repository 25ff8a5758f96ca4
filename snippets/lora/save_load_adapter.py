"""Shows an adapter file that carries its configuration and refuses a foreign base."""

import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
from safetensors import safe_open
from safetensors.numpy import load_file, save_file


def fingerprint(base):
    digest = hashlib.sha256()
    for name in sorted(base):
        digest.update(f"{name} {base[name].dtype} {base[name].shape}".encode())
        digest.update(base[name].tobytes())
    return digest.hexdigest()


def save_adapter(path, factors, base, config):
    save_file(factors, path, {"base": fingerprint(base), "config": json.dumps(config)})


def load_adapter(path, base):
    with safe_open(path, "numpy") as file:
        metadata = file.metadata()
    if metadata["base"] != fingerprint(base):
        raise ValueError("this adapter was trained on another base")
    return load_file(path), json.loads(metadata["config"])


rng = np.random.default_rng(0)
base = {"q_proj": rng.standard_normal((256, 256), np.float32)}
other = {"q_proj": rng.standard_normal((256, 256), np.float32)}
factors = {
    "q_proj.lora_A": rng.standard_normal((4, 256), np.float32),
    "q_proj.lora_B": np.zeros((256, 4), np.float32),
}
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "adapter.safetensors"
    save_adapter(
        path, factors, base, {"r": 4, "alpha": 8, "target_modules": ["q_proj"]}
    )
    loaded, config = load_adapter(path, base)
    same = all((loaded[name] == factors[name]).all() for name in factors)
    print(f"own base: loaded, factors equal: {same}, configuration {config}")
    try:
        load_adapter(path, other)
    except ValueError as problem:
        print(f"other base, same shapes: ValueError: {problem}")
size = sum(factor.nbytes for factor in factors.values()) / base["q_proj"].nbytes
print(f"the factors are {size:.1%} of the base's tensor")
