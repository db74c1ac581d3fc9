#!/usr/bin/env python3
"""Makes solar_years.csv: hourly output of a photovoltaic plant with a single-axis tracker at three sites.

Weather, each file as it lies in a public package:
  texas     hopp 3.4.2, hopp/simulation/resource_files/solar/35.2018863_-101.945027_psmv3_60_2012.csv
            National Solar Radiation Database, location 564277 (Amarillo, Texas), the real year 2012 (29 February left out)
  mojave    hopp 3.4.2, hopp/simulation/resource_files/solar/34.865371_-116.783023_psmv3_60_tmy.csv
            National Solar Radiation Database, location 91486 (Daggett, California), typical year
  carolina  pvlib 0.11.0, pvlib/data/723170TYA.CSV
            TMY3 of the National Renewable Energy Laboratory, station 723170 (Greensboro, North Carolina), typical year

Plant, in the manner of PVWatts: horizontal axis north to south, rotation up to 60 deg with backtracking, ground cover
0.4; sky after Perez; glass of one coefficient; cell temperature after Faiman; -0.35 %/K; 14 % system losses; 1.3 times
as much panel (DC) as inverter (AC), inverter of 96 % nominal efficiency. Columns are thousandths of the inverter's rating.

Run: pip install pvlib==0.11.0 pandas && make_solar_years.py HOPP_FOLDER PVLIB_FOLDER > solar_years.csv
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pvlib

HOPP = "hopp/simulation/resource_files/solar/"
LOADING, LOSSES, COEFFICIENT = 1.3, 14.0, -0.0035


def nsrdb(path):
    """Weather of a file of the National Solar Radiation Database; times are the middle of the hour."""
    head = pd.read_csv(path, nrows=1).iloc[0]
    rows = pd.read_csv(path, skiprows=2).dropna(axis=1, how="all")
    zone = f"Etc/GMT{-int(head['Time Zone']):+d}"
    times = pd.to_datetime(rows[["Year", "Month", "Day", "Hour", "Minute"]]).dt.tz_localize(zone)
    rows.index = pd.DatetimeIndex(times)
    weather = rows[["GHI", "DHI", "DNI", "Temperature", "Wind Speed"]]
    weather.columns = ["ghi", "dhi", "dni", "air", "wind"]
    return weather, (float(head["Latitude"]), float(head["Longitude"]), float(head["Elevation"]))


def tmy3(path):
    """Weather of a TMY3 file; its times are the end of the hour and are moved to the middle."""
    head = pd.read_csv(path, nrows=1, header=None).iloc[0]
    rows = pd.read_csv(path, skiprows=1)
    day = pd.to_datetime(rows["Date (MM/DD/YYYY)"], format="%m/%d/%Y")
    hour = rows["Time (HH:MM)"].str[:2].astype(int)
    times = day + pd.to_timedelta(hour * 60 - 30, unit="min")
    weather = pd.DataFrame(
        {
            "ghi": rows["GHI (W/m^2)"],
            "dhi": rows["DHI (W/m^2)"],
            "dni": rows["DNI (W/m^2)"],
            "air": rows["Dry-bulb (C)"],
            "wind": rows["Wspd (m/s)"],
        }
    )
    weather.index = pd.DatetimeIndex(times).tz_localize(f"Etc/GMT{-int(head[3]):+d}")
    return weather, (float(head[4]), float(head[5]), float(head[6]))


def output(weather, place):
    """Output over the inverter's rating, hour by hour."""
    latitude, longitude, elevation = place
    sun = pvlib.solarposition.get_solarposition(weather.index, latitude, longitude, elevation)
    zenith, azimuth = sun["apparent_zenith"], sun["azimuth"]
    tracker = pvlib.tracking.singleaxis(zenith, azimuth, 0, 180, 60, True, 0.4)
    tilt, facing = tracker["surface_tilt"].fillna(0), tracker["surface_azimuth"].fillna(90)
    extra = pvlib.irradiance.get_extra_radiation(weather.index)
    mass = pvlib.atmosphere.get_relative_airmass(zenith)
    plane = pvlib.irradiance.get_total_irradiance(
        tilt, facing, zenith, azimuth, weather.dni, weather.ghi, weather.dhi,
        dni_extra=extra, airmass=mass, model="perez", albedo=0.2,
    ).fillna(0)
    angle = pvlib.irradiance.aoi(tilt, facing, zenith, azimuth)
    beam = plane["poa_direct"] * pvlib.iam.ashrae(angle, b=0.05).fillna(0)
    effective = beam + plane["poa_diffuse"]
    cell = pvlib.temperature.faiman(plane["poa_global"], weather.air, weather.wind)
    direct = pvlib.pvsystem.pvwatts_dc(effective, cell, LOADING, COEFFICIENT)
    direct *= 1 - LOSSES / 100
    alternating = pvlib.inverter.pvwatts(direct, 1 / 0.96, 0.96)
    return np.clip(alternating.fillna(0).to_numpy(), 0, 1)


def main(hopp, base):
    """Prints the table."""
    sites = {
        "texas": nsrdb(Path(hopp, HOPP, "35.2018863_-101.945027_psmv3_60_2012.csv")),
        "mojave": nsrdb(Path(hopp, HOPP, "34.865371_-116.783023_psmv3_60_tmy.csv")),
        "carolina": tmy3(Path(base, "pvlib/data/723170TYA.CSV")),
    }
    table = pd.DataFrame({name: output(*site) for name, site in sites.items()})
    assert len(table) == 8760 and not table.isna().any().any()
    print("capacity factors:", table.mean().round(4).to_dict(), file=sys.stderr)
    sys.stdout.write((table * 1000).round().astype(int).to_csv(index=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
