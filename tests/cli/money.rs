//! Money by year with debt, claims of a file, notes of a timeline.

use crate::program::{skyrack, temporary};
use serde_json::Value;

#[test]
fn cashflow_lays_debt_on_both_sides_in_every_form() {
    let debt = ["--debt-share", "0.6", "--debt-rate", "0.06 1/yr", "--debt-term", "5"];
    let of = |form: &str, more: &[&str]| {
        let verb = ["cashflow", "optimistic-2035", "--format", form];
        skyrack(&[&verb[..], &debt[..], more].concat())
    };
    let text = of("text", &[]).done();
    for words in ["orbit with debt:", "ground with debt:", "weighted cost of capital", "to owners"]
    {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let csv = of("csv", &[]).done();
    assert!(csv.lines().next().unwrap().contains("repayment"), "{csv}");
    let json = of("json", &["--cost-of-equity", "0.15 1/yr"]).json();
    let side = &json["sides"][0];
    assert!((side["equity"]["cost_of_equity"].as_f64().unwrap() - 0.15).abs() < 1e-12);
    assert_eq!(side["equity"]["cost_of_equity_from_discount_rate"], false);
    assert!(side["years"][3]["equity"]["owed"].as_f64().unwrap() >= 0.0);
    let plain = skyrack(&["cashflow", "optimistic-2035", "--format", "json"]).json();
    assert!(plain["sides"][0].get("equity").is_none() && plain.get("inflation").is_none());
    assert_eq!(plain["sides"][0]["net_present_value"], side["net_present_value"]);
}

#[test]
fn cashflow_fits_the_page_and_says_what_its_columns_hold() {
    let debt = ["--debt-share", "60 %", "--debt-rate", "7 %/yr", "--debt-term", "10 yr"];
    let more = [&debt[..], &["--inflation", "2 %/yr"]].concat();
    for more in [&[][..], &debt, &more] {
        let text = skyrack(&[&["cashflow", "optimistic-2035"], more].concat()).done();
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
        assert!(text.contains("\norbit [MUSD") && text.contains("\nground [MUSD"), "{text}");
        let csv = [&["cashflow", "optimistic-2035", "--format", "csv"], more].concat();
        let csv = skyrack(&csv).done();
        for heading in csv.lines().next().unwrap().split(',').skip(1) {
            let name = heading.split(" [").next().unwrap();
            assert!(text.contains(&format!("\n{name:12}")), "{name} is not explained\n{text}");
        }
    }
}

#[test]
fn cashflow_in_prices_of_the_day_says_so() {
    let verb = ["cashflow", "optimistic-2035", "--inflation", "0.02 1/yr"];
    let text = skyrack(&verb).done();
    assert!(text.contains("prices of the day") && text.contains("MUSD of the day"), "{text}");
    let json = skyrack(&[&verb[..], &["--format", "json"]].concat()).json();
    assert!((json["inflation"].as_f64().unwrap() - 0.02).abs() < 1e-12);
}

#[test]
fn cashflow_refuses_debt_that_cannot_be_and_says_what_to_type() {
    let of = |share: &str, rate: &str, term: &str| {
        let debt = ["--debt-share", share, "--debt-rate", rate, "--debt-term", term];
        skyrack(&[&["cashflow", "falcon9"][..], &debt[..]].concat()).refused()
    };
    assert!(of("1.5", "0.06 1/yr", "5").contains("share of debt is 1.5 1, outside 0 to 0.99"));
    assert!(of("0.5", "6 kW", "5").contains("error[debt]: --debt-rate"));
    assert!(of("0.5", "0.06 1/yr", "0").contains("--debt-term is 0 yr"));
    let alone = skyrack(&["cashflow", "falcon9", "--debt-share", "0.5"]).refused();
    assert!(alone.contains("--debt-rate"), "{alone}");
    let inflation = skyrack(&["cashflow", "falcon9", "--inflation", "3 1/yr"]).refused();
    assert!(inflation.contains("outside -0.5 to 1 1/yr"), "{inflation}");
}

#[test]
fn cashflow_names_the_side_that_it_cannot_list_and_why() {
    let slow = ["--set", "launch.cadence=0.01 1/yr", "--set", "it.power=100 MW"];
    let text = skyrack(&[&["cashflow", "optimistic-2035"][..], &slow[..]].concat()).done();
    assert!(text.contains("orbit: not listed: its last year is year"), "{text}");
    assert!(text.contains("ground: net present value"), "{text}");
}

#[test]
fn claims_of_a_file_come_in_every_form() {
    let folder = temporary();
    let file = folder.path().join("mine.toml");
    let claims = "schema = 1\nbased_on = \"falcon9\"\n[claims]\n\"orbit is cheaper\" \
        = \"ratio.cost < 1\"\n\"it weighs\" = \"mass.launched > 1 kg\"\n";
    std::fs::write(&file, claims).unwrap();
    let name = file.to_str().unwrap();
    let text = skyrack(&["claims", name]);
    assert!(text.status == 1 && text.stdout.contains("orbit is cheaper: false"), "{}", text.stdout);
    assert!(text.stdout.contains("it weighs: holds"), "{}", text.stdout);
    let json = skyrack(&["claims", name, "--format", "json"]);
    let json: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["claims"][0]["verdict"], "false");
    assert_eq!(json["claims"][1]["condition"], "mass.launched > 1 kg");
    let csv = skyrack(&["claims", name, "--format", "csv"]).stdout;
    assert!(csv.starts_with("claim,condition,"), "{csv}");
    assert!(skyrack(&["claims", name, "--format", "markdown"]).stdout.starts_with("| claim"));
}

