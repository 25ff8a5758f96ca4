import numpy as np
import pytest


def by_hand(first, second, temperature):
    views = [v / np.sqrt(v @ v) for v in [*first, *second]]
    n, losses = len(first), []
    for i, v in enumerate(views):
        partner = i + n if i < n else i - n
        terms = {j: np.exp(v @ other / temperature) for j, other in enumerate(views) if j != i}
        assert len(terms) == 2 * n - 1  # 1 positive and 2n - 2 negatives
        losses.append(-np.log(terms[partner] / sum(terms.values())))
    return np.mean(losses)


@pytest.mark.parametrize(("n", "temperature"), [(1, 1.0), (2, 0.5), (5, 0.1)])
def test_the_formula_by_hand(snippet, n, temperature):
    rng = np.random.default_rng(n)
    first, second = 3 * rng.normal(size=(n, 4)), rng.normal(size=(n, 4))
    assert snippet.nt_xent(first, second, temperature) == pytest.approx(by_hand(first, second, temperature), abs=1e-12)


def test_collapsed_views_cost_the_log_of_the_number_of_terms(snippet):
    for n in (1, 3, 20):
        assert snippet.nt_xent(np.ones((n, 2)), np.ones((n, 2)), 0.3) == pytest.approx(np.log(2 * n - 1), abs=1e-12)
