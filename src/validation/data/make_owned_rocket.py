"""Cash of a launch company that is owned, payment by payment; writes owned_rocket.csv.

Nothing but the standard library. Years are listed one by one; flights are counted launch by launch
in queues, not by cumulative curves; the rate of return is found by halving.
"""

import csv
import math
import os

FIELDS = (
    "control completion wait fixed booster booster_flights booster_rate ship ship_flights "
    "ship_rate operations price outside outside_price cadence ramp fleet life repeated tax resale "
    "horizon rate"
).split()

CASES = [
    (2000, 1000, 2, 150, 20, 20, 10, 10, 10, 6, 2, 15, 0, 15, 200, 4, 6023, 5, 0, .21, 3, 10, .12),
    (2000, 1000, 2, 150, 20, 20, 10, 10, 10, 6, 2, 15, 0, 15, 200, 4, 61, 5, 0, .21, 3, 10, .12),
    (2000, 1000, 2, 150, 20, 20, 10, 10, 10, 6, 2, 15, 0, 15, 200, 4, 2, 5, 0, .21, 3, 10, .12),
    (2000, 1000, 2, 150, 20, 20, 10, 10, 10, 6, 2, 15, 30, 12, 200, 4, 61, 5, .02, .21, 3, 10, .12),
    (500, 3000, 10, 200, 60, 35, 12, 30, 5, 3, 4, 30, 20, 28, 120, 5, 900, 7, .05, .25, 5, 25, .08),
    (100, 400, 1, 0, 5, 100, 20, 5, 50, 12, 1, 9, 0, 9, 50, 0, 140, 4, 0, 0, 0, 15, .1),
    (8000, 500, 3, 300, 20, 20, 10, 10, 10, 6, 2, 70, 5, 60, 40, 3, 100, 6, .1, .3, 8, 20, .15),
]


def possible(case, year):
    """Flights that can be flown in a year: the mean of each day's cadence."""
    steps = 40_000
    ramp = math.ceil(case["ramp"])
    total = 0.0
    for step in range(steps):
        day = year - 1 + (step + 0.5) / steps - case["wait"]
        if day < 0:
            continue
        level = 1.0
        if ramp and day < case["ramp"]:
            level = (math.floor(day / (case["ramp"] / ramp)) + 1) / (ramp + 1)
        total += level / steps
    return case["cadence"] * total


def years(case):
    """Program flights, outside flights and stages of each year."""
    waiting = float(case["fleet"])
    flying = []  # year of the flight, flights
    bought = {"booster": 0, "ship": 0}
    worn = 0.0
    for year in range(1, int(case["horizon"]) + 1):
        room = possible(case, year)
        alive = sum(flights for born, flights in flying if year - 1 - case["life"] < born)
        ending = [one for one in flying if one[0] + case["life"] == year]
        waiting += sum(flights for _, flights in ending)
        own = min(waiting, room)
        waiting -= own
        flying.append((year, own))
        again = min(alive * case["repeated"], room - own)
        active = min(1.0, max(0.0, year - case["wait"]))
        outside = min(case["outside"] * active, room - own - again)
        flights = own + again + outside
        stages = 0.0
        for name in bought:
            uses, most = case[name + "_flights"], case[name + "_rate"]
            need = max((worn + flights) / uses, worn / uses + flights / most)
            all_of_them = max(bought[name], math.ceil(need - 1e-9))
            stages += (all_of_them - bought[name]) * case[name]
            bought[name] = all_of_them
        worn += flights
        earned = (own + again) * case["price"] + outside * case["outside_price"]
        running = flights * case["operations"] + case["fixed"] * active
        yield year, own + again, outside, stages, earned - running


def payments(case):
    rows = list(years(case))
    kept = 1 - case["tax"]
    flows = [(0.0, -case["control"])]
    parts = max(1, math.ceil(case["wait"]))
    for part in range(parts):
        flows.append((case["wait"] * (part + 0.5) / parts, -case["completion"] * kept / parts))
    for year, _, _, stages, left in rows:
        flows.append((year - 1.0, -stages * kept))
        flows.append((float(year), left * kept))
    cash = sum(left - stages for _, _, _, stages, left in rows)
    sale = max(0.0, case["resale"] * cash / (case["horizon"] - case["wait"]))
    flows.append((float(case["horizon"]), sale - case["tax"] * (sale - case["control"])))
    return rows, flows


def worth(flows, rate):
    return sum(amount / (1 + rate) ** date for date, amount in flows)


def rate_of_return(flows):
    """The only root between -99 % and 1000 %, none where the ends have one sign."""
    low, high = -0.99, 10.0
    if worth(flows, low) * worth(flows, high) > 0:
        return ""
    for _ in range(200):
        middle = (low + high) / 2
        if worth(flows, low) * worth(flows, middle) <= 0:
            high = middle
        else:
            low = middle
    return f"{(low + high) / 2:.12g}"


def main():
    place = os.path.join(os.path.dirname(os.path.abspath(__file__)), "owned_rocket.csv")
    with open(place, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        results = ["program_flights", "outside_flights", "npv", "rate_of_return"]
        writer.writerow(FIELDS + results)
        for values in CASES:
            case = dict(zip(FIELDS, values, strict=True))
            rows, flows = payments(case)
            found = [sum(row[1] for row in rows), sum(row[2] for row in rows)]
            found.append(worth(flows, case["rate"]))
            writer.writerow([*values, *[f"{one:.12g}" for one in found], rate_of_return(flows)])


if __name__ == "__main__":
    main()
