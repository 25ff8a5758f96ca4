import math

import pytest


def by_events(layers, segment):
    """Keep a set of stored inputs, layer by layer, and watch its size."""
    stored = {i for i in range(layers) if i % segment == 0}
    most = len(stored)
    for layer in reversed(range(layers)):
        start = layer - layer % segment
        if layer not in stored:  # run the segment again from its checkpoint
            stored |= set(range(start, layer + 1))
        most = max(most, len(stored))
        stored.remove(layer)  # its gradient is computed
    return most


@pytest.mark.parametrize("layers", [1, 2, 7, 12, 16, 37])
def test_peak_agrees_with_a_walk_through_the_layers(snippet, layers):
    for segment in range(1, layers + 3):
        assert snippet.peak(layers, segment) == by_events(layers, segment), segment


def test_the_best_is_twice_the_root_less_one(snippet):
    for root in (2, 3, 5, 9):
        layers = root**2
        assert min(snippet.peak(layers, k) for k in range(1, layers + 1)) == 2 * root - 1
        assert snippet.peak(layers, root) == 2 * root - 1
        assert snippet.peak(layers, 1) == snippet.peak(layers, layers) == layers
    for layers in (64, 100):
        assert f"{layers} layers, best: {2 * math.isqrt(layers) - 1}" in snippet.printed
