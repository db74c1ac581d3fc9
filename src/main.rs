//! The `skyrack` command.
#![allow(unreachable_pub, reason = "modules of a program are reached by the program alone")]

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}

// With `--cfg whole` library and program are one crate. The compiler then knows every caller and
// names the functions that no run reaches; `tests/reach.rs` asks it.
#[cfg(whole)]
#[macro_use]
extern crate uom;
#[cfg(whole)]
extern crate self as skyrack;

macro_rules! whole {
    ($($module:ident)+) => { $(#[cfg(whole)] mod $module;)+ };
}

whole! { constants domain numeric provenance units }
whole! { physics economics system }
whole! { catalog scenario studies charts report }
