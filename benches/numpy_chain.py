"""The chain array - radiator - mass - cost in NumPy, vectorized, at its best block size, on one core.

    OMP_NUM_THREADS=1 python3 benches/numpy_chain.py
    skyrack sample reference-2026 -n 262144 --threads 1 --no-charts --vary ...     (the same inputs; see docs/performance.md)

It takes the same steps as `system::evaluate` for a fixed orbit, with the environment as numbers: array temperature by Newton steps, loads, battery,
radiator flux with fins, the closed loop of masses by repeated passes, launches by mass, cost of both sides over the horizon. It leaves out dose, links,
emissions, failures, notes and gates, which the model computes too: the comparison favors NumPy. Its numbers are not checked against the model.
"""

import sys
import time

import numpy as np

SIGMA = 5.670374419e-8
SUN = 1361.0
PASSES = 8  # the loop closes to about 1e-9
NEWTON = 6

# name: low, value, high of 30 uncertain inputs
INPUTS = {
    "it_price": (30000, 32300, 35000), "it_life": (3, 5, 6), "utilization": (0.6, 0.8, 0.9), "it_mass": (4, 6, 10),
    "it_failure": (0.03, 0.06, 0.12), "availability": (0.9, 0.95, 0.99), "housekeeping": (0.02, 0.05, 0.1),
    "structure": (0.1, 0.15, 0.2), "structure_price": (500, 1000, 2000), "avionics_price": (5e5, 8.5e5, 1e6),
    "cell": (0.19, 0.21, 0.22), "array_power": (60, 100, 150), "array_price": (2.7, 5.4, 10), "battery_price": (0.3, 0.5, 2),
    "pmad_mass": (1, 3, 9.4), "pmad_price": (300, 1000, 5000), "loop_mass": (0.5, 0.75, 1), "loop_price": (500, 1000, 2000),
    "panel_mass": (6, 8, 10), "panel_price": (1500, 3250, 5000), "thrusters": (3e5, 3.9e5, 4e5), "terminal": (1e5, 3.1e5, 5.1e5),
    "launch": (3990, 4229, 6000), "launch_failure": (0.002, 0.005, 0.01), "orbit_rate": (0.12, 0.15, 0.2),
    "ground_rate": (0.09, 0.103, 0.12), "facility": (10, 13, 15), "pue": (1.1, 1.2, 1.35), "electricity": (0.085, 0.0977, 0.1),
    "ground_up": (0.95, 0.98, 0.9998),
}


def draw(generator, n):
    """Triangular draws of every input."""
    columns = {}
    for name, (low, mode, high) in INPUTS.items():
        u = generator.random(n)
        rising = (mode - low) / (high - low)
        columns[name] = np.where(
            u < rising, low + np.sqrt(u * (high - low) * (mode - low)), high - np.sqrt((1 - u) * (high - low) * (high - mode))
        )
    return columns


def annuity(rate, years):
    return -np.expm1(-np.log1p(rate) * years) / np.log1p(rate)


def renewals(rate, life, horizon):
    """Present value of buying again at the end of each life, over the price."""
    return annuity(rate, horizon) / annuity(rate, life)


