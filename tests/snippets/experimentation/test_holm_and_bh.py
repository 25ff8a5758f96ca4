from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

NAMES = {
    "bonferroni": "bonferroni",
    "holm": "holm",
    "hochberg": "simes-hochberg",
    "benjamini_hochberg": "fdr_bh",
    "benjamini_yekutieli": "fdr_by",
}


@settings(max_examples=15)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_adjusted_p_values_agree_with_statsmodels(snippet, values):
    p = np.array(values)
    for name, method in NAMES.items():
        expected = multipletests(p, 0.05, method)[1]
        np.testing.assert_allclose(getattr(snippet, name)(p), expected, atol=1e-12, err_msg=name)


def test_ordering_of_the_corrections(snippet):
    p = np.random.default_rng(5).beta(0.3, 1, 40)
    weakest_first = [getattr(snippet, n)(p) for n in ("benjamini_hochberg", "hochberg", "holm", "bonferroni")]
    for less, more in pairwise(weakest_first):
        assert np.all(less <= more + 1e-15)


def test_printed_counts(snippet):
    counts = [int(line.split()[-3]) for line in snippet.printed.splitlines()[1:]]
    for count, method in zip(counts, NAMES.values(), strict=True):
        assert count == multipletests(snippet.p, 0.05, method)[0].sum()
