"""Writes what the radiation belts do behind a shield, by altitude and tilt: belt_dose.csv and belt_cells.csv.

Made with Python 3.11, numpy 2.4.6, scipy 1.17.1, astropy 8.0.2, aep8 1.1.0 (AP-8 and AE-8, each with the magnetic field it was
made for), spacepy 0.7.0 (its library IRBEM holds SHIELDOSE-2) and pycatima 1.982 (for make_cell_tables):

    pip install numpy==2.4.6 scipy==1.17.1 astropy==8.0.2 aep8==1.1.0 spacepy==0.7.0 pycatima==1.982
    python make_belts.py            # writes the files beside this one, in some ten minutes
    python make_belts.py --between  # prints how far the tables are off halfway between their rows

Spectra: integral fluxes over a grid of latitude (every 2 deg) and longitude (every 7.5 deg) at each altitude; their mean over
longitude, weighted with the time that a circular orbit of a tilt spends at each latitude. In geosynchronous orbit the longitude stays: Greenwich is
taken (the mean over longitudes is a tenth lower, the worst a quarter higher).

belt_dose.csv: rad(Si) a year at the center of a sphere of aluminum and behind a slab of it, SHIELDOSE-2 with option 1 for
nuclear interactions; electrons with their bremsstrahlung. Tilt: angle between orbit and equator, 0 to 90.
belt_cells.csv: fluence a year on a cell of gallium arsenide behind a cover glass, as make_cell_tables.py has it.
"""

import csv
import ctypes
import math
import os
import sys
import warnings
from pathlib import Path

import numpy as np
from scipy.interpolate import PchipInterpolator

HERE = Path(__file__).parent
ALTITUDES_KM = [200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 800, 900, 1000, 1200, 1400, 1700, 2000, 2500, 3000,
                4000, 5000, 6000, 8000, 10000, 12500, 15000, 17000, 20000, 22000, 25000, 30000, 35786, 40000]
TILTS_DEG = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 80, 90]
DEPTHS_MM = [0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 30]
GLASS_UM = [25, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 1500]
GEOSYNCHRONOUS_KM = 35786
EARTH_RADIUS_KM = 6378.137
YEAR_S = 365.25 * 86400.0
MODELS = (("p", "min"), ("p", "max"), ("e", "min"), ("e", "max"))
PROTONS_MEV = np.array([0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 10, 12, 15, 17.5, 20, 25, 30, 35, 40,
                        45, 50, 55, 60, 70, 80, 90, 100, 112, 125, 137, 150, 162, 175, 187, 200, 225, 250, 275, 300, 325,
                        350, 375, 400])
ELECTRONS_MEV = np.array([0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.12, 0.15, 0.18, 0.2, 0.22, 0.25, 0.28, 0.3, 0.33, 0.36, 0.4,
                          0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3,
                          3.25, 3.5, 3.75, 4, 4.25, 4.5, 4.75, 5, 5.25, 5.5, 5.75, 6, 6.25, 6.5, 6.75, 7])
LATITUDES_DEG = np.arange(-90.0, 90.01, 2.0)
LONGITUDES_DEG = np.arange(0.0, 360.0, 7.5)
ALONG = (np.arange(1440) + 0.5) * 2.0 * np.pi / 1440
NONE = np.zeros(0)


def energies(particle):
    return PROTONS_MEV if particle == "p" else ELECTRONS_MEV


def zonal_means(altitude_km):
    """Integral fluxes, 1/cm2/s, mean over longitude: model to array of latitude and energy."""
    import aep8
    import astropy.units as u
    from astropy.coordinates import EarthLocation
    from astropy.time import Time

    longitudes = LONGITUDES_DEG if altitude_km != GEOSYNCHRONOUS_KM else np.zeros(1)
    latitude, longitude = np.meshgrid(np.radians(LATITUDES_DEG), np.radians(longitudes), indexing="ij")
    radius = (EARTH_RADIUS_KM + altitude_km) * u.km
    place = EarthLocation.from_geocentric(radius * np.cos(latitude) * np.cos(longitude),
                                          radius * np.cos(latitude) * np.sin(longitude), radius * np.sin(latitude))
    fields, fluxes = {}, {}
    for particle, phase in MODELS:
        model = aep8.model(particle, phase)
        field = id(model._geomag)
        if field not in fields:
            fields[field] = model.geomagnetic_coordinates(place, Time("2027-03-21"))
        shell, strength = (values[..., None] for values in fields[field])
        flux = model.integral_flux_for_geomagnetic_coordinates(shell, strength, energies(particle) * u.MeV).value
        fluxes[particle + phase] = np.nan_to_num(flux).mean(axis=1)
    return fluxes


