import numpy as np
from statsmodels.stats.contingency_tables import StratifiedTable


def test_a_is_better_in_each_slice_and_worse_in_total(snippet):
    rates = snippet.right / snippet.total
    assert (rates[0] > rates[1]).all()
    assert snippet.right[0].sum() / snippet.total[0].sum() < snippet.right[1].sum() / snippet.total[1].sum()


def test_the_same_mix_and_the_pooled_odds_ratio_agree_with_the_slices(snippet):
    wrong = snippet.total - snippet.right
    tables = [np.array([snippet.right[:, k], wrong[:, k]]).T for k in range(2)]
    assert StratifiedTable(tables).oddsratio_pooled > 1
    first, second = snippet.standardised(snippet.right, snippet.total)
    assert first > second


def test_standardising_weighs_each_slice_by_its_share(snippet):
    right, total = np.array([[1, 8, 3], [9, 2, 0]]), np.array([[2, 10, 4], [10, 5, 9]])
    expected = [sum(right[m, k] / total[m, k] * total[:, k].sum() / 40 for k in range(3)) for m in range(2)]
    np.testing.assert_allclose(snippet.standardised(right, total), expected)


def test_printed(snippet):
    rows = np.array([line.split()[-2:] for line in snippet.printed.splitlines()[1:]], float)
    np.testing.assert_allclose(rows[:2], (snippet.right / snippet.total).T, atol=5.1e-4)
    np.testing.assert_allclose(rows[2], [273 / 350, 289 / 350], atol=5.1e-4)
    np.testing.assert_allclose(rows[3], snippet.standardised(snippet.right, snippet.total), atol=5.1e-4)
