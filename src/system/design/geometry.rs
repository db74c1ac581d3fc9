//! Where the plates of a satellite stand: what they see of each other, what they turn into the
//! wind.

use crate::physics::atmosphere::density;
use crate::physics::drag::corotation_factor;
use crate::physics::environment::{Attitude, Environment};
use crate::physics::view_factor::{EdgeRectangle, perpendicular_rectangles};
use crate::system::inputs::Case;
use crate::units::{Area, Length, MassDensity, Pressure, Ratio, fraction};

const USUAL_ARRAY_VIEW: Ratio = fraction(0.22);

/// View factor from one face of a panel that stands on the middle line of the array's back to the
/// half of the array on its side; zero where the panel is the array's back or lies in its plane.
pub(super) fn array_view(case: &Case, array: Area, panel: Area) -> Ratio {
    if case.radiator.attitude == Attitude::ArrayBack || array.base() <= 0.0 || panel.base() <= 0.0 {
        return fraction(0.0);
    }
    let array_width: Length = (array / case.array.aspect).sqrt();
    let array_length: Length = array_width * case.array.aspect;
    let edge: Length = (panel * case.radiator.aspect).sqrt();
    perpendicular_rectangles(
        EdgeRectangle { edge, depth: panel / edge },
        EdgeRectangle { edge: array_length, depth: array_width / 2.0 },
    )
}

/// What [`array_view`] is about for the usual panels and arrays; only begins the loop.
pub(super) fn usual_array_view(case: &Case) -> Ratio {
    if case.radiator.attitude == Attitude::ArrayBack { fraction(0.0) } else { USUAL_ARRAY_VIEW }
}

/// Share of the array's back that the panel covers: none where the panel stands elsewhere, above
/// one where it is larger than the array.
pub(super) fn covered_share(case: &Case, array: Area, panel: Area) -> Ratio {
    if case.radiator.attitude != Attitude::ArrayBack || array.base() <= 0.0 {
        return fraction(0.0);
    }
    panel / array
}

/// Mean share of the panel's area across the flight; none where the panel is the back of the array.
pub(in crate::system) fn panel_ram_share(case: &Case, environment: &Environment) -> Ratio {
    if case.radiator.attitude == Attitude::ArrayBack {
        fraction(0.0)
    } else {
        environment.ram_share_radiator
    }
}

/// Drag per area across the flight.
pub(super) fn drag_pressure(case: &Case, environment: &Environment) -> Pressure {
    let density = density(case.orbit.altitude, case.environment.solar_activity)
        .map_or(MassDensity::from_base(0.0), |density| density.value);
    let slip = corotation_factor(case.orbit.altitude, environment.inclination);
    density
        * environment.speed
        * environment.speed
        * (case.propulsion.drag_coefficient / 2.0)
        * slip
}
