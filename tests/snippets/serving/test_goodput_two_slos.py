import numpy as np
import pytest


def cost(decoding, prefill):
    return max(0.004 + 0.00006 * decoding, 0.00003 * (decoding + prefill))


def simulate(arrivals, budget, prompt=3000, answer=100):
    """The same server, kept as a list of requests instead of arrays."""
    clock = 0.0
    requests = [{"at": t, "read": prompt, "write": answer, "gap": 0.0} for t in arrivals]
    while any(r["write"] for r in requests):
        decoding = [r for r in requests if not r["read"] and r["write"]]
        queue = [r for r in requests if r["read"] and r["at"] <= clock]
        if not decoding and not queue:
            clock = min(r["at"] for r in requests if r["read"])
            continue
        chunk = max(0, min(queue[0]["read"], budget - len(decoding))) if queue else 0
        seconds = cost(len(decoding), chunk)
        clock += seconds
        for r in decoding:
            r["gap"] = max(r["gap"], seconds)
            r["write"] -= 1
        if queue:
            queue[0]["read"] -= chunk
            if not queue[0]["read"]:
                queue[0]["first"] = clock - queue[0]["at"]
                queue[0]["write"] -= 1
    return np.array([r["first"] for r in requests]), np.array([r["gap"] for r in requests])


@pytest.mark.parametrize("budget", [4096, 700])
def test_agrees_with_a_list_of_requests(snippet, budget):
    arrivals = np.cumsum(np.random.default_rng(4).exponential(0.1, size=6))
    for got, expected in zip(snippet.serve(arrivals, budget), simulate(arrivals, budget), strict=True):
        np.testing.assert_allclose(got, expected)


def test_prompts_wait_while_the_decodes_use_up_the_budget(snippet, monkeypatch):
    monkeypatch.setattr(snippet, "PROMPT", 3)
    monkeypatch.setattr(snippet, "ANSWER", 60)
    arrivals = np.array([0.5, 0.5, 0.5, 0.5, 0.51, 30.0])
    for budget in (2, 3):
        for got, expected in zip(snippet.serve(arrivals, budget), simulate(arrivals, budget, 3, 60), strict=True):
            np.testing.assert_allclose(got, expected)


def test_one_request_alone(snippet):
    first, gap = snippet.serve(np.array([2.0]), 1000)
    assert first[0] == pytest.approx(3 * 0.03)
    assert gap[0] == pytest.approx(0.00406)


def test_step_is_bound_by_memory_or_by_arithmetic(snippet):
    for decoding, prefill in ((1, 0), (50, 0), (3, 500), (0, 140), (0, 100)):
        assert snippet.step_seconds(decoding, prefill) == pytest.approx(cost(decoding, prefill))


def test_chunks_protect_the_gaps_and_overload_breaks_the_first_token(snippet):
    table = [[float(w.rstrip("%")) for w in line.split()] for line in snippet.printed.splitlines()[1:]]
    assert [row[:2] for row in table] == [[b, r] for b in (4096, 512, 128) for r in (4, 8, 12)]
    for _, rate, in_time, smooth, good in table:
        assert good <= rate * min(in_time, smooth) / 100 + 0.1
        assert good >= rate * (in_time + smooth - 100) / 100 - 0.1
    whole, middle, small = table[:3], table[3:6], table[6:]
    assert all(row[3] < 40 for row in whole)  # the prompts stall the decodes
    assert all(row[3] == 100 for row in middle + small)
    assert all(row[4] == row[1] for row in middle[:2] + small[:2])
    # arithmetic allows 1 / (3,100 tokens at 0.03 ms) = 10.8 requests a second
    assert middle[2][4] < 10.8 and small[2][4] < middle[2][4]


def test_objectives_and_picture(snippet):
    assert (snippet.FIRST, snippet.GAP) == (1.0, 0.05)
    *lines, offered = snippet.figures[0].axes[0].lines
    table = [float(line.split()[-1]) for line in snippet.printed.splitlines()[1:]]
    for i, line in enumerate(lines):
        np.testing.assert_allclose(line.get_xdata(), [4, 8, 12])
        np.testing.assert_allclose(line.get_ydata(), table[3 * i : 3 * i + 3], atol=0.051)
    np.testing.assert_array_equal(offered.get_xdata(), offered.get_ydata())
    arrivals = np.cumsum(snippet.gaps) / 12
    first, gap = snippet.serve(arrivals, 512)
    both = np.mean([f <= 1 and g <= 0.05 for f, g in zip(first, gap, strict=True)])
    assert lines[1].get_ydata()[-1] == pytest.approx(12 * both)
