import copy

import pytest
import torch
from torch.nn import functional


def make(seed=1):
    torch.manual_seed(seed)
    model = torch.nn.Sequential(torch.nn.Linear(4, 6), torch.nn.Tanh(), torch.nn.Linear(6, 3))
    return model, 3 * torch.randn(7, 4), torch.randint(3, (7,))


def loop_gradients(model, x, y):
    rows = []
    for one_x, one_y in zip(x, y, strict=True):
        model.zero_grad()
        functional.cross_entropy(model(one_x[None]), one_y[None]).backward()
        rows.append([p.grad.clone() for p in model.parameters()])
    return [torch.stack(g) for g in zip(*rows, strict=True)]


def test_per_example_gradients_are_those_of_a_loop(snippet):
    model, x, y = make()
    found = snippet.per_example_gradients(model, x, y)
    assert list(found) == [name for name, _ in model.named_parameters()]
    for g, expected in zip(found.values(), loop_gradients(model, x, y), strict=True):
        torch.testing.assert_close(g, expected)


@pytest.mark.parametrize("clip", [0.3, 1.0, 100.0])
def test_each_example_is_scaled_to_at_most_the_clip_norm(snippet, clip):
    gradients = dict(enumerate(loop_gradients(*make(2))))
    total = {name: torch.zeros_like(g[0]) for name, g in gradients.items()}
    for i in range(7):
        norm = torch.cat([g[i].flatten() for g in gradients.values()]).norm()
        for name, g in gradients.items():
            total[name] += g[i] * min(1, clip / norm)
    found = snippet.clipped_sum(gradients, clip)
    for name in gradients:
        torch.testing.assert_close(found[name], total[name])


def test_a_zero_gradient_stays_zero(snippet):
    out = snippet.clipped_sum({"w": torch.zeros(3, 2)}, 1.0)
    assert out["w"].tolist() == [0, 0]


def test_a_step_without_noise_and_clipping_is_sgd_on_the_sum_over_the_expected_size(snippet):
    model, x, y = make(3)
    reference = copy.deepcopy(model)
    snippet.dp_sgd_step(model, x, y, lr=0.5, clip=1e6, noise_multiplier=0.0, expected_batch=10)
    functional.cross_entropy(reference(x), y, reduction="sum").backward()
    for p, r in zip(model.parameters(), reference.parameters(), strict=True):
        torch.testing.assert_close(p.detach(), r.detach() - 0.5 * r.grad / 10)


def test_the_noise_is_the_multiplier_times_the_clip_norm_on_the_sum(snippet):
    model = torch.nn.Linear(200, 100)
    start = copy.deepcopy(model)
    torch.manual_seed(5)
    x, y = torch.zeros(2, 200), torch.tensor([0, 1])  # the weight's gradient is exactly zero
    snippet.dp_sgd_step(model, x, y, lr=0.5, clip=3.0, noise_multiplier=0.7, expected_batch=4)
    moved = (model.weight - start.weight).detach()
    # 20,000 draws: relative standard error of the deviation 0.5 %
    assert abs(moved.std().item() / (0.5 * 0.7 * 3.0 / 4) - 1) < 0.025
    assert abs(moved.mean().item()) < 0.01


def test_it_agrees_with_the_optimiser_of_opacus(snippet):
    from opacus import GradSampleModule
    from opacus.optimizers import DPOptimizer

    model, x, y = make(4)
    private = GradSampleModule(copy.deepcopy(model), loss_reduction="sum")
    sgd = torch.optim.SGD(private.parameters(), lr=0.2)
    optimiser = DPOptimizer(sgd, noise_multiplier=0.0, max_grad_norm=0.5, expected_batch_size=9, loss_reduction="mean")
    functional.cross_entropy(private(x), y, reduction="sum").backward()
    optimiser.step()
    snippet.dp_sgd_step(model, x, y, lr=0.2, clip=0.5, noise_multiplier=0.0, expected_batch=9)
    for p, r in zip(model.parameters(), private.parameters(), strict=True):
        torch.testing.assert_close(p.detach(), r.detach(), atol=1e-5, rtol=1e-4)


def test_distance_is_euclidean_over_all_layers(snippet):
    a = {"u": torch.tensor([3.0]), "v": torch.tensor([[1.0, 4.0]])}
    b = {"u": torch.tensor([0.0]), "v": torch.tensor([[1.0, 0.0]])}
    assert snippet.distance(a, b).item() == 5


def test_only_per_example_clipping_bounds_one_person_by_the_clip_norm(snippet):
    each, batch = (float(line.split()[-1]) for line in snippet.printed.splitlines()[:2])
    assert each <= 1 < batch <= 2
    norms = sum(g.flatten(1).square().sum(1) for g in snippet.gradients.values()).sqrt()
    assert norms[7] > 10 * norms[:7].max()
    assert [len(g) for g in snippet.without.values()] == [7, 7]
