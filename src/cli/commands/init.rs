//! `init`: a scenario file to start from.

use super::read;
use crate::cli::args::InitArguments;
use crate::cli::output::{seen_from, talk, write_file};
use crate::cli::{Answer, Failure};
use std::path::Path;

/// Runs the verb.
///
/// # Errors
/// [`Failure::Input`] if the file exists or the scenario to build on cannot be read.
pub fn init(arguments: &InitArguments) -> Result<Answer, Failure> {
    let mut file = arguments.file.clone();
    if file.extension().is_none() {
        file.set_extension("toml");
    }
    if file.exists() {
        return Err(Failure::Input(format!(
            "error[exists]: `{}` exists and is left as it is\n  = help: choose another name: \
                `skyrack init other.toml`\n",
            file.display()
        )));
    }
    let parent = read(&arguments.based_on, &[])?;
    let mut based_on = arguments.based_on.clone();
    if Path::new(&based_on).is_file() {
        let folder = file.parent().unwrap_or(Path::new(""));
        based_on = seen_from(folder, Path::new(&based_on)).display().to_string();
    }
    write_file(&file, template(&based_on, &parent.title, parent.price_year).as_bytes())?;
    talk(&format!("wrote {}; now type `skyrack run {}`\n", file.display(), file.display()));
    Ok(Answer::Yes)
}

fn template(based_on: &str, title: &str, price_year: u16) -> String {
    let based_on = based_on.replace('\\', "\\\\").replace('"', "\\\"");
    let title = title.replace(char::is_control, " ");
    format!(
        "# What it is: \n# Whose: \n# What to look for: \nschema = 1\ntitle = \"My \
            study\"\nbased_on = \"{based_on}\"  # {title}\n\n\
         # State only what differs; `skyrack inputs` lists every key with unit, range and \
         default.\n\n\
         # [it]\n# power = \"5 MW\"\n\n\
         # [orbit]\n# altitude = \"650 km\"\n\n\
         # [launch]\n# vehicle = \"falcon9\"          # an entry of `skyrack catalog \
         launch_vehicles`\n\
         # price = {{ value = \"1500 USD{price_year}/kg\", low = \"200 USD{price_year}/kg\", high \
         = \"3000 USD{price_year}/kg\", source = \"own estimate\", date = \
         \"2026-11\" }}\n\n\
         # [ground]\n# site = \"us_tx\"               # an entry of `skyrack catalog regions`\n\n\
         # [pin]                        # fix a derived quantity to what somebody assumed\n# \
         \"environment.sunlit_fraction\" = 0.98\n"
    )
}
