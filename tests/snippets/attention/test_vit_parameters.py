import torch
from peft import LoraConfig, get_peft_model
from transformers import ViTConfig, ViTForImageClassification

GROUPS = {
    "patch embedding": "patch_embeddings",
    "class token, positions": "embeddings.",
    "attention": "attention.",
    "MLP": "mlp.",
    "norms": "norm",
    "head": "classifier",
}


def model_of(side, patch, layers, d, classes):
    config = ViTConfig(
        hidden_size=d,
        num_hidden_layers=layers,
        num_attention_heads=2,
        intermediate_size=4 * d,
        image_size=side,
        patch_size=patch,
        num_labels=classes,
    )
    with torch.device("meta"):
        return ViTForImageClassification(config)


def grouped(model):
    counts = dict.fromkeys(GROUPS, 0)
    for name, parameter in model.named_parameters():
        counts[next(group for group, part in GROUPS.items() if part in name)] += parameter.numel()
    return counts


def test_groups_are_those_of_transformers(snippet):
    for shape in ((32, 8, 2, 16, 5), (48, 16, 3, 8, 7)):
        assert snippet.vit_parameters(*shape) == grouped(model_of(*shape))
    assert snippet.counts == grouped(model_of(224, 16, 12, 768, 1000))
    assert snippet.total == 86_567_656  # what torchvision documents for ViT-B/16


def test_lora_adds_what_peft_adds(snippet):
    attention = ["q_proj", "k_proj", "v_proj", "o_proj"]
    for mlp, targets in ((False, attention), (True, [*attention, "fc1", "fc2"])):
        model = get_peft_model(model_of(32, 8, 3, 16, 5), LoraConfig(r=2, target_modules=targets))
        trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
        assert snippet.lora_parameters(3, 16, 2, mlp) == trainable


def test_the_page_shares(snippet):
    body = snippet.counts["attention"] + snippet.counts["MLP"]
    assert body / snippet.total > 0.98
    backbone = sum(number for name, number in snippet.counts.items() if name != "head")
    assert snippet.backbone == backbone
    assert f"{100 * snippet.lora_parameters(12, 768, 8, True) / backbone:.2f}%" in snippet.printed
    head = grouped(model_of(224, 16, 12, 768, 10))["head"]
    assert snippet.printed.splitlines()[-1].endswith(f"{head:,}")
