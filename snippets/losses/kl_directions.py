"""Shows forward and reverse KL with a student that cannot copy its teacher."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax, logsumexp

TOKENS = np.linspace(-6, 6, 31)  # the "vocabulary": 31 tokens on a line


def kl(log_p, log_q):
    return np.exp(log_p) @ (log_p - log_q)


def bell(mean, log_sd):  # two parameters for all the tokens
    return log_softmax(-0.5 * ((TOKENS - mean) / np.exp(log_sd)) ** 2)


def distil(divergence, teacher):
    def objective(parameters):
        return divergence(teacher, bell(*parameters))

    # reverse KL has several local minima: the best of many starts
    fits = [minimize(objective, (mean, 0)) for mean in TOKENS]
    return bell(*min(fits, key=lambda fit: fit.fun).x)


def reverse_kl(teacher, student):
    return kl(student, teacher)


modes = np.stack([bell(-2.4, -0.5), bell(2.4, -0.5)])
teacher = logsumexp(modes + np.log([[0.6], [0.4]]), axis=0)

rare = teacher < teacher.max() - np.log(100)
plt.plot(TOKENS, np.exp(teacher), label="teacher")
for name, divergence in (("forward KL", kl), ("reverse KL", reverse_kl)):
    student = distil(divergence, teacher)
    p = np.exp(student)
    mean = p @ TOKENS
    print(
        f"{name}: mean {mean:5.2f}, sd {np.sqrt(p @ (TOKENS - mean) ** 2):.2f}, "
        f"KL(teacher, student) {kl(teacher, student):4.1f}, "
        f"KL(student, teacher) {kl(student, teacher):.1f}"
    )
    print(f"{'':11} on tokens the teacher hardly uses: {p[rare].sum():.1%}")
    plt.plot(TOKENS, p, label=f"student, {name}")
p = np.exp(teacher)
print(
    f"teacher   : mean {p @ TOKENS:5.2f}, sd {np.sqrt(p @ (TOKENS - p @ TOKENS) ** 2):.2f}"
)
plt.xlabel("token")
plt.ylabel("probability")
plt.legend()
plt.show()
