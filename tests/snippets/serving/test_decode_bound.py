import pytest
from hypothesis import given
from hypothesis import strategies as st

sizes = st.floats(1e8, 1e12)


@given(st.integers(1, 2000), sizes, sizes)
def test_rate_is_batch_over_the_time_to_read_everything_once(snippet, batch, weights, cache):
    seconds = sum([weights] + [cache] * batch) / 4.8e12
    assert snippet.tokens_per_second(batch, weights, cache) == pytest.approx(batch / seconds)


@given(st.integers(1, 2000), sizes, sizes)
def test_more_sequences_help_but_never_past_bandwidth_over_cache(snippet, batch, weights, cache):
    rate = snippet.tokens_per_second(batch, weights, cache)
    assert rate < snippet.tokens_per_second(batch + 1, weights, cache) < 4.8e12 / cache


def test_the_two_limits(snippet):
    assert snippet.tokens_per_second(64, cache=0) == pytest.approx(64 * 4.8e12 / 16e9)
    assert snippet.tokens_per_second(10**9) == pytest.approx(4.8e12 / 2**30, rel=1e-6)
    assert snippet.step_bytes(3) == 16e9 + 3 * 1024**3


def test_the_gib_is_the_cache_of_8192_tokens_of_llama_3_8b(snippet):
    assert snippet.CACHE == 8192 * 2 * 32 * 8 * 128 * 2


def test_smaller_weights_help_small_batches_and_a_smaller_cache_large_ones(snippet):
    def gain(batch, weights, cache):
        before = (16e9 + batch * 2**30) / 4.8e12
        return before / ((weights + batch * cache) / 4.8e12)

    lines = snippet.printed.splitlines()
    for line, weights, cache in ((lines[-2], 4e9, 2**30), (lines[-1], 16e9, 2**29)):
        words = line.split()
        assert float(words[2]) == pytest.approx(gain(1, weights, cache), abs=0.0051)
        assert float(words[7]) == pytest.approx(gain(64, weights, cache), abs=0.0051)
    for line in lines[1:5]:
        batch, steps, tokens, gap, share = (float(w.rstrip("%")) for w in line.split())
        assert tokens == pytest.approx(batch * 1e3 / gap, rel=0.02)
        assert steps == pytest.approx(1e3 / gap, rel=0.02)
        assert share == pytest.approx(100 * 16e9 * steps / 4.8e12, abs=0.6)
