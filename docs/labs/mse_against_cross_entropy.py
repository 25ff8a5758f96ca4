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
# # A race: MSE against cross-entropy
#
# **Asked:** two losses with the same ideal prediction start from the same confidently wrong weights; does the choice of loss decide how long recovery takes, and can the learning rate or Adam make up for it? **Found:** cross-entropy walks straight out; squared error on the sigmoid waits on a plateau, for a time that grows exponentially with the distance of the start if the data have a gap, and more slowly if they overlap. A larger learning rate only divides that time; Adam removes the wait, unless the wrong examples compete with undecided ones.
#
# *Also called: experiment, notebook; MSE vs cross-entropy for a sigmoid, training curves, loss surface, vanishing gradient.*
#
# The theory is on the page [MSE against cross-entropy on a sigmoid](../losses/mse_against_cross_entropy.md).

# %% [markdown]
# ## Hypothesis
#
# The gradient of cross-entropy in a logit is $p - y$; that of squared error is $2(p - y)\,p(1 - p)$. From a start where nearly every example is confidently wrong,
#
# 1. cross-entropy needs a time that grows about linearly with the size of the wrong weights;
# 2. squared error needs a time that grows exponentially;
# 3. both end in weights that classify equally well: both are proper, so only the way should differ.

# %% [markdown]
# ## Set-up
#
# Two clusters in the plane, one for each label, and a few wrong labels so that both losses have a finite minimum. The model is a logistic unit without bias, $p = \sigma(w^\top x)$ with $w \in \mathbb{R}^2$: small enough to draw its whole loss surface. The start lies opposite to the right direction.

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize
from scipy.special import expit as sigmoid

N, WRONG_LABELS = 200, 10
CENTRE = np.array([1.5, 1.0])
DIRECTION = CENTRE / np.linalg.norm(CENTRE)


def clusters(spread):
    rng = np.random.default_rng(0)
    y = np.arange(N) % 2
    X = np.outer(2 * y - 1, CENTRE) + spread * rng.normal(size=(N, 2))
    y[:WRONG_LABELS] = 1 - y[:WRONG_LABELS]
    return X, y  # (N, 2), (N,)


def cross_entropy(w, X, y):
    z = X @ w
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ (sigmoid(z) - y) / N


def squared_error(w, X, y):
    p = sigmoid(X @ w)
    return np.mean((p - y) ** 2), X.T @ (2 * (p - y) * p * (1 - p)) / N


LOSSES = {"cross-entropy": cross_entropy, "squared error": squared_error}
X, y = clusters(spread=0.4)
start = -4 * DIRECTION
best = {name: minimize(loss, [0, 0], args=(X, y), jac=True).x for name, loss in LOSSES.items()}
for name, w in best.items():
    right = np.mean((X @ w > 0) == y)
    print(f"{name}: best w = ({w[0]:.1f}, {w[1]:.1f}), right on {right:.2f} of the labels")
print(f"start: w = ({start[0]:.1f}, {start[1]:.1f}), right on {np.mean((X @ start > 0) == y):.2f}")

# %% [markdown]
# The two best weights differ in length more than in direction, and classify alike: the third hypothesis holds. That they differ at all is no contradiction: proper losses share their minimum where the model can express the true probabilities, and this one cannot express a constant share of wrong labels.
#
# ## The surfaces
#
# Each contour is a level of the mean loss; levels are equally spaced in the loss, so crowded lines mean a steep slope.

# %% alt="Contours of both mean losses over the two weights. Cross-entropy: evenly spaced lines from the start in the lower left towards the minimum in the upper right. Squared error: empty plateaus in the lower left and the upper right with all lines crowded in a band through the origin"
side = np.linspace(-6, 6, 61)
grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
surface = {name: np.array([loss(w, X, y)[0] for w in grid]).reshape(61, 61) for name, loss in LOSSES.items()}


def draw_surface(panel, name, colour):
    panel.contour(side, side, surface[name], levels=12, colors=colour, linewidths=0.8)
    panel.plot(*start, "s", color="C2")
    panel.plot(*best[name], "*", color="C2", markersize=12)
    panel.set(title=name, xlabel="w₁", aspect="equal")


_, panels = plt.subplots(1, 2, sharey=True)
for panel, name, colour in zip(panels, LOSSES, ("C0", "C1"), strict=True):
    draw_surface(panel, name, colour)
