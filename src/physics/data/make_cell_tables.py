"""Damage of solar cells by particles, and what the protons of the Sun do to cells and chips: solar_proton_fluence.csv and
solar_proton_dose.csv. make_belts.py beside it does the same for the belts.

Made with Python 3.11, numpy 2.4.6 and pycatima 1.982 (stopping powers of protons):

    pip install numpy==2.4.6 pycatima==1.982
    python make_cell_tables.py     # writes the files beside this one
    python check_cell_tables.py    # prints the comparisons below; needs what make_belts.py needs

Fluence of a year behind a cover glass (fused silica, 2.20 g/cm3, the back of the cell shielded without end) on a
GaInP/GaAs/Ge cell, as normally incident 10 MeV protons and 1 MeV electrons that displace as much.

Slowing down: continuous, straight; protons by pycatima, electrons by the range of Katz and Penfold. Damage of protons: NIEL
of GaAs by SR-NIEL, 21 eV; of electrons: cross section of McKinley and Feshbach times the partition of Robinson with a threshold of
21 eV, computed here (checked against SR-NIEL for silicon at 21 eV: 0.3 to 2 % low from 0.25 to 10 MeV).

Solar protons: fluence of ten years by ESP-PSYCHIC at 90 % confidence in geostationary orbit, from a run of SPENVIS 4.6.14
(github.com/shirokawakita/spenvis_guide, inputs/geo_10yr_combined_proton_ap9.csv), over ten. Dose in silicon: at the
center of an aluminum sphere and behind a slab.

check_cell_tables.py: equivalent fluence of that spectrum against EQFLUX in the same run of SPENVIS for Azur 3G30 (its damage ratio of
1134.8 electrons per proton): 1.05 to 1.21; AP-8 MAX at 400 km, 51.6 deg against its run for 410 km: 0.85 to 1.19;
AE-8 MAX: 0.79 to 0.91; AE-8 in geostationary orbit against AE-9: 0.80 to 1.40; dose of AP-8 MIN at 650 km against
SHIELDOSE-2 (belt_dose.csv): 1.01 to 1.04.
"""

from pathlib import Path

import numpy as np
import pycatima as catima

HERE = Path(__file__).parent
GLASS_UM = [25, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 1500]
DEPTHS_MM = [0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 14.0, 16.0,
             18.0, 20.0, 25.0, 30.0]

# SR-NIEL, protons in GaAs, 21 eV: energy in MeV, MeV cm2/g.
GALLIUM_ARSENIDE_PROTONS = np.array([
    (0.0004, 0.055675), (0.0005, 0.39601), (0.0007, 0.83617), (0.001, 1.1997), (0.002, 1.5965), (0.003, 1.6491),
    (0.005, 1.5618), (0.01, 1.2704), (0.02, 0.91865), (0.05, 0.52541), (0.1, 0.32118), (0.2, 0.18824),
    (0.3, 0.13555), (0.5, 0.089413), (0.7, 0.06783), (1.0, 0.049467), (1.5, 0.034439), (2.0, 0.026588),
    (3.0, 0.018421), (4.0, 0.01418), (5.0, 0.0117), (7.0, 0.0089165), (10.0, 0.0069609), (15.0, 0.0055898),
    (20.0, 0.005029), (30.0, 0.0045763), (50.0, 0.0040037), (70.0, 0.0037432), (100.0, 0.0035923),
    (150.0, 0.0033609), (200.0, 0.0031875), (300.0, 0.0031039), (500.0, 0.0032161), (1000.0, 0.0034676)])
# SR-NIEL, electrons in Si, 21 eV, for the check.
SILICON_ELECTRONS = [(0.25, 2.4793e-6), (0.5, 1.4649e-5), (1.0, 2.7977e-5), (2.0, 4.4611e-5), (5.0, 7.0398e-5),
                     (10.0, 9.0605e-5)]
# ESP-PSYCHIC, ten years, 90 %: energy in MeV, protons/cm2/MeV.
SOLAR_PROTONS = np.array([
    (0.1, 3.4378e13), (0.16, 1.5682e13), (0.2, 1.0632e13), (0.25, 7.2650e12), (0.35, 4.0612e12), (0.5, 2.1946e12),
    (0.71, 1.2037e12), (1.0, 6.6527e11), (1.4, 3.7580e11), (2.0, 2.0167e11), (2.5, 1.3781e11), (3.2, 9.9238e10),
    (4.0, 6.8494e10), (5.0, 4.7637e10), (6.3, 3.2840e10), (8.0, 2.2513e10), (10.0, 1.5087e10), (14.0, 8.1097e9),
    (20.0, 4.0525e9), (25.0, 2.5644e9), (32.0, 1.4804e9), (40.0, 8.8543e8), (50.0, 5.0488e8), (63.0, 2.7793e8),
    (80.0, 1.4218e8), (100.0, 7.1998e7), (140.0, 2.5280e7), (200.0, 7.6437e6), (250.0, 3.6462e6),
    (320.0, 1.4931e6), (400.0, 6.5104e5), (500.0, 2.4212e5)])
