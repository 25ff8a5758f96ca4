"""Shows deletion in FAISS: HNSW refuses and is masked, IVF removes at once."""

import faiss
import numpy as np

faiss.omp_set_num_threads(1)
rng = np.random.default_rng(0)
docs = rng.integers(-20, 21, (3000, 16)).astype(np.float32)  # integers: exact sums
gone = np.arange(1000)
queries = docs[:3]  # three deleted documents look for themselves

graph = faiss.IndexHNSWFlat(16, 16)
graph.add(docs)
try:
    graph.remove_ids(gone)
except RuntimeError as error:
    print("HNSW:", str(error).partition(": ")[2])
alive = faiss.IDSelectorNot(faiss.IDSelectorBatch(gone))
masked = faiss.SearchParametersHNSW(sel=alive, efSearch=64)
print("HNSW finds      ", *graph.search(queries, 1)[1].ravel())
found = graph.search(queries, 1, params=masked)[1].ravel()
print("all masked      ", bool((found >= 1000).all()))
print("vectors stored  ", graph.ntotal)

lists = faiss.IndexIVFFlat(faiss.IndexFlatL2(16), 16, 20)
lists.train(docs)
lists.add(docs)
print("IVF removed     ", lists.remove_ids(gone))
lists.add_with_ids(docs[:1], np.array([7000]))  # and adds without training again
print("IVF finds       ", *lists.search(queries[:1], 1)[1].ravel())
print("vectors stored  ", lists.ntotal)
