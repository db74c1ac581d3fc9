//! Costs, masses, flows, curves and plates like those of a run, and such that are hard to draw.

use super::{GROUND, ORBIT, parts, picture};
use skyrack::charts::{
    Carrier, CostColumn, CostStack, CurvePoint, Day, EclipseYear, Flow, FlowLink, FlowNode,
    MassBars, MassRow, Measure, Part, Plate, PlateKind, RatioCurve, Standing, ToScale,
    VehiclePrice,
};

fn cost_measure() -> Measure {
    Measure::new("Levelized cost of IT power", "USD2026/kW/yr")
}

pub(super) fn cost_stack() -> CostStack {
    CostStack {
        picture: picture(
            "cost",
            "In orbit the same kilowatt of computing costs 2.8 times as much as on the ground",
            "reference-2026: 40 satellites of 120 kW IT, 650 km dawn-dusk, Falcon 9 at list price, \
             5 years",
        ),
        measure: cost_measure(),
        columns: vec![
            CostColumn { name: "Orbit".into(), parts: parts(&ORBIT) },
            CostColumn { name: "Ground, Texas grid".into(), parts: parts(&GROUND) },
        ],
    }
}

pub(super) fn cost_stack_tiny_parts() -> CostStack {
    let mut tiny: Vec<Part> = (1..=20)
        .map(|index| {
            Part::new(
                format!("Item {index} of the harness, connectors and their qualification"),
                0.4 + 0.1 * f64::from(index),
            )
        })
        .collect();
    tiny.insert(0, Part::new("Accelerators", 88_400.0));
    tiny.push(Part::new("Launch", 1_260_000.0));
    CostStack {
        picture: picture(
            "cost",
            "A title so long that it does not fit on one line and has to be broken, because it \
             states a finding with \
             all its conditions and then also another finding that nobody would leave out of the \
             picture",
            "subtitle with a scenario and more words than one line can hold, so that it breaks as \
             well: 650 km \
             dawn-dusk, 40 satellites, list price, 5 years, 8 % cost of capital, and so on until \
             the line is full",
        ),
        measure: cost_measure(),
        columns: vec![
            CostColumn {
                name: "Orbit with a long name of a column that must break".into(),
                parts: tiny,
            },
            CostColumn {
                name: "Ground".into(),
                parts: parts(&[("Accelerators", 9.0), ("Electricity", 0.02)]),
            },
        ],
    }
}

pub(super) fn cost_stack_negative() -> CostStack {
    CostStack {
        picture: picture("cost", "Resale of chips and a capacity credit lower both sides", ""),
        measure: cost_measure(),
        columns: vec![
            CostColumn {
                name: "Orbit".into(),
                parts: parts(&[
                    ("Accelerators", 9_000.0),
                    ("Launch", 4_000.0),
                    ("Resale of chips", -2_500.0),
                ]),
            },
            CostColumn {
                name: "Ground".into(),
                parts: parts(&[
                    ("Accelerators", 9_000.0),
                    ("Capacity credit", -300.0),
                    ("Resale of chips", -3_500.0),
                ]),
            },
            CostColumn {
                name: "Ground, solar with storage".into(),
                parts: parts(&[("Accelerators", 9_000.0), ("Launch", 0.0)]),
            },
        ],
    }
}

pub(super) fn cost_stack_seven_columns() -> CostStack {
    let columns = (1..=7)
        .map(|index| CostColumn {
            name: format!("published/analysis-{index}"),
            parts: ORBIT
                .iter()
                .map(|&(name, value)| Part::new(name, value * (0.3 + 0.4 * f64::from(index))))
                .collect(),
        })
        .collect();
    CostStack {
        picture: picture("cost", "Seven analyses, one model", "all in USD of 2026"),
        measure: cost_measure(),
        columns,
    }
}

