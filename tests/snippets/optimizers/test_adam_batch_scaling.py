import numpy as np


def test_it_is_the_drift_of_adam_on_noisy_gradients(snippet):
    rng = np.random.default_rng(2)
    for batch, signal, power in ((4, 0.3, 0.5), (9, 1.0, 1), (2, 0.1, 0)):
        g = signal + rng.normal(size=1_000_000) / np.sqrt(batch)
        simulated = batch**power * g.mean() / np.sqrt(np.mean(g**2)) / batch
        # standard error of the mean of a million draws: below 1 % of 0.1
        np.testing.assert_allclose(snippet.drift_per_example(batch, signal, power), simulated, rtol=0.03)


def test_below_the_noise_scale_the_square_root_keeps_it_and_far_above_it_is_linear_that_does(snippet):
    one = snippet.drift_per_example(1, 0.001, 0.5)
    np.testing.assert_allclose(snippet.drift_per_example(64, 0.001, 0.5), one, rtol=1e-4)
    huge = [snippet.drift_per_example(batch, 5.0, 1) for batch in (1000, 4000)]
    np.testing.assert_allclose(huge, 1, rtol=1e-4)  # the sign of a clean gradient


def test_at_the_noise_scale_half_of_the_square_is_lost(snippet):
    for signal in (0.1, 0.01):
        ratio = snippet.drift_per_example(signal**-2, signal, 0.5) / snippet.drift_per_example(1e-9, signal, 0.5)
        np.testing.assert_allclose(ratio, np.sqrt(0.5), rtol=1e-6)
