import numpy as np
import pytest
import torch


@pytest.mark.parametrize("devices", [1, 2, 3, 6])
def test_shards_sum_to_pytorchs_mlp(snippet, devices):
    rng = np.random.default_rng(1)
    x, up, down = (rng.standard_normal(s) for s in ((5, 4), (4, 12), (12, 4)))
    expected = torch.relu(torch.tensor(x) @ torch.tensor(up)) @ torch.tensor(down)
    parts = snippet.partial_sums(x, up, down, devices)
    assert parts.shape == (devices, 5, 4)
    np.testing.assert_allclose(parts.sum(0), expected, atol=1e-12)
    np.testing.assert_allclose(snippet.mlp(x, up, down), expected, atol=1e-12)


def ring_bytes(values, devices):
    """Runs a ring all-reduce and counts what one device sends, two bytes a value."""
    chunks = [[np.full(values // devices, float(d)) for _ in range(devices)] for d in range(devices)]
    sent = 0
    for phase in range(2):
        for step in range(devices - 1):
            moving = [chunks[d][(d - step + phase) % devices].copy() for d in range(devices)]
            sent += 2 * len(moving[0])
            for d in range(devices):
                target, index = (d + 1) % devices, (d - step + phase) % devices
                chunks[target][index] = moving[d] + (0 if phase else chunks[target][index])
    assert all(np.all(c == sum(range(devices))) for row in chunks for c in row)
    return sent


@pytest.mark.parametrize("devices", [2, 4, 8])
def test_all_reduce_is_a_latency_and_the_bytes_of_a_ring(snippet, devices):
    expected = 10e-6 + ring_bytes(16 * 8192, devices) / 450e9
    assert snippet.all_reduce(16, devices) == pytest.approx(expected)


def test_tensor_parallel_reads_a_share_and_meets_twice_a_layer(snippet):
    assert round(2 * 70_553_706_496, -8) == snippet.WEIGHTS  # published count, bfloat16
    weights, exchange = snippet.tensor_parallel(5, 4)
    assert weights == pytest.approx(141.1e9 / 4.8e12 / 4)
    assert exchange == pytest.approx(160 * snippet.all_reduce(5, 4))
    # at one sequence the latency is nearly all of it: more bandwidth would not help
    _, single = snippet.tensor_parallel(1, 8)
    assert 0.99 < 160 * 10e-6 / single < 1


def test_pipeline_reads_everything_once_and_hands_over_between_stages(snippet):
    weights, exchange = snippet.pipeline(5, 4)
    assert weights == pytest.approx(141.1e9 / 4.8e12)
    assert exchange == pytest.approx(3 * 5 * 8192 * 2 / 450e9)
    assert snippet.pipeline(5, 1)[1] == 0


def test_the_printed_rows_follow_the_functions(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[3:]]
    splits = {"tensor": snippet.tensor_parallel, "pipeline": snippet.pipeline}
    for name, devices, batch, weights, exchange in rows:
        expected = splits[name](int(batch), int(devices))
        assert float(weights) == pytest.approx(1e3 * expected[0], abs=0.0051)
        assert float(exchange) == pytest.approx(1e3 * expected[1], abs=0.00051)
    assert snippet.x.shape == (3, 8) and snippet.down.shape == snippet.up.T.shape == (16, 8)
    np.testing.assert_allclose(snippet.parts.sum(0), snippet.mlp(snippet.x, snippet.up, snippet.down))
