import random
from itertools import product

import numpy as np
import pytest
from tokenizers import Tokenizer, models


def segmentations(text):  # every choice of cuts
    for cuts in product([False, True], repeat=len(text) - 1):
        pieces, start = [], 0
        for i, cut in enumerate(cuts, 1):
            if cut:
                pieces.append(text[start:i])
                start = i
        yield [*pieces, text[start:]]


def scored(text, log_p):
    return [
        (sum(log_p[piece] for piece in pieces), pieces)
        for pieces in segmentations(text)
        if all(piece in log_p for piece in pieces)
    ]


def random_model(seed):
    rng = random.Random(seed)
    pieces = set("abc") | {"".join(rng.choices("abc", k=rng.randint(2, 4))) for _ in range(12)}
    weights = {piece: rng.random() for piece in sorted(pieces)}
    return {piece: float(np.log(w / sum(weights.values()))) for piece, w in weights.items()}, rng


def test_best_and_total_agree_with_brute_force(snippet):
    for seed in range(25):
        log_p, rng = random_model(seed)
        text = "".join(rng.choices("abc", k=rng.randint(1, 9)))
        ways = scored(text, log_p)
        pieces, score = snippet.viterbi(text, log_p)
        assert score == pytest.approx(max(ways)[0])
        assert "".join(pieces) == text
        assert sum(log_p[piece] for piece in pieces) == pytest.approx(score)  # ties: one of the best
        assert snippet.log_likelihood(text, log_p) == pytest.approx(np.logaddexp.reduce([s for s, _ in ways]))


def test_hugging_face_finds_the_same_segmentation(snippet):
    for seed in range(40, 60):
        log_p, rng = random_model(seed)
        library = Tokenizer(models.Unigram([("<unk>", -100.0), *log_p.items()], 0))
        text = "".join(rng.choices("abc", k=30))
        assert snippet.viterbi(text, log_p)[0] == library.encode(text).tokens


def test_text_that_cannot_be_segmented_has_probability_zero(snippet):
    assert snippet.log_likelihood("ax", {"a": -1.0}) == -np.inf
    assert snippet.viterbi("", {"a": -1.0}) == ([], 0)
    assert snippet.log_likelihood("", {"a": -1.0}) == 0


def test_longest_match_is_that_of_the_wordpiece_model(snippet):
    for seed in range(60, 80):
        log_p, rng = random_model(seed)
        entries = ["[UNK]", *log_p, *("##" + piece for piece in log_p)]
        library = Tokenizer(models.WordPiece({t: i for i, t in enumerate(entries)}, unk_token="[UNK]"))
        text = "".join(rng.choices("abc", k=20))
        assert snippet.longest_match(text, log_p) == [t.removeprefix("##") for t in library.encode(text).tokens]


def test_the_page_the_model_is_normalised_and_greedy_is_not_best(snippet):
    assert sum(np.exp(p) for p in snippet.log_p.values()) == pytest.approx(1)
    ways = scored("nowhere", snippet.log_p)
    assert max(ways)[1] == snippet.segmentation == ["no", "where"]
    assert snippet.greedy == ["now", "here"]
    assert max(ways)[0] > sum(snippet.log_p[piece] for piece in snippet.greedy)
    assert np.exp(snippet.score - snippet.total) == pytest.approx(
        np.exp(max(ways)[0]) / sum(np.exp(s) for s, _ in ways)
    )
