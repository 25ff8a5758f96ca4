import copy

import pytest

OLD = {
    "inputs": {"a": "f", "b": "s"},
    "optional": {"b"},
    "outputs": {"y": "f"},
    "embedding space": "e1",
    "score means": "click",
}


def changed(**parts):
    new = copy.deepcopy(OLD)
    for key, value in parts.items():
        new[key.replace("_", " ")] = value
    return new


@pytest.mark.parametrize(
    ("new", "reasons", "part"),
    [
        (changed(), [], "patch"),
        (changed(inputs={"a": "f", "b": "s", "c": "f"}, optional={"b", "c"}), [], "minor"),
        (changed(inputs={"a": "f", "b": "s", "c": "f"}), ["input c is now required"], "major"),
        (changed(optional={"a", "b"}), [], "minor"),
        (changed(optional=set()), ["input b is no longer optional"], "major"),
        (changed(outputs={"y": "f", "z": "f"}), [], "minor"),
        (changed(outputs={}), ["output y is gone"], "major"),
        (changed(outputs={"y": "d"}), ["output y has another type"], "major"),
        (changed(inputs={"a": "f"}, optional=set()), ["input b is gone"], "major"),
        (changed(inputs={"a": "d", "b": "s"}), ["input a has another type"], "major"),
        (changed(embedding_space="e2"), ["embedding space differs"], "major"),
        (
            changed(score_means="sale", embedding_space="e2"),
            ["embedding space differs", "score means differs"],
            "major",
        ),
    ],
)
def test_what_a_consumer_must_change(snippet, new, reasons, part):
    assert snippet.must_change(OLD, new) == reasons
    assert snippet.part_to_bump(OLD, new) == part


def test_bump_resets_what_follows(snippet):
    assert snippet.bump("2.3.1", "major") == "3.0.0"
    assert snippet.bump("2.3.1", "minor") == "2.4.0"
    assert snippet.bump("2.3.1", "patch") == "2.3.2"
    assert snippet.bump("9.99.0", "minor") == "9.100.0"


def test_a_new_meaning_is_major_although_the_types_agree(snippet):
    assert "score is now a week's    major" in snippet.printed
