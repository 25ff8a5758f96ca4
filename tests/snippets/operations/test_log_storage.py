import numpy as np
import pytest


def test_terabytes_count_every_request(snippet):
    assert snippet.terabytes(1, 1e12, 1) == pytest.approx(24 * 60 * 60)
    day = sum(3 * 500 for _ in range(86_400)) * 7 / 10**12
    assert snippet.terabytes(3, 500, 7) == pytest.approx(day, rel=1e-14, abs=0)
    assert snippet.terabytes(3, 500, 7, 0.2) == pytest.approx(day / 5)


@pytest.mark.parametrize("events, share", [(500, 0.1), (80, 0.5)])
def test_relative_error_agrees_with_simulation(snippet, events, share):
    estimates = np.random.default_rng(1).binomial(events, share, 40_000) / share
    assert snippet.relative_error(events, share) == pytest.approx(estimates.std() / events, rel=0.02)
    assert snippet.relative_error(events, 1) == 0


def test_weights_undo_any_sampling(snippet):
    rng, found, plain = np.random.default_rng(2), [], []
    is_error = rng.random(20_000) < 0.03
    p = np.where(is_error, 0.8, rng.choice([0.1, 0.3], size=is_error.size))
    for _ in range(200):
        kept = rng.random(is_error.size) < p
        found.append(snippet.estimated_error_rate(is_error, kept, p))
        plain.append(is_error[kept].mean())
    assert np.mean(found) == pytest.approx(is_error.mean(), abs=4 * np.std(found) / np.sqrt(200))
    assert np.mean(plain) > 2 * is_error.mean()


def test_keeping_everything_gives_the_rate(snippet):
    is_error = np.array([True, False, False, False, True])
    assert snippet.estimated_error_rate(is_error, np.ones(5, bool), np.ones(5)) == pytest.approx(0.4)


def test_second_sample_keeps_all_errors_and_hardly_more_rows(snippet):
    assert snippet.kept[snippet.is_error].all()  # the last of the two
    assert snippet.kept.sum() < 1.15 * 0.01 * snippet.is_error.size
    assert snippet.is_error.mean() == pytest.approx(0.001, abs=1.3e-4)  # four standard errors
    assert "51.84 TB" in snippet.printed and "0.52 TB" in snippet.printed
