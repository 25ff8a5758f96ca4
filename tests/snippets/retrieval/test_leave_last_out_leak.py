import numpy as np


def test_top_k_by_count_ties_to_the_smaller_number(snippet):
    items = np.array([5, 5, 5, 2, 2, 7, 7, 0])
    np.testing.assert_array_equal(snippet.top_k(items, 3), [5, 2, 7])
    np.testing.assert_array_equal(snippet.top_k(items, 1), [5])


def test_the_last_event_of_each_user(snippet):
    rng = np.random.default_rng(1)
    user, when = rng.integers(9, size=60), rng.random(60)
    last = snippet.last_of_each(user, when)
    assert last.sum() == len(set(user))
    for u in set(user):
        assert when[(user == u) & last] == when[user == u].max()


def test_evaluation_by_hand(snippet):
    when = np.array([0.0, 5.0, 8.0, 9.0, 9.5, 10.0, 8.9])
    item = np.array([1, 1, 2, 2, 3, 4, 2])
    train = np.array([True, True, True, True, True, False, False])
    test = ~train
    item_test_hit = np.array([1, 1, 2, 2, 3, 1, 2])
    # the newest two days of training, after 7.5, hold items 2, 2, 3; over all time 1 and 2 lead
    all_time, lately, unseen, later = snippet.evaluate(train, test, when, item, 2)
    assert (all_time, lately, unseen) == (0.5, 0.5, 0.5)  # 2 is in both; 4 in neither, and never seen
    assert later == (0 + 2) / 10  # 9.0 and 9.5 come after 8.9
    all_time, lately, unseen, _ = snippet.evaluate(train, test, when, item_test_hit, 2)
    assert (all_time, lately, unseen) == (1.0, 0.5, 0.0)
    all_time, lately, _, _ = snippet.evaluate(train, test, when, item_test_hit, 1)
    assert (all_time, lately) == (0.5, 0.5)  # item 1 over all time, item 2 of late


def test_the_protocol_decides_which_model_wins(snippet):
    results = {name: snippet.evaluate(*masks, snippet.when, snippet.item) for name, masks in snippet.protocols.items()}
    leaky, honest = results["leave-last-out"], results["temporal split"]
    assert leaky[0] > leaky[1] and honest[0] < honest[1]
    assert leaky[2] < 0.05 < honest[2]
    assert leaky[3] > 0.3 and honest[3] == 0
    for train, test in snippet.protocols.values():
        assert not (train & test).any()


def test_the_simulated_items_appear_at_their_launch_and_fade(snippet):
    age = snippet.when - snippet.launch[snippet.item]
    assert age.min() > 0
    assert abs(age.mean() - 3) < 0.35  # exponential with mean 3 days, a little less for early days
    assert snippet.launch[0] == -10 and snippet.launch[-1] == 40
    counts = np.bincount(snippet.user)
    assert np.all(counts == 6) and counts.size == 1_000
    spread = np.mean([snippet.when[snippet.user == u].var(ddof=1) for u in range(1_000)])
    assert abs(spread - 4) < 0.3  # 5,000 degrees of freedom: standard error 0.08
