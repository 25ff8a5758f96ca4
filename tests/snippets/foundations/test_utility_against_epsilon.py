import numpy as np
import torch
from scipy.stats import norm
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression


def test_the_noise_spends_delta_exactly_over_all_steps(snippet):
    for epsilon in (0.1, 1, 8):
        mu = np.sqrt(30) / snippet.noise_multiplier(epsilon)  # the steps are one Gaussian with shift mu
        delta = norm.cdf(mu / 2 - epsilon / mu) - np.exp(epsilon) * norm.cdf(-mu / 2 - epsilon / mu)
        np.testing.assert_allclose(delta, 1e-5, rtol=1e-4)
    assert snippet.noise_multiplier(1e-2) > 1000  # the bracket is wide enough
    assert snippet.noise_multiplier(300) < 0.5


def test_without_noise_it_is_clipped_gradient_descent(snippet):
    rng = np.random.default_rng(1)
    x, y = rng.random((40, 5)) * np.linspace(0.1, 2, 40)[:, None], rng.integers(10, size=40)
    w = torch.zeros(5, 10, dtype=torch.float64)
    clipped = 0
    for _ in range(30):
        total = torch.zeros_like(w)
        for i in range(40):
            leaf = w.clone().requires_grad_()
            torch.nn.functional.cross_entropy((torch.tensor(x[i]) @ leaf)[None], torch.tensor([y[i]])).backward()
            clipped += leaf.grad.norm().item() > 1
            total += leaf.grad * min(1, 1 / leaf.grad.norm())
        w -= 8.0 / 40 * total
    assert 50 < clipped < 1150  # both cases occur
    np.testing.assert_allclose(snippet.fit(x, y, 0.0, rng), w.numpy(), atol=1e-9)


def test_the_noise_of_a_step_has_the_stated_size(snippet):
    x, y = np.zeros((50, 400)), np.zeros(50, int)  # zero gradients: only the noise remains
    w = snippet.fit(x, y, 2.0, np.random.default_rng(3))
    expected = 8.0 / 50 * 2.0 * np.sqrt(30)  # 30 independent steps, clip norm 1
    assert abs(w.std() / expected - 1) < 0.05  # 4,000 draws: 1.1 %


def test_the_accuracy_is_the_mean_of_five_runs_on_the_last_597(snippet):
    runs = [
        (snippet.x[1200:] @ snippet.fit(snippet.x[:90], snippet.y[:90], snippet.noise_multiplier(3), rng)).argmax(1)
        for rng in map(np.random.default_rng, range(5))
    ]
    expected = np.mean([run == snippet.y[1200:] for run in runs])
    np.testing.assert_allclose(snippet.mean_accuracy(90, 3), expected)
    assert len(snippet.y[1200:]) == 597


def test_pixels_are_scaled_by_the_format_and_rows_are_shuffled_together(snippet):
    x, y = load_digits(return_X_y=True)
    order = np.random.default_rng(0).permutation(1797)
    np.testing.assert_allclose(snippet.x * 16, x[order])
    np.testing.assert_array_equal(snippet.y, y[order])


def test_the_picture_and_its_message(snippet):
    axes = snippet.figures[0].axes[0]
    assert axes.get_xscale() == "log" and axes.xaxis.get_transform().base == 2
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["300 examples", "1200 examples"]
    few, few_top, many, many_top = axes.lines
    assert few.get_color() == few_top.get_color() != many.get_color() == many_top.get_color()
    for line, top, n in ((few, few_top, 300), (many, many_top, 1200)):
        np.testing.assert_allclose(line.get_xdata(), snippet.epsilons)
        np.testing.assert_allclose(line.get_ydata()[2], snippet.mean_accuracy(n, snippet.epsilons[2]), atol=0.01)
        model = LogisticRegression(max_iter=1000).fit(snippet.x[:n], snippet.y[:n])
        np.testing.assert_allclose(top.get_ydata()[0], model.score(snippet.x[1200:], snippet.y[1200:]), atol=0.01)
        assert (np.diff(line.get_ydata()) > -0.02).all() and line.get_ydata().max() < top.get_ydata()[0] + 0.01
    assert (many.get_ydata() >= few.get_ydata()).all()
    assert sorted(snippet.epsilons) == list(snippet.epsilons) and len(snippet.epsilons) == 5
