import itertools
from math import exp, inf, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st


def table(seed, letters="abc"):
    rng = np.random.default_rng(seed)
    tokens = [*letters, "."]
    return {last: dict(zip(tokens, rng.dirichlet(np.full(4, 0.5)), strict=True)) for last in ["", *letters]}


def probability(table, text):
    return np.prod([table[last][token] for last, token in zip(["", *text], text, strict=False)])


@given(st.integers(0, 60), st.integers(1, 4))
def test_a_beam_that_holds_everything_finds_the_best(snippet, seed, length):
    model = table(seed)
    ended = ["".join(t) + "." for n in range(length) for t in itertools.product("abc", repeat=n)]
    score, text = snippet.beam_search(snippet.chain(model), 4**length, length)
    best = max(ended, key=lambda t: probability(model, t))
    assert text == best
    assert exp(score) == pytest.approx(probability(model, best))


@given(st.integers(0, 60))
def test_width_one_is_greedy(snippet, seed):
    model, text = table(seed), ""
    while len(text) < 6 and not text.endswith("."):
        options = model[text[-1:]]
        text += max(options, key=options.get)
    score, found = snippet.beam_search(snippet.chain(model), 1, 6)
    assert found == text and exp(score) == pytest.approx(probability(model, text))


@given(st.integers(0, 60), st.integers(1, 5))
def test_stopping_early_loses_nothing(snippet, seed, width):
    # the plain form: grow to the end, never stop early
    model, beams, finished = table(seed), [(0.0, "")], []
    for _ in range(5):
        grown = sorted(((s + log(p), t + token) for s, t in beams for token, p in model[t[-1:]].items()), reverse=True)[
            :width
        ]
        finished += [h for h in grown if h[1][-1] == "."]
        beams = [h for h in grown if h[1][-1] != "."]
    score, text = snippet.beam_search(snippet.chain(model), width, 5)
    assert text == max(finished or beams)[1]
    assert score == pytest.approx(max(finished or beams)[0])


def test_it_stops_as_soon_as_nothing_can_overtake(snippet):
    calls = []

    def model(text):
        calls.append(text)
        return {"a": 0.4, ".": 0.6}

    assert snippet.beam_search(model, 2, 50) == (log(0.6), ".")
    assert calls == [""]

    def tied(text):
        calls.append(text)
        return {"a": 0.5, ".": 0.5}

    snippet.beam_search(tied, 2, 50)
    assert calls == ["", ""]


def test_zero_probabilities_and_unfinished_texts(snippet):
    assert snippet.beam_search(lambda text: {"a": 1.0, ".": 0.0}, 3, 4) == (0.0, "aaaa")
    assert snippet.beam_search(lambda text: {"a": 0.5, "b": 0.5}, 1, 2)[1] == "aa"
    score, text = snippet.beam_search(lambda text: {"a": 0.9, "!": 0.1}, 2, 2, end="!")
    assert text == "!" and score == log(0.1)  # an ended text before a likelier unfinished one
    assert score > -inf


def test_width_two_helps_once_and_harms_once(snippet):
    def found(model, width):
        return exp(snippet.beam_search(snippet.chain(model), width, 5)[0])

    assert found(snippet.helps, 2) > found(snippet.helps, 1)
    assert found(snippet.harms, 1) == pytest.approx(0.5 * 0.4)
    assert found(snippet.harms, 2) == pytest.approx(0.45 * 0.5 * 0.5)
    for model in (snippet.helps, snippet.harms):
        for row in model.values():
            assert sum(row.values()) == pytest.approx(1)
