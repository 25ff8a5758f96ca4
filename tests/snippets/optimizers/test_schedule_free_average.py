import numpy as np


def test_x_is_the_mean_of_all_z_and_gradients_are_taken_between(snippet):
    asked = []

    def gradient(y):
        asked.append(y)
        return np.sin(3 * y) + y

    for beta in (0.0, 0.4, 0.9):
        asked.clear()
        z, x = snippet.schedule_free(gradient, 2.0, 0.3, 12, beta)
        zs = [2.0]
        for y in asked:  # replayed from the definition
            np.testing.assert_allclose(y, (1 - beta) * zs[-1] + beta * np.mean(zs))
            zs.append(zs[-1] - 0.3 * (np.sin(3 * y) + y))
        assert len(asked) == 12
        np.testing.assert_allclose((z, x), (zs[-1], np.mean(zs)))
    np.testing.assert_allclose(snippet.schedule_free(gradient, 2.0, 0.3, 12), (z, x))


def test_plain_sgd_stays_at_its_noise_floor_and_the_average_goes_below(snippet):
    # noise 1, curvature 1: the variance solves s = (1 - lr)² s + lr², so s = lr / (2 - lr); 1000 copies, 3 standard errors
    floor = 0.5 * 0.5 / (2 - 0.5)
    np.testing.assert_allclose(np.mean(snippet.sgd**2) / 2, floor, rtol=3 * np.sqrt(2 / 1000))
    assert np.mean(snippet.free**2) / 2 < floor / 30
    noise = snippet.noisy(np.full(1000, 7.0))
    assert abs(noise.mean() - 7) < 0.15 and abs(noise.std() - 1) < 0.1
