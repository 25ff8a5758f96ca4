# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A tiny GPT, taken apart
#
# **Asked:** a GPT of 28,440 weights learns to read two-sentence stories letter by letter. What does it lose without the factor $1/\sqrt{d}$, without positions, with the norm behind the branch, without warm-up? And does the cache change what it writes? **Found:** without the factor it answers fewer questions, and the sharper start is only a part of the reason. Without positions it learns the letters and few of the answers. The place of the norm and the warm-up hardly matter at two layers; at six, post-norm without warm-up learns no more than the frequencies of the letters. The cache changes nothing but the work.
#
# *Also called: experiment, notebook; minimal GPT from scratch in PyTorch, character-level language model, transformer ablation study.*
#
# The theory: [scaled dot-product attention](../attention/scaled_dot_product.md), [positions](../attention/positions.md), [the block](../attention/block.md), [decoding](../attention/decoding.md).
#
# ## Hypotheses
#
# 1. Without $1/\sqrt{d}$ the softmax starts saturated, and the model learns worse.
# 2. Without positions the causal mask still tells the order, so the model learns, but worse.
# 3. Post-norm needs warm-up; pre-norm does not.
# 4. Sampling with and without a cache gives the same text.
#
# ## Set-up
#
# Each story says who has a thing, and then says it again. The second sentence is a question whose answer stands in the first: the model must find the receiver, who comes second in one form and first in the other, and the thing. Sixty stories are kept back, so memory does not answer them.

# %%
import math
from collections import Counter

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)  # so that another processor draws the same curves
NAMES, THINGS = ["anna", "bob", "carl", "dora", "emil", "fay"], ["cup", "hat", "key", "map", "pen"]
FORMS = ["{a} gave {b} a {thing}. {b} has a {thing}.\n", "{b} got a {thing} from {a}. {b} has a {thing}.\n"]
LENGTH = 44  # a story with the end of the one before has at most 43 characters

stories = [
    form.format(a=a, b=b, thing=thing) for form in FORMS for a in NAMES for b in NAMES for thing in THINGS if a != b
]
order = torch.randperm(len(stories), generator=torch.Generator().manual_seed(0)).tolist()
seen, unseen = [stories[i] for i in order[:240]], [stories[i] for i in order[240:]]
letters = sorted(set("".join(stories)))


def encode(text):
    return torch.tensor([letters.index(letter) for letter in text])


def rows(n, generator, length):  # (n, length + 1); each begins with the end of a story
    picks = torch.randint(len(seen), (n, 2), generator=generator).tolist()
    return torch.stack([encode("\n" + seen[i] + seen[j])[: length + 1] for i, j in picks])


print("".join(unseen[:3]), end="")
print(f"{len(seen)} stories to train on, {len(unseen)} kept back, {len(letters)} characters")

# %% [markdown]
# We made the text, so we know how well it can be predicted. After a beginning of a story, the best model gives each next letter its share among the stories that begin so.

# %%
beginnings = Counter(story[:i] for story in seen for i in range(len(story) + 1))


def best_possible_loss(x):
    total = 0.0
    for row in x.tolist():
        story = ""
        for letter in (letters[i] for i in row[1:]):
            total -= math.log(beginnings[story + letter] / beginnings[story])
            story = "" if letter == "\n" else story + letter
    return total / x[:, 1:].numel()


test_rows = rows(64, torch.Generator().manual_seed(1), LENGTH)
floor = best_possible_loss(test_rows)
print(f"nats a letter: best possible {floor:.2f}, uniform guess {math.log(len(letters)):.2f}")

# %% [markdown]
# ## The model
#
# The [GPT of the page](../attention/block.md#tiny-gpt) with a switch for each ablation, one head (so the factor is as far from 1 as the width allows), a cache, and ReLU to save time.


