"""Compares the tables of make_cell_tables.py with others; that file says with which, and what came out.

    pip install what make_cell_tables.py and make_belts.py name
    python check_cell_tables.py
"""

import csv

import make_belts as belts
import make_cell_tables as cell
import numpy as np


def trapped(altitude, tilt, model):
    """Spectrum of the belts in a year."""
    energy, flux = belts.spectrum(belts.zonal_means(altitude), tilt, model)
    return np.array([energy, flux * belts.YEAR_S]).T


def check():
    electrons = cell.gallium_arsenide_electrons()
    print("NIEL of electrons in Si over SR-NIEL:",
          [round(cell.electron_niel(e, 14, 28.0855) / want, 3) for e, want in cell.SILICON_ELECTRONS])
    station = (400, 51.6)
    for name, spectrum, damage, slowed, unit, factor, wanted in (
        ("solar protons over EQFLUX", cell.SOLAR_PROTONS, cell.GALLIUM_ARSENIDE_PROTONS, cell.slowed_proton, 10.0, cell.DAMAGE_RATIO,
         cell.CHECK_SOLAR_10_YEARS),
        ("AP-8 MAX, 400 km over EQFLUX", trapped(*station, "pmax"), cell.GALLIUM_ARSENIDE_PROTONS, cell.slowed_proton, 10.0,
         cell.DAMAGE_RATIO * 180.0 / 365.25, cell.CHECK_410_KM_180_DAYS),
        ("AE-8 MAX, 400 km over EQFLUX", trapped(*station, "emax"), electrons, cell.slowed_electron, 1.0, 180.0 / 365.25,
         cell.CHECK_ELECTRONS_180_DAYS),
        ("AE-8 MAX, geostationary, over AE-9 in EQFLUX", trapped(35786, 0.05, "emax"), electrons, cell.slowed_electron,
         1.0, 10.0, cell.CHECK_ELECTRONS_10_YEARS),
    ):
        print(name, [round(factor * cell.equivalent(spectrum, damage, glass, slowed, unit) / want, 2)
                     for glass, want in zip(cell.CHECK_UM, wanted)])
    with open(cell.HERE / "belt_dose.csv") as file:
        rows = [r for r in csv.DictReader(file) if (r["alt_km"], r["tilt_deg"]) == ("650", "80")]
    spectrum = trapped(650, 80, "pmin")
    ratios = [cell.dose_rad(spectrum, float(r["depth_mm_al"]))[0] / float(r["proton_min_sphere"]) for r in rows]
    print(f"dose at 650 km over SHIELDOSE-2: {min(ratios):.2f} to {max(ratios):.2f}")


if __name__ == "__main__":
    check()
