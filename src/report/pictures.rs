//! The charts of one scenario: what each shows, from the numbers of a run.

use super::head::picture;
use crate::catalog::Catalog;
use crate::charts::cost_stack::{CostColumn, CostStack, Part};
use crate::charts::eclipse_year::{Day, EclipseYear};
use crate::charts::flow::{Carrier, Flow, FlowLink, FlowNode};
use crate::charts::mass_bars::{MassBars, MassRow, Standing};
use crate::charts::ratio_curve::{CurvePoint, RatioCurve, VehiclePrice};
use crate::charts::theme::{area, power};
use crate::charts::to_scale::{Plate, PlateKind, ToScale};
use crate::charts::{Chart, Measure, Picture};
use crate::studies::run::{CostParts, Run};
use crate::studies::vehicles::VehiclePoint;
use crate::system::budget::LineKind;
use crate::units::format::{format_number, in_unit, with_price_year};
use crate::units::{degree, minute};

/// Names of all charts of a run, in the order of [`pictures`].
pub const NAMES: [&str; 6] = ["cost", "mass", "flow", "ratio", "eclipse", "scale"];

/// Every chart that this scenario has numbers for.
pub fn pictures(run: &Run) -> Vec<Box<dyn Chart>> {
    let mut charts: Vec<Box<dyn Chart>> = Vec::new();
    let context = PictureContext { run };
    let mut add = |chart: Option<Box<dyn Chart>>| charts.extend(chart);
    add(context.cost().map(|chart| Box::new(chart) as Box<dyn Chart>));
    add(context.mass().map(|chart| Box::new(chart) as Box<dyn Chart>));
    add(context.flow().map(|chart| Box::new(chart) as Box<dyn Chart>));
    add(context.ratio().map(|chart| Box::new(chart) as Box<dyn Chart>));
    add(context.eclipse().map(|chart| Box::new(chart) as Box<dyn Chart>));
    add(context.scale().map(|chart| Box::new(chart) as Box<dyn Chart>));
    charts
}

struct PictureContext<'a> {
    run: &'a Run,
}