def spectrum(zonal, tilt_deg, model):
    """Differential spectrum of an orbit, mean over longitude and time: energies in MeV, 1/cm2/s/MeV."""
    latitude = np.degrees(np.arcsin(np.sin(math.radians(tilt_deg)) * np.sin(ALONG)))
    at = [np.interp(latitude, LATITUDES_DEG, column).mean() for column in zonal[model].T]
    energy, flux = energies(model[0]), np.array(at)
    energy, flux = energy[flux > 0.0], flux[flux > 0.0]
    if len(energy) < 3:
        return NONE, NONE
    slope = PchipInterpolator(np.log(energy), np.log(flux)).derivative()(np.log(energy))
    differential = -flux / energy * slope
    return energy, np.maximum(differential, differential.max() * 1e-12)


def library():
    import spacepy

    return ctypes.CDLL(os.path.join(os.path.dirname(spacepy.__file__), "irbempy", "libirbem.so"))


def shieldose(program, protons, electrons):
    """Doses in rad(Si)/s by DEPTHS_MM: of protons, of electrons with bremsstrahlung; sphere and slab of each."""
    integer = lambda value: ctypes.byref(ctypes.c_int(value))
    double = lambda value: ctypes.byref(ctypes.c_double(value))
    pointer = lambda array: array.ctypes.data_as(ctypes.POINTER(ctypes.c_double))

    def padded(values, size):
        array = np.zeros(size)
        array[:len(values)] = values
        return array

    def ends(spectrum, default):
        return (spectrum[0][0], spectrum[0][-1]) if len(spectrum[0]) else default

    depths = padded(np.array(DEPTHS_MM) * 0.27, 71)
    spectra = [padded(values, 1001) for values in ((0.0,), (0.0,), *protons, *electrons)]
    doses = [np.zeros((3, 71)) for _ in range(5)]
    (p_low, p_high), (e_low, e_high) = ends(protons, (0.1, 1e4)), ends(electrons, (0.05, 10.0))
    points, silicon, nuclear, grams_per_square_centimeter = 1001, 3, 1, 2
    program.shieldose2_(
        integer(silicon), integer(nuclear), integer(len(DEPTHS_MM)), integer(grams_per_square_centimeter), pointer(depths),
        double(0.1), double(1e4), double(p_low), double(p_high), integer(points), double(e_low), double(e_high),
        integer(points), integer(0), integer(len(protons[0])), integer(len(electrons[0])), double(1.0), double(1.0),
        *map(pointer, spectra), *map(pointer, doses))
    _, by_protons, by_electrons, by_photons, _ = (np.nan_to_num(dose[:, :len(DEPTHS_MM)]) for dose in doses)
    by_electrons = by_electrons + by_photons
    # the program gives half the dose at the center of a sphere
    return 2.0 * by_protons[2], 2.0 * by_electrons[2], by_protons[1], by_electrons[1]


def doses(program, zonal, tilt_deg):
    """Columns of belt_dose.csv: rows of DEPTHS_MM."""
    by_phase = []
    for phase in ("min", "max"):
        p_sphere, _, p_slab, _ = shieldose(program, spectrum(zonal, tilt_deg, "p" + phase), (NONE, NONE))
        _, e_sphere, _, e_slab = shieldose(program, (NONE, NONE), spectrum(zonal, tilt_deg, "e" + phase))
        by_phase.append((p_sphere, e_sphere, p_slab, e_slab))
    low, high = by_phase
    return np.array([column * YEAR_S for pair in zip(low, high) for column in pair]).T


