//! Plans: made, published, counted, copied.

use bup_tests::{App, Value, each, json};

fn path(plan: &Value, rest: &str) -> String {
    format!("/plans/{}{rest}", plan["id"].as_str().unwrap_or(""))
}

/// A small plan: one task for the Youth Union, one for all neighborhoods.
fn body(app: &App) -> Value {
    json!({
        "title": "Tháng hành động vì trẻ em năm 2024", "year": 2024, "starts_on": "2024-06-01", "ends_on": "2024-06-30",
        "theme": "Hành động thiết thực", "slogans": ["Lắng nghe trẻ em"], "hotlines": ["111"],
        "signed_by": {"name": "Trần Thị Nga", "position": "PHÓ CHỦ TỊCH"},
        "sections": [
            {"key": "V", "number": "V", "title": "TỔ CHỨC THỰC HIỆN"},
            {"key": "V.2", "number": "2", "title": "Đoàn phường", "parent_key": "V", "body": "Chỉ đạo các chi đoàn."},
            {"key": "V.6", "number": "6", "title": "Các khu phố", "parent_key": "V"},
        ],
        "tasks": [
            {"key": "t1", "section_key": "V.2", "title": "Chỉ đạo các chi đoàn", "lead_unit_id": app.unit_of("doan"),
             "due_on": "2024-06-02", "confidence": 0.9, "reasons": [], "source": "Chỉ đạo các chi đoàn."},
            {"key": "t2", "section_key": "V.6", "title": "Tuyên truyền", "lead_unit_kind": "neighborhood",
             "all_units_of_kind": true, "lead_unit_id": null},
        ],
        "warnings": [{"code": "x", "message": "x"}],
    })
}

#[test]
fn a_draft_is_the_officers_until_it_is_published() {
    each(|app| {
        let (officer, khupho1, doan) = (app.sign_in("chinhsach"), app.sign_in("khupho1"), app.sign_in("doan"));
        let made = officer.post("/plans", body(app));
        let plan = made.ok();
        assert_eq!((made.status, made.header("location")), (201, format!("/api/v1{}", path(&plan, "")).as_str()));
        assert_eq!(
            (&plan["status"], &plan["task_count"], &plan["sections"][1]["path"]),
            (&json!("draft"), &json!(2), &json!("V.2"))
        );
        doan.get(&path(&plan, "")).refused(404, "not_found");
        assert_eq!(doan.get("/tasks").ok()["total"], 0);
        assert_eq!(khupho1.get("/notifications").ok()["total"], 0);
        let published = officer.post(&path(&plan, "/publish"), json!({})).ok();
        assert_eq!(published["status"], "published");
        officer.post(&path(&plan, "/publish"), json!({})).refused(409, "wrong_state");
        assert_eq!(doan.get(&path(&plan, "/tasks")).ok()["total"], 1);
        assert_eq!(khupho1.get("/tasks").ok()["items"][0]["parts_total"], 11);
        assert_eq!(khupho1.get("/notifications").ok()["items"][0]["kind"], "plan_published");
        assert_eq!(app.sign_in("captren").get("/plans").ok()["total"], 1);
        doan.post(&path(&plan, "/close"), json!({})).refused(403, "forbidden");
        assert_eq!(app.sign_in("lanhdao").post(&path(&plan, "/close"), json!({})).ok()["status"], "closed");
        officer.patch(&path(&plan, ""), &json!(3), json!({"theme": "x"})).refused(409, "wrong_state");
    });
}

#[test]
fn the_summary_counts_by_unit_and_by_section() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let plan = officer.post("/plans", body(app)).ok();
        officer.post(&path(&plan, "/publish"), json!({})).ok();
        let summary = app.sign_in("lanhdao").get(&path(&plan, "/summary")).ok();
        // Monday 3 June: the Youth Union's task was due on the 2nd.
        assert_eq!((&summary["totals"]["total"], &summary["totals"]["overdue"]), (&json!(2), &json!(1)));
        let units = summary["by_unit"].as_array().cloned().unwrap_or_default();
        assert_eq!(units.len(), 12, "eleven neighborhoods and the Youth Union; the focal point only follows up");
        let v = summary["by_section"].as_array().and_then(|all| all.iter().find(|s| s["path"] == "V").cloned());
        assert_eq!(v.map(|v| v["counts"]["total"].clone()), Some(json!(2)));
        let desk = app.sign_in("lanhdao").get("/dashboard").ok();
        assert_eq!((&desk["plan"]["id"], &desk["day_number"]), (&plan["id"], &json!(3)));
        assert_eq!(desk["late_by_unit"][0]["unit"]["code"], "doan-phuong");
        for name in ["khupho1", "captren", "quantri", "truong1", "vanhoa"] {
            app.sign_in(name).get("/dashboard").ok();
        }
        assert_eq!(app.sign_in("khupho1").get("/dashboard").ok()["my_tasks"][0]["title"], "Tuyên truyền");
    });
}

