//! Which metrics the report shows of the design, by which words.

/// The satellites, their launches and links.
pub(super) const DESIGN: &[(&str, &str)] = &[
    ("working satellites", "satellite.count"),
    ("IT power of one", "satellite.it_power"),
    ("launched mass of one", "satellite.launched_mass"),
    ("launched mass per IT power", "mass.per_it_power"),
    ("sunlit share of the year", "environment.sunlit_fraction"),
    ("longest shadow", "environment.eclipse_max"),
    ("array, begin of life", "array.power_bol"),
    ("array area", "array.area"),
    ("battery", "battery.energy"),
    ("radiator panels, one face", "radiator.panel_area"),
    ("radiator surface", "radiator.temperature"),
    ("net heat per panel area", "radiator.net_flux"),
    ("sink", "environment.sink_temperature"),
    ("chip", "chip.temperature"),
    ("dose at the chips over the mission", "radiation.dose"),
    ("computers that dose leaves, mean", "radiation.parts_working"),
    ("launches", "launch.count"),
    ("satellites per launch", "launch.satellites_per_launch"),
    ("price per mass to this orbit", "launch.price_per_mass"),
    ("years to build", "launch.years_to_build"),
    ("links between satellites need", "link.interconnect_need"),
    ("and carry", "link.interconnect_capacity"),
    ("most by one terminal's light", "link.terminal_capacity"),
    ("most by one radio to ground", "downlink.radio_capacity"),
    ("share of the work carried", "work.carried"),
];

/// The plant of a ground side that lives on the sun.
pub(super) const SOLAR_PLANT: &[(&str, &str)] = &[
    ("ground: solar panels", "ground.solar_power"),
    ("ground: storage", "ground.storage_energy"),
    ("ground: energy not served", "ground.solar_unserved"),
    ("ground: solar output not used", "ground.solar_curtailed"),
    ("ground: cost of its power", "ground.supply_cost"),
];
