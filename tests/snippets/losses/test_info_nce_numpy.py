import numpy as np
import torch
import torch.nn.functional as F


def oracle(q, k, temperature):
    q, k = torch.tensor(q), torch.tensor(k)
    return F.cross_entropy(F.cosine_similarity(q[:, None], k[None], dim=-1) / temperature, torch.arange(len(q))).item()


def test_info_nce_is_cross_entropy_on_the_cosine_matrix(snippet):
    rng = np.random.default_rng(1)
    for n, temperature in ((1, 1.0), (5, 0.5), (9, 0.01)):
        q, k = rng.normal(size=(n, 3)), 5 * rng.normal(size=(n, 3))
        np.testing.assert_allclose(snippet.info_nce(q, k, temperature), oracle(q, k, temperature), atol=1e-9)
        both = (oracle(q, k, temperature) + oracle(k, q, temperature)) / 2
        np.testing.assert_allclose(snippet.symmetric(q, k, temperature), both, atol=1e-9)


def test_log_softmax_survives_large_logits(snippet):
    z = np.array([[1e4, 0.0, -1e4], [-2e4, -2e4, -2e4], [0.1, 0.2, 0.3]])
    with np.errstate(over="raise", divide="raise"):
        np.testing.assert_allclose(snippet.log_softmax(z), torch.tensor(z).log_softmax(1))


def test_normalise(snippet):
    x = np.array([[3.0, 4.0], [0.0, -2.0]])
    np.testing.assert_allclose(snippet.normalise(x), [[0.6, 0.8], [0, -1]])


def test_unrelated_is_worse_than_collapsed_and_both_directions_differ(snippet):
    value = dict(line.split(":") for line in snippet.printed.splitlines())
    value = {key: float(text) for key, text in value.items()}
    assert value["unrelated texts"] > value["all collapsed"] == value["log N"] > value["noisy texts"]
    assert value["image to text"] != value["text to image"]
    assert np.isclose((value["image to text"] + value["text to image"]) / 2, value["noisy texts"], atol=0.001)
