"""Shows what a space at the end of a prompt does, and how token healing repairs it."""

import re
from collections import Counter
from itertools import pairwise


def tokenise(text):  # a word carries its leading space, as in GPT-2
    return re.findall(r" ?\w+|\s", text)


def followers(token, corpus):
    return Counter(second for first, second in pairwise(corpus) if first == token)


def shares(counts):
    return {token: round(n / counts.total(), 3) for token, n in counts.items()}


def healed(prompt, corpus):  # take back the last token, then insist on its text
    *_, token, tail = tokenise(prompt)
    candidates = followers(token, corpus)
    allowed = {t: n for t, n in candidates.items() if t.startswith(tail)}
    return Counter(allowed)


text = """the cat sat on the mat
the cat saw the dog and the cow
the dog sat on the cat"""
corpus = tokenise(text)

print("the cat  ->", tokenise("the cat"))
print("the + cat ->", tokenise("the ") + tokenise("cat"))
for prompt in ("sat on the", "sat on the ", "sat on the c"):
    last = tokenise(prompt)[-1]
    print(f"{prompt!r:15} next after {last!r}:", shares(followers(last, corpus)))
for prompt in ("sat on the ", "sat on the c"):
    print(f"{prompt!r:15} healed:", shares(healed(prompt, corpus)))
