import copy
import io

import numpy as np
import pytest
import torch


def saved(run):
    file = io.BytesIO()
    torch.save(run.state(), file)
    file.seek(0)
    return torch.load(file, weights_only=True)


@pytest.mark.parametrize("stop", [1, 4, 5, 9])
def test_a_resumed_run_is_the_uninterrupted_one(snippet, stop):
    whole = snippet.Run().train(12).clone()
    run = snippet.Run()
    run.train(stop)
    state = saved(run)
    torch.rand(100)  # whatever else draws in between
    resumed = snippet.Run()
    resumed.load(state)
    assert torch.equal(resumed.train(12 - stop), whole)
    assert resumed.scheduler.last_epoch == 12
    assert resumed.optimizer.state_dict()["state"][0]["step"] == 12


def test_only_nothing_may_be_left_out(snippet):
    rows = dict(line.removeprefix("without ").split(": ") for line in snippet.printed.splitlines())
    assert rows.pop("nothing") == "equal"
    assert set(rows) == set(snippet.Run().state()) and set(rows.values()) == {"differs"}


def test_load_restores_every_part(snippet):
    run = snippet.Run()
    run.train(3)
    state = copy.deepcopy(saved(run))
    other = snippet.Run()
    other.train(7)
    other.load(state)
    assert torch.equal(torch.get_rng_state(), state["torch generator"])
    assert other.noise.bit_generator.state == state["NumPy generator"]
    assert other.order == state["rows to come"] and len(other.order) == 16
    assert other.scheduler.state_dict() == run.scheduler.state_dict()
    for a, b in zip(other.model.parameters(), run.model.parameters(), strict=True):
        assert torch.equal(a, b)


def test_an_epoch_uses_every_row_once(snippet, monkeypatch):
    run, seen = snippet.Run(), []
    forward = run.model.forward
    run.noise = type("Silent", (), {"normal": staticmethod(lambda size: np.zeros(size))})()
    monkeypatch.setattr(run.model, "forward", lambda x: seen.append(x) or forward(x))
    run.train(10)
    for epoch in (seen[:5], seen[5:]):
        assert all(batch.shape == (8, 6) for batch in epoch)
        torch.testing.assert_close(torch.cat(epoch).sort(0).values, snippet.DATA.sort(0).values)
    assert not torch.equal(seen[0], seen[5])


def test_training_is_adamw_on_a_cosine_with_dropout_and_noise(snippet):
    torch.manual_seed(1)
    first, second = torch.nn.Linear(6, 16), torch.nn.Linear(16, 1)
    noise, parameters = np.random.default_rng(2), [*first.parameters(), *second.parameters()]
    m, v = [torch.zeros_like(p) for p in parameters], [torch.zeros_like(p) for p in parameters]
    for t in range(20):
        if t % 5 == 0:
            order = torch.randperm(40)
        x = snippet.DATA[order[8 * (t % 5) :][:8]]
        noisy = x + 0.1 * torch.tensor(noise.normal(size=6)).float()
        hidden = torch.nn.functional.dropout(noisy @ first.weight.T + first.bias, 0.5)
        loss = ((hidden @ second.weight.T + second.bias)[:, 0] - x.sum(1)).pow(2).sum() / 8
        gradients = torch.autograd.grad(loss, parameters)
        lr = 0.01 * (1 + np.cos(np.pi * t / 30)) / 2
        with torch.no_grad():
            for i, (p, g) in enumerate(zip(parameters, gradients, strict=True)):
                m[i] = 0.9 * m[i] + 0.1 * g
                v[i] = 0.999 * v[i] + 0.001 * g**2
                step = m[i] / (1 - 0.9 ** (t + 1)) / ((v[i] / (1 - 0.999 ** (t + 1))).sqrt() + 1e-8)
                p.mul_(1 - 0.01 * lr).sub_(lr * step)
    expected = torch.nn.utils.parameters_to_vector(parameters).detach()
    torch.testing.assert_close(snippet.Run().train(20).detach(), expected, rtol=1e-3, atol=1e-4)
    torch.testing.assert_close(snippet.whole.detach(), expected, rtol=1e-3, atol=1e-4)
    assert snippet.stopped.scheduler.last_epoch == 7 and snippet.run.scheduler.last_epoch == 20
