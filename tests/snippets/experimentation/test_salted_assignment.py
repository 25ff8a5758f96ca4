import hashlib

import numpy as np
import pytest
from scipy.stats import chi2, chi2_contingency

USERS = [f"user-{k}" for k in range(20_000)]  # other users than those printed


def test_bucket_is_the_hash_of_salt_and_user_modulo_1000(snippet):
    for salt, user in (("s", "a"), ("search-v2", 17), ("", "é")):
        digest = hashlib.sha256((salt + ":" + str(user)).encode("utf-8")).digest()
        assert snippet.bucket(salt, user) == int.from_bytes(digest, "big") % 1000


def test_buckets_are_uniform(snippet):
    for salt in ("x", "y", "z"):
        counts = np.bincount([snippet.bucket(salt, u) for u in USERS], minlength=1000)
        statistic = ((counts - 20) ** 2 / 20).sum()
        assert 0.001 < chi2.sf(statistic, 999) < 0.999  # fails for 1 fair salt in 500; the salts are fixed


@pytest.mark.parametrize("share", [0.01, 0.25, 0.5, 1.0])
def test_share_of_users_is_treated(snippet, share):
    treated = [snippet.in_treatment("w", u, share) for u in USERS]
    assert abs(np.mean(treated) - share) <= 4 * np.sqrt(share * (1 - share) / len(USERS))  # four standard errors
    assert treated == [snippet.bucket("w", u) in range(round(1000 * share)) for u in USERS]


def test_salts_are_independent_and_one_salt_is_not(snippet):
    arms = [np.array([snippet.in_treatment(s, u, 0.5) for u in USERS]) for s in ("x", "y", "x")]

    def p_value(first, second):
        return chi2_contingency([[np.sum((first == i) & (second == j)) for j in (0, 1)] for i in (0, 1)]).pvalue

    assert p_value(arms[0], arms[1]) > 0.001
    assert p_value(arms[0], arms[2]) < 1e-100


def test_ramping_up_moves_nobody_out(snippet):
    for u in USERS[:2000]:
        arms = [snippet.in_treatment("r", u, share) for share in (0.01, 0.1, 0.5, 1)]
        assert arms == sorted(arms)
    assert (snippet.early <= snippet.a).all()


def test_printed_statistic_is_that_of_the_users_shown(snippet):
    assert snippet.counts.sum() == 100_000
    assert abs(snippet.chi2 - 999) < 3 * np.sqrt(2 * 999)
    assert snippet.b[snippet.a].mean() - snippet.b[~snippet.a].mean() < 4 * np.sqrt(1 / 100_000)  # se is 2 · ½ / √n
