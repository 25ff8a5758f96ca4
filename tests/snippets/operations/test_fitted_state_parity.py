import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def test_state_and_transform_are_those_of_scikit_learn(snippet):
    rng = np.random.default_rng(1)
    x = rng.normal([3, -50, 0], [1, 20, 0.1], (80, 3))
    x[rng.random(x.shape) < 0.2] = np.nan
    pipeline = make_pipeline(SimpleImputer(), StandardScaler()).fit(x)
    state = snippet.fit(x)
    np.testing.assert_allclose(state["mean"], pipeline[0].statistics_)
    np.testing.assert_allclose(state["scale"], pipeline[1].scale_)
    new = np.where(rng.random((9, 3)) < 0.3, np.nan, rng.normal(size=(9, 3)))
    np.testing.assert_allclose(snippet.transform(new, state), pipeline.transform(new), atol=1e-12)


def test_the_model_is_a_logistic_one_on_the_transformed(snippet):
    state = {"mean": [1.0, 2.0], "scale": [2.0, 4.0]}
    artefact = {"state": state, "weights": [0.5, -2.0], "bias": 0.25}
    rows = np.array([[3.0, 6.0], [np.nan, 2.0]])
    logits = np.array([0.5 * 1 - 2 * 1 + 0.25, 0.25])
    np.testing.assert_allclose(snippet.predict(rows, artefact), 1 / (1 + np.exp(-logits)))


def test_the_file_gives_back_the_same_state(snippet):
    assert snippet.loaded == snippet.artefact  # JSON keeps all the bits of a float
    x = snippet.x_train[:500]
    np.testing.assert_array_equal(snippet.predict(x, snippet.loaded), snippet.predict(x, snippet.artefact))


def test_only_the_saved_state_ignores_the_company_of_a_row(snippet):
    alone = snippet.predict(snippet.customer, snippet.loaded)[0]
    assert np.isclose(snippet.predict(snippet.batch, snippet.loaded)[0], alone, rtol=1e-14)
    assert np.array_equal(snippet.batch[0], snippet.customer[0], equal_nan=True) and len(snippet.batch) == 51
    np.testing.assert_array_equal(snippet.others, snippet.x_train[:50] * np.array([3, 1]))
    assert abs(snippet.predict(snippet.batch, snippet.refitted)[0] - alone) > 0.3
    assert snippet.zero_filled.tolist() == [[260.0, 0.0]]
    assert len(snippet.x_train) == 5000 and snippet.artefact["weights"] == [1.5, -1.0]
    share = np.isnan(snippet.x_train).mean()
    assert abs(share - 0.1) < 0.013  # 10,000 draws, four standard errors
    assert abs(np.nanmean(snippet.x_train[:, 0]) - 100) < 5 and abs(np.nanmean(snippet.x_train[:, 1]) - 40) < 1


def test_the_printed_scores(snippet):
    lines = [line.rsplit(maxsplit=1) for line in snippet.printed.splitlines()]
    mean, scale = map(np.array, (snippet.loaded["state"]["mean"], snippet.loaded["state"]["scale"]))
    z = (260 - mean[0]) / scale[0]
    zero = -mean[1] / scale[1]
    sigmoid = lambda v: 1 / (1 + np.exp(-v))  # noqa: E731
    assert lines[0][1] == lines[1][1] == f"{sigmoid(1.5 * z - 1):.3f}"
    assert lines[3][1] == f"{sigmoid(1.5 * z - zero - 1):.3f}"
    filled = np.where(np.isnan(snippet.batch), np.nanmean(snippet.batch, axis=0), snippet.batch)
    z_batch = ((filled - filled.mean(axis=0)) / filled.std(axis=0))[0]
    assert lines[2][1] == f"{sigmoid(1.5 * z_batch[0] - z_batch[1] - 1):.3f}"
