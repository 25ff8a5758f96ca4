import numpy as np
import pytest
import torch


def test_a_generator_made_before_the_fork_is_copied(snippet):
    expected = np.random.default_rng(0)
    first, second = int(expected.integers(1000)), int(expected.integers(1000))
    for noise in snippet.epochs("own"):
        assert noise == [first, first, second, second]  # both workers draw the same, in every epoch


def test_reseeded_workers_draw_from_the_seed_of_the_worker(snippet):
    base = torch.Generator().manual_seed(0)
    for noise in snippet.epochs("own", snippet.reseed):
        seed = torch.empty((), dtype=torch.int64).random_(generator=base).item()  # one for each epoch
        for worker in (0, 1):
            rng = np.random.default_rng(seed + worker)
            assert noise[worker::2] == [int(rng.integers(1000)), int(rng.integers(1000))]


@pytest.mark.parametrize("source", ["np.random", "torch"])
def test_global_generators_differ_between_workers_and_epochs(snippet, source):
    first, second = snippet.epochs(source)
    assert all(0 <= value < 1000 for value in first + second)
    if source == "torch":
        seed = torch.empty((), dtype=torch.int64).random_(generator=torch.Generator().manual_seed(0)).item()
        for worker in (0, 1):
            generator = torch.Generator().manual_seed(seed + worker)
            assert first[worker::2] == torch.randint(1000, (2,), generator=generator).tolist()
    assert len({tuple(noise[k::2]) for noise in (first, second) for k in (0, 1)}) == 4
    assert snippet.epochs(source) == [first, second]  # the loader's generator makes it reproducible


def test_repeats(snippet):
    assert snippet.repeats([[1, 1, 2, 2], [1, 1, 2, 2]]) == (True, True)
    assert snippet.repeats([[1, 1, 2, 2, 3, 3], [1, 1, 2, 2, 3, 3]]) == (True, True)
    assert snippet.repeats([[1, 2, 2, 1], [1, 2, 2, 1]]) == (False, True)
    assert snippet.repeats([[1, 1, 2, 2], [3, 3, 4, 4]]) == (True, False)


def test_table(snippet):
    rows = {line[:28].strip(): line[28:].split() for line in snippet.printed.splitlines()[1:]}
    assert rows.pop("default_rng in __init__") == ["True", "True"]
    assert len(rows) == 3 and all(row == ["False", "False"] for row in rows.values())
    assert len(snippet.Noise("own")) == 4


def test_items_and_reseeding_in_this_process(snippet, monkeypatch):
    from types import SimpleNamespace

    dataset = snippet.Noise("own")
    expected = np.random.default_rng(0).integers(1000, size=3).tolist()
    assert [dataset[i] for i in range(3)] == expected
    monkeypatch.setattr(torch.utils.data, "get_worker_info", lambda: SimpleNamespace(dataset=dataset, seed=77))
    snippet.reseed(1)
    assert dataset[0] == int(np.random.default_rng(77).integers(1000))
    torch.manual_seed(6)
    assert snippet.Noise("torch")[0] == torch.randint(1000, (), generator=torch.Generator().manual_seed(6)).item()
    np.random.seed(6)  # noqa: NPY002
    assert snippet.Noise("np.random")[0] == np.random.RandomState(6).randint(1000)
