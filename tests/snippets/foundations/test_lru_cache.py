from collections import OrderedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

OPERATIONS = st.lists(st.tuples(st.sampled_from(["get", "put"]), st.integers(0, 5), st.integers(0, 99)), max_size=50)


def ring(cache, direction):
    keys, node = [], getattr(cache.end, direction)
    while node is not cache.end:
        keys.append(node.key)
        node = getattr(node, direction)
    return keys


@given(OPERATIONS, st.integers(1, 4))
def test_it_behaves_as_an_ordered_dict_that_moves_used_keys_to_the_end(snippet, operations, capacity):
    cache, model = snippet.LRUCache(capacity), OrderedDict()
    for name, key, value in operations:
        if name == "get":
            assert cache.get(key, -1) == model.get(key, -1)
            if key in model:
                model.move_to_end(key)
        else:
            cache.put(key, value)
            model[key] = value
            model.move_to_end(key)
            if len(model) > capacity:
                model.popitem(last=False)
        assert {key: node.value for key, node in cache.nodes.items()} == model
        assert ring(cache, "newer") == list(model)  # oldest first
        assert ring(cache, "older") == list(model)[::-1]


def test_a_stored_none_is_found_and_a_missing_key_gives_the_default(snippet):
    cache = snippet.LRUCache(1)
    cache.put("a", None)
    assert cache.get("a", "default") is None and cache.get("b", "default") == "default" and cache.get("b") is None


@pytest.mark.parametrize("capacity", [0, -1])
def test_capacity_must_be_positive(snippet, capacity):
    with pytest.raises(ValueError, match="capacity must be at least 1"):
        snippet.LRUCache(capacity)
