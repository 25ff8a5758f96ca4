import numpy as np
import pytest
import torch
from torch.nn import functional as F


def test_ordinal_loss_is_the_sum_of_yes_no_questions(snippet):
    z = torch.tensor([[2.0, 0.5, -1.0], [0.0, -0.3, -3.0], [4.0, 3.0, 2.0]])
    y = torch.tensor([1, 0, 3])
    p = torch.sigmoid(z)  # of grade above 0, above 1, above 2
    likelihood = [p[0, 0] * (1 - p[0, 1]) * (1 - p[0, 2]), (1 - p[1]).prod(), p[2].prod()]
    expected = -torch.stack(likelihood).log().sum() / 9
    torch.testing.assert_close(snippet.ordinal_loss(z, y), expected)


def test_hazard_loss_is_the_likelihood_of_a_lifetime(snippet):
    rng = np.random.default_rng(4)
    z = torch.tensor(rng.normal(size=(6, 8)))
    y = torch.tensor([[0, 1], [7, 1], [3, 0], [7, 0], [2, 1], [5, 0]])
    hazard = torch.sigmoid(z).numpy()
    total = 0.0
    for row, (time, event) in zip(hazard, y.tolist(), strict=True):
        survived = np.prod(1 - row[:time])  # steps before `time`
        total -= np.log(survived * (row[time] if event else 1 - row[time]))
    assert snippet.hazard_loss(z, y).item() == pytest.approx(total / 6)


def test_tagging_loss_is_the_mean_over_all_positions(snippet):
    z = torch.randn(3, 5, 4, generator=torch.Generator().manual_seed(1))
    y = torch.tensor([[0, 1, 2, 3, 0], [3, 3, 1, 0, 2], [1, 1, 1, 2, 2]])
    flat = F.cross_entropy(z.reshape(15, 4), y.reshape(15))
    torch.testing.assert_close(snippet.tagging_loss(z, y), flat)


def test_shapes_are_those_printed_and_every_loss_is_one_number(snippet):
    rows = snippet.printed.splitlines()
    assert len(rows) == len(snippet.TASKS) == 9
    for row, (name, (z, y, loss, _)) in zip(rows, snippet.TASKS.items(), strict=True):
        assert row.startswith(name) and row.endswith("True") and str(tuple(z.shape)) in row
        assert str(tuple(y.shape)) in row and loss(z, y).shape == ()
        assert ("float" in row) == (y.dtype == torch.float32) and ("index" in row) == (y.dtype == torch.int64)


def test_widths_of_heads_and_kinds_of_targets(snippet):
    tasks = {name: (tuple(z.shape), y) for name, (z, y, *_) in snippet.TASKS.items()}
    n, k, t = snippet.N, snippet.K, snippet.T
    widths = {"binary": (n,), "multi-class": (n, k), "multi-label": (n, k), "regression": (n,), "count": (n,),
              "ordinal": (n, k - 1), "survival": (n, t), "retrieval": (n, n), "tagging": (n, t, k)}  # fmt: skip
    assert {name: shape for name, (shape, _) in tasks.items()} == widths
    assert set(tasks["binary"][1].tolist()) == {0, 1}
    assert tasks["multi-label"][1].sum(1).tolist() == [2] * n and tasks["multi-label"][1].max() == 1
    assert tasks["multi-label"][1][[0, 3]].tolist() == [[1, 1, 0, 0], [1, 0, 0, 1]]
    for name in ("multi-class", "ordinal"):
        assert tasks[name][1].tolist() == [0, 1, 2, 3, 0, 1]
    assert tasks["regression"][1].tolist() == [0, 0.5, 1, 1.5, 2, 2.5]
    assert tasks["count"][1].tolist() == tasks["retrieval"][1].tolist() == [0, 1, 2, 3, 4, 5]
    assert tasks["survival"][1].tolist() == [[0, 0], [1, 1], [2, 0], [3, 1], [4, 0], [5, 1]]
    assert tasks["tagging"][1].tolist() == [[(i + j) % k for j in range(t)] for i in range(n)]


def test_retrieval_scores_every_pair(snippet):
    z = snippet.TASKS["retrieval"][0]
    torch.testing.assert_close(z, torch.einsum("id,jd->ij", snippet.hidden, snippet.one))
    assert snippet.many.shape == (6, 8, 5)


def test_the_wrong_pairs_raise_or_broadcast(snippet):
    with pytest.raises(ValueError, match="must be the same as"):
        F.binary_cross_entropy_with_logits(torch.zeros(6, 1), torch.zeros(6))
    with pytest.raises(RuntimeError):
        F.cross_entropy(snippet.TASKS["tagging"][0], snippet.TASKS["tagging"][1])


def test_heads_are_linear_and_seeded(snippet):
    torch.manual_seed(0)
    assert torch.equal(torch.randn(6, 5), snippet.hidden)
    torch.manual_seed(7)
    ours = snippet.head(snippet.hidden, 3)
    torch.manual_seed(7)
    assert torch.equal(ours, torch.nn.Linear(5, 3)(snippet.hidden)) and ours.shape == (6, 3)
