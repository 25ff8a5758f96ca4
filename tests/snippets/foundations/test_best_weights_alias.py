import pytest


def test_the_path_halves_the_distance_to_four(snippet):
    rows = [line for line in snippet.printed.splitlines() if line.startswith("step")]
    expected = [4 * (1 - 0.5 ** (k + 1)) for k in range(6)]
    for k, (row, weight) in enumerate(zip(rows, expected, strict=True)):
        assert row == f"step {k}: weight {weight:.3f}, validation loss {abs(weight - 2.8):.3f}"


def test_only_the_copy_stays_at_the_best_weight(snippet):
    weights = [4 * (1 - 0.5 ** (k + 1)) for k in range(6)]
    best = min(weights, key=lambda weight: abs(weight - 2.8))
    assert snippet.copied["weight"].item() == pytest.approx(best) == 3
    assert snippet.alias["weight"].item() == pytest.approx(weights[-1]) == snippet.w.weight.item()
    assert len(list(snippet.w.parameters())) == 1
    assert snippet.best == pytest.approx(abs(best - 2.8))
    assert snippet.alias["weight"].data_ptr() == snippet.w.weight.data_ptr()
    assert snippet.copied["weight"].data_ptr() != snippet.w.weight.data_ptr()


def test_the_last_lines_name_the_right_one(snippet):
    alias, copied = (line.split() for line in snippet.printed.splitlines()[-2:])
    assert (alias[-2], float(alias[-1])) == (":", 3.938)
    assert copied[-2].startswith("deepcopy") and float(copied[-1]) == 3
