//! The real plan of 2024, from both of its files, against what a reader must find in it.

use std::path::PathBuf;

use bup_documents::plan::{self, DueSource, PlanPreview};
use serde_json::Value;

fn fixture(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/plans/2024");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn expected() -> Value {
    serde_json::from_slice(&fixture("expected.json")).unwrap()
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

fn check(plan: &PlanPreview) {
    let expected = expected();
    let json = serde_json::to_value(plan).unwrap();
    for field in ["title", "year", "issuer", "theme", "starts_on", "ends_on", "slogans", "hotlines", "signed_by"] {
        assert_eq!(json[field], expected[field], "{field}");
    }
    for base in strings(&expected["legal_bases_contain"]) {
        assert!(plan.legal_bases.iter().any(|found| found.contains(base)), "{base} in {:#?}", plan.legal_bases);
    }
    assert_eq!(plan.legal_bases.len(), 4, "{:#?}", plan.legal_bases);
    assert_eq!(plan.recipients.len() as u64, expected["recipients_count"].as_u64().unwrap());
    let keys: Vec<&str> = plan.sections.iter().map(|section| section.key.as_str()).collect();
    assert_eq!(keys, strings(&expected["sections"]));
    assert_eq!(plan.tasks.len() as u64, expected["assigned_tasks_total"].as_u64().unwrap(), "{:#?}", plan.tasks);
    for assignment in expected["assignments"].as_array().unwrap() {
        check_assignment(plan, assignment);
    }
}

fn check_assignment(plan: &PlanPreview, expected: &Value) {
    let section = expected["section"].as_str().unwrap();
    let tasks: Vec<_> = plan.tasks.iter().filter(|task| task.section_key == section).collect();
    assert_eq!(tasks.len() as u64, expected["tasks"].as_u64().unwrap(), "{section}");
    for task in &tasks {
        assert_eq!(serde_json::to_value(task.lead_unit_kind).unwrap(), expected["unit_kind"], "{section}");
        assert!(task.title.chars().count() <= 121 && !task.title.is_empty(), "{}", task.title);
        assert!(task.due_on.is_some());
    }
    let dated: Vec<String> = tasks
        .iter()
        .filter(|task| task.due_source == DueSource::Sentence)
        .map(|task| task.due_on.unwrap().to_string())
        .collect();
    let one: Vec<&str> = expected["one_task_dated"].as_str().into_iter().collect();
    assert_eq!(dated, one, "{section}");
}

#[test]
fn the_text_file() {
    check(&plan::read(&fixture("ke-hoach.txt"), "ke-hoach.txt", 2026).unwrap());
}

#[test]
fn the_word_file() {
    check(&plan::read(&fixture("ke-hoach.docx"), "ke-hoach.docx", 2026).unwrap());
}

#[test]
fn both_files_say_the_same() {
    let of = |name| serde_json::to_value(plan::read(&fixture(name), name, 2026).unwrap()).unwrap();
    assert_eq!(of("ke-hoach.txt"), of("ke-hoach.docx"));
}
