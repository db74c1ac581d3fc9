//! Launches.

use super::arithmetic::ONE;
use super::metrics;
use crate::units::{Length, Mass, Money, MoneyPerMass, Ratio, Time, Velocity, Volume};

metrics! {
    /// Launches.
    LaunchMetrics launch, with m, case, e;

    /// Altitude at which a launch leaves the satellites.
    separation_altitude: Length, in "km", "Altitude of separation" = e.case.separation(),
        "`launch.separation_altitude` where it is below `orbit.altitude`, else that; also where \
         `launch.capacity` states the payload to the working orbit. Where it is automatic, with \
         which computing costs least.";

    /// Payload of the vehicle to the orbit in which it leaves the satellites.
    payload: Mass, in "kg", "Payload to this orbit" = e.satellites()?.lift.payload?,
        "`launch.capacity` where it is stated. Else what the stages give `launch.velocity` to \
         beyond `launch.payload_low_orbit`: rocket equation of the upper stage \
         (`launch.stage_dry_mass`, `launch.stage_propellant`, `launch.specific_impulse`) and of \
         the lower ones (`launch.liftoff_mass`, `launch.lower_burnout_mass`, \
         `launch.lower_specific_impulse`), with `launch.loss_relief`.";

    /// Upper bound on the payload that the stages give: the rocket equation with a stage of no
    /// mass.
    payload_bound: Mass, in "kg", "Payload bound" = e.satellites()?.lift.bound?,
        "Rocket equation from `launch.payload_low_orbit` with `launch.specific_impulse` (or \
         `launch.lower_specific_impulse` where that is larger) alone, over `launch.velocity` less \
         `launch.loss_relief`, if the masses `launch.stage_dry_mass`, `launch.stage_propellant`, \
         `launch.liftoff_mass` and `launch.lower_burnout_mass` go together; none beside a stated \
         `launch.capacity` and to orbits nearer than the low orbit.";

    /// Velocity that the way to this orbit takes beyond the low orbit of the published payload.
    velocity: Velocity, in "m/s", "Velocity beyond low orbit" =
        e.satellites()?.lift.ascent.beyond(),
        "Rotation of the Earth and two burns, from `launch.latitude` to \
         `launch.separation_altitude` and `orbit.inclination`, beyond the low orbit due east of \
         `launch.reference_latitude`.";

    /// What of that velocity turns the plane, because the launch site lies too far from the
    /// equator for the inclination.
    plane_change: Velocity, in "m/s", "Velocity of the plane change" =
        e.satellites()?.lift.ascent.plane_change(),
        "Part of `launch.velocity`: the second burn with a turn by what `launch.latitude` lies \
         above `orbit.inclination` less that without, at `launch.separation_altitude`.";

    /// Fairing volume that stowed satellites can fill.
    usable_volume: Volume, in "m3", "Usable fairing volume" =
        case.launch.fairing_volume * case.launch.packing_share;

    /// Satellites that fit on one launch by mass and stowed volume.
    satellites_per_launch: Ratio, in "1", "Satellites per launch" =
        e.launches()?.satellites_per_launch,
        "As `satellite.per_launch`.";

    /// Mass of the satellites of one launch, or of the part of one that is put together in orbit.
    carried_mass: Mass, in "kg", "Mass on one launch" =
        e.one()?.design.masses.launched * e.satellites_of_launch(),
        "`satellite.launched_mass` times `launch.satellites_per_launch`; where no launch takes \
         one, that of one or of `satellite.per_launch`, over `satellite.launches`.";

    /// Stowed volume of the same.
    carried_volume: Volume, in "m3", "Volume on one launch" =
        e.one()?.stowed * e.satellites_of_launch(),
        "`satellite.stowed_volume` times `launch.satellites_per_launch`; where no launch takes \
         one, that of one or of `satellite.per_launch`, over `satellite.launches`.";

    /// Number of launches, with those of spare satellites.
    count: Ratio, in "1", "Launches" = e.launches()?.count,
        "Working and spare satellites, `satellite.count` and `satellite.spares`, over \
         `launch.satellites_per_launch`, in whole launches.";

    /// Expected number of launches, with those that replace failed ones.
    expected_count: Ratio, in "1", "Launches with failed ones" =
        m.launch().count()? / (ONE - case.launch.failure_rate);

    /// Mass carried over payload paid for.
    fill: Ratio, in "1", "Launch fill" = e.launches()?.fill,
        "`satellite.launched_mass` of all satellites over `launch.payload` of the launches \
         paid for, from `launch.count` and `launch.sharing`.";

    /// Price of one launch.
    price_per_launch: Money, in "MUSD", "Price per launch" = e.offer()?.price,
        "`launch.flight_price` times `launch.learning_factor`; a contract per kilogram, \
         `launch.price`, makes the former with `launch.reference_payload`.";

    /// Learning factor of launch: price when the program buys over today's price.
    learning_factor: Ratio, in "1", "Learning factor of launch" = e.offer()?.learning,
        "Wright's law: `launch.cumulative_mass` over `launch.learned_mass`, to the power of \
         log2(1 - `launch.learning_rate`).";

    /// Cost of the greenhouse gases of a launch per mass that it carries, at their price.
    carbon_price_per_mass: MoneyPerMass, in "USD/kg", "Carbon cost per launched mass" =
        e.program()?.launch_carbon?,
        "`finance.carbon_price` times `launch.carbon` over `launch.payload` times `launch.fill`; \
         over the payload alone where nothing fits.";

    /// Price of all launches, with those that replace expected failures.
    cost: Money, in "USD", "Launch cost" = e.priced()?.launch,
        "`launch.price_per_mass` times `mass.launched` times (1 + `satellite.spares` / \
         `satellite.count`).";

    /// Launch price per mass carried to the orbit of the scenario, with payload penalty and fill.
    price_per_mass: MoneyPerMass, in "USD/kg", "Launch price to this orbit" =
        e.priced()?.price_per_mass,
        "`launch.price_per_launch` of the launches paid for, with expected failures by \
         `launch.failure_rate`, over the mass that they carry, from `launch.count`, \
         `launch.sharing` and `satellite.launched_mass`.";

    /// Time until the last launch.
    years_to_build: Time, in "yr", "Time to last launch" = e.launches()?.years_to_build,
        "Time until `launch.expected_count` launches have left at `launch.cadence`, reached \
         in equal yearly steps over `launch.ramp`.";

    /// Share of what the launches cost that launches of the computers alone would.
    computers_share: Ratio, in "1", "Computer share of launches" =
        e.program()?.computers_share,
        "`mass.computers` over `mass.launched`, times `launch.fill`, as computers alone fill a \
         launch; 1 in place of it where `launch.price_per_mass` is pinned.";
}
