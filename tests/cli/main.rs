//! The command line: what goes in, what comes out, and how it ends. `SNAPSHOTS=overwrite` rewrites
//! the golden files.
#![allow(clippy::unwrap_used, reason = "a test fails where the program cannot be run")]

mod files;
mod help;
mod hints;
mod inputs;
mod messages;
mod money;
mod program;
mod run;
mod scenarios;
mod search;
mod studies;
mod verbs;
