"""Shows a model's identity as a hash over data, code, settings and environment."""

import hashlib
import json


def digest(content):
    return hashlib.sha256(content).hexdigest()


def manifest(files, settings):  # files: name -> bytes
    return {
        "files": {name: digest(content) for name, content in files.items()},
        "settings": settings,
    }


def identity(manifest):
    """Depends on the contents, not on the order in which they were listed."""
    text = json.dumps(manifest, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return digest(text.encode())


def changes(old, new):
    found = []
    for part in ("files", "settings"):
        a, b = old[part], new[part]
        found += [n for n in sorted(a | b) if a.get(n, ...) != b.get(n, ...)]
    return found


files = {
    "train.parquet": b"user,clicks\n1,3\n2,0\n",
    "features.py": b"def spend(x): return x / 100\n",
    "tokenizer.json": b'{"vocab": {}}',
    "requirements.lock": b"numpy==2.4.0\n",
}
settings = {"seed": 7, "learning_rate": 0.1, "threshold": 0.5, "space": "items-v3"}
first = manifest(files, settings)
again = manifest(dict(reversed(files.items())), dict(reversed(settings.items())))
print(f"{'the first release':29} {identity(first)[:12]}")
print("listed in another order, same identity:", identity(first) == identity(again))
for what, new_files, new_settings in (
    ("one byte of data", {"train.parquet": b"user,clicks\n1,3\n2,1\n"}, {}),
    ("a dependency", {"requirements.lock": b"numpy==2.4.1\n"}, {}),
    ("the threshold", {}, {"threshold": 0.45}),
    ("a file dropped from the list", {"tokenizer.json": None}, {}),
):
    kept = {n: c for n, c in {**files, **new_files}.items() if c is not None}
    second = manifest(kept, {**settings, **new_settings})
    print(f"{what:29} {identity(second)[:12]}, changed: {changes(first, second)}")
