"""Shows a checkpoint that survives a crash while it is written."""

import os
import tempfile
from pathlib import Path


def save_naively(path, chunks):
    with path.open("wb") as file:  # the old checkpoint is gone from here on
        for chunk in chunks:
            file.write(chunk)


def save_atomically(path, chunks):
    temporary = path.with_name(path.name + ".tmp")  # same folder, same file system
    with temporary.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()  # from Python to the operating system
        os.fsync(file.fileno())  # from there to the disk
    temporary.replace(path)  # os.replace: readers see the old file or the new one
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)  # the new name, too, on the disk
    os.close(folder)


def interrupted(chunks):
    yield chunks[0]
    raise KeyboardInterrupt  # or a full disk, or the end of the time slot


old, new = [b"A", b"A", b"A"], [b"B", b"B", b"B"]
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "checkpoint"
    for save in (save_naively, save_atomically):
        save(path, old)
        try:
            save(path, interrupted(new))
        except KeyboardInterrupt:
            print(
                f"{save.__name__}: after the interruption", path.read_text(), end=", "
            )
        save(path, new)
        print("after the next attempt", path.read_text())
