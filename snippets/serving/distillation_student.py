"""Shows a small student that learns from labels, from a teacher, and from both."""

import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy, kl_div, log_softmax, softmax


def distillation_loss(student, teacher, labels, T, hard):  # logits: (examples, classes)
    soft = kl_div(
        log_softmax(student / T, dim=1),
        softmax(teacher / T, dim=1),
        reduction="batchmean",
    )
    return hard * cross_entropy(student, labels) + (1 - hard) * T**2 * soft


def fit(model, loss, rate=0.05):  # full batch
    optimiser = torch.optim.Adam(model.parameters(), rate)
    for _ in range(80):
        optimiser.zero_grad()
        loss(model).backward()
        optimiser.step()
    return model


def accuracy(model, x, y):
    return (model(x).argmax(1) == y).double().mean().item()


torch.manual_seed(0)
digits = load_digits()
order = torch.randperm(len(digits.target))
x, y = torch.tensor(digits.data)[order] / 16, torch.tensor(digits.target)[order]
test = x[1200:], y[1200:]
teacher = torch.nn.Sequential(
    torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10)
).double()
fit(teacher, lambda model: cross_entropy(model(x[:1200]), y[:1200]))
print(f"teacher: {accuracy(teacher, *test):.2f}")

print("student trained on                    accuracy")
for name, n, hard in (
    ("60 labels", 60, 1),
    ("60 labels and the teacher's outputs", 60, 0.1),
    ("the teacher's outputs on 1,200", 1200, 0),
    ("1,200 labels", 1200, 1),
):
    scores = []
    for start in range(0, min(5 * n, 1200), n):  # five sets of 60, one of 1,200
        part = slice(start, start + n)
        with torch.no_grad():
            taught = teacher(x[part])

        def loss(model, part=part, taught=taught, hard=hard):
            return distillation_loss(model(x[part]), taught, y[part], T=4, hard=hard)

        scores.append(accuracy(fit(torch.nn.Linear(64, 10).double(), loss), *test))
    print(f"{name:38s}{sum(scores) / len(scores):8.2f}")
