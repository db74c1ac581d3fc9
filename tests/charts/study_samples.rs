//! Charts of studies with data like those of a run.

use super::{DIGEST, Sample};
use skyrack::charts::{
    Chart, Dot, Fan, FanPoint, HeatMap, Histogram, Mark, Measure, Pareto, ParetoPoint, ParityYear,
    Picture, Scale, Scatter, ShareRow, Shares, Tornado, TornadoBar, TornadoEnd,
};

fn picture(name: &'static str, title: &str, (width, height): (u32, u32)) -> Picture {
    Picture {
        subtitle: "1 MW of computers, dawn-dusk orbit, bought in 2026".to_owned(),
        footer: "reference-2026 (built in), skyrack 0.1.0".to_owned(),
        digest: DIGEST.to_owned(),
        width,
        height,
        ..Picture::new(name, title)
    }
}

/// One sample for each chart.
pub(super) fn easy(size: (u32, u32)) -> Vec<Sample> {
    vec![
        ("heat_map", Box::new(heat_map(size))),
        ("fan", Box::new(fan(size))),
        ("tornado", Box::new(tornado(size))),
        ("histogram", Box::new(histogram(size))),
        ("shares", Box::new(shares(size))),
        ("pareto", Box::new(pareto(size))),
        ("parity_year", Box::new(parity_year(size))),
        ("scatter", Box::new(scatter(size))),
    ]
}

/// Each chart made of two numbers, whatever they are.
pub(super) fn of_numbers(one: f64, other: f64) -> Vec<Box<dyn Chart>> {
    let size = (1600, 1000);
    let map = heat_map(size);
    let cells = map.cells.iter().enumerate();
    let cells = cells.map(|(at, _)| (Some(if at % 2 == 0 { one } else { other }), at % 3 == 0));
    let points = [(2030.0, one), (2031.0, other)];
    let points = points.map(|(across, value)| FanPoint { across, points: [one, value, other] });
    let end = |input: &str, value| TornadoEnd { input: input.to_owned(), value, mark: None };
    let swing = |value| TornadoBar {
        name: "it".to_owned(),
        low: end("1", Some(value)),
        high: end("2", None),
    };
    vec![
        Box::new(HeatMap {
            cells: cells.collect(),
            contour: Some((one, "level".to_owned())),
            ..map
        }),
        Box::new(HeatMap { across: vec![one, other], along: vec![other, one], ..heat_map(size) }),
        Box::new(Fan { points: points.to_vec(), ..fan(size) }),
        Box::new(Tornado { now: other, swings: vec![swing(one), swing(other)], ..tornado(size) }),
        Box::new(Histogram { bars: vec![(one, other, 0.5)], level: None, ..histogram(size) }),
        Box::new(Histogram { bars: vec![(0.0, 1.0, one)], exists: other, ..histogram(size) }),
        Box::new(Shares {
            rows: vec![ShareRow { name: "it".to_owned(), first: [one; 3], total: [other; 3] }],
            ..shares(size)
        }),
        Box::new(Pareto {
            front: vec![ParetoPoint { name: String::new(), goals: (one, other) }],
            ..pareto(size)
        }),
        Box::new(Scatter {
            dots: vec![Dot { name: "it".to_owned(), at: (one, other) }],
            ..scatter(size)
        }),
        Box::new(ParityYear { years: vec![(2030, one)], never: other, ..parity_year(size) }),
    ]
}

