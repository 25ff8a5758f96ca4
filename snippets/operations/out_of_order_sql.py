"""Shows the point-in-time join for out-of-order arrival in SQL: a window, then ASOF."""

import duckdb

JOIN = """
with placed as (
    select *, row_number() over (
        partition by entity order by event_time, sequence
    ) as place
    from records
), ranked as (
    select *, max(place) over (
        partition by entity order by available_at, place
        rows unbounded preceding
    ) as newest
    from placed
), known as (  -- one row per entity and arrival: the last of the ones that count
    select entity, available_at, value from ranked where place = newest
    qualify row_number() over (
        partition by entity, available_at order by place desc
    ) = 1
)
select requests.entity, requests.time, known.value
from requests asof left join known
on requests.entity = known.entity and requests.time >= known.available_at
order by all
"""


def point_in_time(requests, records):
    with duckdb.connect() as connection:
        connection.execute("create table requests (entity text, time integer)")
        connection.execute(
            "create table records (entity text, event_time integer,"
            " available_at integer, sequence integer, value integer)"
        )
        connection.executemany("insert into requests values (?, ?)", requests)
        connection.executemany("insert into records values (?, ?, ?, ?, ?)", records)
        return connection.sql(JOIN).fetchall()


records = [  # entity, event time, available at, sequence, value
    ("a", 1, 1, 1, 100),
    ("a", 4, 6, 2, 40),
    ("a", 2, 9, 3, 20),  # older than what is known: never the answer
    ("a", 4, 12, 4, 44),  # corrects event 4
]
for row in point_in_time([("a", t) for t in (0, 1, 5, 6, 9, 12)], records):
    print(row)
