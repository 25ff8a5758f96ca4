import numpy as np
import torch
import torch.nn.functional as F

Y, P = np.array([200_000.0, 3e6, 900_000.0]), np.array([260_000.0, 1e6, 901_000.0])


def test_losses_and_slopes_agree_with_autograd(snippet):
    oracles = {
        "squared": lambda p, y: (p - y) ** 2,
        "absolute": lambda p, y: (p - y).abs(),
        "huber": lambda p, y: F.huber_loss(p, y, reduction="none", delta=100_000.0),
    }
    for name, loss in oracles.items():
        p = torch.tensor(P, requires_grad=True)
        value = loss(p, torch.tensor(Y))
        value.sum().backward()
        found = getattr(snippet, name)(Y, P)
        np.testing.assert_allclose(found[0], value.detach())
        np.testing.assert_allclose(found[1], p.grad)


def test_the_slope_of_the_log_loss_is_with_respect_to_log_p(snippet):
    z = torch.tensor(np.log(P), requires_grad=True)
    value = (z - torch.tensor(Y).log()) ** 2
    value.sum().backward()
    np.testing.assert_allclose(snippet.squared_log(Y, P), (value.detach(), z.grad))


def test_huber_at_another_threshold(snippet):
    expected = F.huber_loss(torch.tensor(P), torch.tensor(Y), reduction="none", delta=3e4)
    np.testing.assert_allclose(snippet.huber(Y, P, 3e4)[0], expected)


def test_share_counts_every_home_and_ignores_signs(snippet):
    np.testing.assert_allclose(snippet.luxury_share(np.array([2.0, -10.0]), np.array([15, 1])), 10 / 40)


def test_the_printed_table_against_a_count_home_by_home(snippet):
    homes, guesses = np.repeat(snippet.price, snippet.count), np.repeat(snippet.prediction, snippet.count)
    luxury = homes > 1e6
    assert len(homes) == 10_050 and luxury.sum() == 50
    np.testing.assert_array_equal(np.abs(guesses - homes), np.where(luxury, 3e6, 5e4))  # the page's premise
    for line, name in zip(
        snippet.printed.splitlines()[4:8], ("squared", "absolute", "huber", "squared_log"), strict=True
    ):
        expected = [luxury.mean()]
        for values in getattr(snippet, name)(homes, guesses):
            expected.append(np.abs(values[luxury]).sum() / np.abs(values).sum())
        assert line.split()[1:] == [f"{share:.1%}" for share in expected]


def test_the_mean_moves_and_the_median_does_not(snippet):
    assert snippet.printed.splitlines()[-1] == "best constant: mean 323,383, median 300,000"
    assert snippet.homes.shape == (10_050,) and np.isclose(snippet.homes.sum(), 1e4 * 3e5 + 50 * 5e6)


def test_the_printed_totals(snippet):
    first, second = snippet.printed.splitlines()[:2]
    assert "2.5e+13" in first and "4.5e+14" in first and first.endswith("ratio 18")
    assert second.endswith("ratio 60")
