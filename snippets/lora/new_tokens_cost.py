"""Shows what it costs to train new tokens: whole matrices against their rows alone."""

VOCABULARY, WIDTH, ADAPTER = (
    128256,
    4096,
    41_943_040,
)  # the adapter: rank 16, all linear


def training_bytes(parameters):
    return 16 * parameters  # weights, gradients and Adam's moments in mixed precision


def rows(tokens, width=WIDTH, matrices=2):
    """Return the trained numbers: input embedding and output layer, if not tied."""
    return tokens * width * matrices


for name, parameters in (
    ("the adapter", ADAPTER),
    ("both matrices", rows(VOCABULARY)),
    ("8 new rows of both", rows(8)),
):
    print(
        f"{name:19} {parameters:13,} trained, {training_bytes(parameters) / 1e9:7.3f} GB"
    )
print(f"both matrices are {rows(VOCABULARY) / ADAPTER:.0f} times the adapter")
