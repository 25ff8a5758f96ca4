import numpy as np
import pytest
import torch


class Shifted:
    """Stands for a session whose outputs are off."""

    def __init__(self, model, shift):
        self.model, self.shift = model, shift

    def run(self, _, inputs):
        return [self.model(torch.tensor(inputs["x"])).detach().numpy() + self.shift]


def test_session_agrees_with_the_weights_by_hand(snippet):
    from scipy.special import erf

    first, _, _, last = snippet.model
    x = np.random.default_rng(0).standard_normal((33, 16)).astype(np.float32)
    a = x @ first.weight.detach().numpy().T + first.bias.detach().numpy()
    h = a * (1 + erf(a / np.sqrt(2))) / 2
    expected = h @ last.weight.detach().numpy().T + last.bias.detach().numpy()
    (actual,) = snippet.session.run(None, {"x": x})
    np.testing.assert_allclose(actual, expected, rtol=1e-4, atol=1e-5)


def test_export_leaves_the_batch_free_and_the_features_fixed(snippet):
    session = snippet.export(torch.nn.Linear(3, 2).eval(), torch.randn(4, 3))
    (value,) = session.get_inputs()
    assert value.name == "x" and value.shape == ["batch", 3]
    for n in (1, 4, 9):
        assert session.run(None, {"x": np.zeros((n, 3), np.float32)})[0].shape == (n, 2)


def test_compare_measures_what_it_says(snippet):
    model = torch.nn.Identity()
    x = torch.tensor([[4.0, 1.0], [2.0, 3.0], [0.5, -8.0]])
    difference, agree = snippet.compare(model, Shifted(model, np.array([-0.4, 0.2])), x)
    assert difference == pytest.approx(0.4 / 8) and agree == 1
    difference, agree = snippet.compare(model, Shifted(model, np.array([0, 4.0])), x)
    assert difference == pytest.approx(4 / 8) and agree == pytest.approx(2 / 3)


def test_training_mode_is_the_reference_that_differs(snippet):
    x = torch.randn(2000, 16)
    difference, agree = snippet.compare(snippet.model.train(), snippet.session, x)
    assert difference > 0.1 and agree < 0.9
    difference, agree = snippet.compare(snippet.model.eval(), snippet.session, x)
    assert difference < 1e-5 and agree > 0.999


def test_the_model_and_the_inputs(snippet):
    torch.manual_seed(0)
    torch.testing.assert_close(snippet.model[0].weight, torch.nn.Linear(16, 64).weight)
    assert snippet.model[2].p == 0.5 and snippet.x.shape == (500, 16)
    assert 990 < snippet.x.std() < 1025  # 8,000 values: standard error 8


def test_the_printed_checks_pass(snippet):
    assert snippet.printed.count("True         1.00") == 4
    assert snippet.printed.splitlines()[-2].endswith("False")
