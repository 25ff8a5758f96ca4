"""Shows what three ways to serve an aggregate cost a day, in rows touched."""


def rows_a_day(entities, runs, events, requests, window):
    """`window`: events that one request must aggregate."""
    return {
        "batch": events + entities * runs + requests,  # every entity rewritten each run
        "per event": 2 * events + requests,  # each event enters and leaves the window
        "on read": requests * window,
    }


def break_even_window(entities, runs, events, requests):
    """Above so many events a window, batch touches fewer rows than on read."""
    return (events + entities * runs) / requests + 1


CASES = {  # entities, runs a day, events a day, requests a day, events a window
    "30-day spend, hourly": (10, 24, 20, 5, 60),
    "30-day spend, daily": (10, 1, 20, 5, 60),
    "popular item, 1 hour": (0.1, 1440, 50, 200, 3000),
    "card, last 10 minutes": (50, 144, 30, 30, 1),
}
# entities, events and requests in millions
print("million rows a day        batch  per event   on read  cheapest")
for name, case in CASES.items():
    cost = rows_a_day(*case)
    cells = " ".join(f"{v:10,.0f}" for v in cost.values())
    print(f"{name:21s}{cells}  {min(cost, key=cost.get)}")
*case, _ = CASES["30-day spend, daily"]
print("daily batch beats on read above", break_even_window(*case), "events a window")
