"""Makes boom_modes.csv.

A beam of finite elements (cubic shapes, mass spread as the shapes say), clamped at one end: SciPy finds its lowest
eigenvalue, and the mass of the boom for which it is the frequency asked. The boom is a round tube of a wall with two
surfaces; what it carries lies evenly along it.

Columns: mass carried (kg), length (m), mean radius over length (1), modulus (GPa), density (kg/m3), frequency (Hz), mass of
the boom (kg).

Run: python3 make_boom_modes.py (Python 3.11, NumPy 2.4.6, SciPy 1.17.1)
"""

from pathlib import Path

import numpy as np
from scipy.linalg import eigh
from scipy.optimize import brentq

ELEMENTS = 24
CASES = [
    (340.0, 18.2, 0.005, 70.0, 1600.0, 0.1),
    (1000.0, 50.0, 0.005, 70.0, 1600.0, 0.05),
    (1100.0, 35.0, 0.01, 70.0, 1600.0, 0.1),
    (60.0, 9.0, 0.004, 120.0, 1550.0, 0.2),
    (20000.0, 150.0, 0.008, 200.0, 1600.0, 0.02),
    (500.0, 30.0, 0.006, 69.0, 2700.0, 0.05),
]


def lowest(mass, carried, length, slender, modulus, density):
    radius = slender * length
    wall = mass / (2.0 * np.pi * radius * length * density)
    stiff = 1e9 * modulus * np.pi / 4.0 * ((radius + 0.5 * wall) ** 4 - (radius - 0.5 * wall) ** 4)
    line, piece = (carried + mass) / length, length / ELEMENTS
    bend = np.array(
        [
            [12.0, 6.0 * piece, -12.0, 6.0 * piece],
            [6.0 * piece, 4.0 * piece**2, -6.0 * piece, 2.0 * piece**2],
            [-12.0, -6.0 * piece, 12.0, -6.0 * piece],
            [6.0 * piece, 2.0 * piece**2, -6.0 * piece, 4.0 * piece**2],
        ]
    )
    move = np.array(
        [
            [156.0, 22.0 * piece, 54.0, -13.0 * piece],
            [22.0 * piece, 4.0 * piece**2, 13.0 * piece, -3.0 * piece**2],
            [54.0, 13.0 * piece, 156.0, -22.0 * piece],
            [-13.0 * piece, -3.0 * piece**2, -22.0 * piece, 4.0 * piece**2],
        ]
    )
    size = 2 * (ELEMENTS + 1)
    stiffness, inertia = np.zeros((size, size)), np.zeros((size, size))
    for k in range(ELEMENTS):
        at = slice(2 * k, 2 * k + 4)
        stiffness[at, at] += stiff / piece**3 * bend
        inertia[at, at] += line * piece / 420.0 * move
    value = eigh(stiffness[2:, 2:], inertia[2:, 2:], eigvals_only=True, subset_by_index=[0, 0])[0]
    return np.sqrt(value) / (2.0 * np.pi)


with open(Path(__file__).parent / "boom_modes.csv", "w") as file:
    print("carried_kg,length_m,slenderness,modulus_GPa,density_kg_m3,frequency_Hz,mass_kg", file=file)
    for carried, length, slender, modulus, density, frequency in CASES:
        def off(mass):
            return lowest(mass, carried, length, slender, modulus, density) - frequency

        mass = brentq(off, 1e-5 * carried, 0.9 * carried, xtol=1e-9, rtol=1e-12)
        line = (carried, length, slender, modulus, density, frequency)
        print(",".join(map(repr, line)) + f",{mass:.9g}", file=file)
