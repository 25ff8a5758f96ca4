import io

import pytest
import torch


def weights(model):
    return torch.cat([p.detach().flatten() for p in model.parameters()])


def test_first_steps_are_those_of_a_hand_written_loop(snippet):
    model, optimizer, scheduler = snippet.start()
    torch.manual_seed(5)
    snippet.train(model, optimizer, scheduler, 0, 3)

    other, _, _ = snippet.start()
    own = torch.optim.AdamW(other.parameters(), lr=0.02)
    torch.manual_seed(5)
    for step in range(3):
        own.param_groups[0]["lr"] = 0.01 * (1 + torch.cos(torch.tensor(torch.pi * step / 60)).item())
        batch = torch.randperm(300, generator=torch.Generator().manual_seed(0))[32 * step : 32 * step + 32]
        loss = -torch.log_softmax(other(snippet.X[batch]), 1)[range(32), snippet.Y[batch]].mean()
        grads = torch.autograd.grad(loss, list(other.parameters()))
        norm = torch.cat([g.flatten() for g in grads]).norm()
        for parameter, grad in zip(other.parameters(), grads, strict=True):
            parameter.grad = grad * min(1.0, 1.0 / norm.item())
        own.step()
    torch.testing.assert_close(weights(model), weights(other), atol=1e-5, rtol=1e-4)


def test_gradients_are_clipped_at_one_before_the_step(snippet):
    model, optimizer, scheduler = snippet.start()
    norms = []
    optimizer.register_step_pre_hook(
        lambda *_: norms.append(torch.cat([p.grad.flatten() for p in model.parameters()]).norm())
    )
    with torch.no_grad():
        model[3].weight.mul_(50)  # large logits, large gradients
    snippet.train(model, optimizer, scheduler, 0, 4)
    torch.testing.assert_close(torch.stack(norms), torch.ones(4), atol=1e-4, rtol=0)


def test_the_targets_and_the_split(snippet):
    a, b, c = snippet.X[:, 0], snippet.X[:, 1], snippet.X[:, 2]
    assert snippet.Y.tolist() == [int(p) + int(q) for p, q in zip(a + b > 0, c > 1, strict=True)]
    assert snippet.Y.unique().tolist() == [0, 1, 2]
    assert torch.equal(torch.cat([snippet.TRAIN_X, snippet.VALID_X]), snippet.X) and len(snippet.TRAIN_X) == 300
    assert torch.equal(torch.cat([snippet.TRAIN_Y, snippet.VALID_Y]), snippet.Y) and len(snippet.TRAIN_Y) == 300


@pytest.mark.parametrize("n", [300, 100, 64])
def test_every_epoch_visits_each_row_at_most_once_in_a_new_order(snippet, monkeypatch, n):
    monkeypatch.setattr(snippet, "TRAIN_X", snippet.X[:n])
    monkeypatch.setattr(snippet, "TRAIN_Y", snippet.Y[:n])
    numbers = {tuple(row): i for i, row in enumerate(snippet.X[:n].tolist())}
    state, seen, batches = snippet.start(), [], n // 32
    state[0].register_forward_pre_hook(
        lambda module, args: seen.append([numbers.get(tuple(r)) for r in args[0].tolist()])
    )
    snippet.train(*state, 0, 2 * batches)
    snippet.train(*state, 2 * batches, 3 * batches)
    del seen[2 * batches], seen[-1]  # the evaluations
    assert len(seen) == 3 * batches and all(len(batch) == 32 for batch in seen)
    epochs = [[i for batch in seen[e * batches : (e + 1) * batches] for i in batch] for e in range(3)]
    for epoch in epochs:
        assert len(epoch) == len(set(epoch)) and set(epoch) <= set(range(n))
    assert epochs[0] != epochs[1] != epochs[2]


