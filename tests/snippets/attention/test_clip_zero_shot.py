import numpy as np
import pytest
import sklearn.metrics.pairwise
import sklearn.preprocessing

RNG = np.random.default_rng(1)


def test_normalise_gives_unit_length_in_the_same_direction(snippet):
    x = RNG.normal(size=(7, 5)) * RNG.uniform(0.1, 9, size=(7, 1))
    np.testing.assert_allclose(snippet.normalise(x), sklearn.preprocessing.normalize(x))
    np.testing.assert_allclose(snippet.normalise(x.reshape(7, 1, 5)), snippet.normalise(x)[:, None])


def test_class_vectors_average_directions(snippet):
    prompts = RNG.normal(size=(4, 3, 6))
    units = prompts / np.sqrt((prompts**2).sum(axis=2, keepdims=True))
    total = units.sum(axis=1)
    expected = total / np.sqrt((total**2).sum(axis=1, keepdims=True))
    np.testing.assert_allclose(snippet.class_vectors(prompts), expected)
    scaled = prompts * RNG.uniform(0.1, 9, size=(4, 3, 1))
    np.testing.assert_allclose(snippet.class_vectors(scaled), expected)  # the norms do not matter


def test_accuracy_is_that_of_the_largest_cosine(snippet):
    vectors, images = snippet.normalise(RNG.normal(size=(6, 4))), RNG.normal(size=(50, 4))
    labels = RNG.integers(6, size=50)
    cosines = sklearn.metrics.pairwise.cosine_similarity(images, vectors)
    assert snippet.accuracy(images, vectors, labels) == np.mean(cosines.argmax(axis=1) == labels)
    assert snippet.accuracy(images * 100, vectors, labels) == snippet.accuracy(images, vectors, labels)


def test_the_construction(snippet):
    assert np.linalg.norm(snippet.gap) == pytest.approx(3)
    np.testing.assert_allclose(np.linalg.norm(snippet.concepts, axis=1), 1)
    noise = snippet.images - snippet.concepts[snippet.labels]
    assert noise.std() == pytest.approx(0.2, rel=0.01)  # 256,000 draws: standard error 0.0003
    spread = snippet.prompts / snippet.lengths - snippet.concepts[:, None] - snippet.gap
    assert spread.std() == pytest.approx(0.3, rel=0.02)  # 102,400 draws
    assert snippet.images.shape == (4000, 64)
    assert snippet.prompts.shape == (50, 32, 64)
    assert 0.3 <= snippet.lengths.min() < 0.31
    assert 2.99 < snippet.lengths.max() <= 3


def test_the_page_averaging_helps_and_cosines_stay_small(snippet):
    one, four, many, raw = (
        snippet.accuracy(snippet.images, vectors, snippet.labels)
        for vectors in (
            snippet.class_vectors(snippet.prompts[:, :1]),
            snippet.class_vectors(snippet.prompts[:, :4]),
            snippet.class_vectors(snippet.prompts),
            snippet.prompts[:, 0],
        )
    )
    assert raw < one < four < many
    assert many > 0.9
    cosines = sklearn.metrics.pairwise.cosine_similarity(snippet.images, snippet.class_vectors(snippet.prompts))
    own = cosines[np.arange(len(snippet.labels)), snippet.labels]
    assert snippet.matched == pytest.approx(own.mean())
    assert own.mean() < 0.3
