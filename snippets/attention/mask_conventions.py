"""Shows three traps: True means keep or hide, float masks add, is_causal is top-left."""

import torch
from torch.nn.attention.bias import causal_lower_right
from torch.nn.functional import scaled_dot_product_attention


def weights_of(queries, keys, **options):
    # all scores are 0 and the values are the identity, so the output is the weights
    q, k, v = torch.zeros(queries, 8), torch.zeros(keys, 8), torch.eye(keys)
    batch = (x[None, None] for x in (q, k, v))
    return scaled_dot_product_attention(*batch, **options).squeeze((0, 1))


def module_weights(mask):
    module = torch.nn.MultiheadAttention(8, 1)
    x = torch.zeros(len(mask), 8)
    return module(x, x, x, attn_mask=mask)[1].detach()


def show(name, weights):
    print(f"{name}\n{weights.numpy().round(2)}")


mask = torch.ones(3, 3, dtype=torch.bool).tril()
show(
    "scaled_dot_product_attention, True on and below", weights_of(3, 3, attn_mask=mask)
)
show("MultiheadAttention, ~mask", module_weights(~mask))
show(
    "mask turned to float: adds 1, hides nothing",
    weights_of(3, 3, attn_mask=mask.float()),
)
show("2 new queries, 4 keys, is_causal", weights_of(2, 4, is_causal=True))
lower_right = causal_lower_right(2, 4)
show("2 new queries, 4 keys, lower right", weights_of(2, 4, attn_mask=lower_right))
