//! The shield that weighs least for the work done, in the report of a run.

use super::RunReport;
use crate::studies::shielding::Shield;
use crate::units::format::format_number;
use crate::units::{Ratio, millimeter};

/// Relative difference of mass below which two shields count as alike.
const ALIKE: f64 = 1.0e-4;
/// Share of the computers that is none.
const NONE: f64 = 1.0e-9;

fn digits(value: f64) -> String {
    format_number(value, 3)
}

fn thickness(shield: &Shield) -> String {
    digits(shield.thickness.get::<millimeter>())
}

fn share(lost: Ratio) -> String {
    if lost.base() < NONE {
        "none".to_owned()
    } else {
        format!("{} %", digits(100.0 * lost.base()))
    }
}

/// Mass per IT power at work in kg/kW.
fn mass(shield: &Shield) -> f64 {
    1.0e3 * shield.mass.base()
}

impl RunReport<'_> {
    pub(super) fn shield_note(&self) -> Option<String> {
        let advice = self.run.shield.as_ref()?;
        let (best, now) = (&advice.lightest, &advice.present);
        let mut text = if advice.no_plate {
            let bare = if self.run.case.shielding.structure_thickness.base() > 0.0 {
                format!("the {} mm of the structure alone weigh", thickness(best))
            } else {
                "no plate at all weighs".to_owned()
            };
            format!(
                "shielding.thickness: {bare} least; a plate weighs more than the work it saves (by \
                    mass; `optimize` weighs it in money)"
            )
        } else {
            let edge = if advice.end_of_tables { " (the tables of the dose end here)" } else { "" };
            format!(
                "shielding.thickness: {} mm{edge} weigh least for the work done (by mass; \
                    `optimize` weighs it in money), {} kg per kW at work; dose then ends {} of the \
                    computers",
                thickness(best),
                digits(mass(best)),
                share(best.lost_parts),
            )
        };
        if (mass(now) / mass(best) - 1.0).abs() > ALIKE {
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
        Some(text)
    }
}
