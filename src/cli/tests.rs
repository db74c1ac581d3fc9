//! Texts after flags, whole and mistyped: `--require`, `--target`, `--vary`. The corpus is that of
//! `tests/fuzz`.

#[path = "../../tests/fuzz/mutation.rs"]
mod mutation;

use super::Failure;
use super::commands::split_assignment;
use super::conditions::{known, value_of};
use mutation::{check, check_message, lines};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use skyrack::scenario::condition::Condition;

fn check_failure(failure: &Failure) -> TestCaseResult {
    let Failure::Input(message) = failure else {
        return Err(TestCaseError::fail("a text closes no pipe"));
    };
    check_message(message)?;
    prop_assert!(message.starts_with("error["), "{message}");
    prop_assert!(message.contains("  = help: ") || message.contains("  = note: "), "{message}");
    prop_assert!(message.ends_with('\n'), "{message}");
    Ok(())
}

#[test]
fn fuzz_conditions_are_read_or_refused_with_words() {
    check(&lines("require"), 3_000, |text| {
        match Condition::parse(text, 2026).map_err(Failure::from) {
            Ok(condition) => prop_assert!(condition.value.is_finite(), "{text}"),
            Err(failure) => check_failure(&failure)?,
        }
        Ok(())
    });
}

#[test]
fn fuzz_assignments_are_read_or_refused_with_words() {
    let corpus = [lines("require"), lines("set")].concat();
    check(&corpus, 2_000, |text| {
        let (path, value) = match split_assignment(text, "--target", "'ratio.cost=1'") {
            Ok(parts) => parts,
            Err(failure) => return check_failure(&failure),
        };
        let quantity = match known(path) {
            Ok(quantity) => quantity,
            Err(failure) => return check_failure(&failure),
        };
        match value_of(&quantity, value, 2026) {
            Ok(value) => prop_assert!(value.is_finite(), "{text}"),
            Err(why) => check_message(&why)?,
        }
        Ok(())
    });
}