fn heat_map(size: (u32, u32)) -> HeatMap {
    let across: Vec<f64> =
        (0..40).map(|at| 100.0 * libm::pow(50.0, f64::from(at) / 39.0)).collect();
    let along: Vec<f64> = (0..30).map(|at| 400.0 + 30.0 * f64::from(at)).collect();
    let cells = along.iter().flat_map(|y| {
        across.iter().map(move |x| {
            let ratio = 0.3 + x / 600.0 + (y - 650.0).powi(2) / 2.0e5;
            let exists = *x < 4_000.0 || *y < 1_100.0;
            (exists.then_some(ratio), *y < 1_000.0 + 0.02 * x)
        })
    });
    let mark =
        |name: &str, price: f64| Mark { name: name.to_owned(), at: (price, None), own: false };
    HeatMap {
        picture: picture(
            "map",
            "Orbit is cheaper below 400 USD2026/kg at 650 km, and nowhere above 900 km",
            size,
        ),
        measures: (
            Measure::new("Launch price on the reference orbit", "USD2026/kg"),
            Measure::new("Altitude", "km"),
        ),
        scales: (Scale::Log, Scale::Linear),
        cells: cells.collect(),
        across,
        along,
        measure: Measure::new("Cost in orbit over cost on the ground", "1"),
        contour: Some((1.0, "ratio.cost = 1".to_owned())),
        marks: vec![
            mark("Falcon 9 (internal)", 1_700.0),
            mark("Falcon 9 (list)", 4_229.0),
            mark("Starship (contract)", 900.0),
            mark("Neutron (list)", 4_100.0),
            mark("Nova (company target)", 2_300.0),
            Mark { name: "this scenario".to_owned(), at: (4_229.0, Some(650.0)), own: true },
        ],
    }
}

fn fan(size: (u32, u32)) -> Fan {
    let point = |year: i32| {
        let fall = libm::exp(-0.06 * f64::from(year - 2026));
        FanPoint { across: f64::from(year), points: [6.0 * fall, 12.0 * fall, 30.0 * fall] }
    };
    Fan {
        picture: picture(
            "fan",
            "2049 in the median of the 31 % that cross by 2060; not by 2060: 69 %",
            size,
        ),
        across: Measure::new("Year", ""),
        along: Measure::new("Cost in orbit over cost on the ground", "1"),
        scale: Scale::Log,
        points: (2026..=2060).map(point).collect(),
        level: Some((1.0, "orbit costs as much as the ground".to_owned())),
    }
}

fn tornado(size: (u32, u32)) -> Tornado {
    let end = |(text, value): (&str, Option<f64>)| {
        let (input, mark) = text.split_once(", ").unwrap_or((text, ""));
        let mark = (!mark.is_empty()).then(|| mark.to_owned());
        TornadoEnd { input: input.to_owned(), value, mark }
    };
    let swing = |name: &str, low: (&str, Option<f64>), high: (&str, Option<f64>)| TornadoBar {
        name: name.to_owned(),
        low: end(low),
        high: end(high),
    };
    Tornado {
        picture: picture("tornado", "launch.price moves ratio.cost most", size),
        measure: Measure::new("Orbit over ground, cost per available IT energy", "1"),
        now: 7.8,
        swings: vec![
            swing("launch.price, USD/kg", ("633", Some(6.1)), ("3 837", Some(22.9))),
            swing(
                "launch.payload_low_orbit, kg",
                ("44 000", None),
                ("150 000, 2 launches", Some(10.3)),
            ),
            swing(
                "launch.payload_sun_synchronous, kg",
                ("35 000", Some(10.3)),
                ("70 000", Some(7.8)),
            ),
            swing("finance.orbit_discount_rate, 1/yr", ("0.12", Some(7.2)), ("0.2", Some(8.7))),
            swing("it.storm_outage", ("0.9", Some(8.2)), ("0.99", Some(7.4))),
            swing("ground.availability", ("0.95", Some(7.79)), ("0.9998", Some(7.81))),
        ],
        marks: Some("dot: other than the 6 launches now".to_owned()),
    }
}

fn histogram(size: (u32, u32)) -> Histogram {
    let density = |x: f64| x * x * libm::exp(-0.6 * x);
    let bars: Vec<(f64, f64)> =
        (0..50).map(|at| (0.4 * f64::from(at), density(0.4 * f64::from(at)))).collect();
    let sum: f64 = bars.iter().map(|bar| bar.1).sum();
    let bars = bars.iter().map(|(from, share)| (5.0 + from, 5.4 + from, 0.92 * share / sum));
    Histogram {
        picture: picture(
            "distribution",
            "Orbit wins in 0 % of the samples; the median costs 9.5 times the ground",
            size,
        ),
        measure: Measure::new("Orbit over ground, cost per available IT energy", "1"),
        scale: Scale::Linear,
        bars: bars.collect(),
        exists: 0.92,
        marks: vec![
            ("P5".to_owned(), 6.5, 0.046),
            ("P50".to_owned(), 9.5, 0.46),
            ("P95".to_owned(), 15.7, 0.874),
        ],
        level: Some((1.0, "as much as the ground".to_owned())),
    }
}

