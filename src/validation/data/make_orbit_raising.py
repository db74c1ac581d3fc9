"""Makes orbit_raising.csv.

A satellite with small thrust along its motion, in air whose density falls exponentially and that does not turn: Newton's
law in the plane of the orbit by the classical Runge-Kutta method, from a circular orbit until the semi-major axis is that
of the target. Thrust spends propellant all along. Columns: altitudes (km), mass at separation (kg), thrust (N), specific
impulse (s), drag coefficient times area (m2), density at 300 km (kg/m3) and the height in which it falls to 1/e (km),
propellant (kg), time (d).

Run: python3 make_orbit_raising.py (Python 3.11; writes the file into its folder; some minutes)
"""

import math
from pathlib import Path

HERE = Path(__file__).parent
MU = 3.986004418e14
RADIUS = 6378137.0
GRAVITY = 9.80665
DAY = 86400.0
STEPS_PER_ORBIT = 180

CASES = [
    (300, 550, 300.0, 0.05, 1500.0, 0.0, 0.0, 50.0),
    (450, 1200, 150.0, 0.014, 1200.0, 0.0, 0.0, 50.0),
    (350, 650, 8000.0, 0.5, 2000.0, 300.0, 1e-11, 50.0),
    (250, 650, 8000.0, 1.5, 2000.0, 300.0, 1e-11, 45.0),
    (400, 2000, 5000.0, 0.8, 1800.0, 200.0, 2e-11, 55.0),
    (300, 20200, 5000.0, 2.0, 2000.0, 0.0, 0.0, 50.0),
    (400, 35786, 5000.0, 2.0, 1800.0, 0.0, 0.0, 50.0),
]


def rate(state, thrust, exhaust, drag_area, density, height):
    x, y, u, v, mass = state
    distance = math.hypot(x, y)
    speed = math.hypot(u, v)
    air = density * math.exp((RADIUS + 300e3 - distance) / (height * 1e3)) if density else 0.0
    along = (thrust - 0.5 * air * speed * speed * drag_area) / (mass * speed)
    pull = MU / distance**3
    return (u, v, along * u - pull * x, along * v - pull * y, -thrust / exhaust)


def moved(state, slope, step):
    return tuple(a + step * b for a, b in zip(state, slope))


def raised(start, end, mass, thrust, impulse, drag_area, density, height):
    exhaust = impulse * GRAVITY
    radius = RADIUS + start * 1e3
    target = RADIUS + end * 1e3
    state = (radius, 0.0, 0.0, math.sqrt(MU / radius), mass)
    args = (thrust, exhaust, drag_area, density, height)
    time, before = 0.0, radius
    while True:
        distance = math.hypot(state[0], state[1])
        speed = math.hypot(state[2], state[3])
        axis = 1.0 / (2.0 / distance - speed * speed / MU)
        if axis >= target:
            part = (target - before) / (axis - before)
            last = step * (1.0 - part)
            return mass - state[4] - thrust / exhaust * last, (time - last) / DAY
        step = 2.0 * math.pi * math.sqrt(axis**3 / MU) / STEPS_PER_ORBIT
        one = rate(state, *args)
        two = rate(moved(state, one, step / 2), *args)
        three = rate(moved(state, two, step / 2), *args)
        four = rate(moved(state, three, step), *args)
        slope = tuple((a + 2 * b + 2 * c + d) / 6 for a, b, c, d in zip(one, two, three, four))
        state, before = moved(state, slope, step), axis
        time += step


def main():
    names = "from_km,to_km,mass_kg,thrust_N,impulse_s,drag_area_m2,density_300_kg_m3,height_km,propellant_kg,time_d"
    lines = [names]
    for case in CASES:
        propellant, time = raised(*case)
        lines.append(",".join(f"{value:g}" for value in case) + f",{propellant:.6f},{time:.6f}")
        print(lines[-1], flush=True)
    (HERE / "orbit_raising.csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