impl PictureContext<'_> {
    fn picture(&self, name: &'static str, title: String) -> Picture {
        picture(&self.run.scenario, name, title)
    }

    fn unit(&self, unit: &str) -> String {
        with_price_year(unit, self.run.scenario.price_year)
    }

    fn shown(&self, path: &str) -> Option<f64> {
        self.run.shown(path)
    }

    fn cost(&self) -> Option<CostStack> {
        let column = |name: &str, cost: &CostParts| CostColumn {
            name: name.to_owned(),
            parts: cost.parts.iter().map(|part| Part::new(part.name, part.value)).collect(),
        };
        let orbit = column("orbit", self.run.orbit_cost.as_ref()?);
        let ground = column("ground", self.run.ground_cost.as_ref()?);
        let ratio = self.shown("ratio.cost")?;
        let title = format!(
            "Computing in orbit costs {} times as much as on the ground",
            format_number(ratio, 3)
        );
        Some(CostStack {
            picture: self.picture("cost", title),
            measure: Measure::new("Cost of available IT power", self.unit("USD/kW/yr")),
            columns: vec![orbit, ground],
        })
    }

    fn mass(&self) -> Option<MassBars> {
        let ledger = self.run.ledger("mass")?;
        let it = self.shown("it.power")?;
        let mut rows: Vec<MassRow> = ledger
            .lines
            .iter()
            .filter(|line| line.kind != LineKind::Subtotal && line.value != 0.0)
            .map(|line| MassRow {
                name: line.name.to_owned(),
                value: line.value / it,
                per: "kW IT".to_owned(),
                subject: subject_of(line.name).to_owned(),
                standing: if line.kind == LineKind::Total {
                    Standing::Total
                } else {
                    Standing::Design
                },
            })
            .collect();
        rows.extend(flown());
        let whole = self.shown("mass.per_it_power")?;
        let title = format!("{} kg go up for each kilowatt of computers", format_number(whole, 3));
        Some(MassBars {
            picture: self.picture("mass", title),
            measure: Measure::new("Mass per power", "kg/kW"),
            rows,
        })
    }

    fn flow(&self) -> Option<Flow> {
        let mut network = Network::default();
        self.flow_from_the_sun(&mut network)?;
        self.flow_through_the_bus(&mut network)?;
        self.flow_into_space(&mut network)?;
        let (nodes, links) = network.used();
        Some(Flow {
            picture: self.picture("flow", self.flow_title()?),
            measure: Measure::new(
                "Mean power in the orbit that sizes the array, end of life",
                "kW",
            ),
            nodes,
            links,
        })
    }

    fn flow_title(&self) -> Option<String> {
        let saved = self.saved_in_shadow()?;
        let bus = power(self.shown("power.bus")? - saved.at_the_bus);
        let computers = power(self.shown("power.it")?);
        Some(if saved.at_the_bus > 0.0 {
            let less = power(saved.at_the_bus);
            format!(
                "{bus} reach the bus on average: computers of {computers} save {less} in shadow"
            )
        } else {
            format!("{bus} reach the bus for {computers} of computers, and nearly all becomes heat")
        })
    }

    fn flow_from_the_sun(&self, network: &mut Network) -> Option<()> {
        let sun = self.shown("environment.sizing_irradiance")? * self.shown("array.area")? / 1.0e3
            * (self.shown("environment.sizing_sunlit")? / self.shown("orbit.period")?);
        let array = self.shown("power.array_mean")?;
        let (lit, lost) = ("sunlight on the array", "heat and reflection of the array");
        network.link(lit, "array", array, Carrier::Sunlight);
        network.link(lit, lost, sun - array, Carrier::Sunlight);
        let wiring = self.shown("power.wiring_loss")?;
        network.link("array", "wiring and pointing", wiring, Carrier::Heat);
        let battery = self.shown("power.battery_loss")?;
        network.link("array", "battery", battery, Carrier::Electricity);
        let bus = self.shown("power.bus")? - self.saved_in_shadow()?.at_the_bus;
        network.link("array", "bus", bus, Carrier::Electricity);
        network.link("battery", "heat", battery, Carrier::Heat);
        Some(())
    }

    fn flow_through_the_bus(&self, network: &mut Network) -> Option<()> {
        let (radiated, jet) = (self.shown("power.radiated")?, self.shown("power.jet")?);
        let saved = self.saved_in_shadow()?;
        let distribution = self.shown("power.distribution_loss")? - saved.in_distribution();
        let computers =
            if saved.at_the_bus > 0.0 { "computers, less in shadow" } else { "computers" };
        let consumers = [
            ("distribution", distribution, 0.0, ""),
            (computers, self.shown("power.it")? - saved.by_computers, 0.0, ""),
            ("housekeeping", self.shown("power.housekeeping")?, 0.0, ""),
            ("spare computers", self.shown("power.spares")?, 0.0, ""),
            ("pumps", self.shown("power.pumps")?, 0.0, ""),
            ("heat pump", self.shown("power.heat_pump")?, 0.0, ""),
            ("links", self.shown("power.links")?, radiated, "beams"),
            ("thrusters", self.shown("power.thrusters")?, jet, "jets"),
        ];
        for (name, power, away, where_to) in consumers {
            network.link("bus", name, power, Carrier::Electricity);
            network.link(name, "heat", power - away, Carrier::Heat);
            network.link(name, where_to, away, Carrier::Beam);
        }
        Some(())
    }

    fn flow_into_space(&self, network: &mut Network) -> Option<()> {
        let around = "Sun, Earth and array on the radiators";
        let saved = self.saved_in_shadow()?.at_the_bus;
        network.link("heat", "radiators", self.shown("radiator.heat")? - saved, Carrier::Heat);
        let absorbed = self.shown("radiator.absorbed_heat")?;
        network.link(around, "radiators", absorbed, Carrier::Environment);
        let emission = self.shown("radiator.emission")? - saved;
        network.link("radiators", "space", emission, Carrier::Heat);
        Some(())
    }

    /// What throttled computers save in shadow, mean of the orbit.
    fn saved_in_shadow(&self) -> Option<Saved> {
        let shadow = self.shown("environment.sizing_shadow")? / self.shown("orbit.period")?;
        let at_the_bus = self.shown("power.eclipse_saving")? * shadow;
        Some(Saved { at_the_bus, by_computers: at_the_bus * self.shown("pmad.efficiency")? })
    }

    fn ratio(&self) -> Option<RatioCurve> {
        let free = self.shown("breakeven.ratio_at_free_launch")?;
        let signed = self.shown("breakeven.launch_price_signed")?;
        let slope = (1.0 - free) / signed;
        let points = (0..=120)
            .map(|step| 10.0_f64 * libm::pow(10.0, f64::from(step) * 3.7 / 120.0))
            .map(|price| CurvePoint { price, ratio: free + slope * price, band: None })
            .collect();
        let marked =
            self.run.vehicles.points.iter().map(|VehiclePoint { name, price, ratio, .. }| {
                VehiclePrice { name: name.clone(), price: *price, ratio: Some(*ratio), own: false }
            });
        let mut marked: Vec<VehiclePrice> = marked.collect();
        if let (Some(price), Some(ratio)) =
            (self.shown("launch.price_per_mass"), self.shown("ratio.cost"))
        {
            marked.push(VehiclePrice {
                name: "this scenario".to_owned(),
                price,
                ratio: Some(ratio),
                own: true,
            });
        }
        let parity = self.shown("breakeven.launch_price");
        let unit = self.unit("USD/kg");
        let title = match parity {
            Some(price) => format!(
                "Orbit costs no more than the ground below {} {unit}",
                format_number(price, 3)
            ),
            None => format!(
                "Even with free launch, this design costs {} times the ground",
                format_number(free, 3)
            ),
        };
        let mut picture = self.picture("ratio", title);
        picture.subtitle =
            format!("{}; vehicles as if every launch were full and none failed", picture.subtitle);
        if !self.run.vehicles.left_out.is_empty() {
            let left_out = self.run.vehicles.left_out.join(", ");
            picture.subtitle = format!("{}; left out: {left_out}", picture.subtitle);
        }
        Some(RatioCurve {
            picture,
            price: Measure::new("Launch price to this orbit, per mass carried", unit),
            ratio: Measure::new("Cost in orbit over cost on the ground", "1"),
            points,
            vehicles: marked,
            parity,
            free: Some(free),
        })
    }

    fn eclipse(&self) -> Option<EclipseYear> {
        let calendar = self.run.calendar.as_ref()?;
        let days: Vec<Day> = calendar
            .days
            .iter()
            .map(|day| Day {
                umbra: day.umbra.get::<minute>(),
                shadow: day.shadow.get::<minute>(),
                beta: day.beta.get::<degree>(),
            })
            .collect();
        let sunlit = self.shown("environment.sunlit_fraction")?;
        let longest = self.shown("environment.eclipse_max")?;
        let touched = self.shown("environment.eclipse_days")?;
        let title = if longest > 0.0 {
            format!(
                "In sunlight {} % of {}; shadow touches {} days, up to {} minutes an orbit",
                format_number(100.0 * sunlit, 3),
                calendar.year,
                format_number(touched, 3),
                format_number(longest, 3)
            )
        } else {
            format!("In sunlight all of {}", calendar.year)
        };
        Some(EclipseYear {
            picture: self.picture("eclipse", title),
            year: calendar.year,
            days,
            critical_beta: calendar.critical_beta.get::<degree>(),
        })
    }

    fn scale(&self) -> Option<ToScale> {
        let count = self.shown("satellite.count")?;
        let array = self.shown("array.area")? / count;
        let panel = self.shown("radiator.panel_area")? / count;
        let plate = |name: &str, kind: PlateKind, area: f64, aspect: f64| {
            let height = (area / aspect).sqrt();
            Plate { name: name.to_owned(), kind, width: area / height, height, area }
        };
        let title = format!(
            "One satellite of {}: {} of array, {} of radiator",
            power(self.shown("satellite.it_power")?),
            area(array),
            area(panel)
        );
        Some(ToScale {
            picture: self.picture("scale", title),
            plates: vec![
                plate("solar array", PlateKind::Array, array, self.shown("array.aspect")?),
                plate("radiator", PlateKind::Radiator, panel, self.shown("radiator.aspect")?),
            ],
        })
    }
}

