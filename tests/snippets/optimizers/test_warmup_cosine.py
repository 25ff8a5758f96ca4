import numpy as np
import pytest
import torch
from transformers import get_cosine_schedule_with_warmup


@pytest.mark.parametrize("warmup, total", [(5, 20), (1, 7), (10, 40)])
def test_without_offset_and_floor_it_is_hugging_faces(snippet, warmup, total):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = get_cosine_schedule_with_warmup(optimizer, warmup, total)
    for step in range(total):
        ours = snippet.factor(step, warmup, total, floor=0, offset=0)
        np.testing.assert_allclose(ours, optimizer.param_groups[0]["lr"], atol=1e-12)
        optimizer.step()
        scheduler.step()


def test_with_the_offset_it_starts_at_one_step_and_ends_at_the_floor(snippet):
    assert [snippet.factor(s, 4, 10) for s in range(5)] == [0.25, 0.5, 0.75, 1.0, 1.0]
    assert snippet.factor(7, 4, 10) == pytest.approx(0.55)  # half way down to 0.1
    for step in (10, 11, 16, 1000):  # beyond the end the rate stays, it does not climb again
        assert snippet.factor(step, 4, 10) == pytest.approx(0.1)
    assert snippet.factor(10, 4, 10, floor=0.3) == pytest.approx(0.3)


def test_the_loop_uses_each_rate_for_its_own_update(snippet):
    for offset in (0, 1):
        used, moves = snippet.run(offset, total=9, warmup=3)
        np.testing.assert_allclose(used, [1e-3 * snippet.factor(s, 3, 9, 0.1, offset) for s in range(9)])
        np.testing.assert_allclose(moves[0], used[0], rtol=1e-4)  # Adam's first step is its learning rate
        expected, w = adamw(used)
        np.testing.assert_allclose(moves, np.diff(expected), atol=3e-9)
        assert w > 0


def adamw(used):
    """AdamW on (w - 1)², by hand, with its default decay."""
    w, m, v, path = 0.0, 0.0, 0.0, [0.0]
    for t, lr in enumerate(used, start=1):
        g = 2 * (w - 1)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w = w * (1 - lr * 0.01) - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        path.append(w)
    return path, w


def test_the_first_update_is_lost_and_only_without_the_offset(snippet):
    assert snippet.run(0)[1][0] == 0 and snippet.run(1)[1][0] > 0
    assert len(snippet.rates) == 20 and snippet.rates[5] == 1e-3
