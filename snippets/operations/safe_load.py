"""Shows a model file that runs code while it is loaded, and two loaders that refuse."""

import io
import pickle

import torch


class Payload:
    """Pickled as "call print with this text": it could be any call."""

    def __reduce__(self):
        return print, ("    this line was printed by the file",)


class AllowList(pickle.Unpickler):
    """An allow-list: whatever is not named cannot be called."""

    def find_class(self, module, name):
        if (module, name) != ("collections", "OrderedDict"):
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
        return super().find_class(module, name)


def saved(thing):
    buffer = io.BytesIO()
    torch.save(thing, buffer)
    return buffer.getvalue()


def attempt(what, load):
    print(what)
    try:
        print("    loaded", type(load()).__name__)
    except pickle.UnpicklingError:
        print("    refused")


weights = {"layer.weight": torch.ones(2, 2)}
honest, hostile = saved(weights), saved({**weights, "note": Payload()})
plain = pickle.dumps({"note": Payload()})
attempt("pickle.loads, hostile", lambda: pickle.loads(plain))
attempt("allow-list, hostile", lambda: AllowList(io.BytesIO(plain)).load())
for flag in (False, True):
    for name, content in (("honest", honest), ("hostile", hostile)):
        attempt(
            f"torch.load, weights_only={flag}, {name}",
            lambda c=content, f=flag: torch.load(io.BytesIO(c), weights_only=f),
        )
