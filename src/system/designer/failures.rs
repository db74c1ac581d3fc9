//! What failures leave of the work, kept for fleets that were asked for: it depends on numbers of
//! satellites and spares alone, not on what the satellites are made of.

use crate::system::costs::left_after_failures;
use crate::system::evaluation::Flight;
use crate::system::inputs::Case;
use crate::units::Ratio;

/// Fleets that are kept.
const PLACES: usize = 64;

/// What tells fleets of one search apart, as bits.
type FleetKey = [u64; 6];

/// Where a fleet of so many working satellites is kept.
const fn place_of(working: u128) -> usize {
    (working % PLACES as u128) as usize
}

/// What failures leave of fleets that were asked for.
pub(super) struct KnownFailures([Option<(FleetKey, Ratio)>; PLACES]);

impl KnownFailures {
    pub(super) const NONE: Self = Self([None; PLACES]);

    /// Share of the work that failures leave; none where no satellite closes.
    pub(super) fn left(&mut self, case: &Case, flight: &Flight) -> Option<Ratio> {
        let satellites = flight.satellites.as_ref()?;
        let one = satellites.one.as_ref()?;
        let key = [
            satellites.working().base().to_bits(),
            satellites.all().base().to_bits(),
            one.design.loads.it.base().to_bits(),
            case.it.spares.base().to_bits(),
            case.fleet.spares.base().to_bits(),
            case.life().base().to_bits(),
        ];
        let place = &mut self.0[place_of(satellites.fleet.working)];
        if let Some((known, left)) = place
            && *known == key
        {
            return Some(*left);
        }
        let left = left_after_failures(case, satellites)?;
        *place = Some((key, left));
        Some(left)
    }
}
