"""Shows how a loss scaler finds the largest factor that fp16 gradients bear."""

import numpy as np


class LossScaler:
    """Halves the scale when a gradient overflows, doubles it after `patience` steps."""

    def __init__(self, scale=65536.0, patience=2000):
        self.scale, self.patience = scale, patience
        self.clean = 0  # steps since the scale last changed

    def unscaled(self, gradients):
        """The true gradients in fp32, or None: then this step must be skipped."""
        with np.errstate(over="ignore"):
            computed = np.float16(self.scale * gradients)  # what backward leaves
        if not np.isfinite(computed).all():
            self.scale, self.clean = self.scale / 2, 0
            return None
        result = np.float32(computed) / np.float32(self.scale)
        self.clean += 1
        if self.clean == self.patience:
            self.scale, self.clean = self.scale * 2, 0
        return result


rng = np.random.default_rng(0)
scaler, skipped, shown = LossScaler(patience=200), 0, None
for step in range(3000):
    size = 30.0 if step < 1000 else 0.3  # gradients shrink as the model learns
    gradients = size * rng.uniform(-1, 1, size=100)
    skipped += scaler.unscaled(gradients) is None
    if step % 600 == 599 or step == 9:
        print(
            f"after {step + 1:4d} steps: scale {scaler.scale:7.0f}, skipped {skipped}"
        )