SOLAR_YEARS = 10.0
# EQFLUX of SPENVIS 4.6.14 for Azur 3G30, 1 MeV electrons/cm2 (Pmax), behind this glass in um.
CHECK_UM = [25.4, 76.2, 152.4, 304.8, 508, 762, 1524]
CHECK_SOLAR_10_YEARS = [1.11e15, 4.15e14, 2.21e14, 1.11e14, 6.85e13, 4.66e13, 2.09e13]
CHECK_410_KM_180_DAYS = [2.5396e11, 9.6371e10, 6.6528e10, 5.0531e10, 4.3001e10, 3.8995e10, 3.3222e10]
CHECK_ELECTRONS_10_YEARS = [1.42e14, 1.19e14, 9.78e13, 7.08e13, 4.99e13, 3.41e13, 1.28e13]
CHECK_ELECTRONS_180_DAYS = [1.8956e10, 1.6632e10, 1.4346e10, 1.1286e10, 8.7105e9, 6.5670e9, 3.1853e9]
DAMAGE_RATIO = 1134.8

ELECTRON_MEV, PROTON_U = 0.51099895, 1.00728
NUCLEON_MEV, ELECTRON_RADIUS_CM, AVOGADRO, FINE = 931.494, 2.8179403e-13, 6.02214076e23, 1.0 / 137.035999
RAD_PER_MEV_G = 1.602176634e-8
THRESHOLD_EV = 21.0

PER_U = np.geomspace(0.001, 2000.0, 600)
SINES, WEIGHTS = np.polynomial.legendre.leggauss(60)
SINES, WEIGHTS = (SINES + 1.0) / 2.0, WEIGHTS / 2.0


def stopping(elements, density):
    """Stopping power of protons in MeV cm2/g and range in g/cm2 at PER_U."""
    material = catima.Material(elements, density=density)
    loss = np.array([catima.dedx(catima.Projectile(PROTON_U, 1, 1, e), material) for e in PER_U])
    steps = np.diff(PER_U) * PROTON_U * 0.5 * (1.0 / loss[1:] + 1.0 / loss[:-1])
    return loss, PER_U[0] * PROTON_U / loss[0] + np.concatenate([[0.0], np.cumsum(steps)])


_, GLASS_RANGE = stopping([[28.0855, 14, 1], [15.9994, 8, 2]], 2.20)
ALUMINUM_LOSS, ALUMINUM_RANGE = stopping([[26.982, 13, 1]], 2.70)
SILICON_LOSS, _ = stopping([[28.0855, 14, 1]], 2.33)
GLASS_DENSITY, ALUMINUM_DENSITY = 2.20, 2.70


def slowed_proton(energy, through, ranges):
    """Energy in MeV after so many g/cm2, zero where it stops."""
    left = np.interp(energy / PROTON_U, PER_U, ranges) - through
    return np.where(left > 0.0, PROTON_U * np.interp(left, ranges, PER_U), 0.0)


def electron_range(energy):
    """Katz and Penfold, g/cm2."""
    low = 0.412 * energy ** (1.265 - 0.0954 * np.log(energy))
    return np.where(energy < 2.5, low, 0.530 * energy - 0.106)


ELECTRON_ENERGIES = np.geomspace(0.01, 50.0, 2000)


def slowed_electron(energy, through, _ranges=None):
    left = electron_range(energy) - through
    return np.where(left > 0.0, np.interp(left, electron_range(ELECTRON_ENERGIES), ELECTRON_ENERGIES), 0.0)


def damage_energy_ev(recoil_ev, z, a):
    """Partition of Lindhard in the form of Robinson, an atom in its own kind."""
    scale = 30.724 * z * z * np.sqrt(2.0 * z ** (2.0 / 3.0)) * 2.0
    friction = 0.0793 * z ** (2.0 / 3.0) * np.sqrt(z) * 2.0 ** 1.5 / ((2.0 * z ** (2.0 / 3.0)) ** 0.75 * np.sqrt(a))
    e = recoil_ev / scale
    return recoil_ev / (1.0 + friction * (3.4008 * e ** (1.0 / 6.0) + 0.40244 * e ** 0.75 + e))


