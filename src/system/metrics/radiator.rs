//! The radiator.

use super::metrics;
use crate::units::{Area, Irradiance, Mass, Power, Ratio, Temperature};

metrics! {
    /// The radiator.
    RadiatorMetrics radiator, with m, case, e;

    /// Heat into the radiators, mean of the sizing orbit.
    heat: Power, in "kW", "Heat into radiators" = e.all(|one| one.loads.heat)?,
        "Sum of `power.bus` and `power.battery_loss`, less `power.radiated` and `power.jet`.";

    /// Number of faces of the radiator panel that radiate.
    faces: Ratio, in "1", "Radiating faces" = e.one()?.design.faces,
        "Two, or one where `radiator.attitude` is array-back.";

    /// View factor from a radiating face to the back of the array.
    array_view: Ratio, in "1", "View factor to array" = e.one()?.design.array_view,
        "View factor from a panel to the half of the array on its side, two rectangles at right \
         angles whose edges share a line and a middle, from `radiator.panel_area`, \
         `radiator.aspect`, `array.area`, `array.aspect` and `radiator.attitude`.";

    /// Sunlight, albedo and infrared absorbed per panel area, both faces.
    absorbed: Irradiance, in "W/m2", "Absorbed heat per area" = e.one()?.design.panel.absorbed,
        "Incident sunlight and albedo times `radiator.absorptance`, and infrared of Earth and \
         array times `radiator.emissivity`, in the hot case of `orbit.altitude`, \
         `radiator.attitude`, `environment.albedo_hot`, `environment.earth_infrared_hot`, \
         `radiator.array_view` and `array.temperature`.";

    /// Heat absorbed from Sun, Earth and array by the working panels.
    absorbed_heat: Power, in "kW", "Heat absorbed by radiators" =
        m.radiator().absorbed()? * m.radiator().panel_area()? /
            (case.radiator.area_factor * m.armor().area_factor()?);

    /// Heat emitted by the working panels.
    emission: Power, in "kW", "Heat emitted by radiators" =
        e.one()?.design.panel.emission * m.radiator().panel_area()? /
            (case.radiator.area_factor * m.armor().area_factor()?),
        "Stefan-Boltzmann emission at `radiator.temperature` times `radiator.emissivity` \
         times `radiator.faces`, times the working area, `radiator.panel_area` over \
         `radiator.area_factor` and `armor.area_factor`.";

    /// Temperature at the root of the fins.
    root_temperature: Temperature, in "K", "Fin root temperature" =
        e.one()?.design.panel.root_temperature,
        "`coolant.temperature` plus `heat_pump.lift` less the drop across `radiator.film` at \
         `radiator.net_flux`.";

    /// Mean radiating temperature of the radiator surface.
    temperature: Temperature, in "K", "Radiator temperature" =
        e.one()?.design.panel.surface_temperature,
        "Temperature at which a panel of `radiator.emissivity` emits the sum of \
         `radiator.net_flux` and `radiator.absorbed` from `radiator.faces` by the \
         Stefan-Boltzmann law.";

    /// Effectiveness of the fins: heat of the panel over that of a panel all at root temperature.
    fin_effectiveness: Ratio, in "1", "Fin effectiveness" =
        e.one()?.design.panel.fin_effectiveness,
        "Effectiveness of a radiating fin of `radiator.fin_length`, `radiator.fin_thickness` \
         and `radiator.fin_conductivity` between `radiator.root_temperature` and \
         `environment.sink_temperature`.";

    /// Net heat rejected per panel area, both faces.
    net_flux: Irradiance, in "W/m2", "Net heat per panel area" = e.one()?.design.panel.net_flux,
        "Emission less `radiator.absorbed`, mean over a panel along which the coolant cools \
         by `coolant.rise` around `coolant.temperature` plus `heat_pump.lift`, behind \
         `radiator.film`, with `radiator.fin_effectiveness`, `radiator.emissivity`, \
         `radiator.faces` and, on the share `radiator.louvers`, `radiator.louver_open`.";

    /// Emission of a black panel in empty space at the temperature of the coolant.
    bound: Irradiance, in "W/m2", "Black panel emission bound" = e.one()?.bounds.panel_flux,
        "Stefan-Boltzmann emission at `coolant.temperature` plus `heat_pump.lift`, times \
         `radiator.faces`.";

    /// Radiator panel area, one face.
    panel_area: Area, in "m2", "Radiator panel area" =
        m.radiator().heat()? * case.radiator.area_factor * m.armor().area_factor()? /
            m.radiator().net_flux()?;

    /// Area of the array's back that the radiator covers.
    on_array: Area, in "m2", "Radiator on the array" = e.all(|one| one.panel_on_array)?,
        "`radiator.panel_area` where `radiator.attitude` is array-back, else none.";

    /// Share of the panels under louvers, stated or chosen.
    louvers: Ratio, in "1", "Share of panels with louvers" = e.case.radiator.louvers,
        "`radiator.louvers` as stated; where it is automatic, the least share that keeps the \
         coolant above `coolant.freezing`.";

    /// Area under louvers, all faces that radiate.
    louver_area: Area, in "m2", "Area under louvers" =
        case.radiator.louvers * m.radiator().panel_area()? * m.radiator().faces()?;

    /// Mass of the radiators with louvers, loop, pumps, coolant and armor.
    mass: Mass, in "kg", "Radiator mass" =
        m.mass().radiator_panels()? + m.mass().louvers()? + m.mass().coolant_loop()? +
            m.mass().coolant()? + m.mass().heat_pump()? + m.mass().armor()?;
}
