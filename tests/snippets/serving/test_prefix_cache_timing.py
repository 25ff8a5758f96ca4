import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu, norm

tokens = st.lists(st.integers(0, 3), max_size=70)


@settings(max_examples=40)
@given(st.lists(tokens, max_size=5), tokens, st.sampled_from(["", "a"]))
def test_hits_are_the_longest_common_prefix_in_whole_blocks(snippet, earlier, request_, salt):
    cache = set()
    for old in earlier:
        snippet.cached_tokens(cache, old, salt)
    longest = 0
    for old in earlier:
        same = 0
        while same < min(len(old), len(request_)) and old[same] == request_[same]:
            same += 1
        longest = max(longest, same // 16 * 16)
    assert snippet.cached_tokens(cache, request_, salt) == longest
    # and afterwards its own full blocks are there
    assert snippet.cached_tokens(cache, request_, salt) == len(request_) // 16 * 16


@given(tokens)
def test_another_salt_shares_nothing(snippet, request_):
    cache = set()
    snippet.cached_tokens(cache, request_, "a")
    assert snippet.cached_tokens(cache, request_, "b") == 0
    assert len(snippet.block_keys(request_)) == len(request_) // 16


def test_the_same_block_after_another_prefix_is_another_block(snippet):
    block = list(range(16))
    first, second = snippet.block_keys(block + block)
    assert first != second


def test_chance_to_tell_is_the_area_under_the_roc_curve(snippet):
    rng = np.random.default_rng(5)
    slow, fast = rng.normal(1, 1, 40), rng.normal(0, 1, 30)
    u = mannwhitneyu(slow, fast).statistic
    assert snippet.chance_to_tell(slow, fast) == pytest.approx(u / (40 * 30))
    assert snippet.chance_to_tell(np.array([1.0]), np.array([1.0])) == 0  # a tie tells nothing


def test_hit_rate_is_the_share_of_the_system_prompt(snippet):
    # 199 of 200 requests find the 1,024 of their 1,536 tokens
    assert snippet.hit == 199 * 1024
    assert snippet.total == 200 * 1536
    printed = snippet.printed.splitlines()[0].split()
    assert float(printed[2].rstrip(":")) == pytest.approx(199 / 200 * 2 / 3, abs=0.0006)
    assert float(printed[-1]) == pytest.approx(1 / (1 - 199 / 200 * 2 / 3), abs=0.006)


def test_without_salt_a_hit_shows_and_with_it_nothing_does(snippet):
    told = [float(line.split()[-1]) for line in snippet.printed.splitlines()[1:]]
    # 512 tokens of 0.02 ms against the difference of two noises of 5 ms; 150 of each,
    # standard error below 0.02 for the first and 0.034 for the second
    assert told[0] == pytest.approx(norm.cdf(512 * 0.02 / (5 * np.sqrt(2))), abs=0.05)
    assert told[1] == pytest.approx(0.5, abs=0.11)
