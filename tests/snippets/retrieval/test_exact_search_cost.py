import math


def test_a_scan_takes_the_longer_of_reading_and_computing(snippet):
    # 1,000 documents of 500 numbers: 2 MB at 100 GB/s, 1 MFLOP a query at 1 TFLOP/s
    assert math.isclose(snippet.scan_seconds(1000, 500, 1), 2e6 / 100e9)
    assert math.isclose(snippet.scan_seconds(1000, 500, 50), 50e6 / 1e12)
    assert math.isclose(snippet.scan_seconds(1000, 500, 20), 2e6 / 100e9)


def test_batching_helps_only_up_to_the_balance(snippet):
    cost = [snippet.scan_seconds(10**6, 768, b) / b for b in (1, 10, 20, 40, 80)]
    assert math.isclose(cost[0], 10 * cost[1]) and math.isclose(cost[1], 2 * cost[2])
    assert math.isclose(cost[2], cost[3]) and math.isclose(cost[3], cost[4])
    assert "balance at 20 queries" in snippet.printed


def test_the_largest_corpus_of_fifty_milliseconds_takes_fifty_milliseconds(snippet):
    assert math.isclose(snippet.scan_seconds(snippet.most, 768, 1), 0.050)
    assert f"{snippet.most / 1e6:.2f} million" in snippet.printed


def test_the_table_is_of_vectors_of_768(snippet):
    for line in snippet.printed.splitlines()[1:5]:
        n, gigabytes, one, many = (float(v.replace(",", "")) for v in line.split())
        assert math.isclose(gigabytes, 4 * n * 768 / 1e9, abs_tol=0.051)
        assert math.isclose(one, 4 * n * 768 / 1e8, abs_tol=0.051)  # 100 GB/s, in ms
        assert math.isclose(many, 2 * n * 768 / 1e9, abs_tol=0.0051)  # 1 TFLOP/s: in ms
