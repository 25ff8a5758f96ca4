import torch
import torch.nn.functional as F


def by_hand(logits, tokens, prompts, lengths):
    terms = [
        -F.log_softmax(logits[b, t], -1)[tokens[b, t + 1]]
        for b in range(len(tokens))
        for t in range(tokens.shape[1] - 1)
        if prompts[b] <= t + 1 < lengths[b]
    ]
    return torch.stack(terms).mean()


def test_the_loss_is_the_mean_over_the_tokens_of_the_answers(snippet):
    torch.manual_seed(3)
    tokens = torch.randint(12, (3, 9))
    prompts, lengths = torch.tensor([2, 5, 1]), torch.tensor([9, 6, 4])
    logits = torch.randn(3, 9, 12, dtype=torch.float64)
    loss = snippet.next_token_loss(logits, snippet.response_labels(tokens, prompts, lengths))
    torch.testing.assert_close(loss, by_hand(logits, tokens, prompts, lengths))


def test_only_logits_before_an_answer_token_get_a_gradient(snippet):
    tokens = torch.tensor([[1, 2, 3, 4, 0, 0, 0]])
    logits = torch.zeros(1, 7, 5, requires_grad=True)
    labels = snippet.response_labels(tokens, torch.tensor([2]), torch.tensor([5]))
    snippet.next_token_loss(logits, labels).backward()
    # tokens 2, 3, 4 are the answer; the logits one place earlier predict them, the prompt's last among them
    assert logits.grad.any(-1).nonzero()[:, 1].tolist() == [1, 2, 3]
    torch.testing.assert_close(logits.grad[0, 3], (F.one_hot(torch.tensor(0), 5) - 0.2) / -3)


def test_changing_prompt_targets_or_padding_changes_nothing(snippet):
    torch.manual_seed(1)
    logits, tokens = torch.randn(1, 6, 10), torch.tensor([[1, 2, 3, 4, 5, 6]])
    other = torch.tensor([[7, 8, 3, 4, 5, 9]])
    lengths = torch.tensor([2]), torch.tensor([5])
    losses = [snippet.next_token_loss(logits, snippet.response_labels(t, *lengths)) for t in (tokens, other)]
    assert losses[0] == losses[1]


def test_masking_by_token_forgets_how_to_stop(snippet):
    assert (snippet.labels == snippet.end).sum() == 2  # one per answer
    assert snippet.lengths.tolist() == [
        snippet.tokens[0].tolist().index(9) + 1,
        snippet.tokens[1].tolist().index(9) + 1,
    ]
    expected = [[-100, -100, -100, 6, 7, -100], [-100, 1, 2, -100, -100, -100]]
    assert snippet.by_token.tolist() == expected  # the ends of the answers are gone


def test_without_the_shift_repeating_the_input_is_perfect(snippet):
    assert snippet.not_shifted < 1e-6
    # shifted, each right token has a logit 20 below the repeated one
    assert abs(snippet.next_token_loss(snippet.copies, snippet.labels) - 20) < 1e-4
