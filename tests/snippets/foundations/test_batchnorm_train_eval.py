import numpy as np
import pytest
import torch


def test_agrees_with_torch_over_many_steps(snippet):
    rng = np.random.default_rng(5)
    for momentum in (0.1, 0.37):
        ours = snippet.BatchNorm(3, momentum=momentum)
        theirs = torch.nn.BatchNorm1d(3, momentum=momentum).double()
        ours.gamma, ours.beta = rng.normal(size=3), rng.normal(size=3)
        with torch.no_grad():
            theirs.weight.copy_(torch.tensor(ours.gamma))
            theirs.bias.copy_(torch.tensor(ours.beta))
        for n in (2, 5, 64):
            x = rng.normal(3, 0.01, size=(n, 3))  # small spread: epsilon matters
            theirs.train()
            np.testing.assert_allclose(ours.train(x), theirs(torch.tensor(x)).detach().numpy(), atol=1e-10)
            theirs.eval()
            np.testing.assert_allclose(ours.eval(x), theirs(torch.tensor(x)).detach().numpy(), atol=1e-10)
        np.testing.assert_allclose(ours.running_mean, theirs.running_mean)
        np.testing.assert_allclose(ours.running_var, theirs.running_var)


def test_defaults_are_those_of_torch(snippet):
    layer, theirs = snippet.BatchNorm(4), torch.nn.BatchNorm1d(4)
    assert (layer.momentum, layer.eps) == (theirs.momentum, theirs.eps)
    for ours, buffer in (
        (layer.running_mean, theirs.running_mean),
        (layer.running_var, theirs.running_var),
        (layer.gamma, theirs.weight),
        (layer.beta, theirs.bias),
    ):
        np.testing.assert_array_equal(ours, buffer.detach())


def test_the_running_mean_forgets_its_start_geometrically(snippet):
    layer = snippet.BatchNorm(1)
    for step in range(1, 31):
        layer.train(np.array([[9.0], [11.0]]))  # variance 2 with n - 1
        assert layer.running_mean[0] == pytest.approx(10 * (1 - 0.9**step))
        assert layer.running_var[0] == pytest.approx(2 - 0.9**step)


def test_printed_evaluation_is_what_the_decay_predicts(snippet):
    rows = [line for line in snippet.printed.splitlines() if line.startswith("step")]
    assert len(rows) == 3
    for row in rows:
        step = int(row[4:8])
        decay = 0.9**step
        sd = np.sqrt(decay * 1 + (1 - decay) * 4)
        mean, spread = (float(x) for x in row.split("evaluation output")[1].split("±"))
        assert mean == pytest.approx(10 * decay / sd, abs=0.3) and spread == pytest.approx(2 / sd, abs=0.2)
        trained_mean, trained_spread = row.split("training output")[1].split(",")[0].split("±")
        assert float(trained_mean) == 0 and float(trained_spread) == 1


def test_a_batch_of_one_is_refused_by_torch_in_training(snippet):
    with pytest.raises(ValueError, match="more than 1 value"):
        torch.nn.BatchNorm1d(2)(torch.ones(1, 2))
    torch.nn.BatchNorm1d(2).eval()(torch.ones(1, 2))


def test_the_companions_decide_the_sign(snippet):
    assert "training: 1.00 and -1.00" in snippet.printed
    assert snippet.low.tolist() == [[12], [8]] and snippet.high.tolist() == [[12], [16]]
    assert snippet.layer.running_var.tolist() == [8]
    assert "used 4, stored 8" in snippet.printed
    assert np.var([12, 8]) == 4 and np.var([12, 8], ddof=1) == 8


def test_expected_evaluation_against_the_layer_itself(snippet):
    for batches, mean, spread in ((1, 10, 2), (7, -3, 0.5), (40, 10, 2)):
        layer = snippet.BatchNorm(1, momentum=0.25, eps=0)
        x = np.array([[mean - spread], [mean + spread]]) / 1.0
        scaled = mean + (x - mean) / np.sqrt(2)  # unbiased variance: spread squared
        for _ in range(batches):
            layer.train(scaled)
        out = layer.eval(x)
        found = snippet.evaluated(batches, mean, spread**2, momentum=0.25)
        assert found == pytest.approx((out.mean(), out.std()))
    assert snippet.evaluated(3, 1, 1) == pytest.approx((0.9**3, 1))
    short = [10 * 0.9**t for t in range(40)]
    assert f"after {next(t for t, gap in enumerate(short) if gap <= 1)} batches" in snippet.printed
