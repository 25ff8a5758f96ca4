"""Shows the size of an adapter on a linear layer, an embedding and a convolution."""


def linear(d_in, d_out, r):
    return r * (d_in + d_out)


def embedding(vocabulary, width, r):
    return r * (vocabulary + width)


def convolution(channels_in, channels_out, kernel, r):
    """A is a convolution to r channels with the same kernel, B is 1 × 1."""
    return r * (channels_in * kernel**2 + channels_out)


def break_even_rank(d_in, d_out):
    """Return the rank at which the factors have as many numbers as the matrix."""
    return d_in * d_out / (d_in + d_out)


print(f"linear 4096 -> 14336, r = 16        {linear(4096, 14336, 16):9,}")
print(f"embedding 128256 × 4096, r = 16     {embedding(128256, 4096, 16):9,}")
print(f"convolution 3 × 3, 256 -> 512, r = 16 {convolution(256, 512, 3, 16):7,}")
for shape in ((4096, 4096), (4096, 1024)):
    print(f"break-even rank of {shape[0]} × {shape[1]}: {break_even_rank(*shape):.0f}")
