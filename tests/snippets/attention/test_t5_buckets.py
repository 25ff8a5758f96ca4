import numpy as np
import pytest
import torch
from transformers.models.t5.modeling_t5 import T5Attention, T5Config


@pytest.mark.parametrize("both_sides", [True, False])
def test_buckets_are_those_of_t5(snippet, both_sides):
    offset = np.arange(-1500, 1500)
    for buckets, far in ((32, 128), (16, 40), (8, 100), (64, 500)):
        theirs = T5Attention._relative_position_bucket(torch.tensor(offset), both_sides, buckets, far).numpy()
        np.testing.assert_array_equal(snippet.bucket(offset, both_sides, buckets, far), theirs)
    theirs = T5Attention._relative_position_bucket(torch.tensor(offset), both_sides).numpy()
    np.testing.assert_array_equal(snippet.bucket(offset, both_sides), theirs)  # the defaults too


def test_the_bias_is_the_layers(snippet):
    config = T5Config(d_model=8, num_heads=2, d_kv=4)
    layer = T5Attention(config, has_relative_attention_bias=True)
    layer.relative_attention_bias.weight.data = torch.tensor(snippet.table).double()
    theirs = layer.compute_bias(6, 6)[0].permute(1, 2, 0).detach().numpy()  # (query, key, heads)
    np.testing.assert_allclose(snippet.bias, theirs)
    assert snippet.table.shape == (32, 2) and np.unique(snippet.table).size == 64
    assert not config.is_decoder and snippet.bias.shape == (6, 6, 2)


def test_first_distances(snippet):
    for both_sides, number in ((True, 16), (False, 32)):
        starts = snippet.starts(both_sides)
        assert len(starts) == number
        np.testing.assert_array_equal(starts[: number // 2], np.arange(number // 2))
        line = snippet.printed.splitlines()[0 if both_sides else 1]
        assert line.endswith(": " + " ".join(map(str, starts)))
        # beyond the last start all distances share the last bucket
        assert set(snippet.bucket(-np.arange(starts[-1], 5000), both_sides)) == {number - 1}
        assert snippet.bucket(1 - starts[-1], both_sides) == number - 2


def test_direction(snippet):
    # an encoder tells sides apart, a decoder has one bucket for what it cannot see
    assert snippet.bucket(np.array([-3, 3]), True).tolist() == [3, 19]
    assert snippet.bucket(np.array([0, 3, 700]), False).tolist() == [0, 0, 0]
    assert snippet.bias[0, 1, 0] != snippet.bias[1, 0, 0]
    assert "offset alone: True" in snippet.printed