/// Power that throttled computers save in shadow, mean of the orbit, in kilowatts.
#[derive(Clone, Copy)]
struct Saved {
    at_the_bus: f64,
    by_computers: f64,
}

impl Saved {
    fn in_distribution(self) -> f64 {
        self.at_the_bus - self.by_computers
    }
}

/// Everything that energy passes, in the order of the columns.
const NODES: [&str; 21] = [
    "sunlight on the array",
    "array",
    "heat and reflection of the array",
    "wiring and pointing",
    "battery",
    "bus",
    "distribution",
    "computers",
    "computers, less in shadow",
    "housekeeping",
    "spare computers",
    "pumps",
    "heat pump",
    "links",
    "thrusters",
    "heat",
    "Sun, Earth and array on the radiators",
    "radiators",
    "space",
    "beams",
    "jets",
];

/// Links between [`NODES`], as they are found.
#[derive(Default)]
struct Network {
    links: Vec<FlowLink>,
}

impl Network {
    /// Adds a link where something flows.
    fn link(&mut self, from: &str, to: &str, value: f64, carrier: Carrier) {
        let index = |name: &str| NODES.iter().position(|each| *each == name).unwrap_or(0);
        if value > 0.0 {
            self.links.push(FlowLink { from: index(from), to: index(to), value, carrier });
        }
    }

