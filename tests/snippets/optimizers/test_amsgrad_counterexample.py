import numpy as np
import pytest
import torch


@pytest.mark.parametrize("amsgrad", [False, True])
@pytest.mark.parametrize("beta2", [0.1, 0.6, 0.999])
def test_run_is_torch_with_projection(snippet, beta2, amsgrad):
    for steps, lr in ((1, 0.3), (2, 0.3), (60, 0.2)):
        x = torch.zeros(1, dtype=torch.float64)
        optimizer = torch.optim.Adam([x], lr=1.0, betas=(0.0, beta2), amsgrad=amsgrad)
        for t in range(1, steps + 1):
            optimizer.param_groups[0]["lr"] = lr / t**0.5
            x.grad = torch.tensor([3.0 if t % 3 == 1 else -1.0], dtype=torch.float64)
            optimizer.step()
            x.clamp_(-1, 1)
        assert snippet.run(beta2, amsgrad, steps, lr) == pytest.approx(x.item(), abs=1e-9)


def test_gradient_sums_to_one_in_a_cycle_so_the_best_point_is_the_left_end(snippet):
    assert [snippet.gradient(t) for t in range(1, 7)] == [3, -1, -1, 3, -1, -1]
    points = np.linspace(-1, 1, 21)
    regret = sum(snippet.gradient(t) * points for t in range(1, 301))
    assert points[regret.argmin()] == -1 and points[regret.argmax()] == 1
    assert snippet.printed.startswith(f"mean gradient {1 / 3:.2f},")


def test_adam_moves_right_in_each_cycle_because_beta2_forgets(snippet):
    # the stationary second moments after 3, -1, -1 with beta2 = b, and the sum of the three steps
    def drift(b):
        after_large = (9 * (1 - b) + (1 - b) * (b + b * b)) / (1 - b**3)
        one = b * after_large + (1 - b)
        two = b * one + (1 - b)
        return -3 / after_large**0.5 + one**-0.5 + two**-0.5

    assert drift(0.1) > 0.5 > 0 > drift(0.999)
    # a full cycle under a long memory is the mean gradient over the root of the mean square
    assert drift(0.999) == pytest.approx(-1 / np.sqrt(11 / 3), rel=0.01)


def test_where_the_three_end(snippet):
    ends = [float(line.split()[-1]) for line in snippet.printed.splitlines()[1:]]
    assert ends[0] > 0.95 and max(ends[1:]) < -0.95 and len(ends) == 4
    for beta2, amsgrad, end in ((0.1, False, 1), (0.1, True, -1), (0.999, False, -1)):
        assert snippet.run(beta2, amsgrad) == pytest.approx(end, abs=0.03)  # a step is lr/sqrt(3000) = 0.009
