"""Shows range and spacing of the floating-point formats, from their bits."""

import matplotlib.pyplot as plt
import numpy as np


def numbers(exponent_bits, mantissa_bits, reserved):
    """Largest, smallest normal, smallest subnormal, spacing at 1, as in IEEE 754.

    The highest exponent means inf and NaN ("exponent"), only its last code
    does ("code"), or nothing does ("none").
    """
    bias = 2 ** (exponent_bits - 1) - 1
    eps = 2.0**-mantissa_bits
    top = 2**exponent_bits - 1 - bias  # the exponent of the highest code
    if reserved == "exponent":
        largest = (2 - eps) * 2.0 ** (top - 1)
    elif reserved == "code":
        largest = (2 - 2 * eps) * 2.0**top
    else:
        largest = (2 - eps) * 2.0**top
    smallest_normal = 2.0 ** (1 - bias)
    return largest, smallest_normal, smallest_normal * eps, eps


def spacing(x, layout):
    """Distance between neighbours at x > 0; 0 where the format has ended."""
    largest, normal, _, eps = numbers(*layout)
    binade = 2.0 ** np.floor(np.log2(np.maximum(x, normal)))
    return np.where(x <= largest, binade * eps, 0)


FORMATS = {  # bits of the exponent, bits of the mantissa, what is reserved
    "fp32": (8, 23, "exponent"),
    "tf32": (8, 10, "exponent"),
    "bf16": (8, 7, "exponent"),
    "fp16": (5, 10, "exponent"),
    "E5M2": (5, 2, "exponent"),
    "E4M3": (4, 3, "code"),
    "E2M1": (2, 1, "none"),
}
print("         largest    normal subnormal   spacing at 1")
for name, layout in FORMATS.items():
    largest, normal, subnormal, eps = numbers(*layout)
    power = f"2^-{layout[1]}"
    print(
        f"{name}  {largest:10.5g} {normal:9.2g} {subnormal:9.2g}   {power:>5} {eps:.3g}"
    )

x = 2.0 ** np.arange(-26, 20, 0.02)
for name in ("bf16", "fp16", "E4M3", "E5M2"):
    step = spacing(x, FORMATS[name])
    shown = (step > 0) & (step <= x)  # below the smallest number all is 0
    plt.loglog(x[shown], step[shown] / x[shown], base=2, label=name)
plt.xlabel("magnitude")
plt.ylabel("spacing relative to the magnitude")
plt.legend()
plt.show()
