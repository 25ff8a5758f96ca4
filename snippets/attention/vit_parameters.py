"""Shows where the parameters of a ViT are, and what LoRA on its layers adds."""


def vit_parameters(side, patch, layers, d, classes):
    tokens = (side // patch) ** 2 + 1
    return {
        "patch embedding": 3 * patch**2 * d + d,
        "class token, positions": d + tokens * d,
        "attention": layers * (4 * d * d + 4 * d),
        "MLP": layers * (8 * d * d + 5 * d),
        "norms": (2 * layers + 1) * 2 * d,
        "head": d * classes + classes,
    }


def lora_parameters(layers, d, r, mlp):  # on q, k, v and output; on both MLP matrices
    attention = 4 * r * (d + d)
    return layers * (attention + (2 * r * (d + 4 * d) if mlp else 0))


counts = vit_parameters(224, 16, 12, 768, 1000)
total = sum(counts.values())
for name, number in counts.items():
    print(f"{name:22s} {number:11,d} {number / total:6.1%}")
print(f"{'ViT-B/16':22s} {total:11,d}")

backbone = total - counts["head"]
for name, mlp in (("attention", False), ("attention and MLP", True)):
    added = lora_parameters(12, 768, 8, mlp)
    print(f"LoRA, rank 8, {name}: {added:,} = {added / backbone:.2%} of the backbone")
print(f"a new head for 10 classes, trained in full: {768 * 10 + 10:,}")