    /// The nodes that something flows through, and the links between them.
    fn used(self) -> (Vec<FlowNode>, Vec<FlowLink>) {
        let is_used =
            |node: &usize| self.links.iter().any(|link| link.from == *node || link.to == *node);
        let used: Vec<usize> = (0..NODES.len()).filter(is_used).collect();
        let place = |node: usize| used.iter().position(|each| *each == node).unwrap_or(0);
        let links = self
            .links
            .iter()
            .map(|link| FlowLink { from: place(link.from), to: place(link.to), ..*link })
            .collect();
        (used.iter().map(|node| FlowNode::new(NODES[*node])).collect(), links)
    }
}

/// Reference of a line of the mass ledger.
fn subject_of(name: &str) -> &str {
    match name {
        "array" => "array",
        "radiator panels" | "coolant loop" | "coolant" => "radiator",
        "launched" => "satellite",
        other => other,
    }
}

/// Hardware that has flown or is announced, from the catalog.
fn flown() -> Vec<MassRow> {
    let catalog = Catalog::builtin();
    let nominal = |address: &str| catalog.value(address, 2026).ok().map(|spread| spread.nominal);
    let inverse = |address: &str| nominal(address).map(|specific_power| 1.0e3 / specific_power);
    let direct =
        |address: &str| nominal(address).map(|specific_mass| in_unit(specific_mass, "kg/kW"));
    let rows = [
        (
            "ISS radiators (EATCS)",
            direct("platforms.iss.eatcs_radiator_specific_mass"),
            "kW heat",
            "radiator",
            Standing::Flown,
        ),
        (
            "iROSA wing",
            inverse("platforms.irosa.specific_power"),
            "kW array",
            "array",
            Standing::Flown,
        ),
        (
            "Starlink V2 Mini",
            inverse("platforms.starlink_v2mini.whole_satellite_specific_power"),
            "kW array",
            "satellite",
            Standing::Flown,
        ),
        (
            "Starcloud-3",
            inverse("platforms.starcloud3.specific_power"),
            "kW",
            "satellite",
            Standing::Announced,
        ),
        (
            "SpaceX AI1",
            inverse("platforms.spacex_ai1.specific_power"),
            "kW peak",
            "satellite",
            Standing::Announced,
        ),
    ];
    rows.into_iter()
        .filter_map(|(name, value, per, subject, standing)| {
            Some(MassRow {
                name: name.to_owned(),
                value: value?,
                per: per.to_owned(),
                subject: subject.to_owned(),
                standing,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{EMBEDDED, open};
    use crate::studies::evaluated::EvaluatedScenario;

    fn flow_of(name: &str) -> Option<Flow> {
        let subject = EvaluatedScenario::new(open(name, &[]).unwrap()).unwrap();
        let run = crate::studies::run::run(&subject).unwrap();
        PictureContext { run: &run }.flow()
    }

    #[test]
    fn whatever_flows_into_a_node_flows_out_of_it_in_every_scenario() {
        for (name, _) in EMBEDDED {
            let flow = flow_of(name).unwrap_or_else(|| panic!("{name}: no chart"));
            let sum = |links: &[&FlowLink]| links.iter().map(|link| link.value).sum::<f64>();
            for (index, node) in flow.nodes.iter().enumerate() {
                let enter: Vec<&FlowLink> = flow.links.iter().filter(|l| l.to == index).collect();
                let leave: Vec<&FlowLink> = flow.links.iter().filter(|l| l.from == index).collect();
                let (inflow, outflow) = (sum(&enter), sum(&leave));
                let is_end = enter.is_empty() || leave.is_empty();
                let gap = (inflow - outflow).abs() / inflow.max(outflow);
                assert!(is_end || gap < 1e-9, "{name}, {}: {inflow} {outflow}", node.name);
            }
        }
    }
}