pub(super) fn cost_stack_zero() -> CostStack {
    CostStack {
        picture: picture("cost", "A side without cost", ""),
        measure: cost_measure(),
        columns: vec![
            CostColumn {
                name: "Orbit".into(),
                parts: parts(&[("Launch", 0.0), ("Accelerators", 0.0)]),
            },
            CostColumn { name: "Ground".into(), parts: Vec::new() },
        ],
    }
}

pub(super) fn mass_row(
    name: &str,
    value: f64,
    per: &str,
    subject: &str,
    standing: Standing,
) -> MassRow {
    MassRow { name: name.into(), value, per: per.into(), subject: subject.into(), standing }
}

pub(super) fn mass_bars() -> MassBars {
    use Standing::{Announced, Design, Flown, Total};
    let rows = vec![
        mass_row("Whole satellite, launched", 62.4, "kW IT", "total", Total),
        mass_row("Solar array", 13.2, "kW IT", "array", Design),
        mass_row("Radiator, loop and pumps", 17.9, "kW IT", "radiator", Design),
        mass_row("Servers", 14.6, "kW IT", "servers", Design),
        mass_row("Structure and mechanisms", 8.4, "kW IT", "structure", Design),
        mass_row("Battery", 3.7, "kW IT", "battery", Design),
        mass_row("Power management", 2.1, "kW IT", "power", Design),
        mass_row("Propulsion and propellant", 2.3, "kW IT", "propulsion", Design),
        mass_row("Laser links", 0.2, "kW IT", "links", Design),
        mass_row("ISS EATCS radiators", 96.0, "kW heat", "radiator", Flown),
        mass_row("iROSA", 17.0, "kW array", "array", Flown),
        mass_row("Starlink V2 Mini array", 20.5, "kW array", "array", Flown),
        mass_row("AI1 target, whole satellite", 10.0, "kW IT", "whole", Announced),
    ];
    MassBars {
        picture: picture(
            "mass",
            "The radiator is the heaviest part, and five times lighter than the one that flew",
            "reference-2026: mass per kilowatt by subsystem, beside flown and announced hardware",
        ),
        measure: Measure::new("Mass per kilowatt", "kg/kW"),
        rows,
    }
}

pub(super) fn mass_bars_log() -> MassBars {
    use Standing::{Announced, Design, Flown};
    MassBars {
        picture: picture("mass", "Five decades of mass", "with one part of no mass"),
        measure: Measure::new("Mass per kilowatt", "kg/kW"),
        rows: vec![
            mass_row("Nothing", 0.0, "kW IT", "nothing", Design),
            mass_row("Grain", 0.000_4, "kW IT", "grain", Design),
            mass_row(
                "A part with a name so long that it needs two lines and then is cut off with dots \
                 at the end of the second line, because nobody reads on",
                3.0,
                "kW IT",
                "long",
                Design,
            ),
            mass_row("Everything", 812.0, "kW of bus power at end of life", "all", Flown),
            mass_row("Promise", 40.0, "kW IT", "all", Announced),
        ],
    }
}

fn node(name: &str) -> FlowNode {
    FlowNode::new(name)
}

pub(super) fn flow() -> Flow {
    use Carrier::{Beam, Electricity, Environment, Heat, Sunlight};
    let nodes = [
        "Sunlight on the array",
        "Electricity",
        "Reflected and radiated by the array",
        "Battery",
        "Power management",
        "IT",
        "Pumps",
        "Housekeeping",
        "Thrusters",
        "Laser links",
        "Waste heat",
        "Absorbed from Sun and Earth",
        "Radiator",
        "Beamed away",
    ];
    let links = [
        (0, 1, 151.0, Sunlight),
        (0, 2, 349.0, Sunlight),
        (1, 3, 6.2, Electricity),
        (1, 4, 144.8, Electricity),
        (3, 4, 5.6, Electricity),
        (3, 10, 0.6, Heat),
        (4, 5, 120.0, Electricity),
        (4, 6, 4.1, Electricity),
        (4, 7, 9.8, Electricity),
        (4, 8, 2.4, Electricity),
        (4, 9, 3.5, Electricity),
        (4, 10, 10.6, Heat),
        (5, 10, 120.0, Heat),
        (6, 10, 4.1, Heat),
        (7, 10, 9.8, Heat),
        (8, 13, 1.4, Beam),
        (8, 10, 1.0, Heat),
        (9, 10, 2.6, Heat),
        (9, 13, 0.9, Beam),
        (10, 12, 148.7, Heat),
        (11, 12, 31.0, Environment),
    ];
    Flow {
        picture: picture(
            "flow",
            "Every kilowatt of sunlight that becomes power leaves as heat through the radiator",
            "reference-2026, one satellite of 120 kW IT, orbit average at end of life",
        ),
        measure: Measure::new("Orbit-average power", "kW"),
        nodes: nodes.into_iter().map(node).collect(),
        links: links
            .into_iter()
            .map(|(from, to, value, carrier)| FlowLink { from, to, value, carrier })
            .collect(),
    }
}

