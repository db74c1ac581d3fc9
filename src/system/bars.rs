//! The bars of a bridge between two scenarios.

/// Makes the bars of a bridge.
macro_rules! bars {
    ($($(#[doc = $doc:literal])+ $group:ident = $title:literal,)+) => {
        /// The bar of a bridge that an input belongs to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Group { $($(#[doc = $doc])+ $group,)+ }

        impl Group {
            /// Every group, in the order of the bars.
            pub const ALL: &[Self] = &[$(Self::$group),+];

            /// Name of the bar.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$group => $title,)+ }
            }
        }
    };
}

bars! {
    /// Size of the program.
    Program = "size of the program",
    /// Computers.
    Computers = "computers: price, mass, draw",
    /// Array.
    Array = "array",
    /// Battery and power distribution.
    Battery = "battery and power distribution",
    /// Radiators and coolant.
    Radiator = "radiators and coolant",
    /// Rest of the satellite.
    Satellite = "rest of the satellite",
    /// Links, and what the work needs of them.
    Links = "links, and what the work needs of them",
    /// Launch price and vehicle.
    Launch = "launch price and vehicle",
    /// Failures, spares, upkeep.
    Failures = "failures, spares, upkeep",
    /// Lives and horizon.
    Lives = "lives and horizon",
    /// Discount rates, insurance, leads.
    Finance = "discount rates, insurance, leads",
    /// Ground: building.
    Building = "ground: building",
    /// Ground: energy and water.
    Energy = "ground: energy and water",
    /// Orbit and sunlight; last, since its environment costs most and the last group changes least
    /// often.
    Orbit = "orbit and sunlight",
}
