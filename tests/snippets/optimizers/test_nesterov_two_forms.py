import numpy as np
import torch


def test_pytorch_form_is_torch_optim(snippet):
    start = np.array([2.5, -0.4, 0.0, 7.0])
    theta = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=0.2, momentum=0.85, nesterov=True)
    expected = []
    for _ in range(100):
        optimizer.zero_grad()
        (theta.abs() + torch.nn.functional.softplus(-2 * theta.abs())).sum().backward()  # log cosh + log 2
        optimizer.step()
        expected.append(theta.detach().numpy().copy())
    # the textbook's form at the start looks ahead along a velocity of 0
    np.testing.assert_allclose(snippet.pytorch(start, 0.2, 0.85, 100), expected, rtol=0, atol=1e-10)


def test_textbook_form_by_its_definition_in_two_positions(snippet):
    # Nesterov without a velocity: y_t = x_t + mu (x_t - x_(t-1)), x_(t+1) = y_t - lr f'(y_t)
    lr, momentum, x = 0.4, 0.7, np.array([1.5, -2.0])
    points = snippet.textbook(x, lr, momentum, 30)
    y = x
    for point, ahead in points:
        x, before = y - lr * np.tanh(y), x
        y = x + momentum * (x - before)
        np.testing.assert_allclose([point, ahead], [x, y], rtol=0, atol=1e-12)


def test_look_ahead_points_are_the_weights_in_pytorch(snippet):
    for lr, momentum in [(0.1, 0.5), (0.5, 0.95)]:
        x = np.array([4.0, -3.0, 0.1])
        book, ours = snippet.textbook(x, lr, momentum, 80), snippet.pytorch(x, lr, momentum, 80)
        np.testing.assert_allclose(book[:, 1], ours, rtol=0, atol=1e-12)
        assert np.abs(book[:, 0] - ours).max() > 0.05


def test_the_page_prints_a_gap_of_zero_for_the_look_ahead(snippet):
    first, second = snippet.printed.splitlines()
    assert float(second.split()[-1]) == 0 < 0.5 < float(first.split()[-1])
