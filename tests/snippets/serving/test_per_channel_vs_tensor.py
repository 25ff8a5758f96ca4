import numpy as np
import pytest
import torch

W = np.random.default_rng(7).standard_normal((6, 20)) * np.geomspace(0.1, 5, 6)[:, None]


def test_agrees_with_pytorch(snippet):
    for bits in (8, 4, 3):
        high = 2 ** (bits - 1) - 1
        w = torch.tensor(W)
        per_row = torch.fake_quantize_per_channel_affine(
            w, torch.tensor(np.abs(W).max(axis=1) / high).float(), torch.zeros(6).int(), 0, -high, high
        )
        np.testing.assert_allclose(snippet.quantise_groups(W, 20, bits), per_row, atol=1e-5)
        whole = torch.fake_quantize_per_tensor_affine(w, np.abs(W).max() / high, 0, -high, high)
        np.testing.assert_allclose(snippet.quantise_groups(W, W.size, bits), whole, atol=1e-5)


def test_groups_run_along_a_row(snippet):
    expected = [snippet.quantise_groups(part, 5, 4) for part in np.split(W, 4, axis=1)]
    np.testing.assert_allclose(snippet.quantise_groups(W, 5, 4), np.hstack(expected))
    for group in (5, 10, 20):
        scale = np.abs(W.reshape(-1, group)).max(axis=1, keepdims=True) / 7
        off = np.abs(snippet.quantise_groups(W, group, 4) - W).reshape(-1, group)
        assert (off <= scale / 2 + 1e-12).all()


def test_output_errors_by_brute_force(snippet):
    x = np.random.default_rng(8).standard_normal((9, 20))
    restored = np.round(W)
    for c, error in enumerate(snippet.output_errors(x, W, restored)):
        y, z = (np.array([row @ v[c] for row in x]) for v in (W, restored))
        assert error == pytest.approx(np.sqrt(((y - z) ** 2).sum() / (y**2).sum()))


def test_a_tensor_scale_hurts_the_small_channels_alone(snippet):
    errors = snippet.output_errors(snippet.x, snippet.w, snippet.quantise_groups(snippet.w, snippet.w.size, 8))
    assert errors.argmax() < 5 and errors[-1] < 0.02
    channel = snippet.output_errors(snippet.x, snippet.w, snippet.quantise_groups(snippet.w, 256, 8))
    assert channel.max() < 0.01 < 0.3 < errors.max()
    np.testing.assert_allclose(snippet.channel_size.ravel(), np.geomspace(0.02, 1, 64))
