"""Shows Little's law, L = λW, on one server under three orders of service."""

import numpy as np


def finish_times(arrive, service, choose):
    waiting, done = [], np.empty(len(arrive))
    now, upcoming = 0.0, 0
    for _ in arrive:
        if not waiting:  # the server sleeps until somebody comes
            now = max(now, arrive[upcoming])
        while upcoming < len(arrive) and arrive[upcoming] <= now:
            waiting.append(upcoming)
            upcoming += 1
        job = choose(waiting)
        waiting.remove(job)
        now += service[job]
        done[job] = now
    return done


def mean_in_system(arrive, done):  # area under N(t), divided by the time
    times = np.concatenate([arrive, done])
    change = np.repeat([1, -1], len(arrive))
    order = np.argsort(times, kind="stable")
    present = np.cumsum(change[order])
    return np.sum(present[:-1] * np.diff(times[order])) / done.max()


rng = np.random.default_rng(0)
arrive = np.cumsum(rng.exponential(1 / 80, 20_000))  # seconds, 80 requests a second
service = rng.exponential(0.010, 20_000)  # 10 ms each on average
orders = {
    "first come": min,
    "last come": max,
    "shortest": lambda waiting: min(waiting, key=service.__getitem__),
}
print("order           W   λ W     L   p99")
for name, choose in orders.items():
    done = finish_times(arrive, service, choose)
    W, p99 = np.mean(done - arrive), np.quantile(done - arrive, 0.99)
    rate = len(arrive) / done.max()
    L = mean_in_system(arrive, done)
    print(f"{name:10s} {W * 1e3:3.0f} ms {rate * W:5.2f} {L:5.2f} {p99 * 1e3:3.0f} ms")
