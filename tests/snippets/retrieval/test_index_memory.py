import faiss
import numpy as np
import pytest

faiss.omp_set_num_threads(1)


def serialised(index, n, d):
    data = np.random.default_rng(1).normal(size=(n, d)).astype("float32")
    index.train(data)
    index.add(data)
    return len(faiss.serialize_index(index)) / n


@pytest.mark.parametrize(("d", "m"), [(8, 32), (40, 12), (24, 6)])
def test_hnsw_bytes_are_those_of_a_serialised_faiss_index(snippet, d, m):
    n = 3000  # the number of upper-layer links is random: a few bytes a vector, and headers
    assert abs(serialised(faiss.IndexHNSWFlat(d, m), n, d) - snippet.hnsw_flat(d, m)) < 1
    scalar = faiss.IndexHNSWSQ(d, faiss.ScalarQuantizer.QT_8bit, m)
    assert abs(serialised(scalar, n, d) - snippet.hnsw_sq8(d, m)) < 1


def test_ivf_bytes_are_those_of_a_serialised_faiss_index(snippet):
    n, d, nlist = 2000, 16, 4
    shared = 4 * nlist * d
    flat = faiss.IndexIVFFlat(faiss.IndexFlatL2(d), d, nlist)
    assert abs(serialised(flat, n, d) - shared / n - snippet.ivf_flat(d)) < 0.2
    pq = faiss.IndexIVFPQ(faiss.IndexFlatL2(d), d, nlist, 4, 8)
    codebooks = 4 * 256 * d
    assert abs(serialised(pq, n, d) - (shared + codebooks) / n - snippet.ivf_pq(4)) < 0.2


def test_about_sixteen_bytes_beyond_vector_and_bottom_links(snippet):
    for d, m in ((128, 32), (768, 16)):
        assert abs(snippet.hnsw_flat(d, m) - 4 * d - 8 * m - 16) < 0.3


def test_the_printed_conclusions(snippet):
    assert pytest.approx(10.89, abs=0.01) == (4 * 128 + 8 * 32 + 12 + 4 * 32 / 31) / 72
    assert "d = 128: 10.9 times" in snippet.printed and "d = 768: 46.4 times" in snippet.printed
    ratios = [float(line.split()[-2]) for line in snippet.printed.splitlines() if line.startswith("HNSW-SQ8")]
    expected = [(d + 8 * 32 + 16.13) / (code + 8) for d, code in ((64, 64), (128, 64), (128, 96))]
    np.testing.assert_allclose(ratios, expected, atol=0.051)
    assert snippet.shared == 4 * 768 * (65536 + 256)  # 256 codewords cover all 768 numbers between them
