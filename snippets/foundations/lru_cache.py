"""Shows a least-recently-used cache with constant time for each operation."""


class Node:
    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.older = self.newer = self


class LRUCache:
    def __init__(self, capacity: int):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.nodes: dict = {}
        self.end = Node()  # of a ring: its newer is the oldest, its older the newest

    def _unlink(self, node: Node) -> None:
        node.older.newer, node.newer.older = node.newer, node.older

    def _link_as_newest(self, node: Node) -> None:
        node.older, node.newer = self.end.older, self.end
        node.older.newer = node.newer.older = node

    def get(self, key, default=None):
        if key not in self.nodes:
            return default
        node = self.nodes[key]
        self._unlink(node)
        self._link_as_newest(node)
        return node.value

    def put(self, key, value) -> None:
        if key in self.nodes:
            self._unlink(self.nodes[key])
        elif len(self.nodes) == self.capacity:
            oldest = self.end.newer
            self._unlink(oldest)
            del self.nodes[oldest.key]
        self.nodes[key] = Node(key, value)
        self._link_as_newest(self.nodes[key])


cache = LRUCache(2)
cache.put("a", 1)
cache.put("b", None)
print("b, a:", cache.get("b", "nothing"), cache.get("a"))  # a is now the newer
cache.put("c", 3)
print("b, c:", cache.get("b", "evicted"), cache.get("c"))
cache.put("a", 10)  # an update is a use: c is now the oldest
cache.put("d", 4)
print("a, c, d:", cache.get("a"), cache.get("c", "evicted"), cache.get("d"))
