"""Shows micro, macro and weighted F1, and that macro F1 has two definitions."""

import numpy as np


def per_class(matrix):  # rows: true class, columns: predicted
    hits, predicted, true = np.diag(matrix), matrix.sum(axis=0), matrix.sum(axis=1)
    return hits / predicted, hits / true, 2 * hits / (predicted + true)


def micro_f1(matrix):  # every error is one false positive and one false negative
    errors = matrix.sum() - np.trace(matrix)
    return 2 * np.trace(matrix) / (2 * np.trace(matrix) + 2 * errors)


def f1_of_means(matrix):
    precision, recall = (values.mean() for values in per_class(matrix)[:2])
    return 2 * precision * recall / (precision + recall)


matrix = np.array([[890, 5, 5], [60, 20, 0], [10, 0, 10]])
precision, recall, f1 = per_class(matrix)
share = matrix.sum(axis=1) / matrix.sum()
print("class   share  precision  recall    F1")
for k in range(3):
    print(f"{k} {share[k]:11.2f} {precision[k]:10.2f} {recall[k]:7.2f} {f1[k]:5.2f}")
print(f"accuracy          {np.trace(matrix) / matrix.sum():.3f}")
print(f"micro F1          {micro_f1(matrix):.3f}")
print(f"weighted F1       {share @ f1:.3f}")
print(f"macro, mean of F1 {f1.mean():.3f}")
print(f"macro, of means   {f1_of_means(matrix):.3f}")
print(f"balanced accuracy {recall.mean():.3f}")