panels[0].set_ylabel("w₂")
plt.show()

# %% [markdown]
# Square: the start. Star: the minimum. Cross-entropy is a bowl whose wall falls evenly. Squared error is a step between two plateaus; the start lies on the upper one.
#
# Where is that step convex? Along the straight line from the start through the origin we can look at the loss itself, and at every point compute the smallest eigenvalue of the Hessian, by differences of the gradient.


# %% alt="Two panels along the line from the start to beyond the origin. Left, the loss relative to the start: cross-entropy falls along a convex curve, squared error stays flat, then drops like a step. Right, smallest eigenvalue of the Hessian: positive everywhere for cross-entropy, negative for squared error over the first part"
def smallest_eigenvalue(loss, w, step=1e-4):
    columns = [(loss(w + step * e, X, y)[1] - loss(w - step * e, X, y)[1]) / (2 * step) for e in np.eye(2)]
    return np.linalg.eigvalsh(np.array(columns)).min()


along = np.linspace(-4, 2, 61)
_, panels = plt.subplots(1, 2)
for name, loss in LOSSES.items():
    values = np.array([loss(t * DIRECTION, X, y)[0] for t in along])
    curvature = np.array([smallest_eigenvalue(loss, t * DIRECTION) for t in along])
    panels[0].plot(along, values / values[0], label=name)
    panels[1].plot(along, curvature, label=name)
    print(f"{name}: Hessian has a negative eigenvalue at {np.sum(curvature < -1e-9)} of {along.size} points")
panels[0].set(xlabel="position along the right direction", ylabel="mean loss, start = 1")
panels[1].set(xlabel="position along the right direction", ylabel="smallest eigenvalue")
panels[1].axhline(0, color="C5", linewidth=0.8)
panels[0].legend()
plt.show()

# %% [markdown]
# Cross-entropy is convex, as its Hessian $\frac1n\sum_i p_i(1-p_i)\,x_i x_i^\top$ demands. Squared error is not, over most of the stretch where most examples are wrong: for one example the curvature turns positive where its label gets a probability of $\tfrac13$, before the origin.
#
# ## The race
#
# Gradient descent with the whole data, for both losses, three learning rates and three starts along the wrong direction. A run has arrived when its mean loss is at most a tenth above the minimum of that loss.


# %%
def descend(loss, w, X, y, lr, limit=20_000):
    goal = 1.1 * minimize(loss, [0, 0], args=(X, y), jac=True).fun
    path = [w]
    while loss(w, X, y)[0] > goal and len(path) <= limit:
        w = w - lr * loss(w, X, y)[1]
        path.append(w)
    return np.array(path)


for lr in (1, 3, 10):
    for name, loss in LOSSES.items():
        steps = [len(descend(loss, -distance * DIRECTION, X, y, lr)) - 1 for distance in (4, 6, 8)]
        print(f"learning rate {lr:2}, {name}: {steps} steps from distance 4, 6, 8")

# %% [markdown]
# A larger rate divides the wait of squared error, and its flat surface tolerates one. But the factor by which the wait grows from one start to the next is about the same at every rate: tuning for one start does not prepare for a worse one. Cross-entropy at learning rate 1 needs a handful of steps from each start. At 10 it already overshoots.
#
# Where does squared error spend its steps? Here are the two paths from the nearest of the three starts.

# %% alt="Contours of each loss with the path at learning rate 1, a mark every ten steps. Cross-entropy goes straight to the minimum in a few steps. Squared error shows marks crowded at the start and spread out after the step"
_, panels = plt.subplots(1, 2, sharey=True)
for panel, name, colour in zip(panels, LOSSES, ("C0", "C1"), strict=True):
    draw_surface(panel, name, colour)
    path = descend(LOSSES[name], start, X, y, lr=1)
    panel.plot(*path.T, "o-", color="C3", markersize=4, markevery=10)
    gone = np.linalg.norm(path - start, axis=1) / np.linalg.norm(path[-1] - start)
    print(f"{name}: {np.argmax(gone > 0.5)} of {len(path) - 1} steps for the first half of the way")
panels[0].set_ylabel("w₂")
plt.show()

# %% [markdown]
# A mark on a path stands every ten steps. Most of them go into leaving the plateau. Once over the edge, squared error needs few.
#
# ## How much worse is a worse start?
#
# Now the start moves further away, step by step, at learning rate 1. The second data set has the same centres and a larger spread, so that the clusters overlap and some examples lie near the boundary whatever the weights.

