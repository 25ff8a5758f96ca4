"""Shows a model's signature, and what breaks consumers when it changes."""

import numpy as np

SIGNATURE = {
    "inputs": {
        "age": {"dtype": "float32", "shape": [None], "range": [0, 120]},
        "embedding": {"dtype": "float32", "shape": [None, 4], "range": [-1, 1]},
    },
    "outputs": {"score": {"dtype": "float32", "shape": [None], "range": [0, 1]}},
}


def problems(arrays, spec):
    """All that is wrong, or an empty list. None in a shape means any length."""
    found = [f"{n}: unexpected" for n in arrays.keys() - spec.keys()]
    rows = set()
    for name, rule in spec.items():
        if name not in arrays:
            found.append(f"{name}: missing")
            continue
        x, shape = arrays[name], rule["shape"]
        if str(x.dtype) != rule["dtype"]:
            found.append(f"{name}: {x.dtype}, not {rule['dtype']}")
        elif x.ndim != len(shape) or any(
            want not in (None, has) for want, has in zip(shape, x.shape, strict=True)
        ):
            found.append(f"{name}: shape {list(x.shape)}, not {shape}")
        else:
            rows.add(len(x))
            low, high = rule["range"]
            if not np.all((x >= low) & (x <= high)):  # also catches NaN
                found.append(f"{name}: {x.min():g} to {x.max():g}, not {low} to {high}")
    if len(rows) > 1:
        found.append(f"unequal numbers of rows: {sorted(rows)}")
    return found


def f32(*values):
    return np.array(values, dtype="float32")


good = {"age": f32(30, 51), "embedding": np.zeros((2, 4), "float32")}
for what, change in {
    "good": {},
    "empty batch": {"age": f32(), "embedding": np.zeros((0, 4), "float32")},
    "float64": {"age": np.array([30.0, 51.0])},
    "embedding of 8": {"embedding": np.zeros((2, 8), "float32")},
    "NaN": {"age": np.nan * good["age"]},
    "age in days": {"age": 365 * good["age"]},
    "one row short": {"age": good["age"][:1]},
    "a new column": {"height": good["age"]},
}.items():
    print(f"{what:15}", problems({**good, **change}, SIGNATURE["inputs"]) or "accepted")
