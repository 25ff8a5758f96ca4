import math

import pytest


@pytest.mark.parametrize("form", ["from_logits", "from_probability", "from_clipped_probability"])
@pytest.mark.parametrize(("logit", "label"), [(1.3, 1.0), (-2.1, 1.0), (0.4, 0.0), (2.2, 0.25), (-4.0, 0.0)])
def test_the_three_agree_at_moderate_logits(snippet, form, logit, label):
    value, gradient = snippet.value_and_gradient(getattr(snippet, form), logit, label)
    p = 1 / (1 + math.exp(-logit))
    assert value == pytest.approx(-label * math.log(p) - (1 - label) * math.log(1 - p), rel=1e-5)
    assert gradient == pytest.approx(p - label, rel=1e-4)


@pytest.mark.parametrize("logit", [20.0, 60.0])
def test_only_the_logit_form_keeps_value_and_gradient(snippet, logit):
    assert snippet.value_and_gradient(snippet.from_logits, logit, 0.0) == (logit, 1.0)
    assert snippet.value_and_gradient(snippet.from_probability, logit, 0.0) == (100.0, 0.0)
    value, gradient = snippet.value_and_gradient(snippet.from_clipped_probability, logit, 0.0)
    assert value == pytest.approx(15.94, abs=0.01) and gradient == 0


@pytest.mark.parametrize("logit", [-20.0, -60.0])
def test_the_same_at_the_other_end(snippet, logit):
    assert snippet.value_and_gradient(snippet.from_logits, logit, 1.0) == (-logit, -1.0)
    value, gradient = snippet.value_and_gradient(snippet.from_clipped_probability, logit, 1.0)
    assert value == pytest.approx(-math.log(1e-7), rel=1e-5)
    assert (gradient == 0) == (1 / (1 + math.exp(-logit)) < 1e-7)


def test_half_precision_cannot_hold_the_upper_bound(snippet):
    assert "float16: 1.0" in snippet.printed
