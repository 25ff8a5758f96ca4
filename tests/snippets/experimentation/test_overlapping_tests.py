import numpy as np
import pytest


@pytest.mark.parametrize(
    "name", ["independent salts", "same salt", "A excludes B's treatment", "B is already launched"]
)
def test_against_simulated_users(snippet, name):
    rng = np.random.default_rng(0)
    users = rng.choice(4, size=400_000, p=np.ravel(snippet.designs[name]))
    a, b = users // 2, users % 2
    y = 10 + 1 * a + 3 * b + 2 * a * b + rng.normal(0, 1, users.size)
    estimate = y[a == 1].mean() - y[a == 0].mean()
    share = np.array(snippet.designs[name])
    assert abs(estimate - snippet.effect_of_a(snippet.mean, share)) < 0.03  # sd below 2.8: four standard errors 0.035
    assert f"{name:25s} effect of A: {estimate:.1f}" in snippet.printed


def test_unequal_shares_are_weighted(snippet):
    share = np.array([[0.1, 0.2], [0.6, 0.1]])
    mean = np.array([[1.0, 4.0], [2.0, 9.0]])
    assert np.isclose(snippet.effect_of_a(mean, share), (0.6 * 2 + 0.1 * 9) / 0.7 - (0.1 * 1 + 0.2 * 4) / 0.3)


def test_without_interaction_only_the_shared_salt_is_wrong(snippet):
    mean = np.array([[10.0, 13.0], [11.0, 14.0]])
    effects = {name: snippet.effect_of_a(mean, np.array(share)) for name, share in snippet.designs.items()}
    assert effects.pop("same salt") == 4
    assert set(effects.values()) == {1}
    assert all(np.sum(share) == 1 for share in snippet.designs.values())
