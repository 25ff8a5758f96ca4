"""Shows a limit of requests for every window, and the burst past fixed windows."""

from collections import defaultdict, deque


class SlidingWindow:
    def __init__(self, limit: int, window: int):
        self.limit, self.window = limit, window
        self.accepted: dict = defaultdict(deque)  # times in ms, oldest first

    def allow(self, key: str, now: int) -> bool:
        times = self.accepted[key]
        while times and times[0] <= now - self.window:  # the window is (now - w, now]
            times.popleft()
        if len(times) == self.limit:
            return False  # a refused request does not count
        times.append(now)
        return True


class FixedWindow:
    def __init__(self, limit: int, window: int):
        self.limit, self.window = limit, window
        self.counts: dict = {}  # key: (window number, requests in it)

    def allow(self, key: str, now: int) -> bool:
        number = now // self.window
        last, count = self.counts.get(key, (number, 0))
        count = count if last == number else 0
        self.counts[key] = (number, count + 1)
        return count < self.limit


burst = [9_700, 9_800, 9_900, 10_000, 10_100, 10_200]  # milliseconds
for kind in (FixedWindow, SlidingWindow):
    limiter = kind(limit=3, window=10_000)
    accepted = [t for t in burst if limiter.allow("user", t)]
    print(f"{kind.__name__}, 3 in 10 s: {len(accepted)} in 0.5 s {accepted}")
print("again at 19.6 s:", limiter.allow("user", 19_600))
print("again at 19.7 s:", limiter.allow("user", 19_700))
print("another user:   ", limiter.allow("other", 10_200))
