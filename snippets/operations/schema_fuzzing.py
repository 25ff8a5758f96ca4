"""Shows a contract test that invents requests until a model breaks a promise."""

import numpy as np
from hypothesis import find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

SPEND = st.just(0.0) | st.floats(0, 1_000)  # as the signature allows; 0 is common
SPENDS = st.lists(SPEND, max_size=5)  # a batch


def model_a(x):  # centres on the batch
    return 1 / (1 + np.exp((np.median([*x, 40]) - x) / 50))


def model_b(x):  # divides by the largest of the batch
    return x / x.max(initial=0)


def model_c(x):
    return 1 / (1 + np.exp((40 - x) / 50))


def is_probability(model, x):
    scores = model(x)
    return scores.shape == x.shape and bool(np.all((scores >= 0) & (scores <= 1)))


def is_same_alone(model, x):
    alone = [model(row)[0] for row in x[:, None]]
    return np.allclose(model(x), alone, equal_nan=True)


def rises_with_spend(model, x):
    return bool(np.all(np.diff(model(np.sort(x))) >= 0))  # false for NaN


def counterexample(model, promise):
    """The smallest batch found that breaks the promise, or None."""

    def broken(batch):
        with np.errstate(all="ignore"):
            return not promise(model, np.array(batch, dtype="float64"))

    rules = settings(derandomize=True, database=None, max_examples=50)
    try:
        return find(SPENDS, broken, settings=rules)
    except NoSuchExample:
        return None


for model in (model_a, model_b, model_c):
    for promise in (is_probability, is_same_alone, rises_with_spend):
        batch = counterexample(model, promise)
        verdict = "kept" if batch is None else f"broken by a batch of {len(batch)}"
        print(f"{model.__name__} {promise.__name__:17} {verdict}")
