//! Radiator panels: absorbed loads, sink temperature, net flux, area, mass.

use crate::constants::STEFAN_BOLTZMANN;
use crate::domain::{DomainError, within};
use crate::physics::fin::{self, Fin};
use crate::units::{
    Area, ArealMass, Irradiance, Mass, Power, RadiationConstant, Ratio, Temperature, difference,
    kelvin, kilogram_per_square_meter, pick, unity,
};

/// Below this ratio of sink to panel the integral over temperature is summed as a series.
const COLD_SINK: f64 = 0.05;

/// Parameters of a panel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RadiatorParameters {
    /// Infrared emissivity of the coating.
    pub emissivity: Ratio,
    /// Solar absorptance of the coating at the age that is sized for (end of life).
    pub absorptance: Ratio,
    /// Share of the heat of an isothermal panel that is left, apart from what
    /// [`Radiator::with_fin`] computes: 1 with a fin's geometry, the fin's effectiveness without.
    pub fin_effectiveness: Ratio,
    /// Faces that radiate, over the panel area: 2, or 1 on the back of an array.
    pub emitting_faces: Ratio,
    /// Mass per panel area.
    pub areal_mass: ArealMass,
}

/// Incident flux, summed over the radiating faces, per panel area.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SurroundingLoads {
    /// Infrared of the Earth.
    pub earth_infrared: Irradiance,
    /// Sunlight reflected by the Earth.
    pub albedo: Irradiance,
    /// Direct sunlight.
    pub solar: Irradiance,
    /// Infrared of the satellite's own solar arrays.
    pub array_infrared: Irradiance,
}

/// A flat radiator panel with a gray, diffuse coating.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Radiator {
    parameters: RadiatorParameters,
    fin: Option<Fin>,
}

impl Radiator {
    /// Checks the panel once, so that the methods below cannot fail but where they say so.
    ///
    /// # Errors
    /// [`DomainError`] if the emissivity or the fin effectiveness is outside 0.01 to 1, the
    /// absorptance outside 0 to 1, the emitting faces outside 0.01 to 2, or the areal mass outside
    /// 0 kg/m² to 1 000 kg/m².
    pub fn new(parameters: RadiatorParameters) -> Result<Self, DomainError> {
        within::<unity>("radiator emissivity", 0.01..=1.0, parameters.emissivity)?;
        within::<unity>("radiator absorptance", 0.0..=1.0, parameters.absorptance)?;
        within::<unity>("fin effectiveness", 0.01..=1.0, parameters.fin_effectiveness)?;
        within::<unity>("emitting faces", 0.01..=2.0, parameters.emitting_faces)?;
        within::<kilogram_per_square_meter>(
            "radiator areal mass",
            0.0..=1_000.0,
            parameters.areal_mass,
        )?;
        Ok(Self { parameters, fin: None })
    }

    /// The same panel with sheets of a given geometry between its tubes: their effectiveness is
    /// computed at each root and sink temperature and multiplies the fixed share.
    #[must_use]
    pub const fn with_fin(self, fin: Fin) -> Self {
        Self { parameters: self.parameters, fin: Some(fin) }
    }

    /// Flux absorbed per panel area.
    ///
    /// # Model
    /// ```text
    /// q_a = ε (q_E + q_A) + α (q_S + q_R)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | ε, α | infrared emissivity, solar absorptance | 1 |
    /// | `q_E`, `q_A` | incident infrared of the Earth, of the arrays | W/m² |
    /// | `q_S`, `q_R` | incident sunlight, direct and reflected by the Earth | W/m² |
    ///
    /// # Assumes
    /// Gray in the infrared (absorptance of infrared equals emissivity); cosmic background (3e-6
    /// W/m²) left out.
    ///
    /// # Valid for
    /// Any load; the faces counted in the load must be the faces that emit.
    ///
    /// # References
    /// \[Thermal2026\], `plate_temperature.csv`
    pub fn absorbed(&self, loads: &SurroundingLoads) -> Irradiance {
        let infrared = loads.earth_infrared + loads.array_infrared;
        let sunlight = loads.albedo + loads.solar;
        self.parameters.emissivity * infrared + self.parameters.absorptance * sunlight
    }

    /// Temperature at which the panel, without heat of its own, emits what it absorbs.
    ///
    /// # Model
    /// ```text
    /// T_s = (q_a / (f ε σ))^(1/4)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `q_a` | absorbed flux per panel area, [`Radiator::absorbed`] | W/m² |
    /// | f, ε | emitting faces, emissivity | 1 |
    ///
    /// # Assumes
    /// Both faces at one temperature: one sink for the panel.
    ///
    /// # Valid for
    /// Any load; a load below zero counts as none.
    ///
    /// # References
    /// \[Thermal2026\], `plate_temperature.csv`, `T_sink_K`
    pub fn sink_temperature(&self, loads: &SurroundingLoads) -> Temperature {
        self.temperature_of(self.absorbed(loads))
    }

