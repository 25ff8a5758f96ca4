"""Shows a training loop in the right order, which resumes where it stopped."""

import io
import time

import torch
from torch import nn
from torch.nn.functional import cross_entropy

SIZE, STEPS, LOG_EVERY = 32, 60, 20
X = torch.randn(400, 8, generator=torch.Generator().manual_seed(0))
Y = (X[:, 0] + X[:, 1] > 0).long() + (X[:, 2] > 1).long()  # three classes
(TRAIN_X, VALID_X), (TRAIN_Y, VALID_Y) = X.split((300, 100)), Y.split((300, 100))


def start():
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Dropout(), nn.Linear(32, 3))
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.02)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=STEPS)
    return model, optimizer, scheduler


def rows(step, n):  # a function of the step, so that resuming needs no sampler state
    epoch, i = divmod(step, n // SIZE)  # the incomplete last batch is dropped
    order = torch.randperm(n, generator=torch.Generator().manual_seed(epoch))
    return order[i * SIZE : (i + 1) * SIZE]


@torch.no_grad()
def accuracy(model):
    model.eval()
    return (model(VALID_X).argmax(1) == VALID_Y).float().mean().item()


def train(model, optimizer, scheduler, first, stop):
    total, began = torch.zeros(()), time.perf_counter()
    for step in range(first, stop):
        model.train()
        batch = rows(step, len(TRAIN_X))
        optimizer.zero_grad()
        loss = cross_entropy(model(TRAIN_X[batch]), TRAIN_Y[batch])
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
        optimizer.step()
        scheduler.step()  # once a step, because T_max counts steps
        total += loss.detach()  # stays on the device
        if (step + 1) % LOG_EVERY == 0:
            mean = total.item() / LOG_EVERY  # the only wait for the device
            rate = SIZE * LOG_EVERY / (time.perf_counter() - began)  # examples/s
            yield step + 1, mean, rate, accuracy(model)
            total, began = torch.zeros(()), time.perf_counter()


whole = start()
for step, loss, _, right in train(*whole, 0, STEPS):
    print(f"step {step}: training loss {loss:.1f}, validation accuracy {right:.1f}")

stopped, resumed, file = start(), start(), io.BytesIO()
list(train(*stopped, 0, 25))  # in the middle of an epoch
parts = [part.state_dict() for part in stopped]
torch.save({"step": 25, "parts": parts, "generator": torch.get_rng_state()}, file)
file.seek(0)
saved = torch.load(file)
for part, state in zip(resumed, saved["parts"]):
    part.load_state_dict(state)
torch.set_rng_state(saved["generator"])  # dropout draws from it
list(train(*resumed, saved["step"], STEPS))
same = [
    torch.equal(a, b) for a, b in zip(whole[0].parameters(), resumed[0].parameters())
]
print("resumed at step 25, all weights equal at the end:", all(same))
