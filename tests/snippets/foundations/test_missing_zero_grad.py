import numpy as np


def test_with_zero_grad_the_weight_decays_geometrically(snippet):
    np.testing.assert_allclose(snippet.right.numpy(), 0.9 ** np.arange(101), rtol=1e-4)


def test_without_it_the_path_is_an_undamped_cosine(snippet):
    # w(t+1) = 2 w(t) - w(t-1) - 0.1 w(t): a rotation by θ with 2 cos θ = 2 - 0.1
    theta = np.arccos(1 - 0.1 / 2)
    amplitude = 1 / np.cos(theta / 2)  # from w(0) = 1, w(1) = 0.9
    t = np.arange(101)
    np.testing.assert_allclose(snippet.missing.numpy(), amplitude * np.cos(theta * t + theta / 2), atol=1e-4)
    first, second = snippet.missing[:51].abs().max(), snippet.missing[50:].abs().max()
    assert abs(first / second - 1) < 0.02 and second > 1


def test_gradients_that_add_up_are_momentum_one(snippet):
    np.testing.assert_allclose(snippet.missing, snippet.descend(zero_grad=True, momentum=1.0), atol=1e-5)
    assert not np.allclose(snippet.missing, snippet.descend(zero_grad=True, momentum=0.9), atol=0.1)
    assert "momentum 1: True" in snippet.printed


def test_the_picture_shows_both_paths(snippet):
    first, second = snippet.figures[0].axes[0].lines
    np.testing.assert_array_equal(first.get_ydata(), snippet.right)
    np.testing.assert_array_equal(second.get_ydata(), snippet.missing)
    low, high = snippet.figures[0].axes[0].get_ylim()
    assert 1.5 < high < 1.8 and low < -1.5  # the legend stands above the swings