fn shares(size: (u32, u32)) -> Shares {
    let row = |name: &str, first: f64, total: f64| ShareRow {
        name: name.to_owned(),
        first: [first, first - 0.03, first + 0.03],
        total: [total, total - 0.04, total + 0.05],
    };
    Shares {
        picture: picture(
            "shares",
            "launch.price accounts for 69 % of the variance of ratio.cost",
            size,
        ),
        measure: Measure::new("Share of the variance", "1"),
        names: ("by itself".to_owned(), "with everything it does together with others".to_owned()),
        rows: vec![
            row("launch.price", 0.59, 0.69),
            row("launch.payload_low_orbit", 0.14, 0.22),
            row("launch.payload_sun_synchronous", 0.1, 0.15),
            row("array.specific_power", 0.01, 0.05),
            row("radiator.areal_mass", -0.01, 0.03),
            row("satellite.structure_share", 0.0, 0.01),
        ],
    }
}

fn pareto(size: (u32, u32)) -> Pareto {
    let design = |at: i32| {
        let share = f64::from(at) / 20.0;
        let name = if at < 12 { "starship_v3" } else { "falcon9" };
        ParetoPoint {
            name: name.to_owned(),
            goals: (13_500.0 + 5_000.0 * share, 76.6 - 1.3 * share.sqrt()),
        }
    };
    Pareto {
        picture: picture("pareto", "21 designs that no other beats in both goals", size),
        measures: (
            Measure::new("Cost of the orbital side per available IT energy", "USD2026/MWh"),
            Measure::new("Launched mass per IT power", "kg/kW"),
        ),
        front: (0..=20).map(design).collect(),
        own: Some(ParetoPoint { name: "this scenario".to_owned(), goals: (28_700.0, 76.6) }),
    }
}

/// Elementary effects as a study gives them: a few far out, some of them close together, and many
/// near zero.
fn scatter(size: (u32, u32)) -> Scatter {
    let dot = |name: &str, mean: f64, deviation: f64| Dot {
        name: name.to_owned(),
        at: (mean, deviation),
    };
    let mut dots = vec![
        dot("launch.payload_sun_synchronous", 8.555, 8.975),
        dot("launch.price", 7.481, 1.673),
        dot("fleet.learning_rate", 6.678, 3.419),
        dot("finance.orbit_discount_rate", 5.409, 1.138),
        dot("satellite.lead", 4.91, 1.505),
        dot("armor.tube_share", 4.355, 7.262),
        dot("array.specific_power", 4.25, 6.419),
        dot("pmad.specific_mass", 4.22, 8.722),
        dot("it.failure_rate", 3.523, 1.408),
        dot("it.eclipse_share", 2.704, 5.22),
        dot("satellite.structure_share", 2.685, 5.826),
        dot("fleet.priced_unit", 2.651, 2.542),
    ];
    dots.extend((0..60).map(|at| {
        let share = libm::exp(-0.1 * f64::from(at));
        dot("another.input", 2.4 * share, 3.0 * share * f64::from(1 + at % 3) / 3.0)
    }));
    Scatter {
        picture: picture(
            "effects",
            "launch.payload_sun_synchronous moves ratio.cost most along random paths",
            size,
        ),
        measures: (
            Measure::new("Mean size of the effect on ratio.cost, mu*", "1"),
            Measure::new("Standard deviation of the effect, sigma", "1"),
        ),
        dots,
        named: 12,
        equal: Some("deviation = mean size".to_owned()),
    }
}

fn parity_year(size: (u32, u32)) -> ParityYear {
    let share =
        |year: i32| if year < 2040 { 0.0 } else { 0.001 * f64::from(year - 2039).min(15.0) };
    let years: Vec<(i32, f64)> = (2026..=2060).map(|year| (year, share(year))).collect();
    let crossed: f64 = years.iter().map(|year| year.1).sum();
    ParityYear {
        picture: picture(
            "parity",
            "2053 in the median of the 21 % that cross by 2060; not by 2060: 79 %",
            size,
        ),
        years,
        never: 1.0 - crossed,
    }
}
