"""Shows the ranks that give three placements the same number of trained parameters."""

WIDTH, KV_WIDTH, FFN = 4096, 1024, 14336  # one block of an 8-billion model
ATTENTION = [(WIDTH, WIDTH)] * 2 + [(WIDTH, KV_WIDTH)] * 2
MLP = [(WIDTH, FFN)] * 3


def per_rank(matrices):
    return sum(d_in + d_out for d_in, d_out in matrices)


budget = 16 * per_rank(ATTENTION + MLP)
print(f"all linear at rank 16: {budget:,} a block")
for name, matrices in (("MLP", MLP), ("attention", ATTENTION)):
    rank = round(budget / per_rank(matrices))
    print(f"{name:9} at rank {rank}: {rank * per_rank(matrices):,}")
