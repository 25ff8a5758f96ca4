"""Shows a semantic version for a model, read off what its consumers depend on."""

PARTS = ("major", "minor", "patch")


def must_change(old, new):
    """What a consumer of the old model would have to change."""
    reasons = []
    for name in sorted(new["inputs"].keys() - new["optional"]):
        if name not in old["inputs"]:
            reasons.append(f"input {name} is now required")
        elif name in old["optional"]:
            reasons.append(f"input {name} is no longer optional")
    for side in ("inputs", "outputs"):
        for name in sorted(old[side]):
            if name not in new[side]:
                reasons.append(f"{side[:-1]} {name} is gone")
            elif new[side][name] != old[side][name]:
                reasons.append(f"{side[:-1]} {name} has another type")
    for name in ("embedding space", "score means"):
        if new[name] != old[name]:
            reasons.append(f"{name} differs")
    return reasons


def part_to_bump(old, new):
    if must_change(old, new):
        return "major"
    more = any(new[side].keys() - old[side].keys() for side in ("inputs", "outputs"))
    return "minor" if more or new["optional"] - old["optional"] else "patch"


def bump(version, part):
    numbers = [int(n) for n in version.split(".")]
    i = PARTS.index(part)
    return ".".join(map(str, [*numbers[:i], numbers[i] + 1, *[0] * (2 - i)]))


model = {
    "inputs": {"age": "float32", "text": "string"},
    "optional": set(),
    "outputs": {"score": "float32[n]", "vector": "float32[n,64]"},
    "embedding space": "items-v3",
    "score means": "probability of a click within a day",
}
for what, change in {
    "retrained on newer data": {},
    "optional input added": {
        "inputs": {**model["inputs"], "country": "string"},
        "optional": {"country"},
    },
    "required input added": {"inputs": {**model["inputs"], "country": "string"}},
    "vectors retrained": {"embedding space": "items-v4"},
    "score is now a week's": {"score means": "probability of a click within a week"},
}.items():
    new = {**model, **change}
    part = part_to_bump(model, new)
    print(f"{what:24} {part:5} 2.3.1 -> {bump('2.3.1', part)}")
    for reason in must_change(model, new):
        print("   ", reason)
