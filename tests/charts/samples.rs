//! Charts with data like those of a run, and with data that make drawing hard.

use skyrack::charts::{
    Bar, Bars, Carrier, Chart, CostColumn, CostStack, CurvePoint, Day, EclipseYear, Flow, FlowLink,
    Lines, MassBars, Measure, Part, Picture, RatioCurve, Scale, Series, Standing, Step, StepMark,
    Steps, Stroke, Waterfall,
};

#[path = "run_samples.rs"]
mod run_samples;
#[path = "study_samples.rs"]
mod study_samples;

use run_samples::{
    cost_stack, cost_stack_negative, cost_stack_seven_columns, cost_stack_tiny_parts,
    cost_stack_zero, eclipse_year, eclipse_year_every_orbit, eclipse_year_none, flow, flow_small,
    flow_wide, mass_bars, mass_bars_log, mass_row, ratio_curve, ratio_curve_below,
    ratio_curve_crowded, ratio_curve_never, to_scale,
};

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

fn series(name: &str, dashed: bool, value: impl Fn(f64) -> f64) -> Series {
    let points = (0..=40)
        .map(|index| (2026.0 + f64::from(index) / 2.0, Some(value(f64::from(index) / 2.0))))
        .collect();
    let stroke = if dashed { Stroke::Dashed } else { Stroke::Solid };
    Series { name: name.into(), points, stroke }
}

fn steps(mark: StepMark, places: &[f64], name: &str) -> Steps {
    Steps { places: places.to_vec(), name: name.into(), mark }
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
        steps: vec![
            steps(
                StepMark::Tall,
                &[2028.5, 2033.0, 2033.5, 2041.0],
                "satellites or launches change at 4 of 19 steps",
            ),
            steps(StepMark::Short, &[2030.5, 2031.0], "another choice at 2"),
        ],
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
        steps: Vec::new(),
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
