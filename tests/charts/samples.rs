//! Charts with data like those of a run, and with data that make drawing hard.

use skyrack::charts::{
    Bar, Bars, Carrier, Chart, CostColumn, CostStack, CurvePoint, Day, EclipseYear, Flow, FlowLink,
    FlowNode, Lines, MassBars, MassRow, Measure, Part, Picture, Plate, PlateKind, RatioCurve,
    Scale, Series, Standing, Step, Stroke, ToScale, VehiclePrice, Waterfall,
};

#[path = "study_samples.rs"]
mod study_samples;

/// A name and its chart.
pub(crate) type Sample = (&'static str, Box<dyn Chart>);

const DIGEST: &str = "sha256:5f1d7a84c9e24d7d0c4b6a0f2f0e6f4b8c0a9d3e7b6c5a4f3e2d1c0b9a8f7e6d";

fn picture(name: &'static str, title: &str, subtitle: &str) -> Picture {
    Picture {
        subtitle: subtitle.to_owned(),
        footer: "Sources: scenario reference-2026; launch price: published list price, 2026; \
             accelerators: vendor list \
                 price, 2025; radiator: own heat balance."
            .to_owned(),
        sources: vec![
            "catalog:launch_vehicles.falcon9".to_owned(),
            "catalog:accelerators.gb300".to_owned(),
        ],
        digest: DIGEST.to_owned(),
        ..Picture::new(name, title)
    }
}

fn parts(list: &[(&str, f64)]) -> Vec<Part> {
    list.iter().map(|&(name, value)| Part::new(name, value)).collect()
}

/// One easy sample for each chart: those of the golden pictures come first.
pub(crate) fn easy() -> Vec<Sample> {
    let mut samples: Vec<Sample> = vec![
        ("cost_stack", Box::new(cost_stack())),
        ("mass_bars", Box::new(mass_bars())),
        ("flow", Box::new(flow())),
        ("ratio_curve", Box::new(ratio_curve())),
        ("eclipse_year", Box::new(eclipse_year())),
        ("to_scale", Box::new(to_scale(40.0, 28.0, 30.0, 12.0))),
        ("lines", Box::new(lines())),
        ("waterfall", Box::new(waterfall())),
        ("bars", Box::new(bars())),
    ];
    samples.extend(study_samples::easy((1600, 1000)));
    samples
}

/// The easy samples on another size of page.
pub(crate) fn easy_at(width: u32, height: u32) -> Vec<Sample> {
    let at = |picture: Picture| Picture { width, height, ..picture };
    let (mut cost, mut mass, mut flow, mut ratio) =
        (cost_stack(), mass_bars(), flow(), ratio_curve());
    let (mut eclipse, mut size, mut lines) =
        (eclipse_year(), to_scale(40.0, 28.0, 30.0, 12.0), lines());
    let (mut waterfall, mut bars) = (waterfall(), bars());
    cost.picture = at(cost.picture);
    mass.picture = at(mass.picture);
    flow.picture = at(flow.picture);
    ratio.picture = at(ratio.picture);
    eclipse.picture = at(eclipse.picture);
    size.picture = at(size.picture);
    lines.picture = at(lines.picture);
    waterfall.picture = at(waterfall.picture);
    bars.picture = at(bars.picture);
    let mut samples: Vec<Sample> = vec![
        ("cost_stack", Box::new(cost)),
        ("mass_bars", Box::new(mass)),
        ("flow", Box::new(flow)),
        ("ratio_curve", Box::new(ratio)),
        ("eclipse_year", Box::new(eclipse)),
        ("to_scale", Box::new(size)),
        ("lines", Box::new(lines)),
        ("waterfall", Box::new(waterfall)),
        ("bars", Box::new(bars)),
    ];
    samples.extend(study_samples::easy((width, height)));
    samples
}

/// Each chart made of two numbers, whatever they are.
pub(crate) fn of_numbers(one: f64, other: f64) -> Vec<Box<dyn Chart>> {
    let day = |beta| Day { umbra: one, shadow: other, beta };
    let point = |price| CurvePoint { price, ratio: other, band: Some((one, other)) };
    let bar = |value| Bar { range: Some((one, other)), ..Bar::new("bar", value) };
    let link = FlowLink { from: 0, to: 1, value: one, carrier: Carrier::Heat };
    let mut samples: Vec<Box<dyn Chart>> = vec![
        Box::new(CostStack {
            columns: vec![CostColumn {
                name: "a".into(),
                parts: parts(&[("x", one), ("y", other)]),
            }],
            ..cost_stack()
        }),
        Box::new(MassBars {
            rows: vec![
                mass_row("a", one, "kW", "x", Standing::Design),
                mass_row("b", other, "kW", "x", Standing::Flown),
            ],
            ..mass_bars()
        }),
        Box::new(Flow { links: vec![link, FlowLink { to: 2, value: other, ..link }], ..flow() }),
        Box::new(RatioCurve {
            points: vec![point(one), point(other), point(3.0)],
            parity: Some(one),
            ..ratio_curve()
        }),
        Box::new(EclipseYear {
            days: vec![day(one), day(other)],
            critical_beta: other,
            ..eclipse_year()
        }),
        Box::new(to_scale(one, other, 1.0, other)),
        Box::new(Lines {
            series: vec![Series {
                name: "a".into(),
                points: vec![(one, Some(other)), (other, None), (2030.0, Some(one))],
                stroke: Stroke::Dashed,
            }],
            ..lines()
        }),
        Box::new(Waterfall { steps: vec![step("a", one), step("b", other)], ..waterfall() }),
        Box::new(Bars { bars: vec![bar(one), bar(other)], ..bars() }),
        Box::new(Bars { bars: vec![bar(one), bar(other)], scale: Scale::Log, ..bars() }),
    ];
    samples.extend(study_samples::of_numbers(one, other));
    samples
}

/// Tiny parts, long names, huge ranges, zeros, values below zero.
pub(crate) fn nasty() -> Vec<Sample> {
    vec![
        ("cost_stack_tiny_parts", Box::new(cost_stack_tiny_parts())),
        ("cost_stack_negative", Box::new(cost_stack_negative())),
        ("cost_stack_seven_columns", Box::new(cost_stack_seven_columns())),
        ("cost_stack_zero", Box::new(cost_stack_zero())),
        ("mass_bars_log", Box::new(mass_bars_log())),
        ("flow_small", Box::new(flow_small())),
        ("flow_wide", Box::new(flow_wide())),
        ("ratio_curve_never", Box::new(ratio_curve_never())),
        ("ratio_curve_crowded", Box::new(ratio_curve_crowded())),
        ("ratio_curve_below", Box::new(ratio_curve_below())),
        ("eclipse_year_none", Box::new(eclipse_year_none())),
        ("eclipse_year_every_orbit", Box::new(eclipse_year_every_orbit())),
        ("to_scale_prototype", Box::new(to_scale(4.2, 2.4, 1.5, 1.0))),
        ("to_scale_cluster", Box::new(to_scale(3_300.0, 3_050.0, 1_900.0, 1_000.0))),
        ("to_scale_strip", Box::new(to_scale(400.0, 1.2, 0.4, 60.0))),
        ("lines_crowded", Box::new(lines_crowded())),
        ("waterfall_long", Box::new(waterfall_long())),
        ("bars_nasty", Box::new(bars_nasty())),
        ("bars_log", Box::new(bars_log())),
    ]
}

/// All samples.
pub(crate) fn all() -> Vec<Sample> {
    let mut samples = easy();
    samples.extend(nasty());
    samples
}

const ORBIT: [(&str, f64); 11] = [
    ("Accelerators and servers", 13_900.0),
    ("Launch", 9_650.0),
    ("Solar array", 4_120.0),
    ("Bus and structure", 2_330.0),
    ("Radiator and loop", 2_050.0),
    ("Battery", 410.0),
    ("Power management", 620.0),
    ("Laser links", 240.0),
    ("Ground stations", 95.0),
    ("Operations", 530.0),
    ("Insurance and disposal", 780.0),
];

const GROUND: [(&str, f64); 5] = [
    ("Accelerators and servers", 9_900.0),
    ("Building and power plant", 1_750.0),
    ("Electricity", 690.0),
    ("Cooling water", 14.0),
    ("Operations", 240.0),
];

fn cost_measure() -> Measure {
    Measure::new("Levelized cost of IT power", "USD2026/kW/yr")
}

fn cost_stack() -> CostStack {
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

fn cost_stack_tiny_parts() -> CostStack {
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

fn cost_stack_negative() -> CostStack {
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

fn cost_stack_seven_columns() -> CostStack {
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

fn cost_stack_zero() -> CostStack {
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

fn mass_row(name: &str, value: f64, per: &str, subject: &str, standing: Standing) -> MassRow {
    MassRow { name: name.into(), value, per: per.into(), subject: subject.into(), standing }
}

fn mass_bars() -> MassBars {
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

fn mass_bars_log() -> MassBars {
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

fn flow() -> Flow {
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

fn flow_small() -> Flow {
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

fn flow_wide() -> Flow {
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

fn ratio_curve() -> RatioCurve {
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

fn ratio_curve_never() -> RatioCurve {
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

fn ratio_curve_crowded() -> RatioCurve {
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

fn ratio_curve_below() -> RatioCurve {
    RatioCurve { points: curve(0.2, 5e-5, false), parity: None, free: Some(0.2), ..ratio_curve() }
}

fn eclipse_year() -> EclipseYear {
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

fn eclipse_year_none() -> EclipseYear {
    let days = (0..366).map(|_| Day { umbra: 0.0, shadow: 0.0, beta: 80.0 }).collect();
    EclipseYear {
        picture: picture("eclipse", "A year without shadow", ""),
        year: 2028,
        days,
        critical_beta: 12.0,
    }
}

fn eclipse_year_every_orbit() -> EclipseYear {
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

fn to_scale(width: f64, height: f64, radiator_width: f64, radiator_height: f64) -> ToScale {
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

fn series(name: &str, dashed: bool, value: impl Fn(f64) -> f64) -> Series {
    let points = (0..=40)
        .map(|index| (2026.0 + f64::from(index) / 2.0, Some(value(f64::from(index) / 2.0))))
        .collect();
    let stroke = if dashed { Stroke::Dashed } else { Stroke::Solid };
    Series { name: name.into(), points, stroke }
}

fn lines() -> Lines {
    Lines {
        picture: picture(
            "timeline",
            "Only the fastest learning brings orbit below the ground before 2045",
            "cost per IT energy, orbit over ground, three learning rates of launch",
        ),
        across: Measure::new("Year", ""),
        along: Measure::new("Cost of IT energy, orbit over ground", "1"),
        scales: (Scale::Linear, Scale::Linear),
        series: vec![
            series("slow: 5 % per doubling", false, |year| 2.8 * 0.99_f64.powf(year)),
            series("middle: 12 % per doubling", false, |year| 2.8 * 0.963_f64.powf(year)),
            series("fast: 20 % per doubling", false, |year| 2.8 * 0.94_f64.powf(year)),
            series("free launch", true, |year| 0.9 - 0.004 * year),
        ],
        level: Some((1.0, "parity".into())),
        steps: Some((
            vec![2028.5, 2033.0, 2033.5, 2041.0],
            "design changes at 4 of 19 steps".into(),
        )),
    }
}

fn lines_crowded() -> Lines {
    let mut list: Vec<Series> = (0..12)
        .map(|index| {
            series(
                &format!("Series {index} with a name that takes two lines"),
                index % 3 == 0,
                move |year| 1e-3 * 10_f64.powf(0.25 * year) * (1.0 + 0.002 * f64::from(index)),
            )
        })
        .collect();
    list.push(Series {
        name: "one point".into(),
        points: vec![(2030.0, Some(40.0))],
        stroke: Stroke::Solid,
    });
    list.push(Series {
        name: "measured".into(),
        points: vec![(2028.0, Some(9.0)), (2034.0, Some(300.0)), (2041.0, Some(2e4))],
        stroke: Stroke::Dots,
    });
    list.push(Series {
        name: "broken".into(),
        points: vec![
            (2026.0, Some(1e3)),
            (2030.0, Some(2e3)),
            (2031.0, None),
            (2032.0, Some(-5.0)),
            (2033.0, Some(900.0)),
            (2036.0, Some(700.0)),
        ],
        stroke: Stroke::Solid,
    });
    Lines {
        picture: picture("lines", "Crowded", ""),
        across: Measure::new("Year", ""),
        along: Measure::new("Something", "t/yr"),
        scales: (Scale::Linear, Scale::Log),
        series: list,
        level: Some((0.0, "a level that a log axis cannot show".into())),
        steps: None,
    }
}

fn step(name: &str, change: f64) -> Step {
    Step { name: name.into(), change }
}

fn waterfall() -> Waterfall {
    Waterfall {
        picture: picture(
            "bridge",
            "Why two analyses differ by a factor of six: launch price and life make up most of it",
            "published/mccalip to reference-2026, metric ratio.cost, exact attribution",
        ),
        measure: Measure::new("Cost of IT energy, orbit over ground", "1"),
        from: ("published/mccalip".into(), 3.2),
        steps: vec![
            step("Launch price", 5.4),
            step("Satellite life", 3.1),
            step("Accelerators included", -1.9),
            step("Radiator mass", 1.3),
            step("Utilization", 0.02),
            step("Cost of capital", -0.6),
            step("Everything else, 14 inputs", 8.48),
        ],
        to: ("reference-2026".into(), 19.0),
    }
}

fn waterfall_long() -> Waterfall {
    let mut steps: Vec<Step> = (0..26)
        .map(|index| {
            step(
                &format!("orbit.subsystem.assumption_number_{index} = a long text with its unit"),
                40_000.0 - 3_300.0 * f64::from(index),
            )
        })
        .collect();
    steps.push(step("nothing", 0.0));
    let sum: f64 = steps.iter().map(|step| step.change).sum();
    Waterfall {
        picture: picture("bridge", "Many steps, some below zero", ""),
        measure: Measure::new("Cost", "USD2026/kW/yr"),
        from: ("from".into(), -120_000.0),
        steps,
        to: ("to".into(), sum - 120_000.0),
    }
}

fn bars() -> Bars {
    let bar = |name: &str, value: f64, low: f64, high: f64, strong| Bar {
        range: Some((low, high)),
        strong,
        ..Bar::new(name, value)
    };
    Bars {
        picture: picture(
            "claims",
            "Five analyses, one model: from 3.2 to 24 times the ground",
            "ratio.cost with 5 % and 95 %",
        ),
        measure: Measure::new("Cost of IT energy, orbit over ground", "1"),
        scale: Scale::Linear,
        bars: vec![
            bar("McCalip", 3.2, 2.1, 4.6, false),
            bar("SemiAnalysis", 4.4, 3.0, 6.1, false),
            bar("reference-2026", 8.7, 5.8, 12.9, true),
            bar("Turyshev, 1 MW", 19.0, 12.0, 28.0, false),
            bar("High end", 24.0, 15.0, 59.0, false),
        ],
        level: Some((1.0, "parity".into())),
    }
}

fn bars_nasty() -> Bars {
    Bars {
        picture: picture("bars", "Zero, none, negative, huge", ""),
        measure: Measure::new("Net present value", "USD2026"),
        scale: Scale::Linear,
        bars: vec![
            Bar::new("zero", 0.0),
            Bar { value: None, ..Bar::new("none", 0.0) },
            Bar::new("negative", -2.3e9),
            Bar::new("small", 12.0),
            Bar {
                range: Some((-4e9, 1e9)),
                ..Bar::new("negative with a range that crosses zero", -1.1e9)
            },
            Bar::new("huge", 7.9e9),
        ],
        level: None,
    }
}

fn bars_log() -> Bars {
    Bars {
        picture: picture("bars", "Bits per joule over six decades", ""),
        measure: Measure::new("Downlink per computing", "bit/J"),
        scale: Scale::Log,
        bars: vec![
            Bar::new("radio", 3e-4),
            Bar::new("laser", 0.7),
            Bar { strong: true, ..Bar::new("fiber", 410.0) },
        ],
        level: Some((1.0, "one bit per joule".into())),
    }
}
