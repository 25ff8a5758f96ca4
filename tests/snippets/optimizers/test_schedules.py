import numpy as np
import pytest
import torch
from torch.optim import lr_scheduler as torch_schedulers


def rates(make, updates=1000):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = make(optimizer)
    used = []
    for _ in range(updates):
        used.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return np.array(used)


T = np.arange(1000)


def test_warm_up_is_linear_lr(snippet):
    # torch counts its iterations from 0: start at 1/100, reach 1 after 99 steps
    expected = rates(lambda o: torch_schedulers.LinearLR(o, start_factor=0.01, total_iters=99))
    np.testing.assert_allclose(snippet.warm_up(T), expected)


def test_cosine_is_cosine_annealing(snippet):
    expected = rates(lambda o: torch_schedulers.CosineAnnealingLR(o, T_max=900, eta_min=0.1), 900)
    np.testing.assert_allclose(snippet.cosine(T + 100)[:900], expected, atol=1e-9)
    expected = rates(lambda o: torch_schedulers.CosineAnnealingLR(o, T_max=900), 900)
    np.testing.assert_allclose(snippet.cosine(T + 100, floor=0)[:900], expected, atol=1e-9)
    assert (snippet.cosine(T[:100]) == 1).all()


def test_linear_is_linear_lr(snippet):
    expected = rates(lambda o: torch_schedulers.LinearLR(o, start_factor=1.0, end_factor=0.0, total_iters=900), 950)
    np.testing.assert_allclose(snippet.linear(np.arange(100, 1050)), expected, atol=1e-12)


def test_warm_up_then_cosine_is_sequential_lr(snippet):
    expected = rates(
        lambda o: torch_schedulers.SequentialLR(
            o,
            [
                torch_schedulers.LinearLR(o, start_factor=0.01, total_iters=99),
                torch_schedulers.CosineAnnealingLR(o, T_max=900, eta_min=0.1),
            ],
            milestones=[100],
        )
    )
    np.testing.assert_allclose(snippet.curves["cosine to 0.1"], expected, atol=1e-9)


def test_steps_and_restarts_are_torchs(snippet):
    np.testing.assert_allclose(snippet.step_decay(T), rates(lambda o: torch_schedulers.StepLR(o, 400, 0.1)))
    own = rates(lambda o: torch_schedulers.StepLR(o, 70, 0.5))
    np.testing.assert_allclose(snippet.step_decay(T, 0.5, 70), own)
    for period in (250, 300):
        expected = rates(lambda o, p=period: torch_schedulers.CosineAnnealingWarmRestarts(o, p))
        np.testing.assert_allclose(snippet.restarts(T, period), expected, atol=1e-12)
    np.testing.assert_allclose(snippet.restarts(T), snippet.restarts(T, 250))


def test_inverse_square_root_is_that_of_the_transformer_paper(snippet):
    s = T + 1  # d_model^-½ · min(s^-½, s · w^-1.5), relative to its peak at s = w
    expected = np.minimum(s**-0.5, s * 100**-1.5) / 100**-0.5
    np.testing.assert_allclose(snippet.warm_up(T) * snippet.inverse_square_root(T), expected)


def test_the_stable_phase_and_its_square_root_decay(snippet):
    ours = snippet.warm_up_stable_decay(T)
    assert (ours[:801] == 1).all() and ours[801] < 1
    n, decay = T[800:] - 800, 200
    np.testing.assert_allclose(ours[800:], 1 - np.sqrt(n / decay))
    np.testing.assert_allclose(snippet.warm_up_stable_decay(T, 500)[500:], 1 - np.sqrt(np.arange(500) / 500))


def test_the_printed_curves_and_the_picture(snippet):
    assert snippet.TOTAL == 1000 and snippet.WARMUP == 100
    product = {
        "cosine to 0.1": snippet.cosine,
        "linear to 0": snippet.linear,
        "stable, then decay": snippet.warm_up_stable_decay,
        "inverse square root": snippet.inverse_square_root,
    }
    assert snippet.figures[0].axes[0].get_ylim() == (0, 1.6)
    for line, (name, factor) in zip(snippet.figures[0].axes[0].lines, snippet.curves.items(), strict=True):
        if name in product:
            np.testing.assert_allclose(factor, snippet.warm_up(T) * product[name](T))
        np.testing.assert_allclose(line.get_ydata(), factor)
        np.testing.assert_allclose(line.get_xdata(), T)
        assert line.get_label() == name
        assert line.get_linestyle() == ("-" if name in product else "--")
        assert factor.max() == pytest.approx(1) and factor.min() >= 0
