"""Shows that groups of three digits line up only if they are cut from the right."""

import re


def from_left(number):
    return re.findall(r"\d{1,3}", number)


def from_right(number):  # each group is followed by whole groups of three
    return re.findall(r"\d{1,3}(?=(?:\d{3})*$)", number)


def place_values(groups):  # the power of ten that the last digit of a group counts
    sizes = [len(group) for group in groups]
    return [sum(sizes[i + 1 :]) for i in range(len(groups))]


for split in (from_left, from_right):
    print(split.__name__)
    for number in ("8765", "98765", "1234567"):
        groups = split(number)
        print(
            f"  {' '.join(groups):9s} last digits count 10 to the", place_values(groups)
        )
