"""Shows dotted keys turned into nested dicts and back, with a policy for conflicts."""

VALUE = ""  # key of a leaf that became a container; no key can have an empty part


def nest(flat: dict, policy: str = "raise") -> dict:
    if policy not in ("raise", "overwrite", "namespace"):
        raise ValueError(f"unknown policy {policy!r}")
    nested: dict = {}
    for key, value in flat.items():
        if not isinstance(key, str) or "" in key.split("."):
            raise ValueError(f"bad key {key!r}")
        if isinstance(value, dict):
            raise ValueError(f"{key!r} holds a dict: flatten it first")
        *parents, last = key.split(".")
        node = nested
        for part in parents:
            if not isinstance(node.setdefault(part, {}), dict):  # a leaf in the way
                if policy == "raise":
                    raise ValueError(f"{part!r} of {key!r} is a leaf")
                node[part] = {VALUE: node[part]} if policy == "namespace" else {}
            node = node[part]
        if isinstance(node.get(last), dict):  # a container in the way
            if policy == "raise":
                raise ValueError(f"{key!r} is a container")
            if policy == "namespace":
                node, last = node[last], VALUE
        node[last] = value
    return nested


def leaves(node: dict, path: str = ""):
    for part, value in node.items():
        here = f"{path}.{part}" if path and part != VALUE else path or part
        if isinstance(value, dict):
            yield from leaves(value, here)
        else:
            yield here, value


def flatten(nested: dict) -> dict:
    flat = dict(leaves(nested))
    if nest(flat, "namespace") != nested:  # dotted or empty parts, empty dicts
        raise ValueError("no flat form leads back to this dict")
    return flat


flat = {"lr": 0.1, "opt.name": "sgd", "opt.sgd.beta": 0.9}
print(nest(flat))
print("round trip:", flatten(nest(flat)) == flat)

clash = {"opt": "sgd", "opt.beta": 0.9}
print("overwrite:", nest(clash, "overwrite"))
print("namespace:", nest(clash, "namespace"))
for bad in (clash, {"a..b": None}, {"a.": None}, {3: None}, {"a": {"b": None}}):
    try:
        nest(bad)
    except ValueError as error:
        print("refused:", error)
