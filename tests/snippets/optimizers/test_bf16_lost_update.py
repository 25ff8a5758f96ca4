import math
from fractions import Fraction

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st


def nearest(x):
    """The nearest of the numbers with 8 significant bits, ties to even, by exact arithmetic."""
    x = Fraction(x)
    if x == 0:
        return 0.0
    unit = Fraction(2) ** (math.frexp(float(abs(x)))[1] - 8)
    return float(round(x / unit) * unit)  # round() of a Fraction is half to even


@given(st.floats(2.0**-10, 2.0**10, width=32))
def test_bf16_rounds_to_the_nearest(snippet, x):
    assert snippet.bf16(x).item() == nearest(x)


@given(st.floats(2.0**-7, 128, width=32), st.floats(-11, -6))
def test_moves_is_decided_by_exact_arithmetic(snippet, theta, power):
    weight = nearest(theta)
    update = nearest(float(np.float32(theta * 2**power)))
    assert snippet.moves(theta, 2**power) == (nearest(Fraction(weight) + Fraction(update)) != weight)


@given(st.integers(128, 255), st.integers(-20, 20), st.floats(-12, -7))
def test_below_2_to_the_minus_9_always_lost_above_2_to_the_minus_8_never(snippet, mantissa, exponent, power):
    theta = mantissa * 2.0**exponent
    assume(abs(power + 9) > 0.02 and abs(power + 8) > 0.02)  # the update itself is rounded
    if power < -9:
        assert not snippet.moves(theta, 2**power)
    elif power > -8:
        assert snippet.moves(theta, 2**power)


def test_between_the_two_it_depends_on_the_mantissa(snippet):
    assert not snippet.moves(1.0, 2**-8.5) and snippet.moves(1.9375, 2**-8.5)


def test_the_printed_conclusions(snippet):
    *_, updates, decay = snippet.printed.splitlines()
    assert "bf16 1.00, fp32 master 2.00" in updates
    # each step multiplies by 1 - 0.001 * 0.1
    assert f"bf16 0.500, fp32 {0.5 * (1 - 1e-4) ** 1000:.3f}" in decay
    assert snippet.master.detach().numpy() == pytest.approx(0.5 * (1 - 1e-4) ** 1000, abs=2e-5)
    assert snippet.exact.item() == pytest.approx(1 + 1000 * 0.001, abs=1e-4)
    assert torch.equal(snippet.weight.detach(), torch.full((4,), 0.5, dtype=torch.bfloat16))


@pytest.mark.parametrize("eta", [3e-4, 1e-5])
def test_the_limits_for_a_step_of_given_size(snippet, eta):
    line = next(line for line in snippet.printed.splitlines() if f"a step of {eta} " in line)
    some, every = float(line.split("above ")[1].split(",")[0]), float(line.split()[-1])
    for theta in np.geomspace(1e-4, 1, 200):
        lost = snippet.bf16(theta) + snippet.bf16(eta) == snippet.bf16(theta)
        if theta < 0.98 * some:
            assert not lost
        if theta > 1.02 * every:
            assert lost
    between = [snippet.bf16(t) + snippet.bf16(eta) == snippet.bf16(t) for t in np.geomspace(some, every, 50)]
    assert 0 < sum(map(bool, between)) < 50
