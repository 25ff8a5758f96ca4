import pytest


def counted(snippet, chunk, before):
    """Counts pairs and cached tokens one by one."""
    pairs = sum(2048 for _ in range(32)) + sum(before + i for i in range(1, chunk + 1))
    flops = 2 * 7.0e9 * (32 + chunk) + 2 * 0.5e9 * 33 + 4 * 32 * 32 * 128 * pairs
    moved = 2 * 7.5e9 + (2 * 32 * 8 * 128 * 2) * (32 * 2048 + before + chunk)
    return moved / 4.8e12, flops / 989e12


@pytest.mark.parametrize(("chunk", "before"), [(0, 0), (1, 0), (64, 300), (700, 5000), (4000, 100)])
def test_a_step_takes_the_longer_of_memory_and_arithmetic(snippet, chunk, before):
    assert snippet.step_seconds(chunk, before) == pytest.approx(max(counted(snippet, chunk, before)))


def test_small_chunks_are_bound_by_memory_and_large_ones_by_arithmetic(snippet):
    for chunk, arithmetic in ((32, False), (128, False), (512, True), (8192, True)):
        memory, compute = counted(snippet, chunk, 0)
        assert (compute > memory) == arithmetic


@pytest.mark.parametrize(("prompt", "chunk"), [(1000, 256), (512, 512), (100, 1000), (7, 1)])
def test_chunks_cover_the_prompt_once(snippet, prompt, chunk):
    expected, before = [], 0
    while before < prompt:
        size = min(chunk, prompt - before)
        expected.append(max(counted(snippet, size, before)))
        before += size
    assert snippet.prefill(prompt, chunk) == pytest.approx(expected)


def test_chunks_trade_the_stall_for_a_later_first_token(snippet):
    calm = snippet.step_seconds(0)
    rows = [list(map(float, line.split())) for line in snippet.printed.splitlines()[2:]]
    assert float(snippet.printed.split("prompt:")[1].split()[0]) == pytest.approx(1e3 * calm, abs=0.051)
    for chunk, steps, gap, total in rows:
        gaps = snippet.prefill(8192, int(chunk))
        assert steps == len(gaps) == 8192 / chunk
        assert gap == pytest.approx(1e3 * max(gaps), abs=0.051)
        assert total == pytest.approx(1e3 * sum(gaps), abs=0.51)
    assert rows[0][2] > 25e3 * calm  # the whole prompt: dozens of ordinary gaps
    assert rows[2][2] < 2.5e3 * calm and rows[2][3] < 1.1 * rows[0][3]  # 512: nearly free
    assert rows[4][3] > 8 * rows[0][3]  # 32: the weights are read 256 times
