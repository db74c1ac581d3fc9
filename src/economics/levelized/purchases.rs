//! An asset by date: when it is bought, what each purchase asks and what is left of the last.

use super::{Asset, CostPlan, Terms, Wear, n_purchases};
use crate::units::{Money, Ratio, Time, fraction, pick};

/// Purchases of one asset of a plan, for operation from time zero to the horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DatedPurchases {
    /// Purchases, each paid its lead before it starts.
    pub asset: Asset,
    /// Tax that each has to earn, on the day that it starts.
    pub tax: Money,
    /// What each brings at the end of its life inside the horizon.
    pub salvage: Money,
    /// Value at the horizon of what the last still has before it, its salvage included.
    pub unused: Money,
    /// How many there are.
    count: Ratio,
}

impl CostPlan {
    /// The purchases of an asset on the terms of this plan.
    ///
    /// # Model
    /// ```text
    /// starts 0, L, 2L ... (n - 1) L,   n = ⌈H/L⌉,   paid g before
    /// tax = p τ (i - A(w)/w) / (1 - τ),   salvage = s p
    /// unused = e_a A(n L - H) + s p v(n L - H)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | n | purchases | 1 |
    ///
    /// The others as in [`levelized`](super::levelized), to whose present cost of the asset these
    /// flows add up, each at its own date.
    ///
    /// # Assumes
    /// A purchase within 1e-9 of a life before the horizon is none, and an unused place has none.
    /// Salvage and the unused part are income, taxed like sales.
    ///
    /// # Valid for
    /// What [`CostPlan::checked`] accepts, and horizons with a broken year.
    ///
    /// # References
    /// As [`levelized`](super::levelized)
    pub fn purchases(&self, asset: &Asset) -> DatedPurchases {
        let terms = Terms::of(self);
        let bought = DatedPurchases {
            asset: *asset,
            tax: asset.price * Wear::NONE.moved_to(asset, &terms).tax,
            salvage: asset.price * asset.salvage,
            unused: terms.unused(asset, self.horizon),
            count: n_purchases(asset, self.horizon),
        };
        pick(asset.is_unused(), DatedPurchases::NONE, bought)
    }
}

impl DatedPurchases {
    /// Those of an unused place.
    const NONE: Self = Self {
        asset: Asset::UNUSED,
        tax: Money::from_base(0.0),
        salvage: Money::from_base(0.0),
        unused: Money::from_base(0.0),
        count: fraction(0.0),
    };

    /// Dates at which they start; see [`CostPlan::purchases`] for model, range and references.
    pub fn starts(&self) -> impl Iterator<Item = Time> + use<> {
        let Self { asset, count, .. } = *self;
        (0..u32::MAX)
            .map(f64::from)
            .take_while(move |before| *before < count.base())
            .map(move |before| asset.life * before)
    }
}
