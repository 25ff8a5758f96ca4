import pytest
import torch
from peft import LoraConfig, get_peft_model


def test_without_decay_the_first_step_leaves_a_where_it_was(snippet):
    for optimizer, options in (
        (torch.optim.SGD, {"lr": 0.7}),
        (torch.optim.Adam, {"lr": 0.02}),
        (torch.optim.AdamW, {"lr": 0.02, "weight_decay": 0}),
    ):
        A, B = snippet.moves(optimizer, 1, **options)
        assert A == 0 and B > 0
        assert snippet.moves(optimizer, 2, **options)[0] > 0


def test_decay_alone_moves_a_by_rate_times_decay_times_a(snippet):
    generator = torch.Generator().manual_seed(0)
    torch.randn(32, 8, generator=generator), torch.randn(32, 6, generator=generator)
    size = torch.randn(2, 8, generator=generator).square().mean().sqrt()
    for lr, decay in ((0.1, 0.5), (1e-2, 0.1)):
        A, _ = snippet.moves(torch.optim.AdamW, 1, lr=lr, weight_decay=decay)
        assert A.item() == pytest.approx((lr * decay * size).item(), rel=1e-4)


def test_adams_first_step_moves_each_entry_of_b_by_the_rate(snippet):
    assert snippet.moves(torch.optim.AdamW, 1, lr=0.03)[1].item() == pytest.approx(0.03, rel=1e-4)


def test_gradient_step_on_b_is_the_rate_times_its_gradient(snippet):
    generator = torch.Generator().manual_seed(0)
    x, y, A = (torch.randn(shape, generator=generator) for shape in ((32, 8), (32, 6), (2, 8)))
    step = 0.25 * 2 * y.T @ (x @ A.T) / y.numel()
    moved = snippet.moves(torch.optim.SGD, 1, lr=0.25)[1].item()
    assert moved == pytest.approx(step.square().mean().sqrt().item(), rel=1e-5)


def test_peft_does_the_same(snippet):
    torch.manual_seed(0)
    model = get_peft_model(torch.nn.Sequential(torch.nn.Linear(8, 6)), LoraConfig(target_modules=["0"]))
    start = {name: p.detach().clone() for name, p in model.named_parameters()}
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model(torch.randn(4, 8)).square().sum().backward()
    optimizer.step()
    moved = {name.split(".")[-3] for name, p in model.named_parameters() if not torch.equal(p, start[name])}
    assert moved == {"lora_B"}


def test_page_says_that_the_default_decay_moves_a(snippet):
    blocks = snippet.printed.split("after step")
    assert [("exactly 0" in block) for block in blocks[1:]] == [True, False, True, False, False, False]
