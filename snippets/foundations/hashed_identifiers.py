"""Shows hashed identifiers undone by trying them all, and a keyed hash that resists."""

import hashlib
import hmac


def hashed(identifier):
    return hashlib.sha256(identifier.encode()).hexdigest()


def keyed(identifier, key):
    return hmac.new(key, identifier.encode(), hashlib.sha256).hexdigest()


def undo(digests, candidates, function):
    """Which identifiers stand behind the digests?"""
    table = {function(candidate): candidate for candidate in candidates}
    return [table.get(digest) for digest in digests]


numbers = [f"07700900{i:03d}" for i in range(1000)]  # a range kept free for fiction
people = ["07700900123", "07700900987"]
secret = b"kept in a key store"
published = [hashed(number) for number in people]
print("SHA-256:", undo(published, numbers, hashed))
published = [keyed(number, secret) for number in people]
print("HMAC, key unknown:", undo(published, numbers, hashed))
print("HMAC, key stolen: ", undo(published, numbers, lambda n: keyed(n, secret)))
