import itertools


def test_a_chain_of_maps_moves_two_arrays_an_operation(snippet):
    for length in (1, 2, 7):
        chain = {f"y{i}": [f"y{i - 1}"] for i in range(length)}
        assert snippet.apart(chain) == 2 * length
        assert snippet.fused(chain, f"y{length - 1}") == 2


def test_matches_counting_loads_and_stores_by_hand(snippet):
    chain = {"s": ["a", "b"], "t": ["s", "c"], "u": ["t", "a"]}
    loads = list(itertools.chain.from_iterable(chain.values()))
    assert snippet.apart(chain) == len(loads) + len(chain)
    # a, b and c are read once each, u is written
    assert snippet.fused(chain, "u") == 4


def test_printed_times_are_bytes_over_bandwidth(snippet):
    assert snippet.BANDWIDTH == 4.8e12
    assert snippet.array == 8192 * 4096 * 2 == 67_108_864
    apart, fused = (line.split() for line in snippet.printed.splitlines())
    for row, arrays in ((apart, 9), (fused, 3)):
        assert int(row[1]) == arrays
        assert int(row[-2]) == round(arrays * 67_108_864 / 4.8e6)
