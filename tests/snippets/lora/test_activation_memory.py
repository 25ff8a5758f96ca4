import pytest
import torch

N, WIDTH, HIDDEN, R = 20, 6, 10, 3


def kept(snippet, n=N, width=WIDTH, hidden=HIDDEN, **options):
    torch.manual_seed(1)
    mlp = snippet.GatedMLP(width, hidden, **options)
    x = torch.randn(n, width, requires_grad=True)
    return 1e6 * snippet.kept_megabytes(mlp, mlp, x), mlp, x


def test_what_is_kept_is_what_the_derivatives_need(snippet):
    x, h = 4 * N * WIDTH, 4 * N * HIDDEN  # bytes
    assert kept(snippet, train=True)[0] == pytest.approx(x + 4 * h)  # x, gate, silu(gate), up, their product
    assert kept(snippet)[0] == pytest.approx(3 * h)  # gate, silu(gate) and up: the elementwise part alone
    small = 4 * N * R  # A's output, for the gradient of B
    assert kept(snippet, r=R)[0] == pytest.approx(x + 4 * h + 3 * small)
    dropped = 2 * x + h  # each adapter's own input, and as much again for its mask (on a CPU)
    assert kept(snippet, r=R, dropout=0.3)[0] == pytest.approx(3 * h + 2 * dropped + 3 * small)


def test_layers_compute_what_they_should(snippet):
    _, mlp, x = kept(snippet, r=R)
    with torch.no_grad():
        for layer in mlp.children():
            layer.B.normal_()

    def product(layer, inputs):
        return inputs @ (layer.base.weight + layer.B @ layer.A).T

    expected = product(mlp.down, torch.nn.functional.silu(product(mlp.gate, x)) * product(mlp.up, x))
    torch.testing.assert_close(mlp(x), expected, rtol=1e-4, atol=1e-4)
    assert mlp.gate.B.shape == (HIDDEN, R) and mlp.down.A.shape == (R, HIDDEN)
    assert not snippet.GatedMLP(WIDTH, HIDDEN, r=R).up.B.any()
    assert mlp.up.base.bias is None and mlp.up.dropout.p == 0


def test_only_what_is_named_trains(snippet):
    def trainable(mlp):
        return {name for name, p in mlp.named_parameters() if p.requires_grad}

    assert trainable(snippet.GatedMLP(WIDTH, HIDDEN, train=True)) == {
        f"{n}.base.weight" for n in ("gate", "up", "down")
    }
    assert trainable(snippet.GatedMLP(WIDTH, HIDDEN)) == set()
    assert all(name.endswith((".A", ".B")) for name in trainable(snippet.GatedMLP(WIDTH, HIDDEN, r=2)))


def test_checkpointing_keeps_the_input_alone_and_changes_no_gradient(snippet):
    _, mlp, x = kept(snippet, r=R)

    def checkpointed(inputs):
        return snippet.checkpoint(mlp, inputs, use_reentrant=False)

    assert 1e6 * snippet.kept_megabytes(checkpointed, mlp, x) == pytest.approx(x.nbytes)
    gradients = []
    for function in (mlp, checkpointed):
        mlp.zero_grad()
        function(x).square().sum().backward()
        gradients.append([p.grad.clone() for p in mlp.parameters() if p.requires_grad])
    for ours, theirs in zip(*gradients, strict=True):
        torch.testing.assert_close(ours, theirs)


def test_page_ordering(snippet):
    sizes = [float(line.split(" MB")[0].split()[-1]) for line in snippet.printed.splitlines()]
    full, frozen, lora, dropout, checkpointed = sizes
    assert frozen < full < lora < dropout and checkpointed == pytest.approx(4e-6 * 512 * 256, abs=0.006)
    n, w, h, r = 512, 256, 1024, 8
    assert full == pytest.approx(4e-6 * n * (w + 4 * h), abs=0.006)
    assert lora == pytest.approx(4e-6 * n * (w + 4 * h + 3 * r), abs=0.006)
    assert dropout == pytest.approx(4e-6 * n * (3 * h + 2 * (2 * w + h) + 3 * r), abs=0.006)