# %% alt="Steps to arrive against the distance of the start, logarithmic axis, for both losses on data with a gap and with overlap. Cross-entropy stays below ten steps. Squared error rises steeply, nearly straight, with a gap, and along a flattening curve with overlap"
distances = np.arange(1, 8)
for kind, spread, marker in (("gap", 0.4, "o-"), ("overlap", 1.5, "s--")):
    data = clusters(spread)
    for name, loss in LOSSES.items():
        steps = [len(descend(loss, -distance * DIRECTION, *data, lr=1)) - 1 for distance in distances]
        plt.semilogy(distances, steps, marker, label=f"{name}, {kind}")
        print(f"{name:13}, {kind:7}: {steps}")
plt.xlabel("distance of the start from the origin")
plt.ylabel("steps at learning rate 1")
plt.legend()
plt.show()

# %% [markdown]
# Cross-entropy adds less than one step for each unit, on both data sets. Squared error with a gap keeps multiplying: the factor for a unit rises, then falls again, as the wrong examples nearest the boundary come to do the pulling. It cannot fall below $e^m$, with $m$ the smallest margin of these examples along the direction: exponential, as for a single logit, at the rate of the nearest example. With overlap the curve bends: examples near the boundary are never saturated, and their gradients carry the weights out. The textbook statement is about a logit. For a model it needs the word "gap".
#
# ## Does Adam settle it?
#
# Adam divides by a running root mean square of the gradient, so the size of the gradient cancels, as long as it is far above its $\epsilon$.


# %%
def adam_steps(loss, w, lr=0.1, beta1=0.9, beta2=0.999, eps=1e-8):
    goal = 1.1 * minimize(loss, [0, 0], args=(X, y), jac=True).fun
    m = v = np.zeros(2)
    count = 0
    while loss(w, X, y)[0] > goal:
        count += 1
        g = loss(w, X, y)[1]
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        w = w - lr * (m / (1 - beta1**count)) / (np.sqrt(v / (1 - beta2**count)) + eps)
    return count


for distance in (2, 4, 6, 8):
    steps = {name: adam_steps(loss, -distance * DIRECTION) for name, loss in LOSSES.items()}
    print(f"Adam from distance {distance}: {steps} steps")

# %% [markdown]
# The exponential is gone: with everything saturated, only the scale of the gradient was missing, and Adam supplies it. That is one reason why squared error on a sigmoid can train well enough under Adam. What Adam cannot supply is the share of a wrong example within a batch, where it competes with undecided ones:

# %% alt="Share of the whole gradient that the wrong example has, against its logit, logarithmic axis. Cross-entropy levels off; squared error falls along a straight line"
logits = np.linspace(-12, 0, 49)
pull = {
    "cross-entropy": lambda z: sigmoid(-z),
    "squared error": lambda z: 2 * sigmoid(z) * sigmoid(-z) ** 2,
}
for name, force in pull.items():
    share = force(logits) / (force(logits) + 9 * force(0))
    plt.semilogy(logits, share, label=name)
    print(f"{name}: share of an example at z = -6 beside nine at z = 0: {share[24]:.4f}")
plt.xlabel("logit of the wrong example, label 1")
plt.ylabel("its share of the gradient")
plt.legend()
plt.show()

# %% [markdown]
# ## Conclusion
#
# - Hypothesis 1 holds: cross-entropy needs few steps, and their number grows at most linearly with the distance of the start.
# - Hypothesis 2 holds with a gap between the classes, and is too strong without one: then squared error is slow, not exponentially slow.
# - Hypothesis 3 holds: both minima classify alike. The difference is the way, not the goal.
# - Convexity tells the two surfaces apart; the plateau is what costs time. A larger rate divides the time, Adam rescales the gradient, and neither gives a wrong example back its share within a batch.
#
# ## What to change next
#
# - Set `WRONG_LABELS = 0`. Is either minimum still finite?
# - Run the race at learning rates 30 and 100. Which loss becomes unstable first, and why?
# - Start both losses from zero weights. Is there still a race?
# - Add one far point with a wrong label, `X[0] = -20 * CENTRE`, and compare the two minima: boundedness now helps squared error.
# - Replace `sigmoid(X @ w)` in `squared_error` by `X @ w`, the square loss on raw logits. Where has the plateau gone?
