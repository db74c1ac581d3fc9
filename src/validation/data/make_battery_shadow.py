"""Makes battery_shadow.csv.

Satellites of drifting orbits go around an Earth with J2 through the year 2027 by steps of Runge and Kutta on the equations
of motion; the Sun is that of the low-precision formula of the Astronomical Almanac. A satellite is in shadow while the
Earth, an ellipsoid stretched to a sphere together with everything else, covers part of the Sun. The longest shadow of the
year and the sunlit time after it go into a storage that loses the square root of the round trip on either way: SciPy finds
the nameplate energy that is left at the depth at end of life, and the array power that fills the storage again.

Columns: altitude (km), inclination and node at the start (deg), load (kW), depth of discharge, capacity at end of life and
round trip (1), longest shadow and sunlit time of that orbit (s), nameplate energy (kWh), array power at the bus over the
load (1).

Run: python3 make_battery_shadow.py (Python 3.11, NumPy 2.4.6, SciPy 1.17.1; some minutes)
"""

from pathlib import Path

import numpy as np
from scipy.optimize import brentq

MU, J2, RE, RS, AU = 3.986004418e14, 1.08262668e-3, 6378137.0, 6.957e8, 1.495978707e11
POLAR = 1.0 - 1.0 / 298.257223563
STEP = 40.0
CASES = [
    (400.0, 51.6, 200.0, 90.0, 0.35, 0.8, 0.92),
    (550.0, 53.0, 0.0, 120.0, 0.3, 0.8, 0.92),
    (800.0, 30.0, 100.0, 40.0, 0.25, 0.7, 0.88),
    (1200.0, 60.0, 40.0, 250.0, 0.4, 0.9, 0.95),
    (1500.0, 10.0, 300.0, 15.0, 0.5, 0.8, 0.92),
]


def sun(seconds):
    days = 9862.5 + seconds / 86400.0  # from J2000 to the first midnight of 2027
    anomaly = np.radians(357.528 + 0.9856003 * days)
    turn = np.radians(1.915) * np.sin(anomaly) + np.radians(0.020) * np.sin(2.0 * anomaly)
    along = np.radians(280.460 + 0.9856474 * days) + turn
    lean = np.radians(23.439 - 4e-7 * days)
    far = AU * (1.00014 - 0.01671 * np.cos(anomaly) - 0.00014 * np.cos(2.0 * anomaly))
    return far * np.array([np.cos(along), np.cos(lean) * np.sin(along), np.sin(lean) * np.sin(along)])


def pull(place):
    square = (place * place).sum(0)
    far = np.sqrt(square)
    bulge = 1.5 * J2 * RE * RE / square
    slope = 5.0 * place[2] ** 2 / square
    by = np.stack([1.0 + bulge * (1.0 - slope), 1.0 + bulge * (1.0 - slope), 1.0 + bulge * (3.0 - slope)])
    return -MU / (far * square) * place * by


def rate(state):
    return np.concatenate([state[3:], pull(state[:3])])


def covered(place, light):
    """Negative in shadow: angle from the Sun to the Earth's middle less both radii."""
    stretch = np.array([[1.0], [1.0], [1.0 / POLAR]])
    here, there = place * stretch, light[:, None] * stretch
    way = there - here
    far, distance = np.sqrt((here * here).sum(0)), np.sqrt((way * way).sum(0))
    cosine = -(here * way).sum(0) / (far * distance)
    return np.arccos(np.clip(cosine, -1.0, 1.0)) - np.arcsin(RE / far) - np.arcsin(RS / distance)


def start():
    states = []
    for altitude, inclination, node, *_ in CASES:
        lean, turn = np.radians(inclination), np.radians(node)
        radius = RE + 1e3 * altitude
        speed = np.sqrt(MU / radius)
        along = [-np.sin(turn) * np.cos(lean), np.cos(turn) * np.cos(lean), np.sin(lean)]
        out = [radius * np.cos(turn), radius * np.sin(turn), 0.0]
        states.append(out + [speed * part for part in along])
    return np.array(states).T


def longest():
    """Longest shadow of the year, and the sunlit time until the next one."""
    state, count = start(), len(CASES)
    before = covered(state[:3], sun(0.0))
    entry, exits, best, lit = [None] * count, [None] * count, [0.0] * count, [0.0] * count
    held = [False] * count
    for step in range(int(365 * 86400 / STEP)):
        first = rate(state)
        second = rate(state + 0.5 * STEP * first)
        third = rate(state + 0.5 * STEP * second)
        fourth = rate(state + STEP * third)
        state = state + STEP / 6.0 * (first + 2.0 * second + 2.0 * third + fourth)
        now = (step + 1) * STEP
        after = covered(state[:3], sun(now))
        for k in np.nonzero((before < 0.0) != (after < 0.0))[0]:
            at = now - STEP * after[k] / (after[k] - before[k])
            if after[k] < 0.0:
                if held[k]:
                    lit[k], held[k] = at - exits[k], False
                entry[k] = at
            elif entry[k] is not None:
                exits[k] = at
                if at - entry[k] > best[k]:
                    best[k], held[k] = at - entry[k], True
        before = after
    return best, lit


def energy(load, shadow, depth, capacity, trip):
    """Nameplate energy (J) whose charge at end of life falls to 1 - depth in the shadow."""

    def left(nameplate):
        charge, slices = capacity * nameplate, 2000
        for _ in range(slices):
            charge -= load / np.sqrt(trip) * shadow / slices
        return charge / (capacity * nameplate) - (1.0 - depth)

    low = load * shadow
    return brentq(left, low, 1e3 * low, xtol=1e-3, rtol=1e-12)


def factor(load, shadow, lit, trip):
    """Array power over the load for which an orbit ends as full as it began."""

    def gain(array):
        return (array - load) * np.sqrt(trip) * lit - load / np.sqrt(trip) * shadow

    return brentq(gain, load, 1e3 * load) / load


with open(Path(__file__).parent / "battery_shadow.csv", "w") as file:
    head = "alt_km,inc_deg,raan_deg,load_kW,depth,end_of_life,round_trip,shadow_s,sunlit_s,energy_kWh,charge_factor"
    print(head, file=file)
    for case, shadow, lit in zip(CASES, *longest()):
        load, depth, capacity, trip = 1e3 * case[3], *case[4:]
        full = energy(load, shadow, depth, capacity, trip) / 3.6e6
        line = ",".join(map(repr, case))
        print(f"{line},{shadow:.2f},{lit:.2f},{full:.8g},{factor(load, shadow, lit, trip):.8g}", file=file)
