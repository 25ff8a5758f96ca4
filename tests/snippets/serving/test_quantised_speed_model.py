import numpy as np
import pytest


def test_one_row_is_limited_by_bytes(snippet):
    weights = 4096**2
    for bits, operand in ((16, 16), (4.5, 16), (8, 8)):
        moved = weights * bits / 8 + 4096 * operand / 8 + 4096 * 2
        assert snippet.seconds(1, bits, operand) == pytest.approx(moved / 3.35e12)
        assert snippet.seconds(1, bits, operand, 0.2) == snippet.seconds(1, bits, operand)


def test_many_rows_are_limited_by_arithmetic(snippet):
    assert snippet.seconds(10**4, 4.5, 16) == pytest.approx(10**4 * 4096 * 4096 * 2 / 989e12)
    assert snippet.seconds(10**4, 8, 8, 0.5) == pytest.approx(1.5 * 10**4 * 4096**2 * 2 / 1979e12)


def test_speed_up_and_its_limits(snippet):
    assert snippet.speed_up(1, 4.5, 16) == pytest.approx(16 / 4.5, rel=0.01)
    assert snippet.speed_up(8192, 4.5, 16) == 1
    assert snippet.speed_up(8192, 4.5, 16, 0.2) == pytest.approx(1 / 1.2)
    assert snippet.speed_up(8192, 8, 8) == 1979e12 / 989e12
    rows = np.array([1, 64, 8192])
    np.testing.assert_allclose(snippet.speed_up(rows, 4.5, 16), [snippet.speed_up(r, 4.5, 16) for r in rows])


def test_the_picture(snippet):
    axes = snippet.figures[0].axes[0]
    assert axes.get_xscale() == "log" and axes.get_xlabel() and axes.get_ylabel()
    labels = [text.get_text() for text in axes.get_legend().get_texts()]
    assert labels == list(snippet.layouts)
    for line, layout in zip(axes.lines, snippet.layouts.values(), strict=True):
        x = line.get_xdata()
        assert x[0] == 1 and x[-1] == pytest.approx(8192) and len(x) == 200
        np.testing.assert_allclose(line.get_ydata(), [snippet.speed_up(r, *layout) for r in x])
