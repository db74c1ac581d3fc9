//! Remarks on one evaluation: where a model was left, what limited a size.

macro_rules! notes {
    ($(
        $(#[doc = $doc:literal])+ $note:ident = $code:literal on $path:literal, $text:literal;
    )+) => {
        /// A remark.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Note { $($(#[doc = $doc])+ $note,)+ }

        impl Note {
            /// Every remark, in the order of the report.
            pub const ALL: &[Note] = &[$(Note::$note),+];

            /// Code for programs.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$note => $code,)+ }
            }

            /// Path of what the remark is about.
            pub const fn path(self) -> &'static str {
                match self { $(Self::$note => $path,)+ }
            }

            /// The remark in a sentence.
            pub const fn text(self) -> &'static str {
                match self { $(Self::$note => $text,)+ }
            }
        }
    };
}

notes! {
    /// The density table ends below the orbit.
    NoDrag = "extrapolated" on "propulsion.drag_force", "the orbit lies above the density table, \
        so drag is taken as zero";
    /// The dose lies outside the tables.
    DoseExtrapolated = "extrapolated" on "radiation.dose", "the orbit or shield lies outside the \
        dose tables; the nearest row is used and may be wrong by more than a factor of 2";
    /// The shield is thinner than what the structure is said to give.
    ThinnerThanStructure = "limit" on "radiation.dose", "shielding.thickness is below \
        shielding.structure_thickness: the dose is that behind the thinner one; state both, as a \
        shield includes the structure";
    /// The limit and not the cycle life sets the depth of discharge.
    DepthLimited = "limit" on "battery.depth_of_discharge", "the battery sees few cycles, so \
        battery.depth_limit and not its cycle life sets the depth of discharge";
    /// Computers and satellites have different lives.
    RetiredEarly = "limit" on "orbit.asset_life", "satellite and computers retire together when \
        the shorter of mission.life and it.life ends";
    /// The closed loop of mass and power was stopped before it closed.
    NotConverged = "not-converged" on "mass.launched", "the loop of mass, power and heat did not \
        close; the design does not exist";
    /// The satellite cannot raise itself.
    NoWay = "infeasible" on "propulsion.raising_time", "the array does not feed thrusters that \
        raise the satellite in propulsion.raising_duration against the drag there \
        (propulsion.raising_margin), or there is no such way; raise launch.separation_altitude";
    /// The cells give nothing, or more than they absorb.
    NoArray = "infeasible" on "array.power_density", "at its temperature the array would give no \
        power, or more than it absorbs, so no such array exists";
    /// No boom of the stated slenderness holds the array stiff.
    NoBoom = "infeasible" on "mass.booms", "the wings of the array are so long that no boom of \
        array.boom_slenderness keeps their first bending mode at array.frequency: more and \
        smaller satellites, stouter booms or a lower frequency";
    /// Nothing is left of the cells at the end of the life.
    WornOut = "infeasible" on "array.remaining_factor", "age and particles leave the array no \
        power at the end of mission.life, so no size of it is enough";
    /// Particles beyond those that the cells are known in.
    NoCurve = "infeasible" on "array.remaining_factor", "particles of this orbit do more to the \
        cells than array.fluence_limit, up to which array.degradation tells their age, and no \
        curve of theirs is known, so no array can be sized; take cells with a curve \
        (array.cell), thicker cover glass (array.coverglass), or state array.fluence_slope";
    /// The cells age outside the model.
    NoAging = "infeasible" on "array.remaining_factor", "array.degradation, the curve of the cells \
        or their damage lies outside the model of aging, so no array can be sized";
    /// The pinned shadow leaves no sunlight.
    NoSunlight = "infeasible" on "environment.eclipse_max", "the pinned shadow lasts as long as \
        the orbit, so no sunlight is left";
    /// The panels are not warmer than their surroundings.
    RadiatorTooCold = "infeasible" on "radiator.net_flux", "the radiator is not warmer than its \
        surroundings, so no area rejects the heat";
    /// The orbit does not exist.
    NoOrbit = "infeasible" on "orbit.inclination", "no such orbit";
    /// Nothing fits on the vehicle.
    DoesNotFit = "infeasible" on "launch.count", "one satellite does not fit on the vehicle, so \
        there is no launch cost";
    /// The fleet is never whole.
    SlowerThanLife = "limit" on "launch.years_to_build", "the launches take longer than a \
        satellite lives, so the whole is never in orbit at once; see launch.cadence";
    /// The first launch is too far away to be worth anything.
    NeverStarts = "infeasible" on "orbit.start_factor", "the first launch leaves so late that \
        nothing at its date is worth anything today, so there is no cost; see launch.cadence";
    /// Errors or storms leave no time to work.
    NoWork = "infeasible" on "orbit.availability", "errors, storms, failures or links between \
        satellites leave the computers no work done, so there is no cost of it";
    /// Black carbon of the vehicle is not known.
    EmissionsUnknown = "unknown" on "external.black_carbon", "the catalog does not know what this \
        vehicle emits: there is no number of black carbon, and launch.carbon is judged from the \
        payload or that of another vehicle; state launch.black_carbon and launch.carbon to have \
        both";
    /// The links between satellites slow the job.
    LinksBind = "limit" on "work.carried", "the links between the satellites carry only a part of \
        what the job exchanges, so its computers wait; see link.interconnect_need and \
        link.interconnect_capacity";
    /// The radio to the ground is stated faster than its band and power carry.
    RadioTooWeak = "bound" on "downlink.radio_capacity", "link.ground_rate is more than its band \
        and power carry at the lowest elevation, so that bound counts in its place; raise \
        link.ground_antenna, link.station_antenna, link.ground_bandwidth or link.ground_power \
        (whose amplifier is not on the bus: count it in satellite.housekeeping), or lower the rate";
    /// The terminals are stated faster than their light carries.
    LightTooWeak = "bound" on "link.terminal_capacity", "link.terminal_rate is more than the light \
        that arrives carries, so that bound counts in its place; lower link.terminal_distance or \
        the rate, or raise link.terminal_power or link.terminal_aperture";
    /// The damage of the cells lies outside the tables.
    DamageExtrapolated = "extrapolated" on "array.damage_fluence", "the orbit or cover glass lies \
        outside the tables of particles; the nearest row is used and may be wrong by more than a \
        factor of 2";
    /// Particles take more of the cells than their curve was measured for.
    FarWorn = "extrapolated" on "array.remaining_factor", "particles take more than a third of the \
        power of the cells, beyond what their data sheets show";
    /// The carbon of firm solar power follows from the plant.
    SolarCarbon = "computed" on "carbon.ground", "with ground.supply = \"solar\" the carbon of its \
        energy follows from making panels and storage and from what is bought beside them \
        (ground.backup_carbon); ground.carbon_intensity is not read";
    /// The storage is the largest of the table.
    StorageAtEnd = "extrapolated" on "ground.storage_energy", "the storage is the largest of the \
        table, 96 hours; at these prices a larger one would be cheaper";
    /// A raised satellite stays in a protected region.
    StillProtected = "infeasible" on "propulsion.disposal_time", "the graveyard lies in a \
        protected region, below 2000 km or too near the geostationary orbit for the area and mass \
        of the satellite; raise propulsion.graveyard_rise";
    /// The vehicle cannot reach the orbit.
    OutOfReach = "infeasible" on "launch.payload", "the vehicle carries nothing to this orbit";
    /// No vehicle has the masses of the case.
    NoSuchVehicle = "infeasible" on "launch.payload", "launch.liftoff_mass is below what is left \
        when the lower stages have burnt out: launch.lower_burnout_mass, launch.stage_dry_mass and \
        launch.stage_propellant, so no vehicle has these masses";
}

/// A set of remarks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Notes(u32);

impl Notes {
    /// One remark.
    pub const fn of(note: Note) -> Self {
        Self(1 << note as u32)
    }

    /// The remarks of both sets.
    #[must_use]
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Adds a remark.
    pub const fn add(&mut self, note: Note) {
        self.0 |= 1 << note as u32;
    }

    /// Adds a remark if the condition holds.
    pub const fn add_if(&mut self, condition: bool, note: Note) {
        if condition {
            self.add(note);
        }
    }

    /// Whether the remark is in the set.
    pub const fn has(self, note: Note) -> bool {
        self.0 & (1 << note as u32) != 0
    }

    /// The remarks, in the order of the report.
    pub fn iter(self) -> impl Iterator<Item = Note> {
        Note::ALL.iter().copied().filter(move |&note| self.has(note))
    }
}
