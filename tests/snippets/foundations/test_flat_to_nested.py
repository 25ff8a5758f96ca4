import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

KEYS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(".".join)
FLAT = st.dictionaries(KEYS, st.integers(), max_size=6)


def clashes(flat):
    return any(b.startswith(a + ".") for a, b in itertools.permutations(flat, 2))


@given(FLAT)
def test_round_trip(snippet, flat):
    assert snippet.flatten(snippet.nest(flat, "namespace")) == flat
    if clashes(flat):
        with pytest.raises(ValueError, match=r"is a leaf|is a container"):
            snippet.nest(flat)
    else:
        assert snippet.flatten(snippet.nest(flat)) == flat
        assert snippet.nest(flat) == snippet.nest(flat, "overwrite") == snippet.nest(flat, "namespace")


@given(FLAT, st.randoms(use_true_random=False))
def test_namespace_and_raise_do_not_depend_on_the_order(snippet, flat, random):
    items = list(flat.items())
    random.shuffle(items)
    assert snippet.nest(dict(items), "namespace") == snippet.nest(flat, "namespace")
    if not clashes(flat):
        assert snippet.nest(dict(items)) == snippet.nest(flat)


@given(FLAT)
def test_overwrite_keeps_what_no_later_key_contradicts(snippet, flat):
    keys = list(flat)

    def replaced(key, later):
        return later.startswith(key + ".") or key.startswith(later + ".")

    kept = {k: flat[k] for i, k in enumerate(keys) if not any(replaced(k, later) for later in keys[i + 1 :])}
    assert snippet.flatten(snippet.nest(flat, "overwrite")) == kept


def test_policies_by_hand(snippet):
    for flat in ({"a": 1, "a.b": 2}, {"a.b": 2, "a": 1}):
        assert snippet.nest(flat, "namespace") == {"a": {"": 1, "b": 2}}
    assert snippet.nest({"a": 1, "a.b": 2}, "overwrite") == {"a": {"b": 2}}
    assert snippet.nest({"a.b": 2, "a": 1}, "overwrite") == {"a": 1}
    with pytest.raises(ValueError, match=r"'a' of 'a\.b' is a leaf"):
        snippet.nest({"a": 1, "a.b": 2})
    with pytest.raises(ValueError, match="'a' is a container"):
        snippet.nest({"a.b": 2, "a": 1})
    with pytest.raises(ValueError, match="unknown policy 'merge'"):
        snippet.nest({}, "merge")


def test_falsy_leaves_are_leaves(snippet):
    for empty in (None, 0, "", []):
        assert snippet.nest({"a.b": empty}) == {"a": {"b": empty}}
        with pytest.raises(ValueError, match="is a leaf"):
            snippet.nest({"a": empty, "a.b": 1})


@pytest.mark.parametrize("key", ["", ".", ".a", "a.", "a..b", None, 3, ("a", "b")])
def test_bad_keys_are_refused(snippet, key):
    with pytest.raises(ValueError, match="bad key"):
        snippet.nest({key: 1})


@pytest.mark.parametrize(
    "nested", [{"a": {}}, {"a.b": 1}, {"": 1}, {3: 1}, {"a": {3: 1}}, {"a": {"": {"b": 1}, "b": 2}}, {3: {"a": 1}}]
)
def test_flatten_refuses_what_has_no_flat_form(snippet, nested):
    with pytest.raises(ValueError):
        snippet.flatten(nested)


def test_nest_refuses_dicts_as_values_and_leaves_its_input_alone(snippet):
    for value in ({}, {"b": 1}):
        with pytest.raises(ValueError, match="holds a dict"):
            snippet.nest({"a": value})
    flat = {"a": 1, "a.b": 2}
    snippet.nest(flat, "namespace")
    assert flat == {"a": 1, "a.b": 2}
    assert snippet.flatten({}) == snippet.nest({}) == {}
