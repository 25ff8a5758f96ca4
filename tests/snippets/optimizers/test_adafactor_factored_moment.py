import numpy as np
import torch
from sklearn.decomposition import NMF

V = np.random.default_rng(4).gamma(0.5, size=(6, 9))


def test_row_and_column_sums_stay(snippet):
    estimate = snippet.factored(V)
    np.testing.assert_allclose(estimate.sum(0), V.sum(0))
    np.testing.assert_allclose(estimate.sum(1), V.sum(1))
    assert np.linalg.matrix_rank(estimate) == 1


def test_is_the_best_rank_one_in_generalised_kl(snippet):
    model = NMF(1, beta_loss="kullback-leibler", solver="mu", max_iter=2000, tol=1e-12, init="nndsvda")
    np.testing.assert_allclose(model.fit_transform(V) @ model.components_, snippet.factored(V), rtol=1e-6)


def test_exact_where_the_matrix_has_rank_one(snippet):
    v = np.outer([1.0, 1e4, 1e-4], [3.0, 1e-6])
    np.testing.assert_allclose(snippet.factored(v), v)
    assert snippet.step_error(v) < 1e-12


def test_torch_optim_adafactor_divides_by_it(snippet):
    g = np.random.default_rng(8).normal(size=(6, 9))
    w = torch.ones(6, 9, dtype=torch.float64, requires_grad=True)
    w.grad = torch.tensor(g)
    torch.optim.Adafactor([w], lr=1e-2, weight_decay=0.0).step()
    step = 1 - w.detach().numpy()
    ours = g / np.sqrt(snippet.factored(g**2))
    np.testing.assert_allclose(step / np.linalg.norm(step), ours / np.linalg.norm(ours))


def test_step_error_is_the_median_relative_error(snippet):
    ratios = np.sort(np.abs(np.sqrt(V / snippet.factored(V)) - 1).ravel())
    np.testing.assert_allclose(snippet.step_error(V), (ratios[26] + ratios[27]) / 2)


def test_the_printed_cases(snippet):
    shrunk = 1 / np.sqrt(1 + 1e6 / 512)  # the row's mean is 1 + (1e6 - 1) / 512, the columns' and the total's alike
    row, column, total = 1 + (1e6 - 1) / 512, 1.0, 1 + (1e6 - 1) / (512 * 256)
    np.testing.assert_allclose(snippet.shrunk[3, 0], 1 / np.sqrt(row * column / total))
    assert snippet.shrunk[3, 0] > shrunk
    own = np.sqrt(1e6 * total / (row * (1 + (1e6 - 1) / 256)))
    np.testing.assert_allclose(snippet.shrunk[3, 5], own)
    np.testing.assert_allclose(snippet.shrunk[0, 0], np.sqrt(total))
    # the mean of 1000 squares has relative standard deviation sqrt(2/1000), the step half; median is 0.67 of it
    np.testing.assert_allclose(snippet.step_error(snippet.averaged), 0.6745 * np.sqrt(2 / 1000) / 2, rtol=0.05)
    # 131072 draws of mean 1000 and variance 2000: standard error 0.12
    assert abs(np.mean(snippet.averaged / snippet.separable) - 1000) < 0.5
    assert np.linalg.matrix_rank(snippet.separable, tol=1e-6) == 1
    for scale in (snippet.row_scale, snippet.column_scale):
        assert 0.01 < scale.min() < 0.02 and 50 < scale.max() < 100
    np.testing.assert_allclose(np.log10(snippet.separable.max() / snippet.separable.min()), 8, atol=0.5)
