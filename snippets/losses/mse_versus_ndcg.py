"""Shows predictions with a lower squared error and a worse order."""

import numpy as np


def mse(prediction, relevance):
    return ((prediction - relevance) ** 2).mean()


def ndcg(prediction, relevance):
    divisor = np.log2(2 + np.arange(len(relevance)))
    gain = 2.0**relevance - 1
    ideal = (np.sort(gain)[::-1] / divisor).sum()
    return (gain[np.argsort(-prediction)] / divisor).sum() / ideal


relevance = np.array([2, 1, 0])
print("prediction                MSE    NDCG")
for prediction in ([1.4, 1.45, 0.05], [7, 6, 5], [0.1, 0, -0.1], [2, 1, 0]):
    error = mse(np.array(prediction), relevance)
    order = ndcg(np.array(prediction), relevance)
    print(f"{prediction!s:20} {error:8.3f} {order:7.3f}")