#[test]
fn a_task_for_all_neighborhoods_may_be_eleven_tasks() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let mut each_alone = body(app);
        each_alone["tasks"][1]["expand"] = json!("one_each");
        let plan = officer.post("/plans", each_alone).ok();
        assert_eq!(plan["task_count"], 12);
    });
}

#[test]
fn what_is_wrong_is_named_with_its_place_and_nothing_is_made() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let mut wrong = body(app);
        wrong["tasks"][0]["lead_unit_id"] = Value::Null;
        wrong["tasks"][1]["section_key"] = json!("IX");
        wrong["sections"][1]["parent_key"] = json!("VI");
        wrong["ends_on"] = json!("2024-05-01");
        let problem = officer.post("/plans", wrong).refused(422, "invalid");
        let mut fields: Vec<&str> =
            problem["errors"].as_array().into_iter().flatten().filter_map(|e| e["field"].as_str()).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["ends_on", "sections[1].parent_key", "tasks[0].lead_unit_id", "tasks[1].section_key"]);
        assert_eq!(officer.get("/plans").ok()["total"], 0);
        officer.post("/plans", body(app)).ok();
        let twice = officer.post("/plans", body(app)).refused(422, "invalid");
        assert_eq!(twice["errors"][0]["code"], "plan_exists");
        let empty = json!({"title": "Trống", "year": 2024, "starts_on": "2024-06-01", "ends_on": "2024-06-30"});
        let empty = officer.post("/plans", empty).ok();
        officer.post(&path(&empty, "/publish"), json!({})).refused(409, "plan_without_tasks");
    });
}

#[test]
fn sections_are_added_changed_and_deleted_by_hand() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let plan = officer.post("/plans", body(app)).ok();
        let v = &plan["sections"][0]["id"];
        let grown =
            officer.post(&path(&plan, "/sections"), json!({"parent_id": v, "number": "7", "title": "Trạm Y tế"})).ok();
        assert_eq!((&grown["sections"][3]["path"], &grown["version"]), (&json!("V.7"), &json!(2)));
        let again = json!({"parent_id": v, "number": "7", "title": "x"});
        officer.post(&path(&plan, "/sections"), again).refused(422, "invalid");
        let section = |id: &Value| path(&plan, &format!("/sections/{}", id.as_str().unwrap_or("")));
        let moved = officer.patch(&section(v), &json!(2), json!({"number": "VI"})).ok();
        assert_eq!((&moved["sections"][0]["path"], &moved["sections"][1]["path"]), (&json!("VI"), &json!("VI.2")));
        officer.delete(&section(&moved["sections"][1]["id"])).refused(409, "section_in_use");
        let shrunk = officer.delete(&section(&moved["sections"][3]["id"])).ok();
        assert_eq!(shrunk["sections"].as_array().map(Vec::len), Some(3));
    });
}

#[test]
fn last_years_plan_becomes_this_years_draft() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let plan = officer.post("/plans", body(app)).ok();
        let copied = officer.post(&path(&plan, "/copy"), json!({"year": 2025})).ok();
        assert_eq!(copied["title"], "Tháng hành động vì trẻ em năm 2025");
        assert_eq!(
            (&copied["starts_on"], &copied["status"], &copied["task_count"]),
            (&json!("2025-06-01"), &json!("draft"), &json!(2))
        );
        assert_eq!(copied["copied_from_id"], plan["id"]);
        let tasks = officer.get(&path(&copied, "/tasks")).ok();
        assert_eq!(
            (&tasks["items"][0]["due_on"], &tasks["items"][1]["parts_total"]),
            (&json!("2025-06-02"), &json!(11))
        );
        officer.post(&path(&plan, "/copy"), json!({"year": 2025})).refused(422, "invalid");
    });
}
