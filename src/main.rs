//! The `skyrack` command.
#![allow(unreachable_pub, reason = "modules of a program are reached by the program alone")]

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
