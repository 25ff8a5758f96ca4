"""Shows that greedy decoding misses the most probable sequence, which may be short."""

import numpy as np


def beam_search(log_p, width, steps, end, mean=False):
    beams = [(0.0, (0,))]  # sum of log-probabilities, tokens; 0 is the start
    for _ in range(steps):
        candidates = [b for b in beams if b[1][-1] == end]
        for score, path in beams:
            if path[-1] != end:
                following = enumerate(log_p[path[-1]])
                candidates += [(score + lp, (*path, t)) for t, lp in following]

        def rank(beam):
            return beam[0] / (len(beam[1]) - 1) if mean else beam[0]

        beams = sorted(candidates, key=rank, reverse=True)[:width]
    return beams[0]


# rows: the last token; columns: the next one
END = 3
P = np.array(
    [
        [0.0, 0.5, 0.38, 0.12],
        [0.0, 0.46, 0.4, 0.14],
        [0.0, 0.9, 0.05, 0.05],
        [0.0, 0.0, 0.0, 1.0],
    ]
)
with np.errstate(divide="ignore"):
    log_p = np.log(P)
for width in (1, 2, 16):
    score, path = beam_search(log_p, width, 2, END)
    print(f"two steps, width {width:2d}: {path} probability {np.exp(score):.2f}")
for steps in (2, 6):
    score, path = beam_search(log_p, 100, steps, END)
    print(f"best of up to {steps} tokens: {path} probability {np.exp(score):.3f}")
score, path = beam_search(log_p, 100, 6, END, mean=True)
print(f"best mean log-probability: {path} probability {np.exp(score):.3f}")
