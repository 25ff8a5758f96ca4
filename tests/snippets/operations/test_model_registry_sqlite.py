import hashlib
import sqlite3

import pytest


@pytest.fixture
def db(snippet, tmp_path):
    db = snippet.open_registry(tmp_path / "r.db")
    yield db
    db.close()


def history(db):
    return db.execute("SELECT name, old, new, why FROM history").fetchall()


def test_contents_are_named_by_sha256_and_stored_once(snippet, db):
    a = snippet.put(db, b"abc")
    assert a == hashlib.sha256(b"abc").hexdigest() == snippet.put(db, b"abc")
    assert snippet.put(db, b"abd") != a
    assert db.execute("SELECT count(*) FROM blob").fetchone() == (2,)
    assert snippet.get(db, a) == b"abc"


def test_changed_contents_are_noticed(snippet, db):
    a = snippet.put(db, b"abc")
    db.execute("UPDATE blob SET content = ?", (b"evil",))
    with pytest.raises(ValueError, match="identity"):
        snippet.get(db, a)


def test_aliases_move_and_history_keeps_every_step(snippet, db):
    a, b = snippet.put(db, b"a"), snippet.put(db, b"b")
    assert snippet.current(db, "x") is None
    snippet.move(db, "x", None, a, "1")
    snippet.move(db, "y", None, b, "2")
    snippet.move(db, "x", a, b, "3")
    snippet.move(db, "x", b, a, "4")
    assert snippet.current(db, "x") == a and snippet.current(db, "y") == b
    assert history(db) == [("x", None, a, "1"), ("y", None, b, "2"), ("x", a, b, "3"), ("x", b, a, "4")]


def test_a_refused_step_leaves_nothing_behind(snippet, db):
    a, b = snippet.put(db, b"a"), snippet.put(db, b"b")
    snippet.move(db, "x", None, a, "1")
    before = history(db)
    with pytest.raises(RuntimeError):
        snippet.move(db, "x", b, b, "stale")
    for key in ("0" * 64, None):
        with pytest.raises(sqlite3.IntegrityError):  # fails after the row of the history was written
            snippet.move(db, "x", a, key, "unknown")
    assert history(db) == before and snippet.current(db, "x") == a
    snippet.move(db, "x", a, b, "the lock is free again")


def test_two_writers_do_not_overwrite_each_other(snippet, db, tmp_path):
    a, b = snippet.put(db, b"a"), snippet.put(db, b"b")
    other = snippet.open_registry(tmp_path / "r.db")
    other.execute("PRAGMA busy_timeout = 0")
    snippet.move(db, "x", None, a, "1")
    db.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        snippet.move(other, "x", a, b, "while the other holds the lock")
    db.execute("ROLLBACK")
    snippet.move(other, "x", a, b, "2")
    with pytest.raises(RuntimeError):
        snippet.move(db, "x", a, a, "believes the old state")
    assert snippet.current(db, "x") == b
    other.close()


def test_an_open_transaction_dies_with_its_process(snippet, db, tmp_path):
    a, b = snippet.put(db, b"a"), snippet.put(db, b"b")
    snippet.move(db, "x", None, a, "1")
    crashing = snippet.open_registry(tmp_path / "r.db")
    crashing.execute("BEGIN IMMEDIATE")
    crashing.execute("UPDATE alias SET id = ?", (b,))
    crashing.close()
    assert snippet.current(db, "x") == a
    assert "after the rollback: b'weights one'" in snippet.printed


def test_the_mistyped_identity_has_the_form_of_a_real_one_and_the_registry_is_closed(snippet):
    assert len(snippet.step[1]) == len(snippet.one) and snippet.step[1] not in (snippet.one, snippet.two)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        snippet.db.execute("SELECT 1")
