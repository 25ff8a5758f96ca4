"""Shows the memory per device of data-parallel training with mixed-precision Adam."""

WEIGHTS, GRADIENTS, STATES = 2, 2, 12  # bytes: bf16, bf16, fp32 master and moments


def bytes_per_device(parameters, devices, stage):
    """Stage 1 divides the states over the devices, 2 also gradients, 3 also weights."""
    states = STATES / devices if stage >= 1 else STATES
    gradients = GRADIENTS / devices if stage >= 2 else GRADIENTS
    weights = WEIGHTS / devices if stage >= 3 else WEIGHTS
    return parameters * (weights + gradients + states)


def sent_per_step(parameters, devices, stage):
    """Numbers that each device sends: each collective moves (n - 1) / n of them."""
    collectives = 2  # reduce-scatter of gradients, all-gather of weights (or of sums)
    if stage == 3:
        collectives += 1  # weights are gathered again for the backward pass
    return collectives * parameters * (devices - 1) / devices


print("GB a device     ", *(f"stage {stage}" for stage in range(4)))
for billions, devices in ((7.5, 64), (7.5, 8), (70, 64)):
    row = [bytes_per_device(billions, devices, stage) for stage in range(4)]
    cells = " ".join(f"{gigabytes:7.1f}" for gigabytes in row)
    print(f"{billions:4}B, {devices:2} devices {cells}")
sent = [sent_per_step(7.5, 64, stage) for stage in range(4)]
print("billions sent by each of 64:", *(f"{count:.1f}" for count in sent))

print(f"two fp32 moments: {8 / WEIGHTS:.0f} times the bytes of the bf16 weights,")
print(f"with fp32 master weights {STATES / WEIGHTS:.0f} times")
