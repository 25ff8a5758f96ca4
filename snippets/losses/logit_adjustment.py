"""Shows logit adjustment: after training, and as a loss, it aims at the balanced error."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp, softmax


def adjusted_loss(logits, labels, log_prior, tau=1.0):  # (n, K), (n,), (K,)
    z = logits + tau * log_prior
    return np.mean(logsumexp(z, axis=1) - z[np.arange(len(z)), labels])


def fit(X, labels, log_prior, tau):  # linear logits: X (n, d) -> weights (d, K)
    Y = np.eye(len(log_prior))[labels]

    def objective(w):
        logits = X @ w.reshape(-1, len(log_prior))
        gradient = X.T @ (softmax(logits + tau * log_prior, axis=1) - Y) / len(X)
        return adjusted_loss(logits, labels, log_prior, tau), gradient.ravel()

    start = np.zeros(X.shape[1] * len(log_prior))
    return minimize(objective, start, jac=True).x.reshape(-1, len(log_prior))


def recalls(said, labels):
    return np.array([np.mean(said[labels == k] == k) for k in np.unique(labels)])


rng = np.random.default_rng(0)
prior = np.array([0.90, 0.09, 0.01])
labels = rng.choice(3, size=10_000, p=prior)
centres = np.array([[0, 0], [2, 0], [0, 2]])
X = np.column_stack([np.ones(10_000), centres[labels] + rng.normal(size=(10_000, 2))])
plain = X @ fit(X, labels, np.log(prior), tau=0)
trained = X @ fit(X, labels, np.log(prior), tau=1)
rules = {
    "plain": plain,
    "adjusted after": plain - np.log(prior),
    "adjusted loss": trained,
}
for name, scores in rules.items():
    said = scores.argmax(axis=1)
    r = recalls(said, labels)
    print(
        f"{name:14}: accuracy {np.mean(said == labels):.2f}, "
        f"balanced {r.mean():.2f}, recall of the rarest {r[2]:.2f}"
    )
