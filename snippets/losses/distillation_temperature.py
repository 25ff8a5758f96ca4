"""Shows how temperature shrinks the gradient of soft targets, and what T² repairs."""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def soft_loss(student, teacher, T):  # KL divergence of the softened distributions
    q, p = softmax(teacher / T), softmax(student / T)
    return (q * np.log(q / p)).sum()


def soft_gradient(student, teacher, T):  # with respect to the student's logits
    return (softmax(student / T) - softmax(teacher / T)) / T


def limit(student, teacher):  # of T² times the gradient as T grows
    gap = student - teacher
    return (gap - gap.mean()) / len(gap)


student, teacher = np.array([1.0, 0.5, -0.5, 0.0]), np.array([4.0, 2.0, -3.0, -3.0])
print("   T  size of gradient  times T²")
for T in (1, 2, 4, 8, 16, 64):
    size = np.linalg.norm(soft_gradient(student, teacher, T))
    print(f"{T:4d} {size:17.5f} {T**2 * size:9.3f}")
print(f"limit of the last column {np.linalg.norm(limit(student, teacher)):.3f}")
