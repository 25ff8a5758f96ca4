"""Shows GPTQ: later weights make up for the rounding errors of earlier ones."""

import numpy as np


def row_scale(w, bits):
    return np.abs(w).max(axis=1) / (2 ** (bits - 1) - 1)


def round_to_nearest(w, scale, bits):
    high = 2 ** (bits - 1) - 1
    return np.clip(np.round(w / scale), -high, high) * scale


def gptq(w, x, bits, damping=0.01):
    w, scale = w.copy(), row_scale(w, bits)
    hessian = x.T @ x
    hessian += damping * np.mean(np.diag(hessian)) * np.eye(len(hessian))
    upper = np.linalg.cholesky(np.linalg.inv(hessian)).T  # inverse = upperᵀ upper
    for j in range(len(upper)):
        quantised = round_to_nearest(w[:, j], scale, bits)
        error = (w[:, j] - quantised) / upper[j, j]
        w[:, j:] -= np.outer(error, upper[j, j:])  # column j becomes quantised
    return w


def relative_error(a, b):
    return np.linalg.norm(a - b) / np.linalg.norm(b)


rng = np.random.default_rng(0)
w = rng.standard_normal((64, 64))  # (out, in)
independent = rng.standard_normal((4000, 64))  # (tokens, in)
mixing = rng.standard_normal((16, 64))
correlated = independent[:, :16] @ mixing + 0.5 * independent
print("inputs       bits  method   error of weights  of outputs")
for name, x in (("independent", independent), ("correlated", correlated)):
    fresh, seen = x[:2000], x[2000:]
    for bits in (4, 3):
        rtn = round_to_nearest(w, row_scale(w, bits)[:, None], bits)
        for method, q in (("nearest", rtn), ("GPTQ", gptq(w, seen, bits))):
            output = relative_error(fresh @ q.T, fresh @ w.T)
            row = f"{name:12s}{bits:5d}  {method:8s}"
            print(f"{row}{relative_error(q, w):17.3f}{output:12.3f}")