# %%
class Block(nn.Module):
    def __init__(self, width, scaled, post_norm, small_start):
        super().__init__()
        self.scale, self.post_norm = width**-0.5 if scaled else 1.0, post_norm
        self.norm_1, self.norm_2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.ReLU(), nn.Linear(4 * width, width))
        if small_start:  # queries and keys whose plain product is the usual scaled one
            self.qkv.weight.data[: 2 * width] /= width**0.25
            self.qkv.bias.data[: 2 * width] /= width**0.25

    def attention(self, x, cache):  # x: (batch, new, width)
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        if cache is not None:
            k, v = (torch.cat([*old, new], dim=1) for old, new in zip(cache or ([], []), (k, v), strict=True))
            cache[:] = [k], [v]
        scores = self.scale * q @ k.mT  # (batch, new, all)
        new, seen_so_far = scores.shape[1:]
        future = torch.ones(new, seen_so_far, dtype=torch.bool).triu(seen_so_far - new + 1)
        self.weights = scores.masked_fill(future, -math.inf).softmax(-1)
        return self.out(self.weights @ v)

    def forward(self, x, cache=None):
        if self.post_norm:
            x = self.norm_1(x + self.attention(x, cache))
            return self.norm_2(x + self.mlp(x))
        x = x + self.attention(self.norm_1(x), cache)
        return x + self.mlp(self.norm_2(x))


class GPT(nn.Module):
    def __init__(self, layers=2, width=32, positions=True, scaled=True, post_norm=False, small_start=False):
        super().__init__()
        self.tokens, self.positions = nn.Embedding(len(letters), width), nn.Embedding(LENGTH, width)
        if not positions:
            self.positions.weight.requires_grad_(False).zero_()
        self.blocks = nn.ModuleList(Block(width, scaled, post_norm, small_start) for _ in range(layers))
        self.norm = nn.Identity() if post_norm else nn.LayerNorm(width)
        self.head = nn.Linear(width, len(letters))

    def forward(self, ids, caches=None, past=0):  # ids: (batch, new)
        x = self.tokens(ids) + self.positions.weight[past : past + ids.shape[1]]
        for i, block in enumerate(self.blocks):
            x = block(x, caches[i] if caches else None)
        return self.head(self.norm(x))  # (batch, new, letters)


def loss_of(model, x):
    return F.cross_entropy(model(x[:, :-1]).flatten(0, 1), x[:, 1:].flatten())


