import pytest
import torch


@pytest.mark.parametrize(("stage", "gigabytes"), [(0, 120), (1, 31.4), (2, 16.6), (3, 1.9)])
def test_the_published_example_of_zero(snippet, stage, gigabytes):
    # Rajbhandari et al. 2020, figure 1: 7.5 billion parameters, 64 devices, K = 12
    assert snippet.bytes_per_device(7.5, 64, stage) == pytest.approx(gigabytes, abs=0.05)


def test_bytes_are_those_of_the_tensors(snippet):
    p = 1000
    weights = torch.zeros(p, dtype=torch.bfloat16)
    gradients = torch.zeros(p, dtype=torch.bfloat16)
    states = torch.zeros(3, p, dtype=torch.float32)  # master weights, m, v
    whole = [tensor.untyped_storage().nbytes() for tensor in (weights, gradients, states)]
    divided_parts = {0: (), 1: (2,), 2: (1, 2), 3: (0, 1, 2)}
    for devices in (1, 5, 10):
        for stage, divided in divided_parts.items():
            expected = sum(size / devices if i in divided else size for i, size in enumerate(whole))
            assert snippet.bytes_per_device(p, devices, stage) == pytest.approx(expected)


def test_volume(snippet):
    # one collective passes n - 1 chunks of P / n through each device
    for n in (2, 8, 64):
        one = sum(640 / n for _ in range(n - 1))
        for stage, collectives in ((0, 2), (1, 2), (2, 2), (3, 3)):
            assert snippet.sent_per_step(640, n, stage) == pytest.approx(collectives * one)
    assert snippet.sent_per_step(5, 1, 3) == 0


def test_adam_is_not_twice_the_weights_in_bytes(snippet):
    p = torch.nn.Parameter(torch.zeros(64))
    optimizer = torch.optim.Adam([p])
    p.grad = torch.ones_like(p)
    optimizer.step()
    moments = sum(optimizer.state[p][name].nbytes for name in ("exp_avg", "exp_avg_sq"))
    ratio = moments / p.bfloat16().nbytes
    assert f"two fp32 moments: {ratio:.0f} times" in snippet.printed
    assert f"with fp32 master weights {(moments + p.nbytes) / p.bfloat16().nbytes:.0f} times" in snippet.printed
