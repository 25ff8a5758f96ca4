"""Shows the bytes of state that each optimiser keeps for one weight."""


def state_bytes(rows, columns, block=256):  # per weight, for a matrix
    n, squares = rows * columns, rows**2 + columns**2
    return {
        "SGD": 0,
        "momentum, Lion, Muon": 4,
        "AdamW, LAMB, Sophia": 4 + 4,
        "AdamW in 8 bits": 2 * (1 + 4 / block),  # a float per block
        "Adafactor, no momentum": 4 * (rows + columns) / n,
        "SOAP": 4 + 4 + 4 * 2 * squares / n,  # two statistics, two bases
    }


square, wide = state_bytes(4096, 4096), state_bytes(4096, 14336)
print("bytes per weight            4096 x 4096   4096 x 14336")
for name in square:
    print(f"{name:24} {square[name]:14.3f} {wide[name]:14.3f}")
