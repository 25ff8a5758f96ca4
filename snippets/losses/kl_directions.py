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

rare = np.exp(teacher) < 0.01
students = {
    "forward KL": distil(kl, teacher),
    "reverse KL": distil(reverse_kl, teacher),
}
for name, log_p in {"teacher": teacher, **students}.items():
    p = np.exp(log_p)
    mean = p @ TOKENS
    print(
        f"{name:10} mean {mean:5.2f}, sd {np.sqrt(p @ (TOKENS - mean) ** 2):.2f}, "
        f"on tokens where the teacher is under 0.01: {p[rare].sum():5.1%}"
    )
    plt.plot(TOKENS, p, label=name)
for name, log_p in students.items():
    print(
        f"{name}: KL(teacher, student) {kl(teacher, log_p):4.1f}, "
        f"KL(student, teacher) {kl(log_p, teacher):.1f}"
    )
plt.xlabel("token")
plt.ylabel("probability")
plt.legend()
plt.show()
