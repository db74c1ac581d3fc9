"""Makes momentum_gravity.csv and tube_wall.csv.

momentum_gravity.csv: a plate of point masses that faces the Sun goes around a point-like Earth; Newton's force on every
mass gives the torque about the width of the plate, the midpoint rule sums it over the half orbit in which it keeps its
sign. The length of the plate lies in the plane of Sun line and vertical. Columns: mass (kg), length and width (m), radius
of the orbit (km), angle between Sun line and normal of the orbit (deg), momentum (N m s).

tube_wall.csv: wall of a tube under meteoroids and debris by bisection on the wall, with the whole flux of meteoroids and
laws written out anew. Columns: altitude (km), inclination (deg), years since 1988, surface of the tubes without armor (m2),
survival (1), factor on debris (1), wall (mm), cross-section of armor over the circumference of the tube (mm).

Run: python3 make_size_laws.py (Python 3.11; writes both files into its folder)
"""

import math
from pathlib import Path

HERE = Path(__file__).parent
MU = 3.986004418e14


def gravity(mass, length, width, radius, tilt, masses=(24, 8), steps=720):
    rate = math.sqrt(MU / radius**3)
    sun = (math.sin(tilt), 0.0, math.cos(tilt))
    total = 0.0
    for step in range(steps):
        # the vertical has a part along the Sun line of one sign between these two
        angle = (step + 0.5) * math.pi / steps - 0.5 * math.pi
        up = (math.cos(angle), math.sin(angle), 0.0)
        along_sun = sum(a * b for a, b in zip(up, sun))
        upright = [a - along_sun * b for a, b in zip(up, sun)]
        size = math.sqrt(sum(a * a for a in upright))
        if size < 1e-12:
            continue
        long = [a / size for a in upright]
        wide = [
            sun[1] * long[2] - sun[2] * long[1],
            sun[2] * long[0] - sun[0] * long[2],
            sun[0] * long[1] - sun[1] * long[0],
        ]
        torque = 0.0
        piece = mass / (masses[0] * masses[1])
        for i in range(masses[0]):
            for j in range(masses[1]):
                x = ((i + 0.5) / masses[0] - 0.5) * length
                y = ((j + 0.5) / masses[1] - 0.5) * width
                arm = [x * a + y * b for a, b in zip(long, wide)]
                place = [radius * a + b for a, b in zip(up, arm)]
                far = math.sqrt(sum(a * a for a in place))
                force = [-MU * piece * a / far**3 for a in place]
                turn = [
                    arm[1] * force[2] - arm[2] * force[1],
                    arm[2] * force[0] - arm[0] * force[2],
                    arm[0] * force[1] - arm[1] * force[0],
                ]
                torque += sum(a * b for a, b in zip(turn, wide))
        # a finite row of masses has less inertia than a plate
        torque /= 1.0 - 1.0 / masses[0] ** 2
        total += torque * math.pi / steps / rate
    return abs(total)


def meteoroids(grams):
    first = (2.2e3 * grams**0.306 + 15.0) ** -4.38
    second = 1.3e-9 * (grams + 1e11 * grams**2 + 1e27 * grams**4) ** -0.36
    third = 1.3e-16 * (grams + 1e6 * grams**2) ** -0.85
    return 3.15576e7 * (first + second + third)


def debris(cm, altitude, inclination, years):
    low = 10.0 ** (altitude / 200.0 - 140.0 / 140.0 - 1.5)
    at = (28.5, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0)
    factor = (0.91, 1.0, 1.07, 1.2, 1.4, 1.6, 1.78)
    turn = factor[0] if inclination <= at[0] else factor[-1]
    for k in range(6):
        if at[k] < inclination <= at[k + 1]:
            turn = factor[k] + (inclination - at[k]) / (at[k + 1] - at[k]) * (factor[k + 1] - factor[k])
    return low / (1.0 + low) * turn * 1.22e-5 * cm**-2.5 * 1.02**years


def crater(density, speed):
    return 5.24 * 1.8 * 95.0**-0.25 * math.sqrt(density / 2700.0) * (speed / 5.1) ** (2.0 / 3.0)


def tube(altitude, inclination, years, surface, survival, factor, bore=0.86, bare=0.07):
    sine = (6378.137 + 100.0) / (6378.137 + altitude)
    drawn = (1.0 + sine) * 0.5 * (1.0 + math.sqrt(1.0 - sine * sine))

    def hits(wall):
        dust = (wall / crater(1000.0, 14.0)) ** (18.0 / 19.0)
        grams = math.pi / 6.0 * dust**3
        piece = (wall / crater(2800.0, 9.0)) ** (18.0 / 19.0)
        flux = drawn * meteoroids(grams) + factor * debris(piece, altitude, inclination, years)
        return flux * surface * 5.0

    low, high = 1e-3, 10.0
    for _ in range(200):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if hits(middle) > -math.log(survival) else (low, middle)
    outer, inner = bore + 2.0 * low, bore + 2.0 * bare
    ring = max(0.0, math.pi / 4.0 * (outer**2 - inner**2)) / (math.pi * inner)
    return 10.0 * low, 10.0 * ring


with open(HERE / "momentum_gravity.csv", "w") as file:
    print("mass_kg,length_m,width_m,radius_km,tilt_deg,momentum_N_m_s", file=file)
    for mass, length, width in ((500.0, 30.0, 30.0), (1400.0, 58.0, 9.7), (60000.0, 300.0, 50.0)):
        for radius in (6778.137, 7028.137, 42164.0):
            for tilt in (5.0, 23.4, 32.0, 56.5, 85.0):
                got = gravity(mass, length, width, radius * 1e3, math.radians(tilt))
                print(f"{mass!r},{length!r},{width!r},{radius!r},{tilt!r},{got:.10g}", file=file)

with open(HERE / "tube_wall.csv", "w") as file:
    print("alt_km,inc_deg,years,surface_m2,survival,debris_factor,wall_mm,ring_mm", file=file)
    for altitude, inclination in ((400.0, 51.6), (650.0, 98.0), (1200.0, 80.0)):
        for surface, survival in ((0.5, 0.8), (2.1, 0.95), (100.0, 0.99)):
            for factor in (0.0, 1.0, 3.0):
                wall, ring = tube(altitude, inclination, 41.5, surface, survival, factor)
                line = (altitude, inclination, 41.5, surface, survival, factor)
                print(",".join(map(repr, line)) + f",{wall:.10g},{ring:.10g}", file=file)
