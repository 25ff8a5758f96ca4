"""Shows what the number of heads does, and does not do, to the number of parameters."""


def attention_parameters(d, heads, kv_heads=None, d_h=None, bias=False):
    kv_heads = heads if kv_heads is None else kv_heads
    d_h = d // heads if d_h is None else d_h
    query, key_value = heads * d_h, kv_heads * d_h  # widths of the projections
    weights = d * query + 2 * d * key_value + query * d
    return weights + bias * (query + 2 * key_value + d)


d = 4096
for heads in (1, 8, 32, 128):
    count = attention_parameters(d, heads)
    print(f"{heads:3d} heads of {d // heads:4d}: {count:,} parameters")
print(f" 32 heads with biases: {attention_parameters(d, 32, bias=True):,}")

full = 4 * d**2  # with a key-value head for each query head
for kv_heads in (32, 8, 1):
    count = attention_parameters(d, 32, kv_heads)
    share = count / full
    print(f"32 query heads, {kv_heads:2d} key-value heads: {count:,} ({share:.1%})")

small = 1024  # here the head size is chosen freely, so heads do cost
for heads in (8, 16):
    count = attention_parameters(small, heads=heads, d_h=128)
    print(f"d = 1024, {heads:2d} heads of 128: {count:,} = {count / small**2:.0f} d²")
