import numpy as np
import pytest
import torch


@pytest.mark.parametrize("patience", [1, 3, 7])
def test_scale_and_steps_are_those_of_torch(snippet, patience):
    rng = np.random.default_rng(11)
    ours = snippet.LossScaler(scale=1024.0, patience=patience)
    theirs = torch.amp.GradScaler("cpu", init_scale=1024.0, growth_interval=patience)
    w = torch.zeros(3, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    skipped = 0
    for _ in range(120):
        g = np.float32(10 ** rng.uniform(-2, 3) * rng.normal(size=3))
        before, scale = w.detach().clone(), theirs.get_scale()
        assert ours.scale == scale
        theirs.scale(torch.zeros(()))  # starts the scaler
        with np.errstate(over="ignore"):
            w.grad = torch.tensor(np.float32(np.float16(scale * g)))  # as an fp16 backward would leave it
        theirs.step(optimizer)
        theirs.update()
        result = ours.unscaled(g)
        if result is None:
            skipped += 1
            assert torch.equal(w.detach(), before)  # torch skipped the step as well
        else:
            np.testing.assert_array_equal((before - w.detach()).numpy() != 0, result != 0)
            np.testing.assert_allclose((before - w.detach()).numpy(), result, rtol=1e-3, atol=1e-3)
            np.testing.assert_allclose(result, g, rtol=2.0**-10, atol=2.0**-25 / scale)
    assert 3 < skipped < 110


def test_defaults_are_those_of_torch(snippet):
    theirs = torch.amp.GradScaler("cpu")
    ours = snippet.LossScaler()
    assert (ours.scale, ours.patience) == (theirs.get_scale(), theirs.get_growth_interval())
    assert (theirs.get_growth_factor(), theirs.get_backoff_factor()) == (2, 0.5)


def test_one_bad_entry_skips_the_whole_step(snippet):
    scaler = snippet.LossScaler(scale=1.0, patience=5)
    assert scaler.unscaled(np.array([1.0, 2.0])) is not None
    assert scaler.unscaled(np.array([1.0, 1e5])) is None
    assert (scaler.scale, scaler.clean) == (0.5, 0)
    assert scaler.unscaled(np.array([1.0, np.nan])) is None


def test_it_settles_within_a_factor_of_two_of_the_limit_and_follows(snippet):
    rows = [line.replace(",", "").split() for line in snippet.printed.splitlines()]
    for row in rows:
        size = 30 if int(row[1]) <= 1000 else 0.3
        limit = 65520 / size
        assert float(row[4]) <= 2 * limit
        if size == 30 or int(row[1]) == 3000:
            assert float(row[4]) > limit / 2
    assert 0.3 * float(rows[-1][4]) > 30  # it has grown
    assert int(rows[-1][6]) < 0.02 * 3000  # and few steps were lost
    assert snippet.gradients.shape == (100,) and 0.25 < np.abs(snippet.gradients).max() < 0.3
