import faiss
import numpy as np


def unit(v):
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def test_rotations_are_orthogonal_and_uniform(snippet):
    rng = np.random.default_rng(1)
    drawn = np.array([snippet.random_rotation(3, rng) for _ in range(4000)])
    np.testing.assert_allclose(drawn @ drawn.transpose(0, 2, 1), np.broadcast_to(np.eye(3), drawn.shape), atol=1e-12)
    # entries have mean 0 and variance 1/3; the trace has variance 1: 4,000 draws, five standard errors
    assert np.abs(drawn.mean(axis=0)).max() < 5 / np.sqrt(3 * 4000)
    traces = np.trace(drawn, axis1=1, axis2=2)
    assert abs(traces.mean()) < 5 / np.sqrt(4000) and abs(traces.var() - 1) < 0.1


def test_the_alignment_is_the_inner_product_of_document_and_code(snippet):
    rng = np.random.default_rng(2)
    docs, rotation = unit(rng.normal(size=(6, 24))), snippet.random_rotation(24, rng)
    signs, alignment = snippet.encode(docs, rotation)
    codes = signs @ rotation.T / np.sqrt(24)  # turned back: unit vectors
    np.testing.assert_allclose(np.linalg.norm(codes, axis=1), 1)
    np.testing.assert_allclose(np.sum(codes * docs, axis=1), alignment)
    np.testing.assert_allclose(snippet.raw_estimate(docs[0], signs, rotation), codes @ docs[0])
    assert snippet.encode(np.zeros((1, 24)), rotation)[0].tolist() == [[1.0] * 24]  # zero counts as positive


def test_over_random_rotations_the_rescaled_estimate_is_unbiased_with_the_stated_spread(snippet):
    rng = np.random.default_rng(3)
    docs = unit(np.eye(12)[:2] + 0.2 * rng.normal(size=(2, 12)))
    query = unit(docs[0] + 0.8 * rng.normal(size=12) / np.sqrt(12))
    estimates, spreads, raws = [], [], []
    for _ in range(4000):
        rotation = snippet.random_rotation(12, rng)
        signs, alignment = snippet.encode(docs, rotation)
        estimates.append(snippet.unbiased_estimate(query, signs, alignment, rotation))
        raws.append(snippet.raw_estimate(query, signs, rotation))
        spreads.append((1 / alignment**2 - 1) * (1 - (docs @ query) ** 2) / 11)
    estimates = np.array(estimates)
    standard_error = estimates.std(axis=0) / np.sqrt(4000)
    assert (np.abs(estimates.mean(axis=0) - docs @ query) < 4 * standard_error).all()
    np.testing.assert_allclose(estimates.var(axis=0), np.mean(spreads, axis=0), rtol=0.1)
    assert np.mean(raws, axis=0)[0] < 0.9 * (docs @ query)[0]  # the raw one shrinks


def test_error_is_as_predicted_halves_for_four_times_the_bits(snippet):
    rows = np.array([[float(v) for v in line.split()] for line in snippet.printed.splitlines()[1:]])
    np.testing.assert_allclose(rows[:, 3], rows[:, 4], atol=0.006)
    np.testing.assert_allclose(rows[:-1, 3] / rows[1:, 3], 2, rtol=0.05)
    assert (rows[:, 1] == 0.8).all() and abs(np.sqrt(2 / np.pi) - 0.8) < 0.01  # mean of |z| over root mean square
    # the last row again, from the definitions
    true, last = snippet.docs @ snippet.query, snippet.docs.shape[1]
    assert abs(np.sqrt(np.mean((snippet.estimate - true) ** 2)) - rows[-1, 3]) < 6e-4
    assert abs(np.sqrt((np.pi / 2 - 1) * np.mean(1 - true**2) / last) - rows[-1, 4]) < 1e-3
    assert 0.05 < true.mean() < 0.3  # a shared direction: cosine about 0.16 / 1.16
    np.testing.assert_allclose(np.linalg.norm(snippet.docs, axis=1), 1)
    np.testing.assert_allclose(np.linalg.norm(snippet.query), 1)


def test_faiss_with_rabitq_ranks_like_our_estimate(snippet):
    faiss.omp_set_num_threads(1)
    rng = np.random.default_rng(4)
    d = 64
    docs = unit(rng.normal(size=(2000, 8)) @ rng.normal(size=(8, d)))
    queries = unit(rng.normal(size=(20, 8)) @ np.linalg.lstsq(rng.normal(size=(8, 8)), docs[:8], rcond=None)[0])
    index = faiss.IndexRaBitQ(d, faiss.METRIC_INNER_PRODUCT)
    rotation = snippet.random_rotation(d, rng)
    turned = (docs @ rotation).astype("float32")
    index.train(turned)
    index.add(turned)
    found = index.search((queries @ rotation).astype("float32"), 50)[1]
    truth = np.argsort(-queries @ docs.T, axis=1)[:, :50]
    plain = snippet.encode(docs, rotation)
    ours = [np.argsort(-snippet.unbiased_estimate(q, *plain, rotation))[:50] for q in queries]
    theirs_recall = np.mean([len(set(f) & set(t)) / 50 for f, t in zip(found, truth, strict=True)])
    our_recall = np.mean([len(set(f) & set(t)) / 50 for f, t in zip(ours, truth, strict=True)])
    assert abs(our_recall - theirs_recall) < 0.1
