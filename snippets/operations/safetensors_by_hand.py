"""Shows the whole of a safetensors file: a length, a JSON header, raw numbers."""

import json
import math
import struct

import numpy as np

TYPES = {"F32": "<f4", "F16": "<f2", "I64": "<i8"}


def write(tensors, metadata):
    names = {np.dtype(d): n for n, d in TYPES.items()}
    header, body = {"__metadata__": metadata}, b""
    for name, x in tensors.items():
        start, body = len(body), body + x.tobytes()
        header[name] = {
            "dtype": names[x.dtype],
            "shape": list(x.shape),
            "data_offsets": [start, len(body)],
        }
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + body


def read(content):
    (length,) = struct.unpack("<Q", content[:8])
    header, body = json.loads(content[8 : 8 + length]), content[8 + length :]
    metadata, tensors, end = header.pop("__metadata__", {}), {}, 0
    for name, entry in sorted(header.items(), key=lambda e: e[1]["data_offsets"]):
        start, stop = entry["data_offsets"]
        dtype, shape = np.dtype(TYPES[entry["dtype"]]), entry["shape"]
        size = dtype.itemsize * math.prod(shape)  # np.prod would overflow
        if start != end or stop != start + size or stop > len(body) or size < 0:
            raise ValueError(f"{name}: offsets do not fit")  # no gap, no overlap
        tensors[name] = np.frombuffer(body[start:stop], dtype).reshape(shape)
        end = stop
    if end != len(body):
        raise ValueError("bytes that belong to no tensor")
    return tensors, metadata


tensors = {
    "layer.weight": np.eye(2, 3, dtype="f4"),
    "steps": np.array([900], dtype="i8"),
}
content = write(tensors, {"space": "items-v3"})
back, metadata = read(content)
for name, x in back.items():
    print(name, x.dtype, x.shape, np.array_equal(x, tensors[name]))
print("metadata", metadata, "of", len(content), "bytes")
for what, damaged in (
    ("cut short", content[:-1]),
    ("something appended", content + b"import os"),
):
    try:
        read(damaged)
    except ValueError as error:
        print(f"{what}: refused, {error}")
