"""Shows how many bytes a chain of elementwise operations moves, apart and fused."""

BANDWIDTH = 4.8e12  # H200, bytes/s


def apart(operations):  # every operation reads its inputs and writes its output
    return sum(len(inputs) + 1 for inputs in operations.values())


def fused(operations, result):  # what is made inside stays in registers
    read = {name for inputs in operations.values() for name in inputs}
    return len(read - operations.keys()) + len({result})


# output: inputs of full size; a bias or a scale per column is too small to count
chain = {
    "shifted": ["x"],
    "activated": ["shifted"],
    "scaled": ["activated"],
    "out": ["scaled", "residual"],
}
array = 8192 * 4096 * 2  # bytes of one bfloat16 array
for name, arrays in (("apart", apart(chain)), ("fused", fused(chain, "out"))):
    seconds = arrays * array / BANDWIDTH
    print(f"{name}: {arrays} arrays moved, at least {1e6 * seconds:.0f} us")
