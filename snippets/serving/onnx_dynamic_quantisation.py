"""Shows dynamic INT8 quantisation of an ONNX model: its graph, its size, its error."""

import logging
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic


def two_layers(first, second):  # first: (in, hidden), second: (hidden, out)
    names = {"first": first, "second": second}
    tensors = [numpy_helper.from_array(w, name) for name, w in names.items()]
    nodes = [
        helper.make_node("MatMul", ["x", "first"], ["a"]),
        helper.make_node("Relu", ["a"], ["h"]),
        helper.make_node("MatMul", ["h", "second"], ["y"]),
    ]
    inputs, outputs = (
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", size])]
        for name, size in (("x", len(first)), ("y", second.shape[1]))
    )
    graph = helper.make_graph(nodes, "mlp", inputs, outputs, tensors)
    opset = [helper.make_opsetid("", 21)]  # the runtime must know both versions
    return helper.make_model(graph, opset_imports=opset, ir_version=10)


def run(model, x):
    session = onnxruntime.InferenceSession(model.SerializeToString())
    return session.run(None, {"x": x})[0]


logging.disable(logging.WARNING)  # advice to pre-process
rng = np.random.default_rng(0)
first = rng.standard_normal((128, 256), np.float32) / 12
second = rng.standard_normal((256, 10), np.float32) / 16
model = two_layers(first, second)
with TemporaryDirectory(dir=".") as folder:
    path = f"{folder}/small.onnx"
    quantize_dynamic(model, path, weight_type=QuantType.QInt8, reduce_range=True)
    small = onnx.load(path)
print("operators:", *dict.fromkeys(node.op_type for node in small.graph.node))
ratio = model.ByteSize() / small.ByteSize()
print(f"float model {ratio:.1f} times as large")
x = rng.standard_normal((1500, 128), np.float32)
exact, approximate = run(model, x), run(small, x)
error = np.linalg.norm(approximate - exact) / np.linalg.norm(exact)
agree = np.mean(exact.argmax(axis=1) == approximate.argmax(axis=1))
print(f"relative error {error:.2f}, same answer {agree:.2f}")
