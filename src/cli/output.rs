//! Where output goes: results to stdout, talk to stderr, files whole or not at all.

use super::Failure;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Width of the terminal that tables are laid out for; 100 where stdout is not one.
pub fn width() -> usize {
    let columns = terminal_size();
    if std::io::stdout().is_terminal() { columns.clamp(60, 160) } else { 100 }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks the environment for the terminal's width"
)]
fn terminal_size() -> usize {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(80)
}

/// Writes a result to stdout.
///
/// # Errors
/// [`Failure::ClosedPipe`] if the reader is gone.
pub fn result(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()?;
    Ok(())
}

/// Writes talk to stderr; a reader that is gone is not an error.
pub fn talk(text: &str) {
    let mut stderr = anstream::AutoStream::auto(std::io::stderr());
    let written = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
    drop(written);
}

/// Writes files into a folder: each appears whole, under its own name, or not at all.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder, made where it does not exist.
    ///
    /// # Errors
    /// [`Failure::Input`] if it cannot be made.
    pub fn create(path: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(path).map_err(|error| cannot(path, &error))?;
        Ok(Self { path: path.to_owned() })
    }

    /// Writes one file through a temporary name.
    ///
    /// # Errors
    /// [`Failure::Input`] if it cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        write_file(&self.path.join(name), bytes)
    }
}

/// Writes one file through a temporary name beside it.
///
/// # Errors
/// [`Failure::Input`] if it cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        make_readable(&file)?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    });
    written.map_err(|error| cannot(path, &error))
}

/// Bytes of a file of ours, if it is there.
pub fn read_back(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

/// Removes a file of ours; one that is not there is not an error.
pub fn remove(path: &Path) {
    drop(std::fs::remove_file(path));
}

/// Temporary files are private to their owner; results are not.
fn make_readable(file: &tempfile::NamedTempFile) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

fn cannot(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Input(format!(
        "error: cannot write `{}`: {error}\nhelp: choose another folder with `-o DIR`\n",
        path.display()
    ))
}