def electron_niel(energy, z, a):
    """NIEL of electrons in an element, MeV cm2/g."""
    most = 2.0 * energy * (energy + 2.0 * ELECTRON_MEV) / (a * NUCLEON_MEV) * 1.0e6
    if most <= THRESHOLD_EV:
        return 0.0
    recoil = np.geomspace(THRESHOLD_EV, most, 4000)
    gamma = 1.0 + energy / ELECTRON_MEV
    beta2 = 1.0 - 1.0 / gamma**2
    x = recoil / most
    mott = 1.0 - beta2 * x + np.pi * FINE * z * np.sqrt(beta2) * (np.sqrt(x) - x)
    section = np.pi * (z * ELECTRON_RADIUS_CM) ** 2 * (1.0 - beta2) / beta2**2 * most / recoil**2 * mott
    return AVOGADRO / a * np.trapezoid(section * damage_energy_ev(recoil, z, a), recoil) * 1.0e-6


def gallium_arsenide_electrons():
    energies = np.geomspace(0.3, 20.0, 80)
    gallium, arsenic = 69.723, 74.9216
    niel = [(gallium * electron_niel(e, 31, gallium) + arsenic * electron_niel(e, 33, arsenic)) / (gallium + arsenic)
            for e in energies]
    return np.array([(e, n) for e, n in zip(energies, niel) if n > 0.0])


def at(table, energy):
    """Log-log between rows, nothing below the first."""
    value = np.exp(np.interp(np.log(np.maximum(energy, 1e-30)), np.log(table[:, 0]), np.log(table[:, 1])))
    return np.where(energy >= table[0, 0], value, 0.0)


def fine(spectrum):
    energy = np.geomspace(spectrum[0, 0], spectrum[-1, 0], 12_000)
    return energy, np.exp(np.interp(np.log(energy), np.log(spectrum[:, 0]), np.log(spectrum[:, 1])))


def response(energy, damage, glass_um, slowed, unit_mev):
    """Normally incident particles of `unit_mev` that damage a cell as one of each energy, from all sides through its glass."""
    unit = at(damage, np.array([unit_mev]))[0]
    total = np.zeros(len(energy))
    for sine, weight in zip(SINES, WEIGHTS):
        total += weight * at(damage, slowed(energy, glass_um * 1.0e-4 * GLASS_DENSITY / sine, GLASS_RANGE)) / unit
    return 0.5 * total


def equivalent(spectrum, *cell):
    """Normally incident particles that damage a cell as an isotropic spectrum does; `cell` as for `response`."""
    energy, fluence = fine(spectrum)
    return np.trapezoid(fluence * response(energy, *cell), energy)


def dose_rad(spectrum, depth_mm):
    """Dose of protons in silicon at the center of a sphere of aluminum and behind a slab of it.

    Integrated over the energy that is left, where most of the dose is: dE = S(E)/S(E') dE'.
    """
    left = np.geomspace(1.0e-3, spectrum[-1, 0], 6000)
    loss = np.interp(left / PROTON_U, PER_U, SILICON_LOSS)
    aluminum = np.interp(left / PROTON_U, PER_U, ALUMINUM_LOSS)

    def through(depth):
        reach = np.interp(left / PROTON_U, PER_U, ALUMINUM_RANGE) + depth
        before = PROTON_U * np.interp(reach, ALUMINUM_RANGE, PER_U)
        fluence = np.exp(np.interp(np.log(before), np.log(spectrum[:, 0]), np.log(spectrum[:, 1])))
        fluence = np.where((before >= spectrum[0, 0]) & (before <= spectrum[-1, 0]), fluence, 0.0)
        jacobian = np.interp(before / PROTON_U, PER_U, ALUMINUM_LOSS) / aluminum
        return np.trapezoid(fluence * loss * jacobian, left) * RAD_PER_MEV_G

    depth = depth_mm * 0.1 * ALUMINUM_DENSITY
    return through(depth), 0.5 * sum(w * through(depth / s) for s, w in zip(SINES, WEIGHTS))


def write():
    year = SOLAR_PROTONS / np.array([1.0, SOLAR_YEARS])
    with open(HERE / "solar_proton_dose.csv", "w") as file:
        file.write("depth_mm_al,sphere_rad_si_yr,slab_rad_si_yr\n")
        for depth in DEPTHS_MM:
            sphere, slab = dose_rad(year, depth)
            file.write(f"{depth},{sphere:.6g},{slab:.6g}\n")
    with open(HERE / "solar_proton_fluence.csv", "w") as file:
        file.write("coverglass_um,protons_10_mev_cm2_yr\n")
        for glass in GLASS_UM:
            fluence = equivalent(year, GALLIUM_ARSENIDE_PROTONS, glass, slowed_proton, 10.0)
            file.write(f"{glass},{fluence:.6g}\n")


if __name__ == "__main__":
    write()
