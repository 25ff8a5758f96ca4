import numpy as np
import pytest
import torch


def random_gradients(scale):
    rng = np.random.default_rng(7)
    return [scale * rng.normal(size=shape) for shape in ((3, 4), (5,), (2, 2, 2))]


def by_torch(gradients, clip, limit):
    parameters = [torch.nn.Parameter(torch.zeros(g.shape, dtype=torch.float64)) for g in gradients]
    for p, g in zip(parameters, gradients, strict=True):
        p.grad = torch.tensor(g)
    norm = clip(parameters, limit)
    return [p.grad.numpy() for p in parameters], norm


@pytest.mark.parametrize("scale", [1e-7, 0.01, 0.3, 40.0, 1e6])
@pytest.mark.parametrize("limit", [1e-6, 0.5, 2.0])
def test_three_ways_agree_with_torch(snippet, scale, limit):
    gradients = random_gradients(scale)
    expected, norm = by_torch(gradients, torch.nn.utils.clip_grad_norm_, limit)
    clipped, before = snippet.clip_global_norm(gradients, limit)
    np.testing.assert_allclose(before, norm, rtol=1e-12)
    for ours, theirs in zip(clipped, expected, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-12)
    expected, _ = by_torch(gradients, torch.nn.utils.clip_grad_value_, limit)
    for ours, theirs in zip(snippet.clip_by_value(gradients, limit), expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    for g, ours in zip(gradients, snippet.clip_each_tensor(gradients, limit), strict=True):
        (alone,), _ = by_torch([g], torch.nn.utils.clip_grad_norm_, limit)
        np.testing.assert_allclose(ours, alone, rtol=1e-12)


def test_cosine_is_that_of_torch(snippet):
    a, b = random_gradients(2.0), random_gradients(0.3)[::-1]
    b = [x[..., ::-1] for x in b]
    expected = torch.cosine_similarity(torch.tensor(snippet.flat(a)), torch.tensor(snippet.flat(b)), dim=0)
    assert snippet.cosine(a, b) == pytest.approx(expected.item())


def test_only_the_global_norm_keeps_the_direction_and_the_bound(snippet):
    gradients = random_gradients(3.0)
    ways = snippet.clip_global_norm(gradients, 1.0)[0], snippet.clip_each_tensor(gradients, 1.0)
    assert snippet.cosine(gradients, ways[0]) == pytest.approx(1)
    assert np.linalg.norm(snippet.flat(ways[0])) == pytest.approx(1, abs=1e-5)
    assert snippet.cosine(gradients, ways[1]) < 0.999
    assert np.linalg.norm(snippet.flat(ways[1])) == pytest.approx(np.sqrt(3), abs=1e-5)  # one for each tensor


def test_clipping_before_unscaling_divides_the_step_by_the_scale(snippet):
    assert np.linalg.norm(snippet.flat(snippet.too_early)) == pytest.approx(1)
    assert snippet.scale == torch.amp.GradScaler("cpu").get_scale()  # PyTorch's first scale
    first = np.array([[6.0, 0.3], [0.2, 0.1]])
    np.testing.assert_allclose(snippet.scaled[0], snippet.scale * first)


@pytest.mark.parametrize(("bad", "spoiled"), [(np.inf, 1), (np.nan, 25)])
def test_one_infinity_makes_zeros_and_a_nan_and_one_nan_spoils_all_as_in_torch(snippet, bad, spoiled):
    gradients = random_gradients(1.0)
    gradients[1][2] = bad
    expected, norm = by_torch(gradients, torch.nn.utils.clip_grad_norm_, 1.0)
    with np.errstate(invalid="ignore"):
        clipped, before = snippet.clip_global_norm(gradients, 1.0)
    np.testing.assert_array_equal([before, norm.item()], [bad, bad])
    for ours, theirs in zip(clipped, expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert np.isnan(snippet.flat(clipped)).sum() == spoiled
    assert np.isnan(snippet.flat(snippet.poisoned)).sum() == 1
