import numpy as np
import torch
import torch.nn.functional as F
from scipy.stats import norm

RNG = np.random.default_rng(1)


def random_log_probabilities():
    return torch.tensor(RNG.normal(size=9)).log_softmax(0).numpy()


def test_both_directions_agree_with_pytorch(snippet):
    p, q = random_log_probabilities(), random_log_probabilities()
    forward = F.kl_div(torch.tensor(q), torch.tensor(p), reduction="sum", log_target=True).item()
    reverse = F.kl_div(torch.tensor(p), torch.tensor(q), reduction="sum", log_target=True).item()
    np.testing.assert_allclose([snippet.kl(p, q), snippet.reverse_kl(p, q)], [forward, reverse])
    assert forward != reverse
    assert snippet.kl(p, p) == 0


def test_the_student_is_a_discretised_normal(snippet):
    density = norm(0.7, np.exp(0.2)).pdf(snippet.TOKENS)
    np.testing.assert_allclose(np.exp(snippet.bell(0.7, 0.2)), density / density.sum())
    np.testing.assert_allclose(np.diff(snippet.TOKENS), 12 / 30)


def test_forward_kl_matches_mean_and_variance(snippet):
    # the student is an exponential family in x and x², so the maximum-likelihood fit matches both moments
    teacher, grid = np.exp(snippet.teacher), snippet.TOKENS
    student = np.exp(snippet.distil(snippet.kl, snippet.teacher))
    for power in (1, 2):
        np.testing.assert_allclose(student @ grid**power, teacher @ grid**power, rtol=1e-3)


def test_reverse_kl_ends_at_the_global_minimum_on_one_mode(snippet):
    found = snippet.reverse_kl(snippet.teacher, snippet.distil(snippet.reverse_kl, snippet.teacher))
    everywhere = [
        snippet.reverse_kl(snippet.teacher, snippet.bell(mean, log_sd))
        for mean in np.linspace(-4, 4, 41)
        for log_sd in np.linspace(-1.5, 1.5, 31)
    ]
    assert found < min(everywhere) + 1e-6
    # the student that is the heavier mode alone has divergence -log 0.6
    np.testing.assert_allclose(found, -np.log(0.6), atol=2e-3)


def test_a_teacher_that_the_student_can_copy_is_copied_in_both_directions(snippet):
    teacher = snippet.bell(1.1, 0.3)
    for divergence in (snippet.kl, snippet.reverse_kl):
        student = snippet.distil(divergence, teacher)
        np.testing.assert_allclose(np.exp(student), np.exp(teacher), atol=1e-4)


def test_the_teacher_has_two_modes_of_unequal_weight(snippet):
    p = np.exp(snippet.teacher)
    np.testing.assert_allclose(p.sum(), 1)
    np.testing.assert_allclose([p[snippet.TOKENS < 0].sum(), p[snippet.TOKENS > 0].sum()], [0.6, 0.4], atol=1e-3)
    rare = 100 * p < 1
    np.testing.assert_array_equal(rare, snippet.rare)


def test_the_picture_shows_teacher_and_both_students(snippet):
    teacher, forward, reverse = (line.get_ydata() for line in snippet.figures[0].axes[0].lines)
    np.testing.assert_allclose(teacher, np.exp(snippet.teacher))
    middle = abs(snippet.TOKENS) < 1
    assert forward[middle].min() > 10 * teacher[middle].min()
    assert reverse[snippet.TOKENS > 0].sum() < 0.01
    assert forward[snippet.TOKENS > 0].sum() > 0.3
