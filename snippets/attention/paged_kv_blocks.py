"""Shows a paged cache: block tables, a shared prefix, and a copy before writing."""

import numpy as np


class PagedCache:
    def __init__(self, blocks, size, d):
        self.data = np.zeros((blocks, size, d))
        self.users = np.zeros(blocks, int)  # how many sequences read each block
        self.tables, self.lengths = {}, {}

    def allocate(self):
        block = int(np.argmin(self.users))
        if self.users[block]:
            raise MemoryError("no free block: preempt a sequence or wait")
        self.users[block] = 1
        return block

    def append(self, name, row):
        table = self.tables.setdefault(name, [])
        length = self.lengths.get(name, 0)
        if length == len(table) * self.data.shape[1]:  # the last block is full
            table.append(self.allocate())
        elif self.users[table[-1]] > 1:  # copy on write
            old, table[-1] = table[-1], self.allocate()
            self.data[table[-1]] = self.data[old]
            self.users[old] -= 1
        self.data[table[-1], length % self.data.shape[1]] = row
        self.lengths[name] = length + 1

    def fork(self, name, copy):
        self.tables[copy], self.lengths[copy] = self.tables[name][:], self.lengths[name]
        self.users[self.tables[name]] += 1

    def free(self, name):
        self.users[self.tables.pop(name)] -= 1
        self.lengths.pop(name)

    def read(self, name):
        rows = self.data[self.tables[name]].reshape(-1, self.data.shape[2])
        return rows[: self.lengths[name]]


cache = PagedCache(blocks=8, size=4, d=1)
for token in range(10):
    cache.append("first", token)
cache.fork("first", "second")
print("used after the fork:", (cache.users > 0).sum(), "tables", cache.tables)
cache.append("first", 100)
cache.append("second", 200)
print("after both write:", (cache.users > 0).sum(), "tables", cache.tables)
for name in cache.tables:
    print(f"{name:6s}", cache.read(name)[:, 0].astype(int))
cache.free("first")
print("after the first ends:", (cache.users > 0).sum())
