//! The main job on the real plan: upload, correct, make, publish; and a corrected file afterwards.

use bup_tests::{App, Client, Value, each, json};

const DOCX: &[u8] = include_bytes!("../fixtures/plans/2024/ke-hoach.docx");
const TXT: &str = include_str!("../fixtures/plans/2024/ke-hoach.txt");

fn preview(officer: &Client, name: &str, bytes: &[u8]) -> Value {
    officer.upload("/plans/import", name, bytes.to_vec(), &[]).ok()
}

fn path(plan: &Value, rest: &str) -> String {
    format!("/plans/{}{rest}", plan["id"].as_str().unwrap_or(""))
}

fn strings<'a>(list: &'a Value, member: &str) -> Vec<&'a str> {
    list.as_array().into_iter().flatten().filter_map(|one| one[member].as_str()).collect()
}

#[test]
fn both_files_of_2024_are_read_as_expected() {
    let expected: Value = serde_json::from_str(include_str!("../fixtures/plans/2024/expected.json")).expect("JSON");
    each(|app| {
        let officer = app.sign_in("chinhsach");
        for (name, bytes) in [("ke-hoach.docx", DOCX), ("ke-hoach.txt", TXT.as_bytes())] {
            let read = preview(&officer, name, bytes);
            for field in ["title", "year", "issuer", "theme", "starts_on", "ends_on", "slogans", "signed_by"] {
                assert_eq!(read[field], expected[field], "{name} {field}");
            }
            assert_eq!(
                strings(&read["sections"], "key"),
                expected["sections"].as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>()
            );
            let bases = read["legal_bases"].to_string();
            for base in expected["legal_bases_contain"].as_array().into_iter().flatten() {
                assert!(bases.contains(base.as_str().unwrap_or("?")), "{name} {base}");
            }
            assert_eq!(read["recipients"].as_array().map(Vec::len), Some(6));
            check_units(app, &read, &expected);
        }
        assert_eq!(officer.get("/plans").ok()["total"], 0, "a preview stores nothing");
    });
}

fn check_units(app: &App, read: &Value, expected: &Value) {
    let tasks: Vec<&Value> = read["tasks"].as_array().into_iter().flatten().collect();
    assert_eq!(json!(tasks.len()), expected["assigned_tasks_total"]);
    for assignment in expected["assignments"].as_array().into_iter().flatten() {
        let of_section: Vec<&&Value> =
            tasks.iter().filter(|task| task["section_key"] == assignment["section"]).collect();
        assert_eq!(json!(of_section.len()), assignment["tasks"], "{assignment}");
        assert!(of_section.iter().all(|task| task["lead_unit_kind"] == assignment["unit_kind"]), "{assignment}");
        if let Some(day) = assignment["one_task_dated"].as_str() {
            assert!(of_section.iter().any(|task| task["due_on"] == day), "{assignment}");
        }
    }
    let of_doan: Vec<&Value> =
        tasks.iter().filter(|task| task["section_key"] == "V.2").map(|task| &task["lead_unit_id"]).collect();
    assert!(of_doan.iter().all(|unit| **unit == app.unit_of("doan")));
    let to_all = tasks.iter().find(|task| task["section_key"] == "V.6").expect("V.6");
    assert_eq!(
        (&to_all["all_units_of_kind"], to_all["joining_unit_ids"].as_array().map(Vec::len)),
        (&json!(true), Some(11))
    );
}

#[test]
fn the_uncorrected_preview_is_a_plan_that_every_unit_sees() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let plan = officer.post("/plans", preview(&officer, "ke-hoach.docx", DOCX)).ok();
        assert_eq!((&plan["status"], &plan["task_count"]), (&json!("draft"), &json!(18)));
        officer.post(&path(&plan, "/publish"), json!({})).ok();
        for (name, count) in
            [("chinhsach", 18), ("doan", 3), ("congan", 3), ("vanhoa", 3), ("mttq", 2), ("khupho11", 2)]
        {
            assert!(app.sign_in(name).get("/tasks").ok()["total"].as_i64() >= Some(count), "{name}");
        }
        let dated = app.sign_in("vanhoa").get("/tasks?due_to=2024-06-28&due_from=2024-06-28").ok();
        assert_eq!(dated["total"], 1);
    });
}

