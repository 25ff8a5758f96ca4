"""Shows the largest stable learning rate for SGD, heavy ball and Nesterov."""


def limit(momentum, nesterov):  # of x = learning rate times curvature
    return (2 + 2 * momentum) / (1 + 2 * momentum * nesterov)


def error_after(steps, x, momentum, nesterov):
    theta, v = 1.0, 0.0  # the minimum is at 0; curvature 1, so x is the rate
    for _ in range(steps):
        v = momentum * v + theta
        theta -= x * (theta + momentum * v if nesterov else v)
    return abs(theta)


curvature = 100
print("method          lr × curvature  largest lr  at 0.99 of it  at 1.01")
for name, momentum in [("plain", 0.0), ("momentum 0.9", 0.9), ("Nesterov 0.9", 0.9)]:
    nesterov = name.startswith("Nesterov")
    edge = limit(momentum, nesterov)
    below = error_after(1000, 0.99 * edge, momentum, nesterov)
    above = error_after(1000, 1.01 * edge, momentum, nesterov)
    print(
        f"{name:15s} {edge:14.3f} {edge / curvature:11.4f} {below:14.1e} {above:8.1e}"
    )
