import warnings

import numpy as np


def closed_form(t_max, n):
    return (1 + np.cos(np.pi * n / t_max)) / 2


def test_the_rate_of_each_update(snippet):
    n = np.arange(60)
    np.testing.assert_allclose(snippet.rates(60, updates=60), closed_form(60, n), atol=1e-9)
    np.testing.assert_allclose(snippet.rates(6, every=10, updates=60), closed_form(6, n // 10), atol=1e-9)


def test_stepped_ten_times_too_often_it_oscillates(snippet):
    used = np.array(snippet.rates(10))
    np.testing.assert_allclose(used, closed_form(10, np.arange(100)), atol=1e-6)  # five whole waves
    assert (np.diff(np.sign(np.diff(used))) != 0).sum() >= 9


def test_trained_on_it_climbs_back_to_the_peak(snippet):
    used = snippet.rates(30, updates=61)
    np.testing.assert_allclose((used[30], used[60]), (0, 1), atol=1e-9)


def test_stepped_too_seldom_it_hardly_falls(snippet):
    assert min(snippet.rates(100, every=10)) > 0.97


def test_the_marks_are_the_updates_the_header_names(snippet, capsys):
    snippet.show("x", [i / 1000 for i in range(10, 1010, 10)])
    assert capsys.readouterr().out.split() == ["x", "0.01", "0.25", "0.50", "0.75", "1.00"]


def test_the_wrong_order_warns_and_skips_the_first_rate(snippet):
    assert len(snippet.caught) == 1 and "before `optimizer.step()`" in str(snippet.caught[0].message)
    assert snippet.first == closed_form(2, 1)


def test_the_right_order_does_not_warn(snippet):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        snippet.rates(5, updates=5)
