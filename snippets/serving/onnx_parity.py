"""Shows an export to ONNX, and a parity test on more than the example input."""

import io
import warnings

import numpy as np
import onnxruntime
import torch


def export(model, example):
    file = io.BytesIO()
    with warnings.catch_warnings(action="ignore"):  # dynamo=False is deprecated
        torch.onnx.export(
            model,
            (example,),
            file,
            dynamo=False,  # loads faster; with True, say dynamic_shapes=({0: "batch"},)
            input_names=["x"],
            dynamic_axes={"x": {0: "batch"}},  # else the example's batch size is fixed
        )
    return onnxruntime.InferenceSession(file.getvalue())


def compare(model, session, x):  # largest relative difference, share of equal answers
    with torch.no_grad():
        expected = model(x).numpy()
    (actual,) = session.run(None, {"x": x.numpy()})
    difference = np.abs(actual - expected).max() / np.abs(expected).max()
    return difference, np.mean(actual.argmax(axis=1) == expected.argmax(axis=1))


torch.manual_seed(0)
model = torch.nn.Sequential(
    torch.nn.Linear(16, 64),
    torch.nn.GELU(),
    torch.nn.Dropout(0.5),
    torch.nn.Linear(64, 5),
)
session = export(model.eval(), torch.randn(2, 16))
print(f"input shape {session.get_inputs()[0].shape}")
print("inputs            difference below 1e-5  same answer")
for name, x in (
    ("one row", torch.randn(1, 16)),
    ("500 rows", torch.randn(500, 16)),
    ("zeros", torch.zeros(3, 16)),
    ("far out, 1000", 1000 * torch.randn(500, 16)),
):
    difference, agree = compare(model, session, x)
    print(f"{name:18s}{difference < 1e-5!s:>21s}{agree:13.2f}")
difference, agree = compare(model.train(), session, x)
print(f"reference in training mode: difference below 1e-5 {difference < 1e-5}")
print(f"    same answer below 0.9: {agree < 0.9}")
