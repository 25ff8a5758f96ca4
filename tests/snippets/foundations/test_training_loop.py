import io

import pytest
import torch


def weights(model):
    return torch.cat([p.detach().flatten() for p in model.parameters()])


def test_first_steps_are_those_of_a_hand_written_loop(snippet):
    model, optimizer, scheduler = snippet.start()
    torch.manual_seed(5)
    list(snippet.train(model, optimizer, scheduler, 0, 3))

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
    list(snippet.train(model, optimizer, scheduler, 0, 4))
    torch.testing.assert_close(torch.stack(norms), torch.ones(4), atol=1e-4, rtol=0)


def test_the_targets_and_the_split(snippet):
    a, b, c = snippet.X[:, 0], snippet.X[:, 1], snippet.X[:, 2]
    assert snippet.Y.tolist() == [int(p) + int(q) for p, q in zip(a + b > 0, c > 1, strict=True)]
    assert snippet.Y.unique().tolist() == [0, 1, 2]
    assert torch.equal(torch.cat([snippet.TRAIN_X, snippet.VALID_X]), snippet.X) and len(snippet.TRAIN_X) == 300
    assert torch.equal(torch.cat([snippet.TRAIN_Y, snippet.VALID_Y]), snippet.Y) and len(snippet.TRAIN_Y) == 300


def test_every_epoch_visits_each_row_at_most_once_in_a_new_order(snippet):
    for n in (300, 100, 64):
        batches = n // 32
        epochs = [torch.cat([snippet.rows(e * batches + i, n) for i in range(batches)]) for e in range(3)]
        for rows in epochs:
            assert len(rows) == 32 * batches == len(set(rows.tolist())) and set(rows.tolist()) <= set(range(n))
        assert not torch.equal(epochs[0], epochs[1]) and not torch.equal(epochs[1], epochs[2])


def test_accuracy_is_measured_without_dropout_and_without_a_graph(snippet):
    model, *_ = snippet.start()
    model.train()
    found = snippet.accuracy(model)
    w1, b1, w2, b2 = (p.detach() for p in model.parameters())
    expected = ((snippet.VALID_X @ w1.T + b1).relu() @ w2.T + b2).argmax(1) == snippet.VALID_Y
    assert found == pytest.approx(expected.float().mean().item())
    inputs = []
    model.register_forward_hook(lambda module, args, output: inputs.append(output.requires_grad))
    snippet.accuracy(model)
    assert inputs == [False]


def test_training_is_in_training_mode_also_after_an_evaluation(snippet):
    state = snippet.start()
    modes = []
    state[0].register_forward_pre_hook(lambda module, args: modes.append((module.training, len(args[0]))))
    list(snippet.train(*state, 0, 25))
    assert modes == [(True, 32)] * 20 + [(False, 100)] + [(True, 32)] * 5


def test_log_holds_mean_losses_of_twenty_steps_and_the_throughput(snippet, monkeypatch):
    clock = iter(range(0, 1000, 4))
    monkeypatch.setattr(snippet.time, "perf_counter", lambda: next(clock))
    losses = []
    real = snippet.cross_entropy
    monkeypatch.setattr(snippet, "cross_entropy", lambda *a: losses.append(real(*a)) or losses[-1])
    state = snippet.start()
    log = list(snippet.train(*state, 0, 45))
    assert [entry[0] for entry in log] == [20, 40]
    for entry, part in zip(log, (losses[:20], losses[20:40]), strict=True):
        assert entry[1] == pytest.approx(torch.stack(part).mean().item(), rel=1e-5)
        assert entry[2] == 20 * 32 / 4  # the clock shows 4 s more at each look
    assert log[1][3] > 0.5


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
    list(snippet.train(*stopped, 0, 25))
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
        list(snippet.train(*state, 25, 60))
        assert torch.equal(weights(state[0]), expected) == (missing is None), missing


def test_it_learns(snippet):
    rows = [line for line in snippet.printed.splitlines() if line.startswith("step")]
    assert [int(row.split()[1][:-1]) for row in rows] == [20, 40, 60]
    first, last = float(rows[0].split()[4][:-1]), float(rows[-1].split()[4][:-1])
    assert last < first < 1.1
    shares = torch.bincount(snippet.VALID_Y) / 100
    assert snippet.accuracy(snippet.whole[0]) > shares.max() + 0.2


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
