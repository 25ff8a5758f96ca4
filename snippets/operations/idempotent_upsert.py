"""Shows writes that end in one state, whatever is repeated or comes out of order."""

import sqlite3
from itertools import permutations

TABLES = """
create table feature (entity text primary key, event_time int, sequence int, value int);
create table total (entity text primary key, amount int);
create table seen (event_id text primary key);
"""
BLIND = """
insert into feature values (?, ?, ?, ?) on conflict (entity) do update set
event_time = excluded.event_time, sequence = excluded.sequence, value = excluded.value
"""
GUARDED = (
    BLIND + "where (excluded.event_time, excluded.sequence) > (event_time, sequence)"
)


def final_value(writes, statement):
    with sqlite3.connect(":memory:") as db:
        db.executescript(TABLES)
        db.executemany(statement, writes)
        return db.execute("select value from feature").fetchone()[0]


def add_once(db, event_id, entity, amount):
    """Counts an event at its first arrival; both writes commit, or neither."""
    with db:
        if db.execute("insert or ignore into seen values (?)", [event_id]).rowcount:
            db.execute(
                "insert into total values (?, ?) on conflict (entity)"
                " do update set amount = amount + excluded.amount",
                [entity, amount],
            )


writes = [("a", 1, 1, 10), ("a", 2, 2, 20), ("a", 2, 3, 21), ("a", 3, 4, 30)]
orders = list(permutations(writes + writes[:1]))  # the first one arrives twice
for name, statement in [("blind upsert", BLIND), ("guarded upsert", GUARDED)]:
    ends = sorted({final_value(order, statement) for order in orders})
    print(f"{name:15s} {len(orders)} orders, final values {ends}")

db = sqlite3.connect(":memory:")
db.executescript(TABLES)
delivered = [("e1", "a", 5), ("e2", "a", 7), ("e1", "a", 5), ("e2", "a", 7)]
for event in delivered:
    add_once(db, *event)
print("sum of all deliveries:", sum(amount for *_, amount in delivered))
print("sum, each event once: ", db.execute("select amount from total").fetchone()[0])
db.close()