#[test]
fn a_second_import_of_the_same_file_changes_nothing_and_a_corrected_one_never_doubles() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let plan = officer.post("/plans", preview(&officer, "ke-hoach.txt", TXT.as_bytes())).ok();
        let plan = officer.post(&path(&plan, "/publish"), json!({})).ok();
        let compare =
            |text: &str| officer.upload(&path(&plan, "/import"), "sua.txt", text.as_bytes().to_vec(), &[]).ok();
        assert_eq!(compare(TXT)["changes"], json!([]));

        let corrected = TXT
            .replace("Tăng cường công tác bảo đảm an ninh trật tự tại các sự kiện lớn", "Chủ động bảo đảm an ninh trật tự tại các sự kiện lớn")
            .replace("Tổ chức tốt các hoạt động nhân “Ngày gia đình Việt Nam” 28-6 gắn với các hoạt động Tháng hành động vì trẻ em.\n", "")
            .replace("ngày 30/6/2024", "ngày 15/7/2024");
        let difference = compare(&corrected);
        let kinds: Vec<(&str, &str)> = difference["changes"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| Some((one["kind"].as_str()?, one["change"].as_str()?)))
            .collect();
        assert!(kinds.contains(&("plan_field", "changed")) && kinds.contains(&("task", "removed")), "{kinds:?}");
        assert!(!kinds.contains(&("task", "added")), "a mended sentence is a change: {kinds:?}");
        let police = app.sign_in("congan").get("/tasks").ok();
        assert_eq!(police["total"], 3);

        let keys: Vec<&str> = strings(&difference["changes"], "key");
        let apply = json!({"preview": difference["preview"], "accept": keys});
        officer.post(&path(&plan, "/import/apply"), apply.clone()).refused(428, "version_required");
        let matched = officer.with("If-Match", format!("\"{}\"", plan["version"]));
        let after = matched.post(&path(&plan, "/import/apply"), apply.clone()).ok();
        assert_eq!((&after["ends_on"], &after["task_count"]), (&json!("2024-07-15"), &json!(17)));
        matched.post(&path(&plan, "/import/apply"), apply).refused(412, "stale");
        assert_eq!(compare(&corrected)["changes"], json!([]));
        let titles = app.sign_in("congan").get("/tasks").ok().to_string();
        assert!(titles.contains("Chủ động bảo đảm an ninh"), "{titles}");

        let finished = officer.get("/tasks?status=assigned").ok()["items"][0].clone();
        let cancel = format!("/tasks/{}/cancel", finished["id"].as_str().unwrap_or(""));
        officer.post(&cancel, json!({"reason": "Không tổ chức năm nay"})).ok();
        assert_eq!(compare(&corrected)["changes"], json!([]), "what was called off is not offered as new");
    });
}

#[test]
fn a_file_that_is_no_plan_is_refused_with_what_to_do() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let send = |name: &str, bytes: &[u8]| officer.upload("/plans/import", name, bytes.to_vec(), &[]);
        send("ke-hoach.docx", b"%PDF-1.7\n%...").refused(415, "plan_file_pdf");
        send("ke-hoach.docx", &[0; 64]).refused(415, "plan_file_not_text");
        let cut = send("ke-hoach.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest");
        assert!([415, 422].contains(&cut.status), "{}", cut.text());
        send("ke-hoach.txt", b"   \n").refused(422, "plan_file_empty");
        app.sign_in("khupho1").upload("/plans/import", "x.txt", TXT.as_bytes().to_vec(), &[]).refused(403, "forbidden");
    });
}
