import numpy as np


def test_first_marks_the_best_of_each_row(snippet):
    scores = np.random.default_rng(1).normal(size=(6, 25))
    for n in (0, 1, 10, 25):
        marked = snippet.first(scores, n)
        for row, s in zip(marked, scores, strict=True):
            assert set(np.flatnonzero(row)) == set(np.argsort(-s)[:n])


def test_reranked_by_sets(snippet):
    rng = np.random.default_rng(2)
    scores, relevant = rng.normal(size=(7, 60)), rng.random((7, 60)) < 0.3
    shortlist = snippet.first(rng.normal(size=(7, 60)), 25)
    hits = 0
    for s, short, r in zip(scores, shortlist, relevant, strict=True):
        ten = sorted(np.flatnonzero(short), key=lambda i: -s[i])[:10]
        hits += sum(r[i] for i in ten)
    assert abs(snippet.reranked(scores, shortlist, relevant) - hits / relevant.sum()) < 1e-12


def curves(snippet):
    return {line.get_label(): line for line in snippet.figures[0].axes[0].lines}


def test_ten_candidates_cannot_be_improved_by_any_ranker(snippet):
    retrieval = snippet.reranked(snippet.retrieved, np.ones_like(snippet.relevant), snippet.relevant)
    for line in curves(snippet).values():
        assert line.get_ydata()[0] == retrieval
        np.testing.assert_array_equal(line.get_xdata(), [10, 20, 50, 100, 200, 500, 1000, 2000])


def test_all_candidates_are_the_ranker_alone(snippet):
    for name, line in curves(snippet).items():
        alone = snippet.reranked(snippet.rankers[name], np.ones_like(snippet.relevant), snippet.relevant)
        assert line.get_ydata()[-1] == alone


def test_more_helps_a_careful_ranker_and_ruins_a_wild_one(snippet):
    careful, wild, capped = (curves(snippet)[name].get_ydata() for name in snippet.rankers)
    # 1,000 relevant documents: a share moves by about 0.015 by chance
    assert careful[-1] > careful.max() - 0.02 and careful[-1] > careful[0] + 0.2
    assert wild[-1] < careful[0] / 2 and wild[3] > wild[0] + 0.2
    assert capped[-1] > 0.9 * capped.max() and wild.argmax() == 3
    printed = [[float(x) for x in line[16:].split()] for line in snippet.printed.splitlines()[1:]]
    np.testing.assert_allclose(printed, [careful, wild, capped], atol=0.006)


def test_noises_are_as_described(snippet):
    assert abs(np.std(snippet.retrieved - snippet.truth) - 0.6) < 0.01
    assert abs(np.std(snippet.careful - snippet.truth) - 0.3) < 0.01
    jump = snippet.wild - snippet.careful
    assert set(np.unique(np.round(jump, 9))) == {0, 5} and abs(np.mean(jump > 0) - 0.005) < 0.001
    assert (snippet.rankers["the same, capped"] <= snippet.retrieved + 1.5).all()
    lower = np.minimum(snippet.wild, snippet.retrieved + 1.5)
    np.testing.assert_array_equal(snippet.rankers["the same, capped"], lower)
    assert snippet.relevant.shape == (100, 2000) and (snippet.relevant.sum(axis=1) == 10).all()


def test_axes_say_what_is_drawn(snippet):
    axes = snippet.figures[0].axes[0]
    assert axes.get_xscale() == "log" and axes.get_legend() is not None
    assert axes.get_xlabel() == "documents re-ranked" and "first ten" in axes.get_ylabel()
