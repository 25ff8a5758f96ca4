import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), max_size=60))
def test_it_behaves_like_plain_lists(snippet, operations):
    cache, model = snippet.PagedCache(blocks=80, size=3, d=2), {}
    for number, (kind, name, other) in enumerate(operations):
        if kind < 2:
            row = [number, -number]
            cache.append(name, row)
            model.setdefault(name, []).append(row)
        elif kind == 2 and name in model and other not in model:
            cache.fork(name, other)
            model[other] = model[name][:]
        elif kind == 3 and name in model:
            cache.free(name)
            del model[name]
        assert set(cache.tables) == set(cache.lengths) == set(model)
        for key, rows in model.items():
            np.testing.assert_array_equal(cache.read(key), np.array(rows))
            assert len(cache.tables[key]) == -(-len(rows) // 3)  # no block beyond the last row's
        users = np.bincount([b for t in cache.tables.values() for b in t], minlength=80)
        np.testing.assert_array_equal(cache.users, users)


def test_waste_is_less_than_a_block_and_memory_is_reused(snippet):
    cache = snippet.PagedCache(blocks=2, size=4, d=1)
    for i in range(8):
        cache.append("a", i)
    assert (cache.users > 0).all() and cache.data.shape == (2, 4, 1)
    with pytest.raises(MemoryError):
        cache.append("b", 0)
    cache.free("a")
    for i in range(5):
        cache.append("c", i)
    np.testing.assert_array_equal(cache.read("c")[:, 0], range(5))


def test_full_blocks_stay_shared_and_only_the_last_is_copied(snippet):
    first, second = snippet.cache.tables.get("first"), snippet.cache.tables["second"]
    assert first is None and len(second) == 3
    np.testing.assert_array_equal(snippet.cache.read("second")[:, 0], [*range(10), 200])
    assert "'first': [0, 1, 3], 'second': [0, 1, 2]" in snippet.printed
    lines = snippet.printed.splitlines()
    assert lines[0].startswith("used after the fork: 3") and lines[1].startswith("after both write: 4")
    assert lines[-1].endswith(": 3")
    assert snippet.cache.data.shape == (8, 4, 1)