    /// Temperature of an isothermal panel that rejects `heat` per panel area besides what it
    /// absorbs; model as in [`Radiator::sink_temperature`] with `heat` added to the absorbed flux.
    pub fn equilibrium_temperature(
        &self,
        heat: Irradiance,
        loads: &SurroundingLoads,
    ) -> Temperature {
        self.temperature_of(self.absorbed(loads) + heat)
    }

    /// Effectiveness of the panel at a root and a sink temperature: the fixed share times
    /// [`fin::effectiveness`].
    pub fn fin_effectiveness(&self, root: Temperature, sink: Temperature) -> Ratio {
        let p = &self.parameters;
        self.fin.map_or(p.fin_effectiveness, |sheet| {
            let number = sheet.conductance_number(p.emissivity, p.emitting_faces, root);
            p.fin_effectiveness * fin::effectiveness(number, sink / root)
        })
    }

    /// Net heat rejected per panel area at a root temperature.
    ///
    /// # Model
    /// ```text
    /// q = η f ε σ (T_b⁴ − T_s⁴)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | q | net flux per panel area (one face's area) | W/m² |
    /// | η | fin effectiveness, [`Radiator::fin_effectiveness`] | 1 |
    /// | f, ε | emitting faces, emissivity | 1 |
    /// | `T_b`, `T_s` | root and sink temperature | K |
    ///
    /// Exact for fins too: their effectiveness is defined on the same difference of fourth powers.
    ///
    /// # Assumes
    /// Uniform loads and root temperature; the panel does not see itself.
    ///
    /// # Valid for
    /// Any temperature; negative where the surroundings heat the panel.
    ///
    /// # References
    /// \[Thermal2026\], `radiator_area.csv`, `area_m2_isothermal_mean_T`
    pub fn net_flux(&self, root: Temperature, loads: &SurroundingLoads) -> Irradiance {
        self.net_flux_to(root, self.sink_temperature(loads))
    }

    /// Net heat as in [`Radiator::net_flux`], for a sink temperature that is known.
    pub fn net_flux_to(&self, root: Temperature, sink: Temperature) -> Irradiance {
        let share = self.fin_effectiveness(root, sink).base();
        Irradiance::from_base(share * self.emission().base() * (fourth(root) - fourth(sink)))
    }

    /// Panel area that rejects `heat` at one root temperature: heat over [`Radiator::net_flux`].
    ///
    /// # Errors
    /// [`DomainError`] if the surroundings are as warm as the panel.
    pub fn area(
        &self,
        heat: Power,
        root: Temperature,
        loads: &SurroundingLoads,
    ) -> Result<Area, DomainError> {
        let sink = self.sink_temperature(loads);
        check_sink(sink, root)?;
        Ok(heat / self.net_flux_to(root, sink))
    }

    /// Panel area that takes `heat` from a fluid without film resistance, whose temperature falls
    /// on its way.
    ///
    /// # Model
    /// ```text
    /// A = C ∫ dT / (η f ε σ (T⁴ − T_s⁴))  from T_out to T_in,  C = Q / (T_in − T_out)
    /// ∫ dT / (T⁴ − s⁴) = ln((T − s)/(T + s)) / (4 s³) − atan(T/s) / (2 s³)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | A | panel area | m² |
    /// | Q, C | heat, heat capacity rate of the fluid | W, W/K |
    /// | `T_in`, `T_out` | temperature of the fluid at both ends | K |
    /// | η, f, ε, `T_s` | as in [`Radiator::net_flux`] | 1, 1, 1, K |
    ///
    /// # Assumes
    /// The root has the fluid's temperature; effectiveness constant at its value for the mean
    /// temperature.
    ///
    /// # Valid for
    /// Sinks colder than the outlet; equal ends give the isothermal area.
    ///
    /// # References
    /// \[Thermal2026\], `radiator_area.csv`, `area_m2_fluid_integral`
    ///
    /// # Errors
    /// [`DomainError`] if the sink is as warm as the colder end.
    pub fn area_for_fluid(
        &self,
        heat: Power,
        inlet: Temperature,
        outlet: Temperature,
        sink: Temperature,
    ) -> Result<Area, DomainError> {
        let coldest = if outlet < inlet { outlet } else { inlet };
        check_sink(sink, coldest)?;
        let mean = Temperature::from_base(0.5 * (inlet.base() + outlet.base()));
        let share = self.fin_effectiveness(mean, sink).base();
        let integral = mean_reciprocal(inlet, outlet, sink);
        Ok(Area::from_base(heat.base() * integral / (share * self.emission().base())))
    }

