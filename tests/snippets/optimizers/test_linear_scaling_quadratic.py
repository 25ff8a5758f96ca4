import numpy as np


def test_the_recursion_is_the_mean_of_simulated_runs(snippet):
    rng, h, lr, batch, copies = np.random.default_rng(3), np.array([2.0, 0.5]), 0.3, 4, 200_000
    w = np.full((copies, 2), 1.5)
    for _ in range(3):
        w = w - lr * (h * w + rng.normal(size=w.shape) * np.sqrt(0.7 / batch))
    simulated = 0.5 * np.mean(w**2 @ h)
    exact = snippet.expected_loss(batch, lr, 14, h, start=1.5, noise=0.7)  # 14 examples are 3 whole batches
    np.testing.assert_allclose(exact, simulated, rtol=0.01)  # standard error 0.3 %


def test_long_runs_reach_the_closed_form_floor(snippet):
    for batch, lr, h, noise in ((1, 0.1, 1.0, 1.0), (5, 0.7, 2.0, 3.0)):
        floor = 0.5 * h * lr * noise / batch / (h * (2 - lr * h))
        np.testing.assert_allclose(snippet.expected_loss(batch, lr, 10_000, [h], noise=noise), floor)


def test_no_updates_give_the_loss_of_the_start(snippet):
    assert snippet.expected_loss(10, 1.0, 9, [1.0, 0.1]) == 0.5 * 1.1
    assert snippet.expected_loss(10, 1.0, 9, [1.0], start=3.0) == 4.5
    np.testing.assert_allclose(snippet.expected_loss(1, 1.0, 1, [1.0]), 0.5)  # one step to 0, plus noise 1


def table(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[2:]]
    return {int(row[0]): row[1:] for row in rows}


def test_what_the_page_concludes(snippet):
    rows = table(snippet)
    linear = {batch: float(row[2]) for batch, row in rows.items()}
    assert linear[64] / linear[1] < 1.1 < linear[256] / linear[1] < 2 and list(linear) == [1, 8, 64, 256, 1024]
    assert linear[1024] > 1e6 and 0.004 * 1024 > 2
    for column, power in enumerate((0, 0.5, 1)):
        expected = snippet.expected_loss(64, 0.004 * 64**power, 8192, [1, 0.1])
        assert rows[64][column] == f"{expected:.2g}"
    assert all(float(rows[b][0]) > float(rows[b][1]) > linear[b] for b in (8, 64, 256))