def chain(c):
    it, satellite, horizon = 1000.0, 36.0, 15.0  # kW, kW, years
    count = np.ceil(it / satellite)
    # array temperature: absorbed less drawn equals emitted by both faces
    temperature = np.full_like(c["cell"], 320.0)
    for _ in range(NEWTON):
        efficiency = c["cell"] * (1 - 0.0032 * (temperature - 301.15))
        gap = 1.62 * SIGMA * temperature**4 - (0.75 - 0.88 * efficiency) * SUN - 80.0
        slope = 4 * 1.62 * SIGMA * temperature**3 - 0.88 * c["cell"] * 0.0032 * SUN
        temperature = temperature - gap / slope
    density = SUN * 0.88 * c["cell"] * (1 - 0.0032 * (temperature - 301.15))
    remaining = np.exp(5 * np.log1p(-0.025))
    # radiator: root below the coolant by the film, fins by their effectiveness, two faces
    coolant, absorbed = 333.15, 130.0
    flux = np.full_like(density, 700.0)
    for _ in range(PASSES):
        root = coolant - flux / 500.0
        slope = np.sqrt(8 * 0.91 * SIGMA * root**3 / (167.0 * 0.002)) * 0.075
        fin = np.tanh(slope) / slope
        flux = 2 * 0.91 * SIGMA * root**4 * fin - absorbed
    # closed loop of power, heat, area and mass
    mass = np.full_like(density, 75.0 * it)
    for _ in range(PASSES):
        thrusters = mass * 1.2e-6
        load = it * (1 + c["housekeeping"]) + count * 0.24 + thrusters
        heat = load / 0.94 * 1.02
        pumps = heat * 250e3 / (1000.0 * 3900.0 * 10.0 * 0.35)
        bus = (load + pumps) / 0.94
        shadow, period = 19.0, 97.7
        losses = bus * shadow / period * (1 / 0.92 - 1)
        heat = bus + losses
        needed = bus * (1 + shadow / ((period - shadow) * 0.92)) / 0.95
        bol = needed / remaining
        area = heat * 1e3 * 1.2 / flux
        battery = bus * shadow / 60 / (0.35 * 0.8 * np.sqrt(0.92))
        parts = (
            bol * 1e3 / c["array_power"] + battery * 1e3 / 150.0 + area * c["panel_mass"] * 1.15 + heat * c["loop_mass"]
            + it * 1.2 * c["it_mass"] + bus * c["pmad_mass"] + count * (125.0 + 35.7) + thrusters * 8.0 + it * 0.05 * 13.5
        )
        dry = parts / (1 - c["structure"]) * 1.2
        mass = dry * np.exp(170.0 / (9.80665 * 2500.0))
    launches = np.ceil(mass / 11500.0)
    launch = launches * 17500.0 * c["launch"] / (1 - c["launch_failure"])
    hardware = (
        bol * 1e3 * c["array_price"] + battery * 1e3 * c["battery_price"] + area * c["panel_price"] + heat * c["loop_price"]
        + bus * c["pmad_price"] + count * (c["avionics_price"] + 3 * c["terminal"] + c["thrusters"]) + dry * c["structure"] * c["structure_price"]
    ) * 1.15
    computers = it * c["it_price"]
    asset = np.minimum(c["it_life"], 5.0)
    year = (hardware + computers * 1.2) * 0.01 + count * 5e4
    present = (hardware + launch * 1.06 + computers * 1.2) * renewals(c["orbit_rate"], asset, horizon) + year * annuity(c["orbit_rate"], horizon)
    left = c["availability"] * -np.expm1(-(c["it_failure"] + 0.025) * asset) / ((c["it_failure"] + 0.025) * asset)
    orbit = present / (it * 8.76 * left * annuity(c["orbit_rate"], horizon))
    facility = it * 1e3 * c["facility"]
    running = it * 8760 * c["utilization"] * c["ground_up"] * c["pue"] * c["electricity"] + 0.03 * facility + 0.045 * computers
    present = (
        facility * renewals(c["ground_rate"], 15.0, horizon) + computers * renewals(c["ground_rate"], c["it_life"], horizon)
        + running * annuity(c["ground_rate"], horizon)
    )
    ground = present / (it * 8.76 * c["ground_up"] * annuity(c["ground_rate"], horizon))
    return orbit / ground, mass / it, area, orbit, ground


def rate(block, total=1 << 20):
    """Samples a second, drawing and quantiles of five results included."""
    generator = np.random.default_rng(1)
    start = time.perf_counter()
    kept = [chain(draw(generator, block)) for _ in range(max(1, total // block))]
    for results in zip(*kept):
        np.quantile(np.concatenate(results), [0.05, 0.25, 0.5, 0.75, 0.95])
    return max(1, total // block) * block / (time.perf_counter() - start)


if __name__ == "__main__":
    blocks = [int(text) for text in sys.argv[1:]] or [1 << 10, 1 << 12, 1 << 13, 1 << 14, 1 << 16, 1 << 18]
    for block in blocks:
        print(f"block {block:>7}: {rate(block):12.0f} samples a second")
