from hypothesis import given
from hypothesis import strategies as st

numbers = st.integers(0, 10**40).map(str)


@given(numbers)
def test_from_the_right_agrees_with_the_separators_of_python(snippet, number):
    assert snippet.from_right(number) == f"{int(number):,}".split(",")


@given(numbers)
def test_from_the_left_cuts_every_three_digits(snippet, number):
    assert snippet.from_left(number) == [number[i : i + 3] for i in range(0, len(number), 3)]


@given(numbers)
def test_place_values_rebuild_the_number(snippet, number):
    for split in (snippet.from_left, snippet.from_right):
        groups = split(number)
        total = sum(int(g) * 10**place for g, place in zip(groups, snippet.place_values(groups), strict=True))
        assert total == int(number)


def test_the_page_only_right_groups_share_their_places(snippet):
    def places(split, number):
        return snippet.place_values(split(number))

    assert places(snippet.from_right, "8765") == places(snippet.from_right, "98765") == [3, 0]
    assert places(snippet.from_left, "8765") != places(snippet.from_left, "98765")