def responses():
    """Energies, and what one particle of each does to a cell, by particle and glass."""
    import make_cell_tables as cell

    damage = {"p": (cell.GALLIUM_ARSENIDE_PROTONS, cell.slowed_proton, 10.0),
              "e": (cell.gallium_arsenide_electrons(), cell.slowed_electron, 1.0)}
    found = {}
    for particle, (table, slowed, unit) in damage.items():
        energy = np.geomspace(energies(particle)[0], energies(particle)[-1], 12_000)
        by_glass = [cell.response(energy, table, glass, slowed, unit) for glass in GLASS_UM]
        found[particle] = energy, by_glass
    return found


def cells(found, zonal, tilt_deg):
    """Columns of belt_cells.csv: rows of GLASS_UM."""
    columns = []
    for particle, phase in MODELS:
        energy, by_glass = found[particle]
        at, flux = spectrum(zonal, tilt_deg, particle + phase)
        if len(at):
            here = np.exp(np.interp(np.log(energy), np.log(at), np.log(flux))) * (energy >= at[0]) * (energy <= at[-1])
        else:
            here = np.zeros(len(energy))
        columns.append([np.trapezoid(here * each, energy) * YEAR_S for each in by_glass])
    return np.array(columns).T


def write(zonal):
    program, found = library(), responses()
    columns = [f"{particle}_{phase}_{shape}" for shape in ("sphere", "slab") for particle in ("proton", "electron")
               for phase in ("min", "max")]
    with open(HERE / "belt_dose.csv", "w") as dose_file, open(HERE / "belt_cells.csv", "w") as cell_file:
        dose_file.write("alt_km,tilt_deg,depth_mm_al," + ",".join(columns) + "\n")
        cell_file.write("alt_km,tilt_deg,coverglass_um,proton_min,proton_max,electron_min,electron_max\n")
        for altitude in ALTITUDES_KM:
            for tilt in TILTS_DEG:
                for depth, row in zip(DEPTHS_MM, doses(program, zonal(altitude), tilt)):
                    dose_file.write(f"{altitude},{tilt},{depth:g}," + ",".join(f"{value:.4g}" for value in row) + "\n")
                for glass, row in zip(GLASS_UM, cells(found, zonal(altitude), tilt)):
                    cell_file.write(f"{altitude},{tilt},{glass}," + ",".join(f"{value:.4g}" for value in row) + "\n")


def between(zonal):
    """Prints the table read halfway between its rows over the dose computed there."""
    program = library()
    table = {}
    with open(HERE / "belt_dose.csv") as file:
        for row in csv.DictReader(file):
            key = (float(row["alt_km"]), float(row["tilt_deg"]))
            table.setdefault(key, []).append([float(value) for value in list(row.values())[3:]])
    log = {key: np.log(np.array(rows) + 1e-9) for key, rows in table.items()}
    for low, high in zip(ALTITUDES_KM, ALTITUDES_KM[1:]):
        middle = math.sqrt(low * high)
        means = zonal(middle)
        for left, right in zip(TILTS_DEG, TILTS_DEG[1:]):
            read = np.exp((log[low, left] + log[low, right] + log[high, left] + log[high, right]) / 4.0)
            made = doses(program, means, (left + right) / 2.0)
            worst_read, worst_made = (table[:, 0] + table[:, 3] for table in (read, made))
            ratio = worst_read[worst_made > 1.0] / worst_made[worst_made > 1.0]
            if len(ratio):
                print(f"{middle:.0f} km, {(left + right) / 2.0} deg: {ratio.min():.2f} to {ratio.max():.2f}")


def main():
    warnings.filterwarnings("ignore")
    kept = {}

    def zonal(altitude_km):
        if altitude_km not in kept:
            kept[altitude_km] = zonal_means(altitude_km)
        return kept[altitude_km]

    between(zonal) if "--between" in sys.argv else write(zonal)


if __name__ == "__main__":
    main()
