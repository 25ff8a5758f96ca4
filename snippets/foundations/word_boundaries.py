"""Shows what the one-line tokenizer does to ordinary text."""

import re
import unicodedata


def one_liner(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


cases = {
    "apostrophe": ("don't", 1),
    "underscore": ("naïve_1", 2),
    "accent, composed": (unicodedata.normalize("NFC", "naïve"), 1),
    "accent, decomposed": (unicodedata.normalize("NFD", "naïve"), 1),
    "virama": ("नमस्ते", 1),
}
print("case                 wanted  one-liner")
for name, (text, wanted) in cases.items():
    print(f"{name:18} {wanted:8} {len(one_liner(text)):10}")

sharp = "STRASSE straße"
print("lower():   ", len({w.lower() for w in sharp.split()}), "words")
print("casefold():", len({w.casefold() for w in sharp.split()}), "word")
