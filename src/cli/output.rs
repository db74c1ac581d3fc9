//! Where output goes: results to stdout, talk to stderr, files whole or not at all.

use super::Failure;
use anstream::{AutoStream, ColorChoice};
use std::io::{IsTerminal, Write};
use std::path::{Component, Path, PathBuf};

/// Width of the terminal that tables are laid out for; 100 where stdout is not one.
pub fn width() -> usize {
    if !std::io::stdout().is_terminal() {
        return 100;
    }
    let columns = terminal_size::terminal_size().map_or(80, |(columns, _)| usize::from(columns.0));
    columns.clamp(40, 160)
}

/// The words after the name of the program.
pub fn typed() -> impl Iterator<Item = String> {
    std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned())
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

/// Whether stderr is colored: it is a terminal, and `NO_COLOR` is not set.
pub fn stderr_is_colored() -> bool {
    AutoStream::choice(&std::io::stderr()) != ColorChoice::Never
}

/// Writes talk to stderr; a reader that is gone is not an error.
pub fn talk(text: &str) {
    let mut stderr = AutoStream::auto(std::io::stderr());
    let written = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
    drop(written);
}

/// Writes files into a folder, made where it does not exist: all of them under temporary names
/// first, so that a file that cannot be written leaves the others as they were. Files of `stale`
/// names from an earlier run are removed.
///
/// # Errors
/// [`Failure::Input`] if one of them cannot be written.
pub fn write_folder(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    stale: &[String],
) -> Result<(), Failure> {
    let help = "choose another folder with `-o DIR`, or write no files with `--no-charts`";
    std::fs::create_dir_all(folder).map_err(|error| cannot(folder, &error, help))?;
    let mut staged = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        let file = stage(&path, bytes).map_err(|error| cannot(&path, &error, help))?;
        staged.push((file, path));
    }
    for (file, path) in staged {
        put(file, &path).map_err(|error| cannot(&path, &error, help))?;
    }
    for name in stale {
        let path = folder.join(name);
        if path.is_file() {
            std::fs::remove_file(&path).map_err(|error| cannot(&path, &error, help))?;
        }
    }
    Ok(())
}

/// Writes one file through a temporary name beside it.
///
/// # Errors
/// [`Failure::Input`] if it cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let written = stage(path, bytes).and_then(|file| put(file, path));
    written.map_err(|error| {
        cannot(path, &error, "choose a file in a folder that exists and can be written")
    })
}

/// The bytes under a temporary name beside `path`.
fn stage(path: &Path, bytes: &[u8]) -> std::io::Result<tempfile::NamedTempFile> {
    if path.is_dir() {
        return Err(std::io::Error::other("there is a folder of this name"));
    }
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    make_readable(&file)?;
    Ok(file)
}

fn put(file: tempfile::NamedTempFile, path: &Path) -> std::io::Result<()> {
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// The name by which a file in folder `from` finds `file`, where both are relative to the same
/// folder.
pub fn seen_from(from: &Path, file: &Path) -> PathBuf {
    let steps: Vec<Component<'_>> =
        from.components().filter(|step| !matches!(step, Component::CurDir)).collect();
    if file.is_absolute() || steps.is_empty() {
        return file.to_owned();
    }
    if steps.iter().all(|step| matches!(step, Component::Normal(_))) {
        let up: PathBuf = steps.iter().map(|_| "..").collect();
        return up.join(file);
    }
    std::path::absolute(file).unwrap_or_else(|_| file.to_owned())
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

fn cannot(path: &Path, error: &std::io::Error, help: &str) -> Failure {
    // The error of a temporary file goes on with the name of that file, which says nothing to the
    // reader.
    let reason = error.to_string();
    let reason = reason.split(" at path ").next().unwrap_or(&reason);
    Failure::Input(format!(
        "error[write]: cannot write `{}`: {reason}\n  = help: {help}\n",
        path.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parent_is_named_as_seen_from_the_folder_of_the_new_file() {
        for (from, file, seen) in [
            ("", "a.toml", "a.toml"),
            (".", "x/a.toml", "x/a.toml"),
            ("sub", "a.toml", "../a.toml"),
            ("./sub/deep", "x/a.toml", "../../x/a.toml"),
            ("sub", "/a.toml", "/a.toml"),
        ] {
            assert_eq!(seen_from(Path::new(from), Path::new(file)), Path::new(seen), "{from}");
        }
        assert!(seen_from(Path::new("/somewhere"), Path::new("a.toml")).is_absolute());
    }
}
