//! Assets of a side, by name.

use crate::units::{Money, Ratio, Time, fraction};

/// Something that is bought, wears out and is bought again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asset {
    /// Price of one purchase, constant; zero for an unused place.
    pub price: Money,
    /// Time from one purchase to the next.
    pub life: Time,
    /// Share of the price that the worn-out asset still brings (1 for land, negative for disposal).
    pub salvage: Ratio,
    /// Time from payment to the start of operation, over which the price bears interest.
    pub lead: Time,
}

impl Asset {
    /// An unused place in a plan.
    pub const UNUSED: Self = Self {
        price: Money::from_base(0.0),
        life: Time::from_base(0.0),
        salvage: fraction(0.0),
        lead: Time::from_base(0.0),
    };

    /// An asset that is paid when it starts and worth nothing at its end.
    ///
    /// See [`levelized`](super::levelized) for model, range and references.
    pub const fn new(price: Money, life: Time) -> Self {
        Self { price, life, ..Self::UNUSED }
    }
}

impl Asset {
    /// Whether this place of a plan holds nothing.
    pub(super) fn is_unused(&self) -> bool {
        self.price.base() == 0.0 && self.life.base() == 0.0
    }
}

impl Default for Asset {
    fn default() -> Self {
        Self::UNUSED
    }
}

/// Names the assets of a plan: makes the struct and what goes through all of them.
macro_rules! assets {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// What is known of each thing that a side can buy: an asset, its factor, its share.
        /// Both sides have all names and leave those unused that they do not buy.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct Assets<T> { $($(#[doc = $doc])+ pub $name: T,)+ }

        impl<T> Assets<T> {
            /// One thing for each name, in the order of the plan.
            ///
            /// See [`levelized`](super::levelized) for model, range and references.
            pub fn map<U>(&self, mut each: impl FnMut(&T) -> U) -> Assets<U> {
                Assets { $($name: each(&self.$name),)+ }
            }

            /// All of them, in the order of the plan.
            ///
            /// See [`levelized`](super::levelized) for model, range and references.
            pub fn each(&self) -> impl Iterator<Item = &T> {
                [$(&self.$name),+].into_iter()
            }
        }

        impl Assets<Asset> {
            /// A side that buys nothing.
            pub const UNUSED: Self = Self { $($name: Asset::UNUSED,)+ };

            /// These assets, and those of another plan in the places that are unused here.
            ///
            /// See [`levelized`](super::levelized) for model, range and references.
            #[must_use]
            pub fn or(self, others: Self) -> Self {
                Self { $($name: if self.$name.is_unused() { others.$name } else { self.$name },)+ }
            }
        }
    };
}

assets! {
    /// Satellites, without computers and launch.
    platform,
    /// Building with its electrical and cooling plant.
    building,
    /// Computers of either side.
    computers,
    /// Launch of the satellites without the share of their computers, with its insurance.
    launch,
    /// Launch of the computers, with its insurance.
    computers_launch,
    /// Own generation.
    generation,
    /// Field of solar panels.
    solar_field,
    /// Its storage.
    storage,
    /// A price on what making and launching satellites emits, due when they start.
    platform_emissions,
    /// The same of the building.
    building_emissions,
    /// The same of computers, and of their launch.
    computers_emissions,
    /// The same of the solar panels.
    solar_emissions,
    /// The same of their storage.
    storage_emissions,
}
