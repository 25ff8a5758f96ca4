"""Shows word counts of a byte stream that do not depend on where chunks end."""

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator


def is_word_character(character: str) -> bool:  # letters, accents, digits, '
    return unicodedata.category(character)[0] in "LMN" or character == "'"


def words(text: str) -> list[str]:
    # one form for é and e + accent, for ß and SS, for ’ and '
    folded = unicodedata.normalize("NFD", text).casefold()
    folded = unicodedata.normalize("NFC", folded).replace("’", "'")
    kept = "".join(c if is_word_character(c) else " " for c in folded)
    return [w.strip("'") for w in kept.split() if w.strip("'")]


def stream_words(chunks: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    carry = ""  # what may go on in the next chunk
    for chunk in chunks:
        *complete, carry = re.split(r"\s", carry + decoder.decode(chunk))
        for piece in complete:
            yield from words(piece)
    yield from words(carry)  # an unfinished character at the end is no letter


text = "Straße, STRASSE! Don’t — don't. Cafe\u0301 café नमस्ते नमस्ते"
data = text.encode()
whole = Counter(stream_words([data]))
print(dict(whole))

sizes = [1, 2, 3, 7, len(data)]
for size in sizes:
    chunks = [data[i : i + size] for i in range(0, len(data), size)]
    same = Counter(stream_words(chunks)) == whole
    naive = Counter(w for c in chunks for w in words(c.decode(errors="replace")))
    print(f"chunks of {size:2} bytes: carried {same}, each alone {naive == whole}")
