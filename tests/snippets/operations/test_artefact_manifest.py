import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

FILES = st.dictionaries(st.text(max_size=4), st.binary(max_size=4), max_size=4)
SETTINGS = st.dictionaries(st.text(max_size=4), st.none() | st.integers() | st.text(max_size=3), max_size=4)


def test_identity_is_sha256_of_canonical_json(snippet):
    m = snippet.manifest({"b": b"2", "a": b"1"}, {"z": 1, "k": 0.5})
    a, b = hashlib.sha256(b"1").hexdigest(), hashlib.sha256(b"2").hexdigest()
    text = f'{{"files":{{"a":"{a}","b":"{b}"}},"settings":{{"k":0.5,"z":1}}}}'
    assert json.loads(text) == m
    assert snippet.identity(m) == hashlib.sha256(text.encode()).hexdigest()


@settings(max_examples=50)
@given(FILES, SETTINGS, FILES, SETTINGS)
def test_identities_are_equal_exactly_if_the_contents_are(snippet, f, s, g, t):
    one, two = snippet.manifest(f, s), snippet.manifest(g, t)
    same = f == g and s == t
    assert (snippet.identity(one) == snippet.identity(two)) == same
    assert (snippet.changes(one, two) == []) == same
    other_order = snippet.manifest(dict(reversed(f.items())), dict(reversed(s.items())))
    assert snippet.identity(other_order) == snippet.identity(one)


def test_changes_name_what_is_new_gone_or_different(snippet):
    one = snippet.manifest({"a": b"", "b": b"x", "d": b""}, {"lr": 1, "s": None})
    two = snippet.manifest({"b": b"y", "c": b"", "d": b""}, {"lr": 1, "a": 2})
    assert snippet.changes(one, two) == ["a", "b", "c", "a", "s"]


def test_not_a_number_has_no_identity(snippet):
    with pytest.raises(ValueError, match="JSON"):
        snippet.identity(snippet.manifest({}, {"lr": float("nan")}))


def test_what_the_page_says(snippet):
    ids = [w for w in snippet.printed.replace(",", " ").split() if len(w) == 12 and set(w) <= set("0123456789abcdef")]
    assert len(ids) == len(set(ids)) == 5 and snippet.identity(snippet.first).startswith(ids[0])
    assert "same identity: True" in snippet.printed
