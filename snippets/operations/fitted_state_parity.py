"""Shows a transform with its fitted state saved, and two ways to lose parity."""

import json

import numpy as np


def fit(x):  # x: (rows, features), NaN where missing
    mean = np.nanmean(x, axis=0)
    filled = np.where(np.isnan(x), mean, x)
    return {"mean": mean.tolist(), "scale": filled.std(axis=0).tolist()}


def transform(x, state):  # the only transform, for training and for serving
    mean, scale = np.array(state["mean"]), np.array(state["scale"])
    return (np.where(np.isnan(x), mean, x) - mean) / scale


def predict(x, artefact):
    z = transform(x, artefact["state"]) @ artefact["weights"] + artefact["bias"]
    return 1 / (1 + np.exp(-z))


rng = np.random.default_rng(0)
x_train = np.c_[rng.gamma(2, 50, 5000), rng.normal(40, 12, 5000)]
x_train[rng.random(x_train.shape) < 0.1] = np.nan
artefact = {"state": fit(x_train), "weights": [1.5, -1.0], "bias": -1.0}
loaded = json.loads(json.dumps(artefact))  # state and weights travel in one file

customer = np.array([[260.0, np.nan]])
others = x_train[:50] * [3, 1]  # thrice the amounts, the same ages
batch = np.r_[customer, others]
print("saved state, alone       ", f"{predict(customer, loaded)[0]:.3f}")
print("saved state, in a batch  ", f"{predict(batch, loaded)[0]:.3f}")
refitted = {**loaded, "state": fit(batch)}
print("refitted on the batch    ", f"{predict(batch, refitted)[0]:.3f}")
zero_filled = np.nan_to_num(customer)
print("missing served as 0      ", f"{predict(zero_filled, loaded)[0]:.3f}")
