"""Shows four readings of a corrected feature, and which one training needs."""


def as_of(rows, now, clock):
    """The newest row, by event day, whose clock had struck by `now`, or None."""
    known = [row for row in rows if clock(row) <= now]
    return max(known, key=lambda row: (row["day"], row["written"]), default=None)


def label(row):
    return "nothing" if row is None else f"{row['version']} of day {row['day']}"


DELAY = 2  # the pipeline needs two days, before and after the fix
FIXED = 60
v1 = [{"version": "v1", "day": d, "written": d + DELAY} for d in range(FIXED - DELAY)]
v2 = [{"version": "v2", "day": d, "written": max(d + DELAY, FIXED)} for d in range(90)]

for now in (10, 70):
    print(f"a request on day {now}")
    for question, rows, clock in [
        ("what was served?", v1 + v2, lambda row: row["written"]),
        ("v2 by its write time", v2, lambda row: row["written"]),
        ("v2 by its event time", v2, lambda row: row["day"]),
        ("v2 as it will be served", v2, lambda row: row["day"] + DELAY),
    ]:
        print(f"  {question:24s} {label(as_of(rows, now, clock))}")
