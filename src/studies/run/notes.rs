//! Remarks of a run: of the model, of the reading of the scenario, and of what was asked beside the
//! evaluation.

use crate::provenance::Confidence;
use crate::scenario::{Origin, Remark, Scenario};
use crate::studies::decisions::DesignChoice;
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::orbit_heat::{Duty, LiftAdvice, ThroughOrbit};
use crate::studies::shielding::{Shield, ShieldAdvice};
use crate::system::decisions::Decision;
use crate::system::inputs::Case;
use crate::system::notes::Note;
use crate::units::format::{TYPED_DIGITS, format_number, format_quantity, in_unit};
use crate::units::{Ratio, millimeter};

/// Share of the cost within which another size is named.
const NEAR_SIZE: f64 = 0.03;
/// Relative difference of mass below which two shields count as equal.
const EQUAL_MASS: f64 = 1.0e-4;
/// Share of a stated power by which satellites may be smaller without a word.
const AS_STATED: f64 = 1.0e-3;
/// Share of the computers below which none is lost.
const NONE_LOST: f64 = 1.0e-9;

/// A remark on the whole run, or on one path.
pub(super) fn remark(code: &'static str, path: &str, text: String) -> Remark {
    Remark { code, path: path.to_owned(), text }
}

/// Whether the scenario says a value itself.
pub(super) fn is_stated(scenario: &Scenario, path: &str) -> bool {
    let origin = scenario.input(path).map(|input| &input.origin);
    matches!(origin, Some(Origin::File { .. } | Origin::Set))
}

/// Remarks of the model.
pub(in crate::studies) fn own_notes(subject: &EvaluatedScenario) -> Vec<Remark> {
    let notes = subject.evaluation.notes.iter();
    notes.map(|note| remark(note.code(), note.path(), said(note, subject))).collect()
}

/// The words of a remark; out of reach, how much of the way turns the plane.
fn said(note: Note, subject: &EvaluatedScenario) -> String {
    let launch = subject.evaluation.metrics().launch();
    let Some((way, plane)) = launch.velocity().zip(launch.plane_change()) else {
        return note.text().to_owned();
    };
    if note != Note::OutOfReach {
        return note.text().to_owned();
    }
    let [beyond, turn] = [way, plane].map(|velocity| format_quantity(velocity.base(), "m/s", 0));
    let far = format!("{}: it lies {beyond} beyond its low orbit", note.text());
    if plane.base() <= 0.0 {
        return far;
    }
    format!(
        "{far}, of which {turn} turn the plane, since the launch site lies above its inclination: \
         a site nearer to the equator takes less (launch.site)"
    )
}

/// Which stated inputs change nothing here.
pub(super) fn without_effect(paths: &[&str]) -> Option<Remark> {
    let text = || {
        format!(
            "stated without effect here, as another choice or a pin switches it off: {}",
            paths.join(", ")
        )
    };
    (!paths.is_empty()).then(|| remark("no-effect", "", text()))
}

/// A coolant that freezes while all computers are off.
pub(super) fn frozen_when_off(heat: &ThroughOrbit) -> Option<Remark> {
    let off = heat.orbits.iter().find(|orbit| orbit.duty == Duty::Off)?;
    let below = -off.freezing_margin.base();
    let text = format!(
        "with all computers off the coolant freezes ({} K below its freezing point): heaters that \
         prevent it are in no mass, power or cost here",
        format_number(below, 3)
    );
    (below > 0.0).then(|| remark("safe-mode", "coolant.freezing", text))
}

/// A stated power of satellites that their equal shares do not reach.
pub(super) fn smaller_than_stated(subject: &EvaluatedScenario) -> Option<Remark> {
    let stated = is_stated(&subject.scenario, "satellite.it_power");
    let most = subject.case.satellite.it_power.base();
    let built = subject.value("satellite.it_power")?;
    let number = |base: f64| format_number(in_unit(base, "kW"), 4);
    let text = format!(
        "{} kW is the most that a satellite has: {} equal ones share the IT power, {} kW each",
        number(most),
        format_number(subject.shown("satellite.count")?, TYPED_DIGITS),
        number(built)
    );
    let is_smaller = stated && most > 0.0 && built < most * (1.0 - AS_STATED);
    is_smaller.then(|| remark("rounding", "satellite.it_power", text))
}

/// A power per mass of the array that somebody may have meant for all of it.
pub(super) fn array_of_stated_power(subject: &EvaluatedScenario) -> Option<Remark> {
    let [power, area] =
        ["array.specific_power", "array.areal_mass"].map(|path| is_stated(&subject.scenario, path));
    let whole = subject.value("array.power_bol")? / subject.value("mass.array")?;
    let areal = subject.shown("array.areal_mass")?;
    let text = format!(
        "power per mass of what goes with power alone, as wires and drives; with {} kg/m2 of \
         `array.areal_mass` the whole array has {} W/kg: state both, or \
         `array.areal_mass='0 kg/m2'` if the number stands for all of it",
        format_number(areal, 3),
        format_number(whole, 3)
    );
    (power && !area && areal > 0.0).then(|| remark("stated", "array.specific_power", text))
}

