import numpy as np
import pytest


def test_page_says_that_b_a_is_no_update_of_w(snippet):
    square, oblong = snippet.printed.splitlines()
    assert square == "W (6, 6): B A (2, 2), A B (6, 6)"
    assert oblong == "W (6, 8): B A is undefined, A B (6, 8)"


def test_with_shapes_of_the_definition_b_a_fits(snippet):
    d_out, d_in = 6, 8
    A, B = np.ones((snippet.r, d_in)), np.ones((d_out, snippet.r))
    assert (B @ A).shape == (d_out, d_in) and np.linalg.matrix_rank(B @ A) == 1
    with pytest.raises(ValueError):
        A @ B
