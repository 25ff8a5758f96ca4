"""Shows which rows of an embedding move when one token is added to a frozen model."""

import torch


class ExtendedEmbedding(torch.nn.Module):
    """A frozen table with trainable rows for the new tokens behind it."""

    def __init__(self, table, new):
        super().__init__()
        self.register_buffer("table", table)
        # the mean of the old rows: a plain token rather than noise
        self.new = torch.nn.Parameter(table.mean(dim=0).repeat(new, 1))

    @property
    def weight(self):
        return torch.cat([self.table, self.new])


def moved_rows(module, mask_gradient=False):
    before = module.weight.detach().clone()
    optimizer = torch.optim.AdamW(module.parameters(), lr=0.01)  # weight decay 0.01
    for _ in range(3):
        tokens = torch.tensor([1, 2, 6])  # 6 is the new token; 0, 3, 4, 5 do not occur
        torch.nn.functional.embedding(tokens, module.weight).square().sum().backward()
        if mask_gradient:
            module.weight.grad[:6] = 0
        optimizer.step()
        optimizer.zero_grad()
    return (module.weight != before).any(dim=1).nonzero().flatten().tolist()


torch.manual_seed(0)
table = torch.randn(6, 4)
grown = torch.cat([table, torch.randn(1, 4)])
whole = torch.nn.Embedding.from_pretrained(grown.clone(), freeze=False)
masked = torch.nn.Embedding.from_pretrained(grown.clone(), freeze=False)
print("rows that three AdamW steps move; tokens 1, 2 and the new 6 occur in the data")
print("whole table trained:        ", moved_rows(whole))
print("gradient of old rows zeroed:", moved_rows(masked, mask_gradient=True))
print("new rows as a parameter:    ", moved_rows(ExtendedEmbedding(table, 1)))