    /// Mass of a panel area: area times [`RadiatorParameters::areal_mass`].
    pub fn mass(&self, area: Area) -> Mass {
        area * self.parameters.areal_mass
    }

    /// f ε σ: what the panel area emits over the fourth power of its temperature.
    pub(crate) fn emission(&self) -> RadiationConstant {
        self.parameters.emitting_faces * self.parameters.emissivity * STEFAN_BOLTZMANN
    }

    fn temperature_of(&self, flux: Irradiance) -> Temperature {
        let power = flux.base().max(0.0) / self.emission().base();
        Temperature::from_base(power.sqrt().sqrt())
    }
}

/// Panels that stand on a plate and radiate onto it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FacingPanel {
    /// Emission of all faces per panel area.
    pub emission: Irradiance,
    /// Panel area, one face.
    pub area: Area,
    /// View factor from each of its faces to the plate.
    pub view: Ratio,
}

impl FacingPanel {
    /// Infrared of the panels that the plate absorbs, per area of the plate.
    ///
    /// # Model
    /// ```text
    /// q = ε F E A_p / A
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | q | absorbed per area of the plate | W/m² |
    /// | ε, A | emissivity and area of the face of the plate that sees the panels | 1, m² |
    /// | F | view factor from a face of the panels to the plate | 1 |
    /// | E, `A_p` | emission of all faces per panel area, panel area | W/m², m² |
    ///
    /// # Assumes
    /// Grey and diffuse surfaces; a plate of one temperature, over which the heat spreads evenly;
    /// what the plate reflects back to the panels is left out.
    ///
    /// # Valid for
    /// Plates that reflect little: a fifth of q at most for ε = 0.8. Zero for a plate of no area.
    ///
    /// # References
    /// Reciprocity of view factors, docs/model/satellite.md
    pub fn absorbed_by(&self, plate: Area, emissivity: Ratio) -> Irradiance {
        let sent = self.view * self.emission * self.area;
        let shared = pick(plate.base() > 0.0, sent / plate, Irradiance::from_base(0.0));
        emissivity * shared
    }
}

/// Stefan-Boltzmann bound: flux of a black face toward a sky at zero.
///
/// # Model
/// ```text
/// q = σ T⁴
/// ```
///
/// # Assumes
/// Nothing that a real face could beat.
///
/// # Valid for
/// Any temperature.
///
/// # References
/// \[CODATA2018\], Stefan-Boltzmann constant
pub fn ideal_flux(temperature: Temperature) -> Irradiance {
    Irradiance::from_base(STEFAN_BOLTZMANN.base() * fourth(temperature))
}

/// Fourth power of a temperature.
pub(crate) fn fourth(temperature: Temperature) -> f64 {
    let squared = temperature.base() * temperature.base();
    squared * squared
}

/// Mean temperature of a surface, that of an isothermal panel with the same net flux:
/// (η `T_b`⁴ + (1 − η) `T_s`⁴)^(1/4), symbols as in [`Radiator::net_flux`].
pub(crate) fn mean_surface(root: Temperature, sink: Temperature, share: Ratio) -> Temperature {
    let mean = share.base() * fourth(root) + (1.0 - share.base()) * fourth(sink);
    Temperature::from_base(mean.max(0.0).sqrt().sqrt())
}

/// Refuses a sink that is as warm as the panel.
pub(crate) fn check_sink(sink: Temperature, panel: Temperature) -> Result<(), DomainError> {
    let highest = panel.base() * (1.0 - 1.0e-9);
    within::<kelvin>("sink temperature", 0.0..=highest, sink).map(|_| ())
}

/// Mean of 1/(T⁴ − s⁴) over T between two temperatures above the sink.
pub(crate) fn mean_reciprocal(first: Temperature, second: Temperature, sink: Temperature) -> f64 {
    let rise = difference(first, second).base();
    let (warm, cold, s) = (first.base(), second.base(), sink.base());
    let middle = 0.5 * (warm + cold);
    if rise.abs() < 1.0e-6 * middle {
        return 1.0 / (middle.powi(4) - s.powi(4));
    }
    let coldest = if cold < warm { cold } else { warm };
    if s < COLD_SINK * coldest {
        let term = |power: i32| (cold.powi(-power) - warm.powi(-power)) / f64::from(power);
        let fourth = s.powi(4);
        return (term(3) + fourth * (term(7) + fourth * (term(11) + fourth * term(15)))) / rise;
    }
    let logarithm = libm::log1p(2.0 * s * rise / ((warm + s) * (cold - s)));
    let angle = libm::atan(s * rise / (s * s + warm * cold));
    (0.25 * logarithm - 0.5 * angle) / (s * s * s * rise)
}

#[cfg(test)]
mod tests;
