"""Shows four averages over a padded batch, of which one is the mean over the tokens."""

import numpy as np


def pad(sequences, width):  # -> losses and mask, both (sequences, width)
    mask = np.arange(width) < np.array([[len(s)] for s in sequences])
    losses = np.full(mask.shape, 0.01)  # padding is easy to predict
    losses[mask] = np.concatenate(sequences)
    return losses, mask


def masked_mean(losses, mask):
    return losses[mask].sum() / mask.sum().clip(min=1)


def averages(losses, mask):
    per_sequence = [row[kept].mean() for row, kept in zip(losses, mask)]
    return {
        "padding counted as targets": losses.mean(),
        "masked sum, all positions": (losses * mask).mean(),
        "mean of sequence means": np.mean(per_sequence),
        "masked mean": masked_mean(losses, mask),
    }


sequences = [[2.0] * 6, [5.0] * 2]  # losses of the tokens; their mean is 22 / 8
widths = (6, 10, 40)
print("padded to                  ", *(f"{width:9d}" for width in widths), "  6, NaN")
columns = [averages(*pad(sequences, width)) for width in widths]
losses, mask = pad(sequences, max(map(len, sequences)))
losses[~mask] = np.nan  # what a masked position may well hold
for name, with_nan in averages(losses, mask).items():
    print(
        f"{name:27s}",
        *(f"{column[name]:9.3f}" for column in columns),
        f"{with_nan:9.3f}",
    )
print("no token at all:", masked_mean(losses, mask & False))
