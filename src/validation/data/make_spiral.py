"""Makes spiral_thrust.csv.

SciPy integrates Newton's equations of a satellite around a point-like Earth under a constant thrust, its falling mass and an
exponential air at rest, until the osculating semi-major axis is that of the target. In one plane the thrust is along the
motion. Where the plane turns, it is held at the yaw of Edelbaum's law, whose side changes at the antinodes; where the orbit
ends up is left to the integration.

Columns: mass (kg), thrust (N), specific impulse (s), drag area Cd A (m2), air at 300 km (kg/m3) and its scale height (km),
altitudes (km) and inclinations (deg) from and to, propellant (kg), time (d), inclination reached (deg).

Run: python3 make_spiral.py (Python 3.11, NumPy 2.4.6, SciPy 1.17.1; some minutes)
"""

from pathlib import Path

import numpy as np
from scipy.integrate import solve_ivp

MU, RE, G0 = 3.986004418e14, 6378137.0, 9.80665
CASES = [
    (1500.0, 0.17, 2500.0, 0.0, 0.0, 50.0, 300.0, 550.0, 53.0, 53.0),
    (10000.0, 1.0, 2000.0, 0.0, 0.0, 50.0, 400.0, 1200.0, 53.0, 53.0),
    (2000.0, 0.4, 1500.0, 60.0, 2.0e-11, 52.0, 300.0, 650.0, 98.0, 98.0),
    (3000.0, 0.5, 1700.0, 250.0, 2.0e-11, 52.0, 320.0, 500.0, 53.0, 53.0),
    (5000.0, 2.5, 1800.0, 0.0, 0.0, 50.0, 800.0, 20000.0, 30.0, 30.0),
    (1000.0, 0.5, 1600.0, 0.0, 0.0, 50.0, 500.0, 900.0, 45.0, 47.0),
]


def fly(case):
    mass, thrust, impulse, area, air, scale, low, high, tilt, end = case
    exhaust = G0 * impulse
    first, last = (np.sqrt(MU / (RE + 1e3 * at)) for at in (low, high))
    bend = 0.5 * np.pi * np.radians(abs(end - tilt))
    yaw = np.arctan2(np.sin(bend), first / last - np.cos(bend)) if bend else 0.0
    side = np.sign(end - tilt)

    def rate(_, state):
        place, speed, now = state[:3], state[3:6], state[6]
        radius, fast = np.linalg.norm(place), np.linalg.norm(speed)
        ahead = speed / fast
        push = ahead
        if bend:
            spent = exhaust * np.log(mass / now)
            turn = np.arctan2(first * np.sin(yaw), first * np.cos(yaw) - spent)
            normal = np.cross(place, speed)
            normal = normal / np.linalg.norm(normal)
            node = np.array([-normal[1], normal[0], 0.0])
            way = side * np.sign(place @ node)
            push = np.cos(turn) * ahead + way * np.sin(turn) * normal
        brake = 0.5 * air * np.exp((300.0 - 1e-3 * (radius - RE)) / scale) * area * fast * fast
        force = thrust * push - brake * ahead
        return np.concatenate([speed, -MU / radius**3 * place + force / now, [-thrust / exhaust]])

    def there(_, given):
        state = np.asarray(given)
        axis = 1.0 / (2.0 / np.linalg.norm(state[:3]) - state[3:6] @ state[3:6] / MU)
        return axis - (RE + 1e3 * high)

    there.terminal = True
    lean = np.radians(tilt)
    start = [RE + 1e3 * low, 0.0, 0.0, 0.0, first * np.cos(lean), first * np.sin(lean), mass]
    longest = 4.0 * mass * 2.0 * first / thrust
    flown = solve_ivp(rate, (0.0, longest), start, "DOP853", rtol=1e-9, atol=1e-6, events=there)
    state = flown.y[:, -1]
    normal = np.cross(state[:3], state[3:6])
    reached = np.degrees(np.arccos(normal[2] / np.linalg.norm(normal)))
    return mass - state[6], flown.t[-1] / 86400.0, reached


with open(Path(__file__).parent / "spiral_thrust.csv", "w") as file:
    head = "mass_kg,thrust_N,specific_impulse_s,drag_area_m2,air_kg_m3,scale_km,from_km,to_km,from_deg,to_deg"
    print(head + ",propellant_kg,time_d,reached_deg", file=file)
    for case in CASES:
        spent, days, reached = fly(case)
        print(",".join(map(repr, case)) + f",{spent:.8g},{days:.8g},{reached:.8g}", file=file, flush=True)
