"""Shows beam search with an end token, a case where it helps and one where it harms."""

from math import exp, log


def beam_search(next_probs, width, max_length, end="."):
    """The best (log-probability, text) found; unfinished only if none has ended."""
    beams, finished = [(0.0, "")], []
    for _ in range(max_length):
        grown = [
            (score + log(p), text + token)
            for score, text in beams
            for token, p in next_probs(text).items()
            if p > 0
        ]
        grown = sorted(grown, key=lambda hypothesis: -hypothesis[0])[:width]
        finished += [h for h in grown if h[1].endswith(end)]
        beams = [h for h in grown if not h[1].endswith(end)]
        if not beams or (finished and max(finished)[0] >= beams[0][0]):
            break  # a longer text is never more probable than its beginning
    return max(finished or beams)


def chain(table):  # the next token depends on the last one alone
    return lambda text: table[text[-1:]]


stop, half = {".": 1.0}, {"p": 0.5, "q": 0.5}
helps = {"": {"a": 0.6, "b": 0.4}, "a": half, "b": stop, "p": stop, "q": stop}
harms = {
    "": {"a": 0.5, "b": 0.45, "c": 0.05},
    "a": {"d": 0.4, "e": 0.3, "f": 0.3},
    "b": {"x": 0.5, "y": 0.5},
    "x": half,
    "y": half,
    **{token: stop for token in "cdefpq"},
}
for name, table in (("helps", helps), ("harms", harms)):
    for width in (1, 2, 3):
        score, text = beam_search(chain(table), width, max_length=5)
        print(f"{name}, width {width}: {text:5} probability {exp(score):.4f}")
