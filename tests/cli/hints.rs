//! What is said to a value that was mistyped: what to type instead.

use crate::program::skyrack;

#[track_caller]
fn check(arguments: &[&str], wanted: &[&str]) {
    let message = skyrack(arguments).refused();
    for words in wanted {
        assert!(message.contains(words), "{arguments:?}: no `{words}` in\n{message}");
    }
}

#[test]
fn cli_a_range_without_two_dots_is_answered_with_them() {
    for (verb, typed, meant) in [
        ("sweep", "launch.price=100-5000", "--vary 'launch.price=100..5000'"),
        ("optimize", "radiator.fin_length=10 to 200", "--vary 'radiator.fin_length=10..200'"),
        ("breakeven", "orbit.altitude=500 km-900 km", "--vary 'orbit.altitude=500 km..900 km'"),
    ] {
        check(&[verb, "falcon9", "--vary", typed], &["error[vary]", meant]);
    }
}

#[test]
fn cli_a_sweep_names_its_own_input_and_range_where_values_are_wrong() {
    for values in ["1e9", "100..5000:abc", "5000..100", "3,2", "0..100:9:log", "1..2:9:cubic"] {
        let vary = format!("launch.price={values}");
        let own = ["from 0 to 1000000 USD/kg", "--vary launch.price=LOW..HIGH:N"];
        check(&["sweep", "falcon9", "--vary", &vary], &own);
    }
}

#[test]
fn cli_a_mistyped_count_share_or_year_is_answered_with_one_that_can_be_typed() {
    for (arguments, wanted) in [
        (&["sample", "falcon9", "-n", "1e"][..], "such as 8, 16384 or 1e6"),
        (&["sample", "falcon9", "--seed", "x"], "a whole number from 0 on"),
        (&["sample", "falcon9", "--threads", "0"], "a whole number from 1 on"),
        (&["sample", "falcon9", "--precision", "1 kg"], "such as 0.01 or '1 %'"),
        (&["sample", "falcon9", "--columns", "ratio"], "--rows <FORM>"),
        (&["sensitivity", "falcon9", "-n", "1"], "from 2 to 4294967296, such as 4096"),
        (&["timeline", "falcon9", "--until", "soon"], "a year, such as 2060"),
        (&["explain", "ratio.cost", "falcon9", "--depth", "x"], "a whole number from 0 on"),
    ] {
        check(arguments, &[wanted]);
    }
}

#[test]
fn cli_a_count_may_be_typed_as_a_power_of_ten() {
    let rows = |count: &str| {
        let arguments = ["sample", "falcon9", "-n", count, "--no-charts", "--format", "csv"];
        skyrack(&arguments).done()
    };
    assert_eq!(rows("1e2"), rows("100"));
}

#[test]
fn cli_a_part_of_a_path_is_answered_with_paths_that_contain_it() {
    check(&["explain", "rn", "falcon9"], &["paths that contain it: `propulsion.burn_delta_v`"]);
    check(&["explain", "zzzz", "falcon9"], &["type a path, such as `ratio.cost`"]);
    check(&["sample", "falcon9", "--vary", "lanch"], &["did you mean `launch`, all of that"]);
    check(&["catalog", "lanch"], &["did you mean `launch_vehicles`?"]);
    check(&["inputs", "xyzzy"], &["`skyrack inputs --search WORDS`"]);
}

#[test]
fn cli_a_scenario_before_the_metric_is_told_the_order() {
    check(&["explain", "falcon9", "ratio.cost"], &["type `skyrack explain ratio.cost falcon9`"]);
}

#[test]
fn cli_what_is_left_out_is_answered_with_examples_of_the_verb() {
    check(&["explain", "ratio.cost"], &["<SCENARIO>", "skyrack explain radiator.panel_area"]);
    check(&["breakeven", "falcon9"], &["--vary <PATH>", "breakeven falcon9 --vary launch.price"]);
    check(&["compare", "falcon9"], &["skyrack compare falcon9 starship stoke-nova"]);
}
