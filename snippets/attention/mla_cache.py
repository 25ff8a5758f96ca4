"""Shows MLA: cache one latent and one rotary key, and attend without unpacking them."""

import numpy as np


def softmax(scores):
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def unpacked(q, q_r, C, K_r, W_k, W_v):
    # q: (heads, d_h), q_r: (heads, d_r); cache C: (n, r), K_r: (n, d_r)
    K, V = C @ W_k, C @ W_v  # W: (heads, r, d_h); K, V: (heads, n, d_h)
    scores = np.einsum("hd,hnd->hn", q, K) + q_r @ K_r.T  # K_r serves every head
    weights = softmax(scores / np.sqrt(q.shape[1] + q_r.shape[1]))
    return np.einsum("hn,hnd->hd", weights, V)


def absorbed(q, q_r, C, K_r, W_k, W_v):
    latent_q = np.einsum("hd,hrd->hr", q, W_k)  # fold the key matrix into the query
    scores = latent_q @ C.T + q_r @ K_r.T
    weights = softmax(scores / np.sqrt(q.shape[1] + q_r.shape[1]))
    return np.einsum("hr,hrd->hd", weights @ C, W_v)  # average latents, then unpack


rng = np.random.default_rng(0)
shapes = (4, 8), (4, 2), (9, 6), (9, 2), (4, 6, 8), (4, 6, 8)
arrays = [rng.normal(size=shape) for shape in shapes]
print("same output:", np.allclose(unpacked(*arrays), absorbed(*arrays)))

layers, itemsize, KiB = 61, 2, 1024  # DeepSeek-V3 in bfloat16
for name, values in (
    ("MLA, 512 + 64", 512 + 64),
    ("GQA, 8 heads of 128", 2 * 8 * 128),
    ("MHA, 128 heads of 128", 2 * 128 * 128),
):
    size = layers * values * itemsize / KiB
    ratio = values / 576
    print(f"{name:22} {values:6d} a layer {size:7.1f} KiB a token {ratio:5.1f} times")