def test_accuracy_is_measured_without_dropout_and_without_a_graph(snippet):
    model, *rest = snippet.start()
    outputs = []
    model.register_forward_hook(lambda module, args, output: outputs.append(output.requires_grad))
    *_, found = snippet.train(model, *rest, 0, 3)
    assert [type(layer).__name__ for layer in model] == ["Linear", "ReLU", "Dropout", "Linear"]
    w1, b1, w2, b2 = (p.detach() for p in model.parameters())
    expected = ((snippet.VALID_X @ w1.T + b1).relu() @ w2.T + b2).argmax(1) == snippet.VALID_Y
    assert found == pytest.approx(expected.float().mean().item())
    assert outputs == [True] * 3 + [False]


def test_training_is_in_training_mode_also_after_an_evaluation(snippet):
    state = snippet.start()
    modes = []
    state[0].register_forward_pre_hook(lambda module, args: modes.append((module.training, len(args[0]))))
    snippet.train(*state, 0, 20)
    snippet.train(*state, 20, 25)
    assert modes == [(True, 32)] * 20 + [(False, 100)] + [(True, 32)] * 5 + [(False, 100)]


def test_log_holds_the_mean_loss_of_its_steps_and_the_throughput(snippet, monkeypatch):
    clock = iter(range(0, 1000, 4))
    monkeypatch.setattr(snippet.time, "perf_counter", lambda: next(clock))
    losses = []
    real = torch.nn.functional.cross_entropy
    monkeypatch.setattr(torch.nn.functional, "cross_entropy", lambda *a: losses.append(real(*a)) or losses[-1])
    state = snippet.start()
    for first, stop in ((0, 20), (20, 45)):
        mean, rate, right = snippet.train(*state, first, stop)
        assert len(losses) == stop
        assert mean == pytest.approx(torch.stack(losses[first:]).mean().item(), rel=1e-5)
        assert rate == (stop - first) * 32 / 4  # the clock shows 4 s more at each look
    assert right > 0.5


def test_the_learning_rate_ends_at_zero_after_all_steps(snippet):
    _, optimizer, scheduler = snippet.start()
    rates = []
    for _ in range(60):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    assert rates[0] == 0.02 and rates[30] == pytest.approx(0.01) and optimizer.param_groups[0]["lr"] < 1e-9


def test_resuming_needs_each_part_of_the_checkpoint(snippet):
    assert "equal at the end: True" in snippet.printed
    expected = weights(snippet.whole[0])
    assert torch.equal(expected, weights(snippet.resumed[0]))
    assert set(snippet.saved) == {"step", "parts", "generator"} and snippet.saved["step"] == 25
    stopped, file = snippet.start(), io.BytesIO()
    snippet.train(*stopped, 0, 25)
    torch.save([part.state_dict() for part in stopped], file)
    generator = torch.get_rng_state()
    for missing in ("model", "optimizer", "scheduler", "generator", None):
        file.seek(0)
        state = snippet.start()
        for name, part, values in zip(("model", "optimizer", "scheduler"), state, torch.load(file), strict=True):
            if name != missing:
                part.load_state_dict(values)
        if missing != "generator":
            torch.set_rng_state(generator)
        else:
            torch.manual_seed(99)
        snippet.train(*state, 25, 60)
        assert torch.equal(weights(state[0]), expected) == (missing is None), missing


def test_it_learns(snippet):
    rows = [line for line in snippet.printed.splitlines() if line.startswith("step")]
    assert [int(row.split()[1][:-1]) for row in rows] == [20, 40, 60]
    first, last = float(rows[0].split()[4][:-1]), float(rows[-1].split()[4][:-1])
    assert last < first < 1.1
    shares = torch.bincount(snippet.VALID_Y) / 100
    assert snippet.right > shares.max() + 0.2


def test_a_checkpoint_with_numpy_s_global_state_is_refused(snippet):
    import numpy as np

    file = io.BytesIO()
    torch.save({"numpy": np.random.get_state()}, file)  # noqa: NPY002
    file.seek(0)
    with pytest.raises(Exception, match="Weights only load failed"):
        torch.load(file)
    file = io.BytesIO()
    torch.save({"numpy": np.random.default_rng(0).bit_generator.state}, file)  # plain integers and strings
    file.seek(0)
    assert torch.load(file)["numpy"]["bit_generator"] == "PCG64"
