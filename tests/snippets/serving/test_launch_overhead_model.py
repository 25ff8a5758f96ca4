import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

kernels = st.lists(st.floats(0.1, 50), min_size=1, max_size=40)


def simulate(durations, launch):
    cpu = gpu = 0.0
    for duration in durations:
        cpu += launch
        gpu = max(gpu, cpu) + duration
    return gpu


@given(kernels, st.floats(0.1, 30))
def test_agrees_with_a_loop_over_the_kernels(snippet, durations, launch):
    assert snippet.eager_finish(np.array(durations), launch) == pytest.approx(simulate(durations, launch))


@given(kernels, st.floats(0.1, 30))
def test_a_graph_pays_for_one_launch_and_is_never_slower(snippet, durations, launch):
    graph = snippet.graph_finish(np.array(durations), launch)
    assert graph == pytest.approx(launch + sum(durations))
    assert graph <= snippet.eager_finish(np.array(durations), launch) + 1e-9


def test_equal_kernels_are_bound_by_the_slower_of_launch_and_kernel(snippet):
    assert snippet.eager_finish(np.full(100, 2.0), 6.0) == pytest.approx(100 * 6 + 2)
    assert snippet.eager_finish(np.full(100, 9.0), 6.0) == pytest.approx(6 + 100 * 9)


def test_short_kernels_starve_the_gpu_and_long_ones_hide_the_launches(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert [row[0] for row in rows] == ["2", "5", "10", "40"]
    idle = [int(row[3].rstrip("%")) for row in rows]
    assert idle == sorted(idle, reverse=True)
    assert rows[0][1] == rows[1][1] == f"{320 * 6 / 1e3:.2f}"  # launches alone: 320 of 6 us
    assert len(snippet.shape) == 320
    assert snippet.shape.mean() == pytest.approx(1)
    for row in rows:  # the GPU's own work is what a graph takes, less one launch
        work = 320 * int(row[0]) / 1e3
        assert float(row[2]) == pytest.approx(work + 0.006, abs=0.0051)
        assert int(row[3].rstrip("%")) == pytest.approx(100 * (1 - work / float(row[1])), abs=0.8)
