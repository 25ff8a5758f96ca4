"""Shows that gradient accumulation breaks InfoNCE, and how caching gradients mends it."""

import copy

import torch
import torch.nn.functional as F


def info_nce(queries, keys):  # (N, d) each, at temperature 0.1
    logits = F.normalize(queries) @ F.normalize(keys).T / 0.1
    return F.cross_entropy(logits, torch.arange(len(logits)))


def whole_batch(encoder, x, y, _):
    info_nce(encoder(x), encoder(y)).backward()


def accumulate(encoder, x, y, chunks):  # each chunk sees only its own negatives
    for a, b in zip(x.chunk(chunks), y.chunk(chunks)):
        (info_nce(encoder(a), encoder(b)) / chunks).backward()


def cached(encoder, x, y, chunks):
    inputs = torch.cat([x, y]).chunk(chunks)
    with torch.no_grad():  # 1. embed everything, keep no activations
        embeddings = torch.cat([encoder(chunk) for chunk in inputs]).requires_grad_()
    info_nce(*embeddings.chunk(2)).backward()  # 2. the loss's gradient per embedding
    for chunk, gradient in zip(inputs, embeddings.grad.chunk(chunks)):
        encoder(chunk).backward(gradient)  # 3. once more, a chunk at a time


def gradient_by(method, encoder, x, y, chunks):
    encoder = copy.deepcopy(encoder)
    method(encoder, x, y, chunks)
    return torch.cat([weight.grad.ravel() for weight in encoder.parameters()])


torch.manual_seed(0)
encoder = torch.nn.Sequential(
    torch.nn.Linear(8, 32), torch.nn.Tanh(), torch.nn.Linear(32, 16)
).double()
x = torch.randn(64, 8, dtype=torch.float64)
y = x + 0.5 * torch.randn(64, 8, dtype=torch.float64)
right = gradient_by(whole_batch, encoder, x, y, None)
for method in (accumulate, cached):
    error = (gradient_by(method, encoder, x, y, 8) - right).norm() / right.norm()
    print(f"{method.__name__:10} relative error of the gradient: {error:.2f}")
