"""Shows the largest Hessian eigenvalue from Hessian-vector products alone."""

import torch


def hessian_vector_product(loss, w, v):
    (gradient,) = torch.autograd.grad(loss(w), w, create_graph=True)
    return torch.autograd.grad(gradient @ v, w)[0]


def power_iteration(product, v, steps=500):
    """The eigenvalue of largest size, whatever its sign."""
    for _ in range(steps):
        v = v / v.norm()
        previous, v = v, product(v)
    return previous @ v


def sharpness(product, v):
    """The largest eigenvalue: shift the spectrum until the largest dominates."""
    size = power_iteration(product, v).abs()
    return power_iteration(lambda u: product(u) + size * u, v) - size


def loss(w):  # a network of four tanh units, weights w: (12)
    first, bias, second = w.view(3, 4)
    return (torch.tanh(x[:, None] * first + bias) @ second - y).square().mean()


x = torch.linspace(-1, 1, 40, dtype=torch.float64)
y = torch.sin(4 * x)
rng = torch.Generator().manual_seed(0)
w, v = torch.randn(2, 12, generator=rng, dtype=torch.float64)
w.requires_grad_()
saddle = torch.tensor([-5.0, 3.0, 1.0])
print("Hessian diag(-5, 3, 1)")
print(f"  power iteration {power_iteration(lambda u: saddle * u, torch.ones(3)):.3f}")
print(f"  with the shift   {sharpness(lambda u: saddle * u, torch.ones(3)):.3f}")

found = sharpness(lambda u: hessian_vector_product(loss, w, u), v)
exact = torch.linalg.eigvalsh(torch.autograd.functional.hessian(loss, w))
print(
    f"network: sharpness {found:.3f}, all eigenvalues {exact[-1]:.3f} to {exact[0]:.3f}"
)
