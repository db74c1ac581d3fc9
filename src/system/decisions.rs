//! Decisions of a designer: inputs that a scenario may leave open with the word `"auto"`.

/// What a designer decides, each by the input that states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// How many satellites share the IT power: `satellite.count` or `satellite.it_power`.
    Size,
    /// `satellite.per_launch`.
    PerLaunch,
    /// `coolant.temperature`.
    CoolantTemperature,
    /// `it.eclipse_share`.
    EclipseShare,
    /// `heat_pump.lift`.
    Lift,
    /// `radiator.louvers`.
    Louvers,
    /// `array.oversize`.
    ArrayArea,
    /// `link.terminals`.
    Terminals,
    /// `launch.separation_altitude`.
    Raising,
    /// `armor.survival`.
    Armor,
    /// `shielding.thickness`.
    Shield,
    /// `it.spares`.
    ComputerSpares,
    /// `fleet.spares`.
    SatelliteSpares,
    /// `satellite.life`.
    Life,
}

impl Decision {
    /// Every decision.
    pub const ALL: [Self; 14] = [
        Self::Size,
        Self::PerLaunch,
        Self::CoolantTemperature,
        Self::EclipseShare,
        Self::Lift,
        Self::Louvers,
        Self::ArrayArea,
        Self::Terminals,
        Self::Raising,
        Self::Armor,
        Self::Shield,
        Self::ComputerSpares,
        Self::SatelliteSpares,
        Self::Life,
    ];

    /// How the rules of design take it, in a sentence.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Size => {
                "The number of equal satellites, up to `satellite.it_power_limit` each, with which \
                 `orbit.cost_per_it_energy` is least: of all whole numbers."
            }
            Self::PerLaunch => {
                "As many whole satellites as fit, of the size with which computing costs least."
            }
            Self::CoolantTemperature => {
                "The hottest coolant that keeps the hottest chip `coolant.chip_margin` below \
                 `it.chip_temperature_limit`: radiators are smallest there."
            }
            Self::EclipseShare => {
                "Computing in shadow: none, full, or a twentieth between them, such that the chips \
                 keep `it.chip_swing_limit`; whichever costs least with the size of satellite \
                 that goes with it."
            }
            Self::Lift => {
                "The lift of a heat pump with which computing costs least, with the size of \
                 satellite that goes with it; none where none pays."
            }
            Self::Louvers => {
                "No louvers where the coolant stays liquid and the chips keep within their swing \
                 without them, else on as small a share of the panels as does that, where it costs \
                 less than what else does."
            }
            Self::ArrayArea => {
                "As large as power needs, or as a radiator on its back needs where that is more."
            }
            Self::Terminals => {
                "The fewest optical terminals that carry what the work exchanges between \
                 satellites; none where it exchanges nothing."
            }
            Self::Raising => {
                "A launch to the working orbit, or to a lower one from which the satellites raise \
                 themselves where that costs less; direct where `launch.capacity` states the \
                 payload to the working orbit."
            }
            Self::Armor => {
                "Walls that more or fewer sections of the panels outlast, with panels in place of \
                 those lost; thicker or thinner while that costs less."
            }
            Self::Shield => {
                "From the thinnest shield behind which the computers stand their dose, thicker \
                 while that costs less."
            }
            Self::ComputerSpares => {
                "Spare computers on board, more or fewer while that costs less."
            }
            Self::SatelliteSpares => "Spare satellites, more or fewer while that costs less.",
            Self::Life => {
                "From the longest life that is of use, `mission.life` or that of the computers, \
                 shorter while that costs less."
            }
        }
    }

    /// Whether zero of its input is a value of it, and does not leave it to another input.
    pub const fn has_zero(self) -> bool {
        !matches!(self, Self::Size | Self::PerLaunch | Self::Life)
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The decisions that a case leaves to the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenDecisions(u16);

impl OpenDecisions {
    /// None: every choice is stated.
    pub const NONE: Self = Self(0);

    /// Whether everything is stated.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this decision is left open.
    pub const fn has(self, decision: Decision) -> bool {
        self.0 & decision.bit() != 0
    }

    /// Leaves a decision open.
    pub const fn open(&mut self, decision: Decision) {
        self.0 |= decision.bit();
    }

    /// Takes a decision as stated.
    pub const fn close(&mut self, decision: Decision) {
        self.0 &= !decision.bit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_decision_opens_and_closes_alone() {
        for decision in Decision::ALL {
            let mut open = OpenDecisions::NONE;
            open.open(decision);
            assert!(Decision::ALL.iter().all(|other| open.has(*other) == (*other == decision)));
            open.close(decision);
            assert!(open.is_empty());
        }
    }
}
