//! The result of one scenario as JSON.

use super::RunReport;
use crate::report::head::{head, quantity, text as json_text};
use crate::studies::subject::in_unit;
use crate::system::budget::{Ledger, LineKind};
use crate::system::metrics::METRICS;
use crate::system::verdict::GATES;
use crate::units::format::with_price_year;
use serde_json::{Map, Value, json};

impl RunReport<'_> {
    /// The result as JSON.
    pub fn json(&self) -> String {
        let subject = self.subject;
        let year = subject.scenario.price_year;
        let mut result = head(subject);
        let gates: Vec<Value> = GATES
            .iter()
            .zip(&subject.evaluation.gates)
            .zip(&self.fixes)
            .map(|((rule, gate), fix)| {
                json!({
                    "name": rule.name,
                    "value": gate.value.map(|base| in_unit(base, rule.unit)),
                    "limit": gate.limit.map(|base| in_unit(base, rule.unit)),
                    "unit": rule.unit,
                    "holds": rule.sense.relation(),
                    "ok": gate.ok,
                    "margin": gate.margin,
                    "fix": fix.as_ref().map(|fix| json!({
                        "path": fix.input.path,
                        "from": in_unit(fix.from, fix.input.unit),
                        "to": in_unit(fix.to, fix.input.unit),
                        "unit": with_price_year(fix.input.unit, year),
                        "relative_change": fix.relative_change(),
                    })),
                    "meaning": rule.meaning,
                })
            })
            .collect();
        result.insert(
            "verdict".to_owned(),
            json!({
                "feasible": subject.is_feasible(),
                "competitive": subject.is_competitive(),
                "binding": subject.binding(),
                "text": self.verdict(),
                "gates": gates,
            }),
        );
        let metrics: Map<String, Value> = METRICS
            .iter()
            .map(|metric| {
                (
                    metric.path.to_owned(),
                    quantity((metric.get)(&subject.evaluation), metric.unit, year),
                )
            })
            .collect();
        result.insert("metrics".to_owned(), Value::Object(metrics));
        result.insert("ledgers".to_owned(), self.json_ledgers());
        result.insert("orbit_heat".to_owned(), self.json_heat());
        result.insert("shield".to_owned(), self.json_shield());
        result.insert("pins".to_owned(), self.json_pins());
        result.insert("notes".to_owned(), self.json_notes());
        json_text(&Value::Object(result))
    }

    fn json_ledgers(&self) -> Value {
        let ledger = |ledger: &Ledger| {
            let lines: Vec<Value> = ledger
                .lines
                .iter()
                .map(|line| {
                    let kind = match line.kind {
                        LineKind::Item => "item",
                        LineKind::Subtotal => "subtotal",
                        LineKind::Total => "total",
                    };
                    json!({ "name": line.name, "value": in_unit(line.value, ledger.unit), "kind": kind })
                })
                .collect();
            json!({ "unit": self.unit(ledger.unit), "lines": lines, "residual": ledger.residual })
        };
        Value::Object(
            self.ledgers.iter().map(|each| (each.name.to_owned(), ledger(each))).collect(),
        )
    }

    fn json_pins(&self) -> Value {
        let pins = self.pins.iter().map(|pin| {
            json!({
                "path": pin.path,
                "pinned": in_unit(pin.pinned, pin.unit),
                "model": pin.model.map(|model| in_unit(model, pin.unit)),
                "unit": self.unit(pin.unit),
            })
        });
        Value::Array(pins.collect())
    }

    fn json_notes(&self) -> Value {
        let own =
            self.subject.evaluation.notes.iter().map(
                |note| json!({ "code": note.code(), "path": note.path(), "text": note.text() }),
            );
        let read =
            self.subject.scenario.notes.iter().map(
                |remark| json!({ "code": remark.code, "path": remark.path, "text": remark.text }),
            );
        Value::Array(own.chain(read).collect())
    }
}
