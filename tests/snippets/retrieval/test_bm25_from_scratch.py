import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer

WORDS = st.lists(st.sampled_from("abcde"), min_size=1, max_size=12).map(" ".join)


def by_matrix(query, texts, k1, b):
    """The formula again, as matrices."""
    vectoriser = CountVectorizer(token_pattern=r"\S+")
    tf = vectoriser.fit_transform(texts).toarray().astype(float)  # (docs, terms)
    asked = vectoriser.transform([query]).toarray()[0]
    df = (tf > 0).sum(axis=0)
    weight = np.log1p((len(texts) - df + 0.5) / (df + 0.5))
    length = tf.sum(axis=1, keepdims=True)
    penalty = k1 * (1 - b + b * length / length.mean())
    return np.divide(tf, tf + penalty, out=np.zeros_like(tf), where=tf > 0) @ (asked * weight)


@given(st.lists(WORDS, min_size=1, max_size=6), WORDS, st.floats(0, 3), st.floats(0, 1))
def test_scores_are_those_of_the_matrix_form(snippet, texts, query, k1, b):
    scores = snippet.bm25(query, snippet.build(texts), k1, b)
    np.testing.assert_allclose(scores, by_matrix(query, texts, k1, b), rtol=1e-12, atol=1e-15)


def test_the_defaults_are_those_of_lucene(snippet):
    texts, query = ["a b b", "a c c c d", "c"], "b c"
    expected = by_matrix(query, texts, 1.2, 0.75)
    np.testing.assert_allclose(snippet.bm25(query, snippet.build(texts)), expected)


def test_rare_terms_weigh_more_and_none_less_than_nothing(snippet):
    index = snippet.build(["a b", "a", "a c", "a c"])
    weights = [snippet.idf(term, index) for term in "acbz"]
    assert weights == sorted(weights) and weights[0] > 0
    assert abs(weights[3] - np.log(1 + 4.5 / 0.5)) < 1e-12  # a word that no document has


def test_repetition_saturates_at_the_idf(snippet):
    texts = [" ".join(["a"] * n) for n in (1, 2, 50, 5000)] + ["b"]
    index = snippet.build(texts)
    scores = snippet.bm25("a", index, b=0)
    assert scores[:4] == sorted(scores[:4]) and scores[4] == 0
    assert 0.999 < scores[3] / snippet.idf("a", index) < 1
    assert scores[1] - scores[0] > 5 * (scores[3] - scores[2])


def test_of_two_documents_with_the_word_the_shorter_wins_unless_b_is_zero(snippet):
    index = snippet.build(["a", "a b c d", "e"])
    short, long, _ = snippet.bm25("a", index)
    assert short > long
    short, long, _ = snippet.bm25("a", index, b=0)
    assert short == long


def test_upper_case_and_repeated_query_words(snippet):
    index = snippet.build(["A b", "c"])
    np.testing.assert_allclose(snippet.bm25("a A", index), 2 * np.array(snippet.bm25("a", index)))


def test_the_page_compares_these_figures(snippet):
    lines = {line[:16].strip(): line[16:].split() for line in snippet.printed.splitlines()[1:]}
    code = [float(score) for score in lines["error E404"]]
    assert np.argsort(code).tolist() == [1, 2, 3, 0]  # eight times "error" is no match for the code
    assert set(lines["missing website"]) == {"0.00"}  # the page that "could not be found"
    common = [float(score) for score in lines["the error"]]
    ceiling = snippet.idf("error", snippet.index)
    assert 0.8 * ceiling < common[3] < ceiling and np.argmax(common) == 3  # eight times the word
    assert common[2] < common[0]
