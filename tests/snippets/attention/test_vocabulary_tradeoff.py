import numpy as np
import pytest
import torch

TEXT = "the cat sat on the mat and the other cat sat on that mat " * 20


def test_without_merges_a_token_is_a_byte(snippet):
    assert snippet.bytes_per_token(TEXT, 256) == 1
    assert snippet.bytes_per_token("naïve 東", 256) == 1  # bytes, not characters


def test_one_merge_saves_one_token_for_each_pair(snippet):
    pairs = TEXT.count("at")  # the most frequent pair of this text
    assert max(TEXT.count(a + b) for a in set(TEXT) for b in set(TEXT)) == pairs
    assert snippet.bytes_per_token(TEXT, 257) == pytest.approx(len(TEXT) / (len(TEXT) - pairs))


def test_with_room_for_all_words_a_token_is_a_word_with_its_space(snippet):
    n_words = len(TEXT.split())
    assert snippet.bytes_per_token(TEXT, 1000) == pytest.approx(len(TEXT) / (n_words + 1))  # and the last space


def test_the_text_has_enough_to_merge_for_every_size(snippet):
    assert [snippet.train(snippet.text, int(size)).get_vocab_size() for size in snippet.sizes] == list(snippet.sizes)


def test_parameters_are_those_of_a_block(snippet):
    d, layers = 24, 3
    block = torch.nn.TransformerEncoderLayer(d, 4, dim_feedforward=4 * d, bias=False)
    matrices = sum(p.numel() for p in block.parameters() if p.dim() == 2)
    assert snippet.block_parameters(layers, d) == layers * matrices


def test_flops_are_two_for_each_weight_and_token(snippet):
    layers, d, entries = 2, 16, 100
    blocks = torch.nn.ModuleList(
        torch.nn.ModuleList([*(torch.nn.Linear(d, d) for _ in range(4)), torch.nn.Linear(d, 4 * d)])
        for _ in range(layers)
    )
    down = torch.nn.ModuleList(torch.nn.Linear(4 * d, d) for _ in range(layers))
    weights = sum(p.numel() for p in [*blocks.parameters(), *down.parameters()] if p.dim() == 2)
    weights += torch.nn.Linear(d, entries, bias=False).weight.numel()
    assert snippet.flops_per_byte(entries, 1, layers, d) == 2 * weights
    assert snippet.flops_per_byte(entries, 4, layers, d) == 2 * weights / 4


def test_the_best_size_is_where_the_share_equals_the_elasticity_of_the_length(snippet):
    # lengths c V^a: the derivative of the cost vanishes where V d / (N + V d) = a
    layers, d, a = 4, 64, 0.3
    sizes = np.arange(200, 20_000)
    cost = snippet.flops_per_byte(sizes, sizes**a, layers, d)
    best = sizes[cost.argmin()]
    n = snippet.block_parameters(layers, d)
    assert best * d / (n + best * d) == pytest.approx(a, abs=1e-3)


def test_the_page_the_cheapest_size_grows_with_the_model(snippet):
    best = [
        snippet.sizes[snippet.flops_per_byte(snippet.sizes, snippet.lengths, *shape).argmin()]
        for shape in ((2, 64), (4, 192), (12, 768))
    ]
    assert best == sorted(set(best))
    assert (np.diff(snippet.lengths) > 0).all()
    assert (np.diff(snippet.lengths[1:] / snippet.lengths[:-1]) < 0).all()  # each doubling gains less
    np.testing.assert_array_equal(snippet.sizes, 256 * 2 ** np.arange(5))


def test_the_text_follows_zipf(snippet):
    words = snippet.text.split()
    assert len(words) == 24_000
    np.testing.assert_allclose(snippet.frequency, 1 / np.arange(1, 5001))
    assert {len(word) for word in words} == {2, 4, 6, 8}
    expected = 1 / snippet.frequency.sum()
    top = words.count(snippet.lexicon[0]) / 24_000
    assert abs(top - expected) < 5 * np.sqrt(expected / 24_000) + 0.01  # a second word may be spelled alike


def test_the_picture_shows_cost_relative_to_bytes(snippet):
    axes = snippet.figures[0].axes[0]
    assert axes.get_xscale() == "log"
    for line, shape in zip(axes.lines, ((2, 64), (4, 192), (12, 768)), strict=True):
        cost = [2 * (12 * shape[0] * shape[1] ** 2 + v * shape[1]) for v in snippet.sizes] / snippet.lengths
        np.testing.assert_array_equal(line.get_xdata(), snippet.sizes)
        np.testing.assert_allclose(line.get_ydata(), cost / cost[0])
        assert line.get_label() == f"{shape[0]} layers of {shape[1]}"
    assert len(axes.get_legend().get_texts()) == 3