def train(seed, steps, batch, lr, warm_up, length=LENGTH, **switches):
    torch.manual_seed(seed)
    model, generator, curve = GPT(**switches), torch.Generator().manual_seed(seed), []
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr, weight_decay=0.0, fused=True)
    for step in range(steps + 1):
        if step % (steps // 10) == 0:
            with torch.no_grad():
                curve.append(loss_of(model, test_rows[:, : length + 1]).item())
        for group in optimizer.param_groups:  # warm-up, then linear decay to zero
            group["lr"] = lr * min(1, (step + 1) / warm_up) * (1 - step / steps)
        optimizer.zero_grad()
        loss_of(model, rows(batch, generator, length)).backward()
        optimizer.step()
    return model, torch.tensor(curve)


print(f"{sum(p.numel() for p in GPT().parameters()):,} parameters")

# %% [markdown]
# ## Scaling and positions
#
# Two layers, 300 steps, two seeds for each variant; the variants of one seed see the same batches. *Small start* has no factor either, but its first queries and keys are divided by $d^{1/4}$: it begins as the same function as the standard model, and only learns differently.
#
# We measure the loss on new rows of stories seen in training, and the share of stories kept back whose second sentence is right to the last letter, with the most probable letter taken at each place. How peaked attention is, we see from the mean of each row's largest weight.


# %%
@torch.no_grad()
def answers(model):
    right = 0
    for story in unseen:
        ids, question = encode("\n" + story), story.index(".") + 1
        guess = model(ids[None, :-1])[0].argmax(-1)
        right += torch.equal(guess[question:], ids[question + 1 :])
    return right / len(unseen)


@torch.no_grad()
def peak(model):
    model(test_rows[:, :-1])
    return torch.stack([block.weights[:, 1:].amax(-1) for block in model.blocks]).mean().item()


models, runs = {}, {}


def experiment(name, **switches):
    for seed in (0, 1):
        model, curve = train(seed, steps=300, batch=12, lr=1e-2, warm_up=50, **switches)
        torch.manual_seed(seed)
        models[name, seed], start = model, GPT(**switches)
        runs[name, seed] = torch.tensor([curve[-1], answers(model), peak(start), peak(model)]), curve
    loss, right, first, last = (runs[name, 0][0] + runs[name, 1][0]) / 2
    print(f"{name:22s} loss {loss:.2f}, answers {right:.1f}, peak at the start {first:.1f}, at the end {last:.1f}")


experiment("standard")

# %%
experiment("no 1/√d, small start", scaled=False, small_start=True)

# %%
experiment("no 1/√d", scaled=False)

# %%
experiment("no positions", positions=False)
for name in ("no 1/√d, small start", "no 1/√d", "no positions"):
    worse = all(runs[name, seed][0][1] < runs["standard", seed][0][1] - 0.2 for seed in (0, 1))
    print(f"{name}: clearly fewer answers in both seeds: {worse}")

# %% alt="Loss against the step, logarithmic excess over the best possible. The standard model comes nearest; without the factor the curve is ahead of the standard one for the first steps and then flattens, the small start lies between, no positions is last for most of the way"
for name in ("standard", "no 1/√d, small start", "no 1/√d", "no positions"):
    excess = (runs[name, 0][1] + runs[name, 1][1]) / 2 - floor
    plt.semilogy(range(0, 301, 30), excess, label=name)
plt.xlabel("step")
plt.ylabel("loss above the best possible")
plt.legend()
plt.show()

# %% [markdown]
# **Scaling.** The unscaled model is ahead for the first steps and behind from then on. It does not start saturated: its rows are more peaked than those of the standard model, far from one-hot. And the small start, which is the same function as the standard model at step 0, also ends with sharper rows and with fewer answers, though not as few as with no factor at all. So the start explains a part. The rest must come from training: without the factor, the same step in the weights moves the scores further.
#
# **Positions.** The mask tells enough of the order to bring the loss far below what letter frequencies give (next section). But the answers are missing, and the curve is the last for most of the way. After 300 steps that is a slower model; whether it stays worse, this run does not say.
#
# Most letters of a story are easy. So a small difference in the loss is a large one in the answers: look at what you care about, not at the loss alone.
#
# ## Norm and warm-up, at two depths
#
# Now the learning rate is three times as high, the rows are short, and the runs too: we ask only whether a model starts to learn.


# %%
@torch.no_grad()
def spread(model):  # how much a letter's probability varies between inputs, at most
    return model(test_rows[:, :24]).softmax(-1).std(dim=0).max()


shares = torch.bincount(test_rows[:, 1:25].flatten()) / test_rows[:, 1:25].numel()
print(f"a guess by the frequencies of the letters: loss {torch.special.entr(shares).sum():.2f}\n")


def norm_and_warm_up(layers):
    curves = {}
    for post_norm in (False, True):
        for warm_up in (20, 1):
            settings = {"steps": 60, "batch": 8, "lr": 3e-2, "length": 24, "warm_up": warm_up}
            pair = [train(seed, layers=layers, post_norm=post_norm, **settings) for seed in (0, 1)]
            name = f"{'post' if post_norm else 'pre'}-norm, {'warm-up' if warm_up > 1 else 'no warm-up'}"
            curves[name] = sum(curve for _, curve in pair) / 2
            reads = sum(bool(spread(model) > 0.1) for model, _ in pair)
            print(
                f"{layers} layers, {name:22s} last loss {curves[name][-1]:.2f}, seeds that read their input: {reads} of 2"
            )
    return curves


two = norm_and_warm_up(layers=2)

# %%
six = norm_and_warm_up(layers=6)

# %% alt="Two panels of loss against the step. Two layers: four curves fall together. Six layers: both pre-norm curves fall, post-norm with warm-up falls more slowly, post-norm without warm-up stays level at the entropy of the letters"
_, panels = plt.subplots(1, 2, sharey=True)
for panel, layers, curves in zip(panels, (2, 6), (two, six), strict=True):
    for name, curve in curves.items():
        colour, style = "C1" if "post" in name else "C0", "--" if "no warm-up" in name else "-"
        panel.plot(range(0, 61, 6), curve, color=colour, linestyle=style, label=name)
    panel.set(title=f"{layers} layers", xlabel="step")
panels[0].set_ylabel("loss")
panels[0].legend()
plt.show()

# %% [markdown]
# Two layers forgive all of it. At six, pre-norm still learns either way, and even there the runs with warm-up end lower. Post-norm with warm-up learns more slowly than pre-norm. Without it, post-norm ends at the loss of letter frequencies, in both seeds: at a given place it predicts nearly the same whatever it has read. The branches are the same; only the places of the norms differ.
#
# ## Writing, with and without the cache
#
# Letters are drawn from the model's probabilities. Without the cache each new letter sends the whole text through the model again; with it, only the last letter.


# %%
@torch.no_grad()
def write(model, length, use_cache):
    generator = torch.Generator().manual_seed(0)
    ids, caches, work = encode("\n")[None], [[] for _ in model.blocks], 0
    while ids.shape[1] < length:
        if use_cache:
            new = ids[:, -1:]
            logits = model(new, caches, past=ids.shape[1] - 1)
        else:
            new = ids
            logits = model(new)
        work += new.shape[1]
        p = logits[0, -1].softmax(-1)
        ids = torch.cat([ids, torch.multinomial(p, 1, generator=generator)[None]], dim=1)
    return "".join(letters[i] for i in ids[0]).strip(), work


for name in ("standard", "no positions"):
    (text, work), (cached, cached_work) = (write(models[name, 1], LENGTH, use_cache) for use_cache in (False, True))
    print(f"{name}: same text {text == cached}, letters through the model {work} without, {cached_work} with the cache")
    print(cached, end="\n\n")

# %% [markdown]
# The texts agree letter for letter, and the cached model reads each letter once. (What is saved is the work of the layers, not the reading of the cache: see [decoding](../attention/decoding.md).) Drawing from the probabilities also draws a small model's mistakes.
#
# ## Conclusion
#
# 1. **The factor** helped, in both seeds. The usual reason, a saturated start, was not what we saw: the unscaled start was only sharper, and a start made equal to the standard one recovered a part of the answers. The factor also sets how fast scores move in training.
# 2. **Positions** are not needed to learn letters in order, since the mask tells order. In this time they were needed to answer.
# 3. **Warm-up and the norm** are a matter of depth and learning rate. The same switches did nothing at two layers; at six layers, post-norm without warm-up learned nothing beyond frequencies. "Post-norm does not train" and "warm-up is always needed" are both too strong.
# 4. **The cache** gave the same text. It is a matter of cost, not of quality.
#
# ## What this does not show
#
# Two seeds, one learning rate for each experiment, some hundred steps, a language of a few words. A variant that lost here may only need another learning rate or more time. Heads of large models are wider, and with queries and keys of the same size their unscaled scores would start larger than here. The unstable run stands for a mechanism, not for the depth at which a large model breaks.
#
# ## What to change
#
# - Sharper scores mean larger effective steps. Train the unscaled model with a lower learning rate for `qkv`: does it catch up?
# - Train without positions for 900 steps. Does it answer then?
# - In the second experiment, find the learning rate at which post-norm at six layers trains without warm-up, and at which pre-norm stops training.
# - Remove the norm altogether. At which depth do you notice?
# - Give a story a third sentence with another thing. Which variants mix them up?
