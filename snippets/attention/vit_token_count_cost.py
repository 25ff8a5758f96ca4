"""Shows what the patch size and the resolution do to the cost of a ViT-B."""

LAYERS, WIDTH = 12, 768


def token_count(side, patch):  # a square image, and the class token
    return (side // patch) ** 2 + 1


def linear_flops(n):  # a layer: projections 8 n d², MLP of width 4d 16 n d²
    return LAYERS * 24 * n * WIDTH**2


def score_flops(n):  # a layer: scores and weighted values, 2 n² d each
    return LAYERS * 4 * n**2 * WIDTH


base = token_count(224, 16)
print("side patch tokens  GFLOP  scores  to 224/16: tokens scores  total")
for side, patch in ((224, 32), (224, 16), (384, 16), (224, 8), (1024, 16)):
    n = token_count(side, patch)
    total = linear_flops(n) + score_flops(n)
    print(
        f"{side:4d} {patch:5d} {n:6d} {total / 1e9:6.1f} {score_flops(n) / total:7.1%}"
        f" {n / base:18.2f} {score_flops(n) / score_flops(base):6.1f}"
        f" {total / (linear_flops(base) + score_flops(base)):6.2f}"
    )
print("scores cost as much as the rest from", 6 * WIDTH, "tokens on")
