import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

CELL = st.one_of(st.text(max_size=5), st.integers(-(10**6), 10**6), st.floats(-1e6, 1e6), st.none())


@pytest.mark.parametrize(
    "a, b",
    [
        ("ＡＢＣ", "abc"),  # full-width letters: the compatibility form
        ("STRASSE", "straße"),  # case folding, not lower case
        ("\t a \u00a0 b\n", "a b"),
        ("e\u0301", "é"),
        (7, 7.0),
        (0.1 + 0.2, 0.3),
        (-0.0, 0),
        (1.00000049, 1),
    ],
)
def test_spellings_of_one_value_agree(snippet, a, b):
    assert json.dumps(snippet.canonical(a)) == json.dumps(snippet.canonical(b))
    assert snippet.fingerprint(["x", a]) == snippet.fingerprint(["x", b])


@pytest.mark.parametrize("a, b", [("1", 1), (1.000001, 1), ("a b", "ab"), (None, "None"), (None, 0.0), ("é", "e")])
def test_different_values_differ(snippet, a, b):
    assert snippet.fingerprint([a]) != snippet.fingerprint([b])


@given(st.lists(CELL, max_size=4), st.lists(CELL, max_size=4))
def test_rows_agree_exactly_if_their_cells_do(snippet, a, b):
    same = [snippet.canonical(v) for v in a] == [snippet.canonical(v) for v in b]
    assert (snippet.fingerprint(a) == snippet.fingerprint(b)) == same
    again = [snippet.canonical(v) for v in a]
    if all(not isinstance(v, str) for v in a):
        assert [snippet.canonical(v) for v in again] == again


def test_the_fingerprint_is_a_sha256(snippet):
    assert snippet.fingerprint(["B", 2]) == hashlib.sha256(b'["b", 2.0]').hexdigest()
    assert snippet.fingerprint(["B", 2], form=lambda v: v) == hashlib.sha256(b'["B", 2]').hexdigest()


def test_found_returns_the_test_rows_with_a_copy_in_training(snippet):
    train, test = [("a", 1), ("b", 2)], [("B", 2.0), ("c", 1), ("a", 1), ("a", 2)]
    assert snippet.found(train, test, snippet.canonical) == [("B", 2.0), ("a", 1)]
    assert snippet.found(train, test, lambda v: v) == [("a", 1)]


def test_the_reworded_row_is_missed(snippet):
    found = snippet.found(snippet.train, snippet.test, snippet.canonical)
    assert found == snippet.test[:3]
    assert snippet.test[3][1:] == snippet.train[2][1:]  # only the words differ
    assert snippet.test[4][1:] == snippet.train[0][1:]  # numbers alone do not match
    assert snippet.printed.endswith("columns apart:  True\n")
