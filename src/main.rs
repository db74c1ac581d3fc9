//! The `skyrack` command.

fn main() -> std::process::ExitCode {
    skyrack::cli::main()
}
