//! Text that people and programs mistype: whatever is read, nothing panics, each refusal has words,
//! each value is finite.
//!
//! Every door that reads text is given the lines of `corpus/` and mutations of them, always the
//! same ones. A line that once broke something is added to its file. `PROPTEST_CASES` above 256
//! tries proportionally more mutations, `PROPTEST_RNG_SEED` others.
#![allow(clippy::unwrap_used, reason = "a test that cannot read the project fails")]

mod mutation;
mod scenarios;
mod texts;
