import pytest
from scipy.stats import beta, binom


@pytest.mark.parametrize("share", [0.3, 0.02, 0.0007])
@pytest.mark.parametrize("confidence", [0.9, 0.95, 0.999])
def test_the_smallest_sample_that_would_show_it(snippet, share, confidence):
    n = snippet.rows_needed(share, confidence)
    assert binom.pmf(0, n, share) <= 1 - confidence < binom.pmf(0, n - 1, share)
    assert beta.ppf(confidence, 1, n) <= share  # the Clopper-Pearson bound for 0 of n


def test_bytes_counted_second_by_second(snippet):
    rows = sum(3 for _ in range(2 * 24 * 60 * 60))
    size = snippet.terabytes(requests_per_second=3, bytes_per_row=500, days=2)
    assert size * 1e12 == pytest.approx(rows * 500, rel=1e-14)
    tenth = snippet.terabytes(requests_per_second=3, bytes_per_row=500, days=2, sampled=0.1)
    assert tenth == pytest.approx(size / 10, rel=1e-14)


def test_printed(snippet):
    assert "100% kept:  51.84 TB" in snippet.printed and "  1% kept:   0.52 TB" in snippet.printed
    for share, n in [("1.0%", snippet.rows_needed(0.01, 0.95)), ("0.1%", snippet.rows_needed(0.001, 0.95))]:
        assert f"{share}: {n:,} equal rows" in snippet.printed
    assert abs(snippet.rows_needed(0.001) - 3 / 0.001) < 10  # the rule of three
