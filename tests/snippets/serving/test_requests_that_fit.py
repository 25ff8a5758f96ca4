import numpy as np
from hypothesis import given
from hypothesis import strategies as st


@given(st.lists(st.integers(1, 10_000), min_size=1))
def test_blocks_hold_the_tokens_and_none_is_empty(snippet, tokens):
    for n, rounded in zip(tokens, snippet.in_blocks(np.array(tokens)), strict=True):
        assert rounded % 16 == 0
        assert 0 <= rounded - n < 16


@given(st.lists(st.integers(1, 50), min_size=1, max_size=30), st.integers(0, 400))
def test_fit_is_the_longest_prefix_within_the_pool(snippet, tokens, pool):
    count = 0
    while count < len(tokens) and sum(tokens[: count + 1]) <= pool:
        count += 1
    assert snippet.fit(np.array(tokens), pool) == count


def test_the_workload(snippet):
    assert snippet.own.min() >= 1 and snippet.answer.min() >= 1
    # median of a lognormal is e to its mu; 4,000 draws, standard error about 1.6 %
    assert abs(np.median(snippet.own) / 600 - 1) < 0.06
    assert abs(np.log(snippet.own).std() - 0.8) < 0.04
    assert abs(snippet.answer.mean() / 400 - 1) < 0.06
    assert np.all(snippet.prompt + snippet.answer <= snippet.LONGEST)
    assert snippet.LONGEST % snippet.BLOCK == 0  # reserved in whole blocks too
    assert np.all((snippet.prompt == snippet.own + 800) | (snippet.prompt == 4096))


def test_counts_are_what_a_greedy_fill_counts(snippet):
    numbers = [float(w.rstrip("%")) for w in snippet.printed.replace("times", "").split() if w[0].isdigit()]
    total = [int(p + a) for p, a in zip(snippet.prompt, snippet.answer, strict=True)]

    def fill(needs, pool):
        used = count = 0
        for need in needs:
            used += -(-need // 16) * 16
            if used > pool:
                break
            count += 1
        return count

    paged, optimistic = fill(total, 918_109), fill(snippet.prompt.tolist(), 918_109)
    # the 800 shared tokens are 50 whole blocks
    shared = fill([t - 800 for t in total], 918_109 - 800)
    held = [-(-t // 16) * 16 for t in total]
    waste = 100 * (1 - sum(total[:paged]) / sum(held[:paged]))
    overcommitted = sum(held[:optimistic]) / 918_109
    assert numbers == [918_109 // 8192, paged, round(waste, 1), shared, optimistic, round(overcommitted, 2)]
    assert 112 < paged < shared
    assert overcommitted > 1  # admitting on the prompt alone ends in preemption
