//! Money.

use super::inputs;
use crate::units::{Frequency, MoneyPerMass, Ratio, Time};

inputs! {
    /// Money.
    Finance finance;

    /// Time over which both sides are compared.
    horizon: Time, in "yr" 1..=40 from "model.finance.horizon"
        label "Time horizon" in Lives, better Neither, Convention, read by Costs, stream 251;

    /// Rise of prices in general, which is taken out of rates that are nominal, in prices of the
    /// day.
    inflation: Frequency, in "1/yr" 0..=1 from "finance.inflation_expected.annual_rate"
        label "Inflation" in Finance, better Higher, Market, read by Costs, stream 504;

    /// Discount rate of the orbital side; real as stated in a scenario, unless that says
    /// `basis = "nominal"`.
    orbit_discount_rate: Frequency, in "1/yr" 0..=1 from "finance.wacc_space_initial.wacc"
        label "Orbit discount rate" in Finance, better Lower, Market, read by Costs, stream 3;

    /// Discount rate of the ground side; real as stated in a scenario, unless that says
    /// `basis = "nominal"`.
    ground_discount_rate: Frequency, in "1/yr" 0..=1 from "finance.wacc_dc_model.wacc"
        label "Ground discount rate" in Finance, better Neither, Market, read by Costs, stream 17;

    /// Tax rate on profit, on both sides; zero for discount rates before tax.
    tax: Ratio, in "1" 0..=0.9 from "model.finance.tax"
        label "Profit tax" in Finance, better Lower, Convention, read by Costs, stream 20;

    /// Time over which a price is depreciated for tax.
    write_off: Time, in "yr" 0.5..=60 from "finance.depreciation_server.life"
        label "Tax depreciation time" in Finance,
        better Lower, Convention, read by Costs, stream 169;

    /// Price of greenhouse gases on both sides, paid when and by whom they are caused.
    carbon_price: MoneyPerMass, in "USD/kg" 0..=100 from "model.finance.carbon_price"
        label "Carbon price" in Finance, better Lower, Market, read by Costs, stream 256;

    /// Premium of launch insurance as a share of the price of satellites with their computers.
    launch_insurance: Ratio, in "1" 0..=1
        from "finance.insurance_launch_plus1.rate_of_insured_value"
        label "Launch insurance" in Finance, better Lower, Market, read by Costs, stream 36;

    /// Yearly premium of in-orbit insurance as a share of the price of satellites with their
    /// computers.
    orbit_insurance: Frequency, in "1/yr" 0..=1 from "model.fleet_insurance.rate_per_year"
        label "In-orbit insurance" in Finance, better Lower, Market, read by Costs, stream 44;
}
