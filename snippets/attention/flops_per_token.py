"""Shows what a training token costs: 6 N, and the attention term that it leaves out."""


def forward(matmul_weights, layers, width, length, causal=True):
    # multiply and add for each weight; Q Kᵀ and weights V for each pair of tokens
    seen = (length + 1) / 2 if causal else length  # keys a query sees, on average
    return 2 * matmul_weights + 4 * layers * width * seen


def training(*model, **options):  # the backward pass costs twice the forward
    return 3 * forward(*model, **options)


def matmul_weights(layers, d, kv_width, hidden, vocabulary):
    attention = 2 * d * d + 2 * d * kv_width
    return layers * (attention + 3 * d * hidden) + vocabulary * d  # with the head


N = matmul_weights(layers=32, d=4096, kv_width=1024, hidden=14336, vocabulary=128256)
print(f"Llama 3 8B: {N / 1e9:.2f} billion weights in matrix products")
print(f"6 N: {6 * N / 1e9:.1f} GFLOP a token")
print(" length   with causal attention   its share")
for length in (2048, 8192, 131072):
    cost = training(N, 32, 4096, length)
    print(f"{length:7d} {cost / 1e9:17.1f} {1 - 6 * N / cost:17.1%}")
print(f"as much as 6 N at length {N / (32 * 4096) - 1:,.0f}")

print(f"6 N D for 175 billion and 300 billion tokens: {6 * 175e9 * 300e9:.2e}")