#[test]
fn a_claim_that_cannot_be_read_is_pointed_at_beside_those_that_can() {
    let folder = temporary();
    let file = folder.path().join("mine.toml");
    let claims = "schema = 1\nbased_on = \"stargate-abilene\"\n[claims]\n\"it is paid\" = \
        \"100e9 USD2026 / ground.capex >= 1\"\n\"typo\" = \"ground.capx * 2 >= 1 USD2026\"\n\
        \"kinds\" = \"ground.capex / it.power < 40\"\n";
    std::fs::write(&file, claims).unwrap();
    let answer = skyrack(&["claims", file.to_str().unwrap()]);
    assert!(answer.status == 2 && answer.stdout.contains("it is paid: holds"), "{}", answer.stdout);
    let (typo, kinds) = ("mine.toml:5:11", "mine.toml:6:12");
    assert!(answer.stderr.contains(typo) && answer.stderr.contains(kinds), "{}", answer.stderr);
    assert!(answer.stderr.contains("did you mean `ground.capex`?"), "{}", answer.stderr);
}

#[test]
fn what_an_owned_rocket_costs_is_varied_against_what_owning_is_worth() {
    let root = ["breakeven", "own-the-rocket", "--vary", "rocket.control", "--format", "json"];
    let root: Value = serde_json::from_str(&skyrack(&root).done()).unwrap();
    let control = root["roots"][0]["value"].as_f64().unwrap();
    let set = format!("rocket.control={control} MUSD2026");
    let typed = ["run", "own-the-rocket", "--no-charts", "--format", "json", "--set", &set];
    let typed: Value = serde_json::from_str(&skyrack(&typed).done()).unwrap();
    let worth = typed["metrics"]["rocket.net_present_value"]["value"].as_f64().unwrap();
    assert!(worth.abs() < 1e-3, "{worth} at {control}");
}

#[test]
fn a_claim_that_is_no_text_is_pointed_at() {
    let folder = temporary();
    let file = folder.path().join("mine.toml");
    std::fs::write(&file, "schema = 1\nbased_on = \"falcon9\"\n[claims]\nmine = 3\n").unwrap();
    let refusal = skyrack(&["claims", file.to_str().unwrap()]).refused();
    assert!(refusal.contains("mine.toml:4:8") && refusal.contains("claims.mine"), "{refusal}");
}

#[test]
fn a_timeline_names_the_gate_that_keeps_cheap_samples_from_crossing() {
    let verb = ["timeline", "published/suncatcher-2035", "--until", "2045", "-n", "16"];
    let found = skyrack(&[&verb[..], &["--no-charts", "--format", "json"]].concat()).json();
    let parity = &found["parity"];
    assert_eq!((&parity["crossed"], &parity["cheaper_and_kept"]), (&0.into(), &16.into()));
    let gate = parity["kept_by"][0]["gate"].as_str().unwrap();
    assert!(parity["sentence"].as_str().unwrap().contains(gate), "{parity}");
    let text = skyrack(&[&verb[..], &["--no-charts"]].concat()).done();
    assert!(text.contains("orbit is cheaper, and") && text.contains(gate), "{text}");
}
