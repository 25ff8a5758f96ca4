"""Shows what copying the next batch during the compute of this one gains."""


def last_finish(batches, copy, compute, buffers):
    """Milliseconds until the last batch is done; a buffer is free once its batch is."""
    copied, done = 0.0, []
    for i in range(batches):
        free = done[i - buffers] if i >= buffers else 0.0
        copied = max(copied, free) + copy
        done.append(max(copied, done[-1] if done else 0.0) + compute)
    return done[-1]


def rate(batch, copy, compute, buffers, n=100):
    # steady state: what the start-up costs cancels in the difference
    first, second = (last_finish(i, copy, compute, buffers) for i in (n, 2 * n))
    return 1e3 * batch * n / (second - first)


print("copy ms  compute ms  1 buffer  2 buffers  3 buffers   B/(sum)   B/max")
for copy, compute in ((5, 30), (15, 20), (30, 5)):
    rates = [rate(32, copy, compute, buffers) for buffers in (1, 2, 3)]
    row = "".join(f"{r:11.0f}" for r in rates)
    limits = f"{32e3 / (copy + compute):10.0f} {32e3 / max(copy, compute):7.0f}"
    print(f"{copy:7d} {compute:11d}{row}{limits}")

pixels, pcie = 32 * 3 * 224 * 224, 64e9  # a batch of images; bytes/s, one direction
for name, element in (("float32", 4), ("uint8", 1)):
    print(f"32 images as {name}: {1e3 * element * pixels / pcie:.2f} ms over PCIe")
