//! Help texts, version, completions.

use crate::program::{golden_named, skyrack};

const VERBS: [&str; 11] = [
    "run",
    "compare",
    "explain",
    "breakeven",
    "validate",
    "inputs",
    "metrics",
    "catalog",
    "schema",
    "init",
    "completions",
];

#[test]
fn cli_help_of_the_program_is_golden() {
    golden_named("help/skyrack.short.txt", &skyrack(&["-h"]).done());
    golden_named("help/skyrack.long.txt", &skyrack(&["--help"]).done());
}

#[test]
fn cli_help_of_every_verb_is_golden() {
    for verb in VERBS {
        golden_named(&format!("help/{verb}.short.txt"), &skyrack(&[verb, "-h"]).done());
        golden_named(&format!("help/{verb}.long.txt"), &skyrack(&[verb, "--help"]).done());
    }
}

#[test]
fn cli_help_names_every_verb_and_fits_the_page() {
    let help = skyrack(&["-h"]).done();
    for verb in VERBS {
        assert!(help.contains(&format!("\n  {verb} ")), "{verb}");
        for flag in ["-h", "--help"] {
            for line in skyrack(&[verb, flag]).done().lines() {
                assert!(line.chars().count() <= 110, "{verb} {flag}: {line}");
            }
        }
    }
}

#[test]
fn cli_without_arguments_shows_help_as_bad_usage() {
    let ran = skyrack(&[]);
    assert_eq!(ran.status, 2);
    assert!(ran.stdout.is_empty() && ran.stderr.contains("Usage: skyrack"), "{}", ran.stderr);
}

#[test]
fn cli_version_is_the_version_of_the_package() {
    assert_eq!(skyrack(&["--version"]).done(), format!("skyrack {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn cli_unknown_verbs_and_flags_suggest_the_nearest() {
    for (arguments, near) in [
        (&["rum", "falcon9"][..], "'run'"),
        (&["run", "falcon9", "--no-chart"], "'--no-charts'"),
        (&["run", "falcon9", "--format", "jason"], "'json'"),
        (&["run"], "<SCENARIO>"),
        (&["compare", "falcon9"], "2"),
    ] {
        let message = skyrack(arguments).refused();
        assert!(message.contains(near), "{arguments:?}: {message}");
    }
}

#[test]
fn cli_completions_are_made_for_every_shell() {
    for (shell, word) in [
        ("bash", "_skyrack()"),
        ("zsh", "#compdef skyrack"),
        ("fish", "complete -c skyrack"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let script = skyrack(&["completions", shell]).done();
        assert!(script.contains(word) && script.contains("breakeven"), "{shell}");
    }
}
