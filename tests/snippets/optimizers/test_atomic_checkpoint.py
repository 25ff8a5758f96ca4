import os
import signal
from pathlib import Path

import pytest

BIG = [b"x" * 100_000] * 3


def test_both_write_what_they_are_given(snippet, tmp_path):
    for save in (snippet.save_naively, snippet.save_atomically):
        path = tmp_path / save.__name__
        save(path, BIG)
        assert path.read_bytes() == b"".join(BIG)
        save(path, [b"short"])
        assert path.read_bytes() == b"short"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["save_atomically", "save_naively"]  # no leftovers


def killed_while_saving(save, path):
    def chunks():
        yield b"new" * 100_000
        os.kill(os.getpid(), signal.SIGKILL)
        yield b"never"

    child = os.fork()
    if child == 0:
        save(path, chunks())
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


def test_a_killed_process_leaves_the_old_file(snippet, tmp_path):
    path = tmp_path / "checkpoint"
    path.write_bytes(b"old")
    killed_while_saving(snippet.save_atomically, path)
    assert path.read_bytes() == b"old"
    snippet.save_atomically(path, BIG)  # the leftover does not disturb the next attempt
    assert path.read_bytes() == b"".join(BIG)
    killed_while_saving(snippet.save_naively, path)
    assert path.read_bytes() not in (b"old", b"".join(BIG))


def test_the_order_is_write_flush_sync_replace_sync(snippet, tmp_path, monkeypatch):
    path, calls = tmp_path / "checkpoint", []
    real_sync, real_replace, real_close = os.fsync, os.replace, os.close

    def fsync(descriptor):
        name = Path(f"/proc/self/fd/{descriptor}").readlink().name
        size = os.fstat(descriptor).st_size
        calls.append(("sync", name, size if name.endswith(".tmp") else None))
        real_sync(descriptor)

    def replace(self, target):
        calls.append(("replace", self.name, target.name))
        real_replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(type(path), "replace", replace)
    monkeypatch.setattr(os, "close", lambda descriptor: calls.append(("close",)) or real_close(descriptor))
    snippet.save_atomically(path, [b"abc", b"de"])
    assert calls == [
        ("sync", "checkpoint.tmp", 5),  # all five bytes have left Python's buffer
        ("replace", "checkpoint.tmp", "checkpoint"),
        ("sync", tmp_path.name, None),
        ("close",),
    ]


def test_interrupted_raises_after_the_first_chunk(snippet):
    chunks = snippet.interrupted([b"1", b"2"])
    assert next(chunks) == b"1"
    with pytest.raises(KeyboardInterrupt):
        next(chunks)
