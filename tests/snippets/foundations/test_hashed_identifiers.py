def test_the_digest_is_sha256(snippet):
    assert snippet.hashed("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_keyed_digest_is_hmac_sha256_by_openssl_definition(snippet):
    import hashlib

    key, text = b"k" * 20, b"07700900000"
    pad = key.ljust(64, b"\0")
    inner = hashlib.sha256(bytes(b ^ 0x36 for b in pad) + text).digest()
    assert snippet.keyed(text.decode(), key) == hashlib.sha256(bytes(b ^ 0x5C for b in pad) + inner).hexdigest()


def test_undo_finds_what_is_among_the_candidates(snippet):
    digests = [snippet.hashed("b"), snippet.hashed("zz"), snippet.hashed("a")]
    assert snippet.undo(digests, ["a", "b", "c"], snippet.hashed) == ["b", None, "a"]


def test_all_numbers_of_the_range_are_tried(snippet):
    assert len(set(snippet.numbers)) == 1000
    assert snippet.numbers[0] == "07700900000" and snippet.numbers[-1] == "07700900999"


def test_only_the_secret_key_protects(snippet):
    plain, unknown, stolen = (line.split(":", 1)[1].strip() for line in snippet.printed.splitlines())
    assert plain == stolen == str(snippet.people) and unknown == "[None, None]"
