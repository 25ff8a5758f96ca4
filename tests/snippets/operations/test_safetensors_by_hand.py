import json
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from safetensors import SafetensorError, safe_open
from safetensors import numpy as official

ARRAYS = st.sampled_from(["f4", "f2", "i8"]).flatmap(
    lambda d: hnp.arrays(d, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3))
)
TENSORS = st.dictionaries(st.sampled_from("abcde"), ARRAYS, max_size=4)


@settings(max_examples=40)
@given(TENSORS)
def test_the_library_reads_what_we_write_and_we_what_it_writes(snippet, tensors):
    theirs = official.load(snippet.write(tensors, {"k": "v"}))
    ours, metadata = snippet.read(official.save(tensors, {"k": "v"}))
    assert metadata == {"k": "v"}
    for got in (theirs, ours):
        assert got.keys() == tensors.keys()
        for name, x in tensors.items():
            assert got[name].dtype == x.dtype
            np.testing.assert_array_equal(got[name], x)


def test_metadata_reaches_the_library_and_may_be_absent(snippet, tmp_path):
    path = tmp_path / "x.safetensors"
    path.write_bytes(snippet.write({}, {"space": "s"}))
    with safe_open(path, framework="np") as f:
        assert f.metadata() == {"space": "s"}
    assert snippet.read(official.save({"a": np.zeros(1, "f4")}))[1] == {}


def forged(entries, body):
    text = json.dumps(entries).encode()
    return struct.pack("<Q", len(text)) + text + body


def test_forged_offsets_are_refused_as_by_the_library(snippet):
    def entry(start, stop, shape=(1,)):
        return {"dtype": "F32", "shape": list(shape), "data_offsets": [start, stop]}

    good = forged({"a": entry(4, 8), "b": entry(0, 4)}, bytes(8))
    assert snippet.read(good)[0].keys() == official.load(good).keys() == {"a", "b"}
    for entries, size in (
        ({"a": entry(0, 4), "b": entry(0, 4)}, 4),  # overlap
        ({"a": entry(0, 4), "b": entry(8, 12)}, 12),  # gap
        ({"a": entry(0, 4, (2,))}, 4),  # shape too large
        ({"a": entry(0, 8)}, 8),  # shape too small
        ({"a": entry(0, 4)}, 5),  # bytes left over
        ({"a": entry(0, 8, (2,))}, 4),  # beyond the end
        ({"a": entry(4, 8)}, 8),  # does not begin at 0
        ({"a": entry(0, 0, (2**32, 2**32))}, 0),  # a size that overflows
        ({"a": entry(0, -4, (-1,)), "b": entry(-4, 0)}, 0),  # a negative size
    ):
        with pytest.raises(ValueError, match=r"offsets|bytes"):
            snippet.read(forged(entries, bytes(size)))
        with pytest.raises(SafetensorError):
            official.load(forged(entries, bytes(size)))