pub(super) fn flow_small() -> Flow {
    let link = |from, to, value, carrier| FlowLink { from, to, value, carrier };
    Flow {
        picture: picture("flow", "A prototype of 90 watts", ""),
        measure: Measure::new("Orbit-average power", "kW"),
        nodes: ["Array", "Board", "Heater that is off", "Space"].into_iter().map(node).collect(),
        links: vec![
            link(0, 1, 0.09, Carrier::Electricity),
            link(0, 2, 0.0, Carrier::Electricity),
            link(1, 3, 0.089_999, Carrier::Heat),
            link(1, 3, 0.000_001, Carrier::Beam),
        ],
    }
}

pub(super) fn flow_wide() -> Flow {
    let mut nodes: Vec<FlowNode> =
        ["Sunlight", "Bus", "Heat", "Radiator"].into_iter().map(node).collect();
    let mut links = vec![
        FlowLink { from: 0, to: 1, value: 5_000_000.0, carrier: Carrier::Sunlight },
        FlowLink { from: 0, to: 3, value: 40_000.0, carrier: Carrier::Environment },
        FlowLink { from: 2, to: 3, value: 4_999_000.0, carrier: Carrier::Heat },
    ];
    for index in 0..14 {
        nodes.push(node(&format!("Consumer {index} with a rather long name")));
        let value = if index == 0 { 4_990_900.0 } else { 700.0 };
        links.push(FlowLink { from: 1, to: 4 + index, value, carrier: Carrier::Electricity });
        links.push(FlowLink { from: 4 + index, to: 2, value, carrier: Carrier::Heat });
    }
    Flow {
        picture: picture("flow", "Five gigawatts, and thirteen consumers too thin to see", ""),
        measure: Measure::new("Orbit-average power", "kW"),
        nodes,
        links,
    }
}

fn curve(fixed: f64, slope: f64, band: bool) -> Vec<CurvePoint> {
    (0..=60)
        .map(|index| {
            let price = 10.0_f64 * 2.0_f64.powf(f64::from(index) / 60.0 * 10.0);
            let ratio = fixed + slope * price;
            CurvePoint { price, ratio, band: band.then_some((ratio * 0.7, ratio * 1.45)) }
        })
        .collect()
}

fn vehicle(name: &str, price: f64, own: bool) -> VehiclePrice {
    VehiclePrice { name: name.into(), price, ratio: None, own }
}

pub(super) fn ratio_curve() -> RatioCurve {
    RatioCurve {
        picture: picture(
            "breakeven",
            "Orbit breaks even with the ground at 152 USD per kilogram to orbit",
            "optimistic-2035: cost per IT energy against launch price, everything else held",
        ),
        price: Measure::new("Launch price to the scenario's orbit", "USD2026/kg"),
        ratio: Measure::new("Cost of IT energy, orbit over ground", "1"),
        points: curve(0.78, 1.45e-3, true),
        vehicles: vec![
            vehicle("Falcon 9", 3_050.0, true),
            vehicle("Starship V3", 640.0, false),
            vehicle("New Glenn 7x2", 2_400.0, false),
            vehicle("Neutron", 4_230.0, false),
            vehicle("Nova", 5_600.0, false),
            vehicle("Starship, target", 100.0, false),
        ],
        parity: Some(151.7),
        free: Some(0.78),
    }
}

