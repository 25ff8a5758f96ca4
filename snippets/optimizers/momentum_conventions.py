"""Shows the step of torch.optim.SGD, and when the other momentum convention differs."""


def sgd_step(theta, v, g, lr, momentum, dampening=0.0, nesterov=False):
    # v is None before the first step, which is never damped
    v = g if v is None else momentum * v + (1 - dampening) * g
    return theta - lr * (g + momentum * v if nesterov else v), v


def lr_inside_step(theta, v, g, lr, momentum):  # v starts at 0 and is the step itself
    v = momentum * v - lr * g
    return theta + v, v


rates = [0.1] * 100 + [0.01] * 3  # the learning rate drops after 100 steps
theta, v, other, u = 0.0, None, 0.0, 0.0
print("step    lr   lr outside   lr inside")
for t, lr in enumerate(rates, start=1):
    before, other_before = theta, other
    theta, v = sgd_step(theta, v, 1.0, lr, momentum=0.9)
    other, u = lr_inside_step(other, u, 1.0, lr, momentum=0.9)
    if t <= 2 or t >= 100:
        print(f"{t:4d}  {lr:.2f} {before - theta:12.3f} {other_before - other:11.3f}")

v = None
for t in (1, 2, 3):
    theta, v = sgd_step(0.0, v, 1.0, 0.1, momentum=0.9, dampening=0.9)
    print(f"dampening 0.9, lr 0.1, gradient 1: step {t} has size {-theta:.3f}")
