"""Shows a model registry: contents named by their hash, aliases moved atomically."""

import hashlib
import sqlite3

SCHEMA = """PRAGMA foreign_keys = ON;
CREATE TABLE IF NOT EXISTS blob (id PRIMARY KEY, content);
CREATE TABLE IF NOT EXISTS alias (name PRIMARY KEY, id NOT NULL REFERENCES blob);
CREATE TABLE IF NOT EXISTS history (name, old, new, why);"""


def open_registry(path):
    db = sqlite3.connect(path, isolation_level=None)  # we say BEGIN ourselves
    db.executescript(SCHEMA)
    return db


def put(db, content):
    key = hashlib.sha256(content).hexdigest()  # the same contents are stored once
    db.execute("INSERT OR IGNORE INTO blob VALUES (?, ?)", (key, content))
    return key


def get(db, key):
    (content,) = db.execute("SELECT content FROM blob WHERE id = ?", (key,)).fetchone()
    if hashlib.sha256(content).hexdigest() != key:
        raise ValueError("contents do not match their identity")
    return content


def current(db, name):
    rows = db.execute("SELECT id FROM alias WHERE name = ?", (name,))
    return next((key for (key,) in rows), None)


def move(db, name, old, new, why):
    """Promotes or rolls back, if the alias is still where the caller believes."""
    with db:  # commits at the end, rolls back if anything raises
        db.execute("BEGIN IMMEDIATE")  # takes the write lock before it reads
        if current(db, name) != old:
            raise RuntimeError("the alias has been moved meanwhile")
        db.execute("INSERT INTO history VALUES (?, ?, ?, ?)", (name, old, new, why))
        db.execute("REPLACE INTO alias VALUES (?, ?)", (name, new))


db = open_registry(":memory:")  # or the path of a file
one, two = put(db, b"weights one"), put(db, b"weights two")
move(db, "champion", None, one, "first")
move(db, "champion", one, two, "passed the canary")
for step in (one, one, "stale promotion"), (two, "0" * 64, "mistyped identity"):
    try:
        move(db, "champion", *step)
    except (RuntimeError, sqlite3.IntegrityError) as error:
        print(f"{step[-1]} refused: {error}")
move(db, "champion", two, one, "rolled back: errors")
print("after the rollback:", get(db, current(db, "champion")))
for name, old, new, why in db.execute("SELECT * FROM history"):
    print(f"{name}: {(old or 'nothing')[:8]} -> {new[:8]}, {why}")
db.close()