/// Another size that costs nearly the same.
pub(super) fn size(choices: &[DesignChoice]) -> Option<Remark> {
    let size = choices.iter().find(|choice| choice.path.starts_with("satellite.it_power"))?;
    let next = size.next_best.filter(|next| next.dearer_by <= NEAR_SIZE)?;
    let text = format!(
        "the next best size, {} {}, costs {} % more; sizes between them may cost far more, as a \
         launch takes whole satellites (`sweep --vary satellite.it_power`)",
        format_number(next.typed, TYPED_DIGITS),
        size.unit,
        format_number(100.0 * next.dearer_by, 2),
    );
    Some(remark("near", "", text))
}

/// The cost of whole launches beside shared ones.
pub(super) fn whole_launches(share: Option<f64>) -> Option<Remark> {
    let share = share.filter(|share| *share > 0.0)?;
    let text = format!(
        "whole launches: the same satellites on shared launches (`launch.sharing = \"shared\"`) \
         would cost {} % less",
        format_number(100.0 * share, 2),
    );
    Some(remark("rounding", "", text))
}

/// Whether a heat pump would help, where the rules of design did not try one.
pub(super) fn heat_pump(case: &Case, advice: Option<&LiftAdvice>) -> Option<Remark> {
    let advice = advice.filter(|_| !case.open.has(Decision::Lift))?;
    let number = |value: f64| format_number(value, 3);
    let text = if advice.no_lift {
        "no heat pump: the power that it takes weighs more than the panels that it saves".to_owned()
    } else {
        format!(
            "a heat pump to {} K would weigh least, {} kg/kW of panels and power for {} W of work \
             per W of heat (Carnot asks for {})",
            number(advice.radiator_temperature.base()),
            number(1.0e3 * advice.mass.base()),
            number(advice.work_ratio.base()),
            number(advice.work_bound.base()),
        )
    };
    Some(remark("advice", "radiator.temperature", text))
}

/// How many inputs nobody has a source for.
pub(super) fn assumptions(scenario: &Scenario) -> Remark {
    let inputs = &scenario.inputs;
    let is_assumed = |confidence| confidence == Some(Confidence::Assumption);
    let assumed = inputs.iter().filter(|input| is_assumed(input.confidence)).count();
    let text = format!(
        "{assumed} of {} inputs rest on engineering judgement without a source; `skyrack inputs` \
         marks them",
        inputs.len()
    );
    remark("assumptions", "", text)
}

/// The shield that weighs least for the work done.
pub(super) fn shield(advice: Option<&ShieldAdvice>, case: &Case) -> Option<Remark> {
    let advice = advice?;
    let (best, now) = (&advice.lightest, &advice.present);
    let mut text = if advice.no_plate { bare(best, case) } else { plate(advice) };
    if (mass(now) / mass(best) - 1.0).abs() > EQUAL_MASS {
        text.push_str(&format!(
            " ({} mm here: {} kg per kW, {} ended)",
            thickness(now),
            digits(mass(now)),
            share(now.lost_parts)
        ));
    }
    match advice.dose_limit {
        Some(limit) if limit > best.thickness => text.push_str(&format!(
            "; it.dose_limit asks for {} mm",
            format_number(limit.get::<millimeter>(), 4)
        )),
        Some(_) => {}
        None => text.push_str("; it.dose_limit asks for more than 30 mm"),
    }
    Some(remark("advice", "shielding.thickness", text))
}

/// The words where no plate weighs least.
fn bare(best: &Shield, case: &Case) -> String {
    let bare = if case.shielding.structure_thickness.base() > 0.0 {
        format!("the {} mm of the structure alone weigh", thickness(best))
    } else {
        "no plate at all weighs".to_owned()
    };
    format!(
        "{bare} least; a plate weighs more than the work it saves (by mass; `optimize` weighs it \
         in money)"
    )
}

/// The words where a plate weighs least.
fn plate(advice: &ShieldAdvice) -> String {
    let best = &advice.lightest;
    let edge = if advice.end_of_tables { " (the tables of the dose end here)" } else { "" };
    format!(
        "{} mm{edge} weigh least for the work done (by mass; `optimize` weighs it in money), {} kg \
         per kW at work; dose then ends {} of the computers",
        thickness(best),
        digits(mass(best)),
        share(best.lost_parts),
    )
}

fn digits(value: f64) -> String {
    format_number(value, 3)
}

fn thickness(shield: &Shield) -> String {
    digits(shield.thickness.get::<millimeter>())
}

fn share(lost: Ratio) -> String {
    if lost.base() < NONE_LOST {
        "none".to_owned()
    } else {
        format!("{} %", digits(100.0 * lost.base()))
    }
}

/// Mass per IT power at work in kg/kW.
fn mass(shield: &Shield) -> f64 {
    1.0e3 * shield.mass.base()
}
