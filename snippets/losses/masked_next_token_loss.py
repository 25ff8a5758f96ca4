"""Shows the loss of supervised fine-tuning: shift by one, score only the response."""

import torch
import torch.nn.functional as F


def response_labels(tokens, prompt_lengths, lengths):
    # tokens: (batch, length); the targets of prompt and padding become -100
    position = torch.arange(tokens.shape[1])
    scored = (position >= prompt_lengths[:, None]) & (position < lengths[:, None])
    return tokens.masked_fill(~scored, -100)


def next_token_loss(logits, labels):
    # logits: (batch, length, vocabulary); those at position t predict token t + 1
    # cross_entropy leaves targets of -100 out of the sum and out of the count
    return F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())


end = 9  # marks the end of an answer, and is the padding as well
tokens = torch.tensor([[3, 4, 5, 6, 7, end], [3, 1, 2, end, end, end]])
prompt_lengths, lengths = torch.tensor([3, 1]), torch.tensor([6, 4])
labels = response_labels(tokens, prompt_lengths, lengths)
print("tokens: ", *tokens.tolist())
print("targets:", *labels.tolist())

by_token = labels.masked_fill(tokens == end, -100)  # masks padding by its token
print("end tokens scored, padding masked by length:", int((labels == end).sum()))
print("end tokens scored, padding masked by token: ", int((by_token == end).sum()))

# a model that has seen the answer can repeat it
copies = (20.0 * F.one_hot(tokens)).requires_grad_()
not_shifted = F.cross_entropy(copies.flatten(0, 1), labels.flatten())
shifted = next_token_loss(copies, labels)
shifted.backward()
print("logits with a gradient:", *copies.grad.any(-1).int().tolist())
print(f"a model that repeats its input, targets not shifted: {not_shifted:.2f}")
print(f"a model that repeats its input, targets shifted:    {shifted:.2f}")
