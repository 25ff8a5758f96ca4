import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st


def as_torch(*arrays):
    return [torch.tensor(a, requires_grad=True) for a in arrays]


@given(st.integers(1, 6), st.integers(1, 5), st.integers(2, 4), st.integers(0, 10_000))
def test_a_network_agrees_with_torch(snippet, n, d, classes, seed):
    rng = np.random.default_rng(seed)
    x, labels = rng.normal(size=(n, d)), rng.integers(classes, size=n)
    arrays = [rng.normal(size=s) for s in ((d, 7), (7,), (7, classes), (n, 1), (1, classes))]
    ours, theirs = [snippet.Array(a) for a in arrays], as_torch(*arrays)

    def network(first, w1, b1, w2, row, column):
        return (first @ w1 + b1 + row).relu() @ w2 + column

    loss = network(snippet.Array(x), *ours).cross_entropy(labels)
    expected = torch.nn.functional.cross_entropy(network(torch.tensor(x), *theirs), torch.tensor(labels))
    np.testing.assert_allclose(loss.data, expected.item())
    loss.backward()
    expected.backward()
    for a, t in zip(ours, theirs, strict=True):
        assert a.grad.shape == a.data.shape
        np.testing.assert_allclose(a.grad, t.grad.numpy(), atol=1e-12)


def test_an_array_used_twice_collects_both_gradients(snippet):
    rng = np.random.default_rng(3)
    w, v = rng.normal(size=(4, 4)), rng.normal(size=(4, 4))
    ours, theirs = [snippet.Array(w), snippet.Array(v)], as_torch(w, v)

    def twice(w, v):
        h = (w @ v).relu() + v
        return h @ w + h

    twice(*ours).cross_entropy(np.arange(4)).backward()
    torch.nn.functional.cross_entropy(twice(*theirs), torch.arange(4)).backward()
    for a, t in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(a.grad, t.grad.numpy(), atol=1e-12)


def test_relu_at_zero_and_scaled_losses(snippet):
    a = snippet.Array(np.array([[-1.0, 0.0, 2.0]]))
    out = a.relu()
    out.backward()  # of every entry: a gradient of ones
    np.testing.assert_array_equal(out.data, [[0, 0, 2]])
    np.testing.assert_array_equal(a.grad, [[0, 0, 1]])
    z = snippet.Array(np.array([[1.0, 3.0], [0.0, 0.5]]))
    total = z.cross_entropy([0, 1]) + z.cross_entropy([1, 1])
    total.backward()
    t = torch.tensor(z.data, requires_grad=True)
    f = torch.nn.functional.cross_entropy
    (f(t, torch.tensor([0, 1])) + f(t, torch.tensor([1, 1]))).backward()
    np.testing.assert_allclose(z.grad, t.grad.numpy())
    doubled = (y := z.cross_entropy([1, 0])) + y
    z.grad = np.zeros((2, 2))
    doubled.backward()
    t.grad = None
    (2 * f(t, torch.tensor([1, 0]))).backward()
    np.testing.assert_allclose(z.grad, t.grad.numpy())


def test_each_array_is_visited_once_however_many_paths_lead_to_it_and_however_deep_it_is(snippet):
    start = end = snippet.Array([1.0, 2.0])
    for _ in range(40):  # as a tree it would have 2**40 leaves
        end = end + end
    end.backward()
    np.testing.assert_array_equal(start.grad, [2.0**40] * 2)
    start, one = snippet.Array(3.0), snippet.Array(1.0)
    end = start
    for _ in range(2000):  # deeper than Python's stack
        end = end + one
    end.backward()
    assert (end.data, start.grad, one.grad) == (2003, 1, 2000)


def test_an_array_waits_for_its_deepest_use(snippet):
    w = np.random.default_rng(5).normal(size=(3, 3))
    ours, (theirs,) = snippet.Array(w), as_torch(w)

    def uneven(w):  # w is used at once and after one, two and three operations
        first = w @ w
        second = first.relu() @ w
        return (w + (second @ w) + first) @ w + second

    uneven(ours).cross_entropy(np.arange(3)).backward()
    torch.nn.functional.cross_entropy(uneven(theirs), torch.arange(3)).backward()
    np.testing.assert_allclose(ours.grad, theirs.grad.numpy(), atol=1e-12)


def test_large_logits_do_not_overflow(snippet):
    z = snippet.Array(np.array([[1000.0, -1000.0]]))
    loss = z.cross_entropy([1])
    loss.backward()
    assert loss.data == 2000
    np.testing.assert_allclose(z.grad, [[1, -1]])


def test_sum_to_undoes_broadcasting(snippet):
    rng = np.random.default_rng(0)
    for shape in ((), (1,), (4,), (3, 1), (1, 4), (3, 4), (2, 1, 4), (1, 3, 1)):
        whole = rng.normal(size=(2, 3, 4))
        small = torch.zeros(shape, dtype=torch.float64, requires_grad=True)
        (small.expand(2, 3, 4) * torch.tensor(whole)).sum().backward()
        np.testing.assert_allclose(snippet.sum_to(whole, shape), small.grad.numpy())


def test_the_printed_slopes_agree(snippet):
    slope, differences = (float(line.split()[-1]) for line in snippet.printed.splitlines()[1:])
    assert slope == differences
    assert abs(slope - sum((w.grad * d).sum() for w, d in zip(snippet.weights, snippet.directions, strict=True))) < 1e-4
