"""Shows which matrix products of a training step LoRA saves, and which stay."""

LINEAR = 6_979_321_856  # weights of the linear layers of an 8-billion model
HEAD = 128256 * 4096  # its output layer, frozen under LoRA
ADAPTER = 41_943_040  # rank 16 on all linear layers, head excepted


def step_flops(weights, adapter=None, checkpointed=False):
    """Return the FLOPs a token of the products with weights; no attention scores."""
    product = 2  # FLOPs a weight: a multiplication and an addition
    forward = 2 * product if checkpointed else product  # run again in the backward pass
    input_gradient = weight_gradient = product
    trained = forward + input_gradient + weight_gradient
    if adapter is None:
        return trained * weights
    return (forward + input_gradient) * weights + trained * adapter


print("GFLOP a token     full   LoRA   share")
for name, checkpointed in (("plain", False), ("checkpointed", True)):
    full = step_flops(LINEAR + HEAD, checkpointed=checkpointed)
    lora = step_flops(LINEAR + HEAD, ADAPTER, checkpointed)
    print(f"{name:15} {full / 1e9:6.1f} {lora / 1e9:6.1f} {lora / full:7.1%}")
extra = ADAPTER / (LINEAR + HEAD)
print(f"forward pass with the adapter unmerged: {extra:+.1%}")
