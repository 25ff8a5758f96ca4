import zlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st


def test_shingles_are_all_substrings_of_five_after_normalising(snippet):
    assert snippet.shingles("  ABC\n dEF ") == {"abc d", "bc de", "c def"}
    assert snippet.shingles("abcde") == {"abcde"} and snippet.shingles("ab") == {"ab"} and snippet.shingles("") == {""}
    assert snippet.shingles("abcd", width=2) == {"ab", "bc", "cd"}


@given(st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20), min_size=1))
def test_jaccard_counts(snippet, a, b):
    both = sum(i in a and i in b for i in range(21))
    either = sum(i in a or i in b for i in range(21))
    assert snippet.jaccard(a, b) == both / either


def test_the_signature_is_the_minimum_of_each_hash(snippet):
    factor, shift = np.random.default_rng(6).integers(1, 2**31 - 1, size=(2, 9, 1))[:, :, 0]
    items = ["some", "words", "here"]
    keys = [zlib.crc32(item.encode()) % (2**31 - 1) for item in items]
    expected = [min((int(f) * k + int(s)) % (2**31 - 1) for k in keys) for f, s in zip(factor, shift, strict=True)]
    assert snippet.signature(items, hashes=9, seed=6).tolist() == expected
    assert snippet.signature(items).shape == (512,)
    assert (snippet.signature(items) == snippet.signature(items, 512, seed=0)).all()
    assert (snippet.signature([*items, "more"]) <= snippet.signature(items)).all()


def test_the_estimate_is_near_the_overlap_for_many_sets(snippet):
    rng = np.random.default_rng(2)
    errors = []
    for _ in range(40):
        size = rng.integers(1, 60, size=3)
        names = [f"item {i}" for i in rng.permutation(10_000)[: size.sum()]]
        a, b = set(names[: size[0] + size[1]]), set(names[size[0] :])
        errors.append(snippet.estimate(a, b) - snippet.jaccard(a, b))
    # 512 hashes: standard error at most 0.5 / sqrt(512) = 0.022
    assert np.abs(errors).max() < 0.09 and abs(np.mean(errors)) < 0.015
    assert snippet.estimate({"a", "b"}, {"b", "a"}) == 1


def test_the_printed_pairs(snippet):
    rows = np.array([line.split()[:2] for line in snippet.printed.splitlines()[1:]], float)
    assert rows[0, 0] > 0.8 and 0.3 < rows[1, 0] < 0.5 and rows[2, 0] < 0.05
    assert abs(rows[:, 0] - rows[:, 1]).max() < 0.07
