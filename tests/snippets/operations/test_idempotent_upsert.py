import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

WRITES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=8)


@settings(max_examples=40)
@given(WRITES)
def test_blind_keeps_the_last_to_arrive_guarded_the_newest(snippet, stamps):
    writes = [("a", t, s, 100 * t + s) for t, s in stamps]
    assert snippet.final_value(writes, snippet.BLIND) == writes[-1][3]
    assert snippet.final_value(writes, snippet.GUARDED) == max(writes)[3]
    assert snippet.final_value(writes + writes, snippet.GUARDED) == max(writes)[3]


def test_of_two_equal_stamps_the_first_stays(snippet):
    assert snippet.final_value([("a", 1, 1, 5), ("a", 1, 1, 6)], snippet.GUARDED) == 5


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from("ab")), max_size=12))
def test_each_event_counts_once(snippet, deliveries):
    db = sqlite3.connect(":memory:")
    db.executescript(snippet.TABLES)
    expected, seen = {}, set()
    for event, entity in deliveries:
        event = f"{entity}{event}"
        snippet.add_once(db, event, entity, ord(event[1]))
        if event not in seen:
            seen.add(event)
            expected[entity] = expected.get(entity, 0) + ord(event[1])
    assert dict(db.execute("select entity, amount from total")) == expected
    assert {row[0] for row in db.execute("select event_id from seen")} == seen
    db.close()


def test_a_failure_leaves_neither_write(snippet):
    db = sqlite3.connect(":memory:")
    db.executescript(snippet.TABLES)
    db.execute("create trigger no before insert on total begin select raise(abort, 'full'); end")
    with pytest.raises(sqlite3.IntegrityError):
        snippet.add_once(db, "e", "a", 1)
    assert db.execute("select count(*) from seen").fetchone() == (0,)
    db.execute("drop trigger no")
    snippet.add_once(db, "e", "a", 1)  # the retry is not mistaken for a duplicate
    assert db.execute("select amount from total").fetchone() == (1,)
    db.close()


def test_the_printed_ends(snippet):
    lines = snippet.printed.splitlines()
    assert len(snippet.orders) == 120 and len(snippet.writes) == 4
    assert [w[:3] for w in snippet.writes] == [("a", 1, 1), ("a", 2, 2), ("a", 2, 3), ("a", 3, 4)]
    assert lines[0].endswith(f"values {sorted({w[3] for w in snippet.writes})}") and "blind" in lines[0]
    assert lines[1].endswith("values [30]") and "guarded" in lines[1]
    once = {event_id: amount for event_id, _, amount in snippet.delivered}
    assert lines[2].split()[-1] == str(2 * sum(once.values())) and lines[3].split()[-1] == str(sum(once.values()))
