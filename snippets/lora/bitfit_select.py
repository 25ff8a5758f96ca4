"""Shows BitFit: only biases are trained, and some models have none."""

from torch import nn


def bitfit(model):
    for name, parameter in model.named_parameters():
        # not ".bias": nn.MultiheadAttention calls one of its biases in_proj_bias
        parameter.requires_grad_(name.endswith("bias"))
    return model


def trainable(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


def share(model):
    return trainable(model) / sum(p.numel() for p in model.parameters())


bert_like = bitfit(nn.TransformerEncoderLayer(768, 12, 3072))
for name, parameter in bert_like.named_parameters():
    if parameter.requires_grad:
        print(f"{name:28s}{parameter.numel():6d}")
print(f"with biases: {trainable(bert_like)} trainable, {share(bert_like):.2%} of all")

llama_like = nn.Sequential(
    nn.RMSNorm(768), nn.Linear(768, 2304, bias=False), nn.Linear(768, 768, bias=False)
)
print(f"no biases, RMSNorm: {trainable(bitfit(llama_like))} trainable")
