import numpy as np


def test_counted_row_by_row(snippet):
    entities, runs, requests_of, window = 7, 3, 11, 4
    touched = {"batch": 0, "per event": 0, "on read": 0}
    for _ in range(runs):
        touched["batch"] += sum(1 for _ in range(entities))
    events = 13
    for _ in range(events):
        touched["batch"] += 1  # into its pane
        touched["per event"] += len(["enter", "leave"])
    for _ in range(requests_of):
        touched["batch"] += 1
        touched["per event"] += 1
        touched["on read"] += window
    assert snippet.rows_a_day(entities, runs, events, requests_of, window) == touched


def test_at_the_break_even_both_cost_the_same(snippet):
    for entities, runs, events, requests in [(100, 24, 900, 50), (1e6, 1, 0, 3e6), (10, 7, 40, 1)]:
        window = snippet.break_even_window(entities, runs, events, requests)
        cost = snippet.rows_a_day(entities, runs, events, requests, window)
        assert np.isclose(cost["batch"], cost["on read"])
        assert snippet.rows_a_day(entities, runs, events, requests, window + 1)["on read"] > cost["batch"]


def test_the_table_and_its_verdicts(snippet):
    lines = snippet.printed.splitlines()
    for line, (name, (entities, runs, events, requests, window)) in zip(lines[1:], snippet.CASES.items(), strict=False):
        batch, event, read, cheapest = line[len(name) :].strip().replace(",", "").split(maxsplit=3)
        expected = [events + entities * runs + requests, 2 * events + requests, requests * window]
        assert [int(v) for v in (batch, event, read)] == [round(v) for v in expected]
        assert cheapest == ["batch", "per event", "on read"][int(np.argmin(expected))]
    assert {line.split("  ")[-1].strip() for line in lines[1:5]} == {"per event", "batch", "on read"}
    assert lines[5].endswith("above 7.0 events a window")  # 20 M + 10 M rows for 5 M requests, and one read each