pub(super) fn ratio_curve_never() -> RatioCurve {
    RatioCurve {
        picture: picture(
            "breakeven",
            "No launch price makes this design break even",
            "reference-2026",
        ),
        points: curve(1.62, 4e-4, false),
        parity: None,
        free: Some(1.62),
        vehicles: vec![vehicle("Falcon 9", 3_050.0, true), vehicle("Electron", 9_900.0, false)],
        ..ratio_curve()
    }
}

pub(super) fn ratio_curve_crowded() -> RatioCurve {
    let mut vehicles: Vec<VehiclePrice> = (0..9)
        .map(|index| {
            vehicle(
                &format!("Vehicle number {index} of a crowd"),
                2_900.0 + 60.0 * f64::from(index),
                index == 4,
            )
        })
        .collect();
    vehicles.push(vehicle("Free ride", 0.0, false));
    RatioCurve {
        vehicles,
        points: curve(0.02, 6e-2, true),
        parity: Some(16.3),
        free: Some(0.02),
        ..ratio_curve()
    }
}

pub(super) fn ratio_curve_below() -> RatioCurve {
    RatioCurve { points: curve(0.2, 5e-5, false), parity: None, free: Some(0.2), ..ratio_curve() }
}

pub(super) fn eclipse_year() -> EclipseYear {
    let days = (0..365)
        .map(|day| {
            let season = (f64::from(day) + 10.0) / 365.0 * std::f64::consts::TAU;
            let beta = 90.0 - (8.0 + 23.4 * season.cos()).abs();
            let depth = (66.1 - beta).max(0.0);
            let shadow = 4.9 * depth.sqrt();
            Day { umbra: (shadow - 1.2).max(0.0), shadow, beta }
        })
        .collect();
    EclipseYear {
        picture: picture(
            "eclipse",
            "Dawn-dusk is not free of shadow: up to 14 minutes per orbit around the December \
             solstice",
            "reference-2026: 650 km sun-synchronous, local time of the ascending node 06:00, 2027",
        ),
        year: 2027,
        days,
        critical_beta: 66.07,
    }
}

pub(super) fn eclipse_year_none() -> EclipseYear {
    let days = (0..366).map(|_| Day { umbra: 0.0, shadow: 0.0, beta: 80.0 }).collect();
    EclipseYear {
        picture: picture("eclipse", "A year without shadow", ""),
        year: 2028,
        days,
        critical_beta: 12.0,
    }
}

pub(super) fn eclipse_year_every_orbit() -> EclipseYear {
    let days = (0..365)
        .map(|day| {
            let beta = 74.0 * (f64::from(day) / 29.0).sin() * (f64::from(day) / 365.0 * 3.1).cos();
            let depth = (1.0 - (beta / 69.0).powi(2)).max(0.0);
            Day { umbra: 35.2 * depth.sqrt(), shadow: 35.9 * depth.sqrt(), beta }
        })
        .collect();
    EclipseYear {
        picture: picture("eclipse", "At 53 degrees nearly every day has a shadow", ""),
        year: 2026,
        days,
        critical_beta: 69.0,
    }
}

pub(super) fn to_scale(
    width: f64,
    height: f64,
    radiator_width: f64,
    radiator_height: f64,
) -> ToScale {
    let plate = |name: &str, kind, width: f64, height: f64| Plate {
        name: name.into(),
        kind,
        width,
        height,
        area: width * height,
    };
    ToScale {
        picture: picture(
            "to-scale",
            "How large it is",
            "reference-2026: solar array and radiator of one satellite",
        ),
        plates: vec![
            plate("Solar array", PlateKind::Array, width, height),
            plate("Radiator", PlateKind::Radiator, radiator_width, radiator_height),
        ],
    }
}
