"""Makes heat_chain.csv.

The way of the heat from chip to panel, without the model's shortcuts: the coolant cools along the panel, SciPy integrates
its fall; at each temperature the film and the radiation of the sheet are balanced by bisection, and the effectiveness of the
sheet is that of its boundary-value problem at the root temperature found there.

Columns: heat (kW), mean coolant temperature (K), rise (K), film (W/m2/K), half pitch of the tubes (m), thickness of the sheet
(m) and its conductivity (W/m/K), emissivity (1), what both faces absorb together (W/m2), power of a chip (W), its thermal
resistance (K/W), area of the panel (m2), chip temperature (K).

Run: python3 make_heat_chain.py (Python 3.11, NumPy 2.4.6, SciPy 1.17.1)
"""

from pathlib import Path

import numpy as np
from scipy.integrate import quad, solve_bvp
from scipy.interpolate import CubicSpline
from scipy.optimize import brentq

SIGMA = 5.670374419e-8
CASES = [
    (1000.0, 333.15, 20.0, 2000.0, 0.075, 1e-3, 200.0, 0.9, 280.0, 700.0, 0.025),
    (1000.0, 333.15, 20.0, 400.0, 0.075, 1e-3, 200.0, 0.9, 280.0, 700.0, 0.025),
    (120.0, 318.0, 10.0, 1000.0, 0.1, 5e-4, 180.0, 0.85, 150.0, 1000.0, 0.02),
    (70.0, 258.0, 50.0, 500.0, 0.06, 5e-4, 152.0, 0.9, 190.0, 100.0, 0.1),
    (5000.0, 353.0, 30.0, 3000.0, 0.15, 2e-3, 350.0, 0.92, 400.0, 1400.0, 0.012),
    (40.0, 300.0, 5.0, 800.0, 0.05, 3e-4, 160.0, 0.8, 0.0, 350.0, 0.05),
]


def share(root, sink, half, thick, conduct, emit):
    number = 2.0 * emit * SIGMA * root**3 * half**2 / (conduct * thick)
    cold = (sink / root) ** 4

    def rate(_, y):
        return np.vstack([y[1], number * (y[0] ** 4 - cold)])

    def ends(a, b):
        return np.array([a[0] - 1.0, b[1]])

    x = np.linspace(0.0, 1.0, 41)
    found = solve_bvp(rate, ends, x, np.vstack([1.0 - 0.1 * x, -0.1 + 0.1 * x]), tol=1e-9, max_nodes=20000)
    return -found.sol(0.0)[1] / (number * (1.0 - cold))


def panel(case):
    heat, mean, rise, film, half, thick, conduct, emit, load, chip, resist = case
    # absorbed by both faces together, over the emission of both
    sink = (load * emit / (2.0 * emit * SIGMA)) ** 0.25
    grid = np.linspace(max(sink * 1.02, mean - rise - 60.0), mean + rise, 25)
    shares = CubicSpline(grid, [share(t, sink, half, thick, conduct, emit) for t in grid])

    def flux(coolant):
        def balance(root):
            return film * (coolant - root) - shares(root) * 2.0 * emit * SIGMA * (root**4 - sink**4)

        return film * (coolant - brentq(balance, grid[0], coolant, xtol=1e-10))

    area = quad(lambda t: 1.0 / flux(t), mean - 0.5 * rise, mean + 0.5 * rise, epsrel=1e-10)[0]
    return 1e3 * heat * area / rise, mean + 0.5 * rise + chip * resist


with open(Path(__file__).parent / "heat_chain.csv", "w") as file:
    head = "heat_kW,coolant_K,rise_K,film_W_m2_K,half_pitch_m,thickness_m,conductivity_W_m_K,emissivity"
    print(head + ",load_W_m2,chip_W,resistance_K_W,area_m2,chip_K", file=file)
    for case in CASES:
        area, chip = panel(case)
        print(",".join(map(repr, case)) + f",{area:.9g},{chip:.9g}", file=file)
