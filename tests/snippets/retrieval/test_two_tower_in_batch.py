import numpy as np
import torch


def test_the_batch_is_scored_all_against_all(snippet):
    torch.manual_seed(3)
    model = snippet.TwoTower(4, 6, 5)
    user, item = torch.tensor([3, 0, 1]), torch.tensor([5, 5, 2])
    logits = model(user, item).detach()
    for b in range(3):
        for c in range(3):
            expected = model.user.weight[user[b]] @ model.item.weight[item[c]]
            torch.testing.assert_close(logits[b, c], expected.detach())


def test_the_loss_by_hand(snippet):
    rng = np.random.default_rng(4)
    logits, item = rng.normal(size=(5, 5)), np.array([2, 0, 2, 1, 3])
    log_q = np.log([0.4, 0.3, 0.2, 0.1])
    losses = []
    for b in range(5):
        z = logits[b] - log_q[item]  # every column, also the positive drawn again by another row
        losses.append(np.log(np.exp(z).sum()) - z[b])
    loss = snippet.in_batch_loss(torch.tensor(logits), torch.tensor(item), torch.tensor(log_q))
    np.testing.assert_allclose(loss, np.mean(losses))


def test_with_logq_the_scores_are_log_p_and_without_it_log_p_over_q(snippet):
    p, q = snippet.p.double(), snippet.q.double()
    common = q > 0.01  # items that were seen often enough to be learned

    def fit(scores, target):  # correlation within users, over the common items
        a, b = scores[:, common].double(), target[:, common]
        a, b = a - a.mean(1, keepdim=True), b - b.mean(1, keepdim=True)
        return float((a * b).sum() / (a.norm() * b.norm()))

    raw, corrected = snippet.candidates["no correction"], snippet.candidates["logQ"]
    assert fit(corrected, p.log()) > fit(raw, p.log()) + 0.1
    assert fit(raw, (p / q).log()) > fit(corrected, (p / q).log()) + 0.1
    assert fit(corrected, p.log()) > 0.85


def test_what_the_top_five_hold(snippet):
    share = {
        name: snippet.p.gather(1, scores.topk(5, dim=1).indices).sum(1).mean().item()
        for name, scores in snippet.candidates.items()
    }
    assert share["no correction"] + 0.1 < share["logQ"] <= share["best possible"]
    torch.testing.assert_close(snippet.p.sum(1), torch.ones(20).double())
    torch.testing.assert_close(snippet.q, snippet.p.sum(0) / 20)
    rank = {n: s.topk(5, dim=1).indices.float().mean() for n, s in snippet.candidates.items()}
    assert rank["no correction"] > 2 * rank["best possible"]  # rare items crowd in


def test_training_starts_alike_and_batches_are_clicks(snippet):
    p = torch.tensor([[0.5, 0.5, 0.0, 0.0], [0.0, 0.0, 0.9, 0.1]])
    q = p.mean(0)
    scores = snippet.train(p, q.log(), steps=60, batch=64)
    assert scores.shape == (2, 4)
    assert scores[0, :2].min() > scores[0, 2:].max() and scores[1, 2:].min() > scores[1, :2].max()
    assert scores[1, 2] > scores[1, 3]
    assert torch.equal(scores, snippet.train(p, q.log(), steps=60, batch=64))


def test_the_figures_are_those_of_200_steps_of_256_clicks(snippet):
    assert torch.equal(snippet.candidates["logQ"], snippet.train(snippet.p, snippet.q.log(), 200, 256))
    ratio = snippet.popularity[0] / snippet.popularity
    torch.testing.assert_close(ratio, torch.arange(60).double() + 1)
