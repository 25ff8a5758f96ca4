import math

import numpy as np
from transformers import LlamaConfig
from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS


def config(kind, scale, d, trained):
    parameters = {"rope_type": kind, "factor": scale, "rope_theta": 10000.0}
    return LlamaConfig(
        hidden_size=d, num_attention_heads=1, max_position_embeddings=trained, rope_parameters=parameters
    )


def test_interpolation_and_ntk_are_those_of_transformers(snippet):
    for d, scale in ((16, 2.0), (64, 8.0)):
        theirs, _ = ROPE_INIT_FUNCTIONS["linear"](config("linear", scale, d, 2048), "cpu")
        np.testing.assert_allclose(snippet.interpolated(d, scale), theirs, rtol=1e-5)
        # "dynamic" is NTK-aware, with the factor scale * length / trained - (scale - 1)
        factor = scale * 3 - (scale - 1)
        theirs, _ = ROPE_INIT_FUNCTIONS["dynamic"](config("dynamic", scale, d, 2048), "cpu", seq_len=3 * 2048)
        np.testing.assert_allclose(snippet.ntk_aware(d, factor), theirs, rtol=1e-5)


def test_by_parts_keeps_fast_pairs_and_interpolates_slow_ones(snippet):
    d, scale, trained = 64, 8, 2000
    new, plain = snippet.by_parts(d, scale, trained), snippet.rope(d)
    for i in range(d // 2):
        turns = trained * 10000.0 ** (-2 * i / d) / (2 * np.pi)
        if turns >= 32:
            expected = plain[i]
        elif turns <= 1:
            expected = plain[i] / scale
        else:
            share = (turns - 1) / 31
            expected = share * plain[i] + (1 - share) * plain[i] / scale
        assert np.isclose(new[i], expected, rtol=1e-12)


def test_unseen_angles_by_brute_force(snippet):
    d, trained, length = 32, 600, 2400
    for new in (snippet.rope(d), snippet.interpolated(d, 4), snippet.ntk_aware(d, 4), snippet.interpolated(d, 2)):
        count = 0
        for i, frequency in enumerate(10000.0 ** (-np.arange(0, d, 2) / d)):
            whole_turn = trained * frequency >= 2 * np.pi
            count += not whole_turn and not math.isclose(max(trained * frequency, length * new[i]), trained * frequency)
        assert snippet.pairs_with_unseen_angles(new, d, length, trained) == count


def test_table_and_picture(snippet):
    lines = snippet.figures[0].axes[0].lines
    plain = np.array([10000 ** (-2 * i / 128) for i in range(64)])
    slowed = [line.get_ydata() for line in lines]
    np.testing.assert_allclose(slowed[0], 1)
    np.testing.assert_allclose(slowed[1], 4)
    np.testing.assert_allclose(slowed[2], 4 ** (np.arange(64) / 63))  # from 1 to the scale, geometrically
    np.testing.assert_allclose(slowed[3], plain / snippet.by_parts(128, 4, 4096))
    names = [line.get_label() for line in lines]
    assert names == ["unchanged", "interpolated", "NTK-aware", "by parts"]
    axes = snippet.figures[0].axes[0]
    assert [t.get_text() for t in axes.get_legend().get_texts()] == names
    assert axes.get_xlabel() == "pair of coordinates, fast to slow"
    assert axes.get_ylabel() == "factor by which it turns slower"
    # unchanged: every pair that never finished a turn; NTK-aware: all of them but the slowest
    never = int((4096 * plain < 2 * np.pi).sum())
    unseen = [int(row.split()[-1]) for row in snippet.printed.splitlines()[1:]]
    assert unseen == [never, 0, never - 1, 0]
