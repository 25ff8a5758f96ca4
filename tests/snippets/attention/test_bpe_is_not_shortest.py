import random
from itertools import pairwise, product

from tokenizers import Tokenizer, models


def merges_of(rng):
    entries, merges = list("abc"), []
    for size in [3] * 12 + [9] * 4:  # pairs of letters first, then of anything
        pair = (rng.choice(entries[:size]), rng.choice(entries[:size]))
        if "".join(pair) not in entries:
            merges.append(pair)
            entries.append("".join(pair))
    return merges, entries


def fewest_by_brute_force(text, entries):
    return min(
        sum(cuts) + 1
        for cuts in product([0, 1], repeat=len(text) - 1)
        if all(piece in entries for piece in cut(text, cuts))
    )


def cut(text, cuts):
    borders = [0, *(i for i, c in enumerate(cuts, 1) if c), len(text)]
    return [text[a:b] for a, b in pairwise(borders)]


def test_bpe_is_that_of_hugging_face_and_fewest_that_of_brute_force(snippet):
    longer = 0
    for seed in range(60):
        rng = random.Random(seed)
        merges, entries = merges_of(rng)
        library = Tokenizer(models.BPE({t: i for i, t in enumerate(entries)}, merges))
        text = "".join(rng.choices("abc", k=rng.randint(1, 9)))
        by_rank, fewest = snippet.bpe(text, merges), snippet.fewest(text, set(entries))
        assert by_rank == library.encode(text).tokens
        assert len(fewest) == fewest_by_brute_force(text, entries)
        assert "".join(fewest) == text
        assert set(fewest) <= set(entries)
        longer += len(by_rank) > len(fewest)
    assert longer > 0


def test_empty_text_has_no_tokens(snippet):
    assert snippet.bpe("", snippet.merges) == snippet.fewest("", snippet.vocabulary) == []


def test_the_page_then(snippet):
    assert snippet.bpe("then", snippet.merges) == ["t", "he", "n"]
    assert snippet.fewest("then", snippet.vocabulary) == ["th", "en"]
    assert {left + right for left, right in snippet.merges} == snippet.vocabulary - set("thein")
    assert len(snippet.vocabulary) == 5 + 4
