import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

SPEC = {
    "a": {"dtype": "float32", "shape": [None], "range": [-2, 3]},
    "b": {"dtype": "int64", "shape": [None, 2], "range": [0, 9]},
}


@given(hnp.arrays("float32", 3, elements=st.floats(width=32)), hnp.arrays("int64", (3, 2)))
def test_accepts_exactly_what_lies_in_the_ranges(snippet, a, b):
    ok_a = all(-2 <= x <= 3 for x in a)
    ok_b = all(0 <= x <= 9 for x in b.ravel())
    assert [p[0] for p in snippet.problems({"a": a, "b": b}, SPEC)] == ["a"] * (not ok_a) + ["b"] * (not ok_b)


def test_the_ends_of_the_range_are_allowed(snippet):
    b = np.array([[0, 9]])
    assert snippet.problems({"a": np.array([3], "float32"), "b": b}, SPEC) == []
    assert snippet.problems({"a": np.array([-2], "float32"), "b": b}, SPEC) == []


def test_messages(snippet):
    a, b = np.zeros(2, "float32"), np.zeros((2, 2), "int64")
    check = snippet.problems
    assert check({"a": a}, SPEC) == ["b: missing"]
    assert check({"a": a, "b": b, "c": b}, SPEC) == ["c: unexpected"]
    assert check({"a": a.astype("float64"), "b": b}, SPEC) == ["a: float64, not float32"]
    assert check({"a": a, "b": b[:, :1]}, SPEC) == ["b: shape [2, 1], not [None, 2]"]
    assert check({"a": a[:, None], "b": b}, SPEC) == ["a: shape [2, 1], not [None]"]
    assert check({"a": a[:1], "b": b}, SPEC) == ["unequal numbers of rows: [1, 2]"]
    assert check({"a": a - 9, "b": b}, SPEC) == ["a: -9 to -9, not -2 to 3"]
    assert check({}, SPEC) == ["a: missing", "b: missing"]
    assert check({"a": a[:0], "b": b[:0]}, SPEC) == []


def test_the_outputs_have_a_signature_too(snippet):
    spec = snippet.SIGNATURE["outputs"]
    assert snippet.problems({"score": np.array([0.2, 1.0], "float32")}, spec) == []
    assert snippet.problems({"score": np.array([0.2, 1.5], "float32")}, spec) != []
    assert snippet.problems({"score": np.array([-0.1], "float32")}, spec) != []
    inputs = snippet.SIGNATURE["inputs"]
    edge = {"age": snippet.f32(0, 120), "embedding": np.tile(snippet.f32(-1, 1), (2, 2))}
    assert snippet.problems(edge, inputs) == []
    for name in edge:
        for factor in (-1.01, 1.01):
            assert len(snippet.problems({**edge, name: np.float32(factor) * edge[name]}, inputs)) == 1
    assert snippet.f32(1, 2).dtype == np.float32
    assert set(snippet.SIGNATURE) == {"inputs", "outputs"}
