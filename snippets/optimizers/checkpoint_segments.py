"""Shows how many activations are alive at most if segments are computed again."""


def peak(layers, segment):
    """Every `segment`-th layer is a checkpoint; a layer's input counts as one."""
    starts = range(0, layers, segment)
    alive = most = len(starts)  # after the forward pass: one input a segment
    for start in reversed(starts):
        inside = min(segment, layers - start) - 1
        most = max(most, alive + inside)  # this segment is computed again
        alive -= 1  # its backward pass is done
    return most


for segment in (1, 2, 4, 8, 16, 32, 64):
    print(
        f"64 layers, segments of {segment:2}: at most {peak(64, segment)} activations"
    )
for layers in (64, 100):
    print(f"{layers} layers, best:", min(peak(layers, k) for k in range(1, layers)))
