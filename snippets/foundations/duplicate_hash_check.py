"""Shows duplicates across a split found by hashing rows in one canonical form."""

import hashlib
import json
import unicodedata


def canonical(value):
    if isinstance(value, str):
        text = unicodedata.normalize("NFKC", value).casefold()
        return " ".join(text.split())
    if isinstance(value, (int, float)):
        return round(float(value), 6) + 0.0  # 1 and 1.0 agree, -0.0 becomes 0.0
    return value


def fingerprint(row, form=canonical):
    text = json.dumps([form(value) for value in row])  # keeps the columns apart
    return hashlib.sha256(text.encode()).hexdigest()


def found(train, test, form):
    seen = {fingerprint(row, form) for row in train}
    return [row for row in test if fingerprint(row, form) in seen]


train = [("Café Roma", 12, 4.5), ("Bistro 7", 30, 3.0), ("Noodle bar", 8, 4.0)]
test = [
    ("Noodle bar", 8, 4.0),  # the same row
    ("BISTRO  7", 30.0, 3),  # other case, space and number type
    ("Cafe\u0301 Roma", 12, 4.5),  # another Unicode spelling of é
    ("The noodle bar", 8, 4.0),  # the same place, other words
    ("Taqueria", 12, 4.5),  # new
]
print(f"raw rows:       {len(found(train, test, lambda value: value))} of 4")
print(f"canonical rows: {len(found(train, test, canonical))} of 4")
print("columns apart: ", fingerprint(["ab", "c"]) != fingerprint(["a", "bc"]))
