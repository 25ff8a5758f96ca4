"""Shows that byte fallback needs its byte tokens: all 256 lose nothing, 128 do."""


def byte_tokens(character):
    return [f"<0x{byte:02X}>" for byte in character.encode()]


def encode(text, vocabulary):  # single characters stand for the learned pieces
    tokens = []
    for character in text:
        if character in vocabulary:
            tokens.append(character)
        elif vocabulary.issuperset(byte_tokens(character)):
            tokens += byte_tokens(character)
        else:
            tokens.append("<unk>")
    return tokens


def decode(tokens):
    stream = b""
    for token in tokens:
        is_byte = len(token) == 6 and token.startswith("<0x")
        stream += bytes([int(token[3:5], 16)]) if is_byte else token.encode()
    return stream.decode()


characters = set("abcdefghijklmnopqrstuvwxyz ")
every_byte = {f"<0x{byte:02X}>" for byte in range(256)}
vocabularies = {
    "characters": characters,
    "and 256 bytes": characters | every_byte,
    "and 128 bytes": characters | {f"<0x{byte:02X}>" for byte in range(128)},
}
text = "naïve 東 🙂!"
for name, vocabulary in vocabularies.items():
    tokens = encode(text, vocabulary)
    print(
        f"{name:13s} {len(tokens):2d} tokens, {tokens.count('<unk>')} unknown:", end=""
    )
    print(f" {decode(tokens)}")

print("bytes of a character:", {c: len(c.encode()) for c in "aïé東🙂"})
