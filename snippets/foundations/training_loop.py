"""Shows a training loop in the right order, which resumes where it stopped."""

import io
import time

import torch
from torch import nn

SIZE, STEPS = 32, 60
X = torch.randn(400, 8, generator=torch.Generator().manual_seed(0))
Y = (X[:, 0] + X[:, 1] > 0).long() + (X[:, 2] > 1).long()  # three classes
(TRAIN_X, VALID_X), (TRAIN_Y, VALID_Y) = X.split((300, 100)), Y.split((300, 100))


def start():
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Dropout(), nn.Linear(32, 3))
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.02)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=STEPS)
    return model, optimizer, scheduler


def train(model, optimizer, scheduler, first, stop):
    total, began = torch.zeros(()), time.perf_counter()
    model.train()
    for step in range(first, stop):
        epoch, i = divmod(step, len(TRAIN_X) // SIZE)  # drops the incomplete last batch
        shuffle = torch.Generator().manual_seed(epoch)  # no sampler state to save
        batch = torch.randperm(len(TRAIN_X), generator=shuffle).split(SIZE)[i]
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(TRAIN_X[batch]), TRAIN_Y[batch])
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
        optimizer.step()
        scheduler.step()  # once a step, because T_max counts steps
        total += loss.detach()  # stays on the device
    mean = total.item() / (stop - first)  # the only wait for the device
    rate = SIZE * (stop - first) / (time.perf_counter() - began)  # examples/s
    model.eval()
    with torch.no_grad():
        right = (model(VALID_X).argmax(1) == VALID_Y).float().mean().item()
    return mean, rate, right


whole = start()
for step in (20, 40, 60):
    loss, _, right = train(*whole, step - 20, step)
    print(f"step {step}: training loss {loss:.1f}, validation accuracy {right:.1f}")

stopped, file = start(), io.BytesIO()
train(*stopped, 0, 25)  # in the middle of an epoch
parts = [part.state_dict() for part in stopped]
torch.save({"step": 25, "parts": parts, "generator": torch.get_rng_state()}, file)
resumed, saved = start(), torch.load(io.BytesIO(file.getvalue()))
for part, state in zip(resumed, saved["parts"]):
    part.load_state_dict(state)
torch.set_rng_state(saved["generator"])  # dropout draws from it
train(*resumed, saved["step"], STEPS)
same = all(map(torch.equal, whole[0].parameters(), resumed[0].parameters()))
print("resumed at step 25, all weights equal at the end:", same)
