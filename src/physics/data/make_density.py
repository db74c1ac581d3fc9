"""Writes density.csv: global mean density of NRLMSISE-00 from 150 to 1500 km at three levels of solar activity.

Made with Python 3.11, nrlmsise00 0.1.2 (the C model of D. Brodowski, function gtd7d, which counts anomalous
oxygen in the total) and numpy 2.4.6:

    pip install nrlmsise00==0.1.2 numpy==2.4.6
    python make_density.py > density.csv

Mean over 12 longitudes (every 30 deg), 7 Gauss-Legendre latitudes (nodes in the sine of the latitude), 00, 06, 12
and 18 UT, and the 21st of March, June, September and December 2027. F10.7 (daily and 81-day) and Ap are those of
the levels. With `--between` it prints the heights halfway between the rows, to measure the interpolation.
`--msis21` gives the same table of NRLMSIS 2.1 (package pymsis 0.13.0), which is 3 % above to 13 % below.
"""

import sys
from datetime import datetime

import numpy as np

LEVELS = (("low", 65.0, 0.0), ("moderate", 140.0, 15.0), ("high", 250.0, 45.0))
ALTITUDES_KM = list(range(150, 300, 10)) + list(range(300, 1000, 25)) + list(range(1000, 1501, 50))
LONGITUDES_DEG = np.arange(12) * 30.0
DATES = ((3, 21), (6, 21), (9, 21), (12, 21))
HOURS = (0, 6, 12, 18)


def global_mean_msis21_kg_m3(altitude_km, f107, ap):
    import pymsis

    nodes, weights = np.polynomial.legendre.leggauss(7)
    times = np.array([f"2027-{m:02d}-{d:02d}T{h:02d}:00" for m, d in DATES for h in HOURS], dtype="datetime64[m]")
    n = len(times)
    grid = pymsis.calculate(times, LONGITUDES_DEG, np.degrees(np.arcsin(nodes)), [float(altitude_km)],
                            f107s=[f107] * n, f107as=[f107] * n, aps=[[ap] * 7] * n, version=2.1)[..., 0, 0]
    return (grid.mean(axis=(0, 1)) * weights).sum() / 2.0


def global_mean_kg_m3(altitude_km, f107, ap):
    from nrlmsise00 import msise_flat

    nodes, weights = np.polynomial.legendre.leggauss(7)
    latitudes = np.degrees(np.arcsin(nodes))
    total = 0.0
    for month, day in DATES:
        for hour in HOURS:
            grid = msise_flat(datetime(2027, month, day, hour), altitude_km, latitudes[None, :],
                              LONGITUDES_DEG[:, None], f107, f107, ap, method="gtd7d")[..., 5]
            total += (grid.mean(axis=0) * weights).sum() / 2.0
    return total / (len(DATES) * len(HOURS)) * 1000.0


def main():
    altitudes = ALTITUDES_KM
    if "--between" in sys.argv:
        altitudes = [(a + b) / 2 for a, b in zip(ALTITUDES_KM, ALTITUDES_KM[1:])]
    mean = global_mean_msis21_kg_m3 if "--msis21" in sys.argv else global_mean_kg_m3
    print("altitude_km," + ",".join(f"{level}_kg_m3" for level, _, _ in LEVELS))
    for altitude in altitudes:
        row = (mean(altitude, f107, ap) for _, f107, ap in LEVELS)
        print(f"{altitude}," + ",".join(f"{rho:.9e}" for rho in row))


if __name__ == "__main__":
    main()
