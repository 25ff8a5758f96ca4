"""Shows which parts a checkpoint needs, by leaving out each and comparing weights."""

import io

import numpy as np
import torch
from torch import nn

DATA = torch.randn(40, 6, generator=torch.Generator().manual_seed(0))


class Run:
    def __init__(self):
        torch.manual_seed(1)  # initial weights, order of the data, dropout
        self.model = nn.Sequential(nn.Linear(6, 16), nn.Dropout(), nn.Linear(16, 1))
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=0.01)
        self.scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, 30)
        self.noise = np.random.default_rng(2)  # augmentation
        self.order = []  # the sampler: rows still to come in this epoch

    def train(self, steps):
        for _ in range(steps):
            if not self.order:
                self.order = torch.randperm(len(DATA)).tolist()
            rows, self.order = self.order[:8], self.order[8:]
            x = DATA[rows] + 0.1 * torch.tensor(self.noise.normal(size=6)).float()
            self.optimizer.zero_grad()
            (self.model(x).squeeze() - DATA[rows].sum(1)).square().mean().backward()
            self.optimizer.step()
            self.scheduler.step()
        return nn.utils.parameters_to_vector(self.model.parameters())

    def state(self):
        return {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "scheduler": self.scheduler.state_dict(),
            "torch generator": torch.get_rng_state(),
            "NumPy generator": self.noise.bit_generator.state,
            "rows to come": self.order,
        }

    def load(self, state):
        for name in {"model", "optimizer", "scheduler"} & state.keys():
            getattr(self, name).load_state_dict(state[name])
        self.order = state.get("rows to come", [])
        if "NumPy generator" in state:
            self.noise.bit_generator.state = state["NumPy generator"]
        if "torch generator" in state:
            torch.set_rng_state(state["torch generator"])


whole, stopped, file = Run().train(20), Run(), io.BytesIO()
stopped.train(7)  # in the middle of the second epoch
torch.save(stopped.state(), file)
for left_out in ("nothing", *stopped.state()):
    file.seek(0)
    run, state = Run(), torch.load(file)  # weights_only=True is the default
    run.load({name: part for name, part in state.items() if name != left_out})
    print(f"without {left_out}:", "equal" if run.train(13).equal(whole) else "differs")
