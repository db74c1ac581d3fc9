//! Runs the program and compares what it says.

use skyrack::catalog::Catalog;
use skyrack::scenario::open;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// What a run of the program left behind.
pub(crate) struct Ran {
    /// Exit status.
    pub(crate) status: i32,
    /// Results.
    pub(crate) stdout: String,
    /// Talk.
    pub(crate) stderr: String,
}

impl Ran {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The results of a run that must succeed.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert_eq!(self.status, 0, "{}", self.stderr);
        self.stdout
    }

    /// The message of a run that must be refused, with nothing on stdout.
    #[track_caller]
    pub(crate) fn refused(self) -> String {
        assert_eq!(self.status, 2, "{}{}", self.stdout, self.stderr);
        assert!(self.stdout.is_empty(), "{}", self.stdout);
        self.stderr
    }

    /// The results as JSON.
    #[track_caller]
    pub(crate) fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.done()).unwrap()
    }
}

/// The program with arguments, in the folder of the project, on no terminal.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("skyrack"));
    command.args(arguments).current_dir(project()).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "TERM"] {
        command.env_remove(name);
    }
    command
}

/// Runs the program.
pub(crate) fn skyrack(arguments: &[&str]) -> Ran {
    Ran::from(command(arguments).output().unwrap())
}

/// Runs the program in a folder.
pub(crate) fn skyrack_in(folder: &Path, arguments: &[&str]) -> Ran {
    Ran::from(command(arguments).current_dir(folder).output().unwrap())
}

/// The folder of the project.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder that is gone after the test.
pub(crate) fn temporary() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Compares with a golden file; digests that change with every catalog row are left out.
#[track_caller]
pub(crate) fn golden(path: &Path, actual: &str) {
    let mut redactions = snapbox::Redactions::new();
    let catalog = Catalog::builtin().digest().to_owned();
    let short: String = catalog.chars().take(19).collect();
    redactions.insert("[CATALOG]", catalog).unwrap();
    redactions.insert("[CATALOG_SHORT]", short).unwrap();
    for name in [SMALL, "reference-2026", "falcon9"] {
        let digest = open(name, &[]).unwrap().digest;
        let short: String = digest.chars().take(19).collect();
        redactions.insert("[SCENARIO]", digest).unwrap();
        redactions.insert("[SCENARIO_SHORT]", short).unwrap();
    }
    let expected = snapbox::Data::read_from(&project().join(path), None);
    snapbox::Assert::new().action_env("SNAPSHOTS").redact_with(redactions).eq(actual, expected);
}

/// As [`golden`], under `tests/cli/golden`.
#[track_caller]
pub(crate) fn golden_named(name: &str, actual: &str) {
    golden(&Path::new("tests/cli/golden").join(name), actual);
}

/// The scenario of the golden reports.
pub(crate) const SMALL: &str = "tests/cli/small.toml";
