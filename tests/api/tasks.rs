//! Tasks: from the officer's desk to the units and back.

use bup_tests::{App, Client, Value, each, json};

fn new_task(app: &App, lead: &str, more: Value) -> Value {
    let mut body = json!({"title": "Treo băng-rôn", "due_on": "2024-06-15", "lead_unit_id": app.unit_of(lead)});
    if let (Some(body), Some(more)) = (body.as_object_mut(), more.as_object()) {
        body.extend(more.clone());
    }
    app.sign_in("chinhsach").post("/tasks", body).ok()
}

fn path(task: &Value, rest: &str) -> String {
    format!("/tasks/{}{rest}", task["id"].as_str().unwrap_or(""))
}

fn all_neighborhoods(app: &App) -> Vec<Value> {
    (1..=11).map(|n| app.unit_of(&format!("khupho{n}"))).collect()
}

#[test]
fn a_task_goes_from_assigned_to_accepted() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let doan = app.sign_in("doan");
        let task = new_task(app, "doan", json!({"target": 6, "measure": "băng-rôn"}));
        assert_eq!((&task["status"], &task["version"]), (&json!("assigned"), &json!(1)));
        let seen = doan.get(&path(&task, "")).ok();
        assert_eq!(seen["allowed_actions"], json!(["start", "update", "comment"]));

        doan.post(&path(&task, "/submit"), json!({})).refused(409, "wrong_state");
        assert_eq!(doan.post(&path(&task, "/start"), json!({})).ok()["status"], "in_progress");
        let report =
            doan.post(&path(&task, "/updates"), json!({"progress": 40, "actual": 2, "note": "Đã treo 2 tuyến"})).ok();
        assert_eq!((&report["progress"], &report["by"]["full_name"]), (&json!(40), &json!("Phạm Ngọc Ánh")));
        let submitted = doan.post(&path(&task, "/submit"), json!({"note": "Xong", "actual": 6})).ok();
        assert_eq!((&submitted["status"], &submitted["actual"]), (&json!("submitted"), &json!(6)));

        officer.post(&path(&task, "/return"), json!({"reason": "  "})).refused(422, "invalid");
        let returned = officer.post(&path(&task, "/return"), json!({"reason": "Thiếu ảnh"})).ok();
        assert_eq!((&returned["status"], &returned["status_reason"]), (&json!("returned"), &json!("Thiếu ảnh")));
        doan.post(&path(&task, "/start"), json!({})).ok();
        doan.post(&path(&task, "/submit"), json!({})).ok();
        let accepted = officer.post(&path(&task, "/accept"), json!({})).ok();
        assert_eq!((&accepted["status"], &accepted["progress"]), (&json!("accepted"), &json!(100)));
        officer.post(&path(&task, "/cancel"), json!({"reason": "x"})).refused(409, "wrong_state");

        let timeline = doan.get(&path(&task, "/updates")).ok();
        let states: Vec<&str> =
            timeline["items"].as_array().into_iter().flatten().filter_map(|u| u["status"].as_str()).collect();
        assert_eq!(
            states,
            ["accepted", "submitted", "in_progress", "returned", "submitted", "in_progress", "in_progress"]
        );
    });
}

#[test]
fn one_task_to_all_neighborhoods_counts_who_has_finished() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let task = new_task(app, "chinhsach", json!({"joining_unit_ids": all_neighborhoods(app), "each_unit": true}));
        assert_eq!((&task["parts_done"], &task["parts_total"]), (&json!(0), &json!(11)));
        let names: Vec<&str> =
            task["parts"].as_array().into_iter().flatten().filter_map(|p| p["unit"]["name"].as_str()).collect();
        assert_eq!(names.get(1..3), Some(["Khu phố 2", "Khu phố 3"].as_slice()));
        for n in 1..=8 {
            let head = app.sign_in(&format!("khupho{n}"));
            head.post(&path(&task, "/updates"), json!({"progress": 50, "actual": 3})).ok();
            let mine = head.post(&path(&task, "/submit"), json!({})).ok();
            assert_eq!(mine["my_part"]["status"], "submitted");
        }
        let seen = officer.get(&path(&task, "")).ok();
        assert_eq!(
            (&seen["parts_done"], &seen["status"], &seen["actual"]),
            (&json!(8), &json!("in_progress"), &json!(24))
        );
        let back =
            officer.post(&path(&task, "/return"), json!({"reason": "Chưa rõ", "unit_id": app.unit_of("khupho3")})).ok();
        assert_eq!(back["parts_done"], 7);
        officer.post(&path(&task, "/accept"), json!({})).ok();
        for n in [3, 9, 10, 11] {
            let head = app.sign_in(&format!("khupho{n}"));
            head.post(&path(&task, "/start"), json!({})).ok();
            head.post(&path(&task, "/submit"), json!({})).ok();
        }
        assert_eq!(officer.get(&path(&task, "")).ok()["status"], "submitted");
        assert_eq!(officer.post(&path(&task, "/accept"), json!({})).ok()["status"], "accepted");
    });
}

#[test]
fn a_unit_sees_its_own_tasks_only() {
    each(|app| {
        let task = new_task(app, "doan", json!({"joining_unit_ids": [app.unit_of("khupho1")]}));
        for (name, sees) in [
            ("doan", true),
            ("khupho1", true),
            ("lanhdao", true),
            ("captren", true),
            ("khupho2", false),
            ("congan", false),
        ] {
            let person = app.sign_in(name);
            assert_eq!(person.get(&path(&task, "")).status, if sees { 200 } else { 404 }, "{name}");
            assert_eq!(person.get("/tasks").ok()["total"], json!(i32::from(sees)), "{name}");
            assert_eq!(person.get(&path(&task, "/updates")).status, if sees { 200 } else { 404 }, "{name}");
        }
        app.sign_in("khupho2").post(&path(&task, "/updates"), json!({"note": "x"})).refused(404, "not_found");
        app.sign_in("quantri").get("/tasks").refused(403, "forbidden");
        app.sign_in("doan").post("/tasks", json!({})).refused(403, "forbidden");
    });
}

#[test]
fn a_stale_change_loses_nothing_and_a_missing_version_is_asked_for() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let task = new_task(app, "doan", json!({}));
        let changed =
            officer.patch(&path(&task, ""), &json!(1), json!({"due_on": "2024-06-20", "priority": "high"})).ok();
        assert_eq!((&changed["due_on"], &changed["version"]), (&json!("2024-06-20"), &json!(2)));
        let stale = officer.patch(&path(&task, ""), &json!(1), json!({"title": "Khác"})).refused(412, "stale");
        assert_eq!(stale["current"]["version"], 2);
        officer.raw("PATCH", &path(&task, ""), "application/json", b"{}".to_vec()).refused(428, "version_required");
        officer.with("If-Match", "\"1\"").post(&path(&task, "/remind"), json!({})).refused(412, "stale");
        let read = officer.get(&path(&task, ""));
        assert!(read.header("etag").starts_with("\"2-"), "{}", read.header("etag"));
        assert_eq!(officer.with("If-None-Match", read.header("etag")).get(&path(&task, "")).status, 304);
        let again = officer.with("If-Match", read.header("etag")).raw(
            "PATCH",
            &path(&task, ""),
            "application/json",
            json!({"priority": "low"}).to_string().into_bytes(),
        );
        assert_eq!(again.ok()["version"], 3);
    });
}

#[test]
fn what_one_reader_has_is_never_taken_for_what_another_would_get() {
    each(|app| {
        let (officer, doan) = (app.sign_in("chinhsach"), app.sign_in("doan"));
        let task = new_task(app, "doan", json!({}));
        let tag = officer.get(&path(&task, "")).header("etag").to_owned();
        assert_eq!(doan.with("If-None-Match", &tag).get(&path(&task, "")).status, 200, "other actions are allowed");
        let me = officer.get("/me");
        assert_eq!(me.header("cache-control"), "no-store");
        assert_eq!(doan.with("If-None-Match", me.header("etag")).get("/me").ok()["user"]["username"], "doan");
    });
}

#[test]
fn a_unit_changes_its_progress_but_not_the_task() {
    each(|app| {
        let doan = app.sign_in("doan");
        let task = new_task(app, "doan", json!({}));
        doan.patch(&path(&task, ""), &json!(1), json!({"due_on": "2024-07-01"})).refused(403, "field_not_yours");
        let changed = doan.patch(&path(&task, ""), &json!(1), json!({"progress": 30})).ok();
        assert_eq!((&changed["progress"], &changed["status"]), (&json!(30), &json!("in_progress")));
    });
}

#[test]
fn a_repeated_request_makes_one_row() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let body = json!({"title": "Một lần", "due_on": "2024-06-15", "lead_unit_id": app.unit_of("doan")});
        let keyed = officer.with("Idempotency-Key", "k-1");
        let first = keyed.post("/tasks", body.clone());
        let second = keyed.post("/tasks", body.clone());
        assert_eq!((first.status, first.header("location")), (201, second.header("location")));
        assert_eq!(first.ok(), second.ok());
        assert_eq!(officer.get("/tasks").ok()["total"], 1);
        keyed.post("/tasks", json!({"title": "Khác"})).refused(422, "invalid");
        let other = json!({"title": "Khác", "due_on": "2024-06-15", "lead_unit_id": app.unit_of("doan")});
        keyed.post("/tasks", other).refused(422, "idempotency_key_reused");
    });
}

#[test]
fn a_hundred_writers_of_one_version_leave_one_winner() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let task = new_task(app, "doan", json!({}));
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let patch = |n: usize| {
                let (officer, path) = (officer.clone(), path(&task, ""));
                scope.spawn(move || officer.patch(&path, &json!(1), json!({"title": format!("Tên {n}")})).status)
            };
            let writers: Vec<_> = (0..20).map(patch).collect();
            writers.into_iter().filter_map(|writer| writer.join().ok()).collect()
        });
        assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
        assert!(statuses.iter().all(|status| [200, 412].contains(status)), "{statuses:?}");
        assert_eq!(officer.get(&path(&task, "")).ok()["version"], 2);
    });
}

#[test]
fn units_that_report_at_the_same_moment_all_succeed() {
    each(|app| {
        let task = new_task(app, "chinhsach", json!({"joining_unit_ids": all_neighborhoods(app), "each_unit": true}));
        let heads: Vec<Client> = (1..=11).map(|n| app.sign_in(&format!("khupho{n}"))).collect();
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let report = |head: &Client| {
                let (head, path) = (head.clone(), path(&task, "/updates"));
                scope.spawn(move || head.post(&path, json!({"progress": 100})).status)
            };
            let reports: Vec<_> = heads.iter().map(report).collect();
            reports.into_iter().filter_map(|report| report.join().ok()).collect()
        });
        assert_eq!(statuses, [201; 11]);
        assert_eq!(app.sign_in("chinhsach").get(&path(&task, "")).ok()["progress"], 100);
    });
}

#[test]
fn search_needs_no_marks_and_pages_hold_still() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        for n in 1..=7 {
            new_task(
                app,
                "doan",
                json!({"title": format!("Dạy bơi lớp {n}"), "due_on": format!("2024-06-{:02}", 10 + n % 3)}),
            );
        }
        new_task(app, "congan", json!({"title": "Bảo đảm an ninh 100%"}));
        assert_eq!(officer.get("/tasks?q=day%20boi").ok()["total"], 7);
        assert_eq!(officer.get("/tasks?q=day-boi").ok()["total"], 7, "a hyphen or a space");
        assert_eq!(officer.get("/tasks?q=0%25").ok()["total"], 1);
        assert_eq!(officer.get("/tasks?q=_").ok()["total"], 0);
        for sort in ["due_on", "-due_on", "-priority", "-updated_at", "title"] {
            let (mut seen, mut cursor) = (Vec::new(), String::new());
            loop {
                let page = officer.get(&format!("/tasks?limit=3&sort={sort}{cursor}")).ok();
                seen.extend(page["items"].as_array().into_iter().flatten().map(|task| task["id"].to_string()));
                assert_eq!(page["total"], 8);
                match page["next_cursor"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            let count = seen.len();
            seen.sort();
            seen.dedup();
            assert_eq!((count, seen.len()), (8, 8), "{sort}");
        }
        for bad in ["sort=name", "limit=0", "limit=201", "cursor=x", "status=done", "nonsense=1", "due_from=hôm nay"] {
            officer.get(&format!("/tasks?{bad}")).refused(400, "bad_parameter");
        }
    });
}

#[test]
fn lateness_is_derived_and_reminders_are_kept_with_their_answers() {
    each(|app| {
        let (officer, khupho1) = (app.sign_in("chinhsach"), app.sign_in("khupho1"));
        let joining = json!([app.unit_of("khupho1"), app.unit_of("khupho2")]);
        let task =
            new_task(app, "chinhsach", json!({"due_on": "2024-06-01", "joining_unit_ids": joining, "each_unit": true}));
        assert_eq!((&task["overdue"], &task["days_left"]), (&json!(true), &json!(-2)));
        officer.post(&path(&task, "/remind"), json!({"message": "Đề nghị báo cáo trước 17 giờ"})).ok();
        assert_eq!(officer.get("/reminders?unanswered=true").ok()["total"], 2);
        assert_eq!(khupho1.get("/reminders").ok()["total"], 1);
        khupho1.post(&path(&task, "/updates"), json!({"progress": 80, "note": "Chiều nay xong"})).ok();
        let log = officer.get(&path(&task, "/reminders")).ok();
        let answers: Vec<&Value> = log["items"].as_array().into_iter().flatten().map(|r| &r["answer"]).collect();
        assert!(answers.contains(&&json!("Chiều nay xong")) && answers.contains(&&Value::Null));
        khupho1.post(&path(&task, "/submit"), json!({})).ok();
        assert_eq!(khupho1.get("/tasks?overdue=true").ok()["total"], 0);
        assert_eq!(officer.get("/tasks?overdue=true").ok()["total"], 1);
        assert_eq!(officer.get("/tasks?needs_review=true").ok()["total"], 1);
        let bell = khupho1.get("/notifications?unread=true").ok();
        let kinds: Vec<&str> =
            bell["items"].as_array().into_iter().flatten().filter_map(|n| n["kind"].as_str()).collect();
        assert_eq!(kinds, ["task_reminder", "task_assigned"]);
        assert!(!bell.to_string().contains("băng-rôn"), "a preview names nothing");
        khupho1.post("/notifications/read-all", json!({})).ok();
        assert_eq!(khupho1.get("/me").ok()["unread_notifications"], 0);
    });
}

#[test]
fn evidence_is_asked_for_and_counted() {
    each(|app| {
        let doan = app.sign_in("doan");
        let task = new_task(app, "doan", json!({"evidence_required": 1}));
        doan.post(&path(&task, "/start"), json!({})).ok();
        let problem = doan.post(&path(&task, "/submit"), json!({})).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "evidence_missing");
        let photo = doan.upload("/attachments", "anh.png", crate::attachments::png(), &[]).ok();
        let sent = doan.post(&path(&task, "/submit"), json!({"attachment_ids": [photo["id"]]})).ok();
        assert_eq!((&sent["status"], &sent["evidence_count"]), (&json!("submitted"), &json!(1)));
    });
}

#[test]
fn nobody_accepts_the_work_of_their_own_unit_but_the_leader() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let task = new_task(app, "chinhsach", json!({}));
        officer.post(&path(&task, "/start"), json!({})).ok();
        officer.post(&path(&task, "/submit"), json!({})).ok();
        officer.post(&path(&task, "/accept"), json!({})).refused(409, "self_approval");
        assert_eq!(app.sign_in("lanhdao").post(&path(&task, "/accept"), json!({})).ok()["status"], "accepted");
    });
}

#[test]
fn many_tasks_are_changed_at_once_and_the_refused_are_named() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let (a, b) = (new_task(app, "doan", json!({})), new_task(app, "congan", json!({})));
        officer.post(&path(&b, "/cancel"), json!({"reason": "Trùng"})).ok();
        let body = json!({"task_ids": [a["id"], b["id"]], "action": "due_on", "due_on": "2024-06-25"});
        let result = officer.post("/tasks/bulk", body).ok();
        assert_eq!((&result["done"], &result["failed"][0]["code"]), (&json!([a["id"]]), &json!("wrong_state")));
        assert_eq!(officer.get(&path(&a, "")).ok()["due_on"], "2024-06-25");
        let twice = json!({"task_ids": [a["id"], a["id"]], "action": "remind"});
        let twice = officer.post("/tasks/bulk", twice).refused(422, "invalid");
        assert_eq!(twice["errors"][0]["field"], "task_ids[1]");
    });
}

#[test]
fn the_list_goes_into_a_spreadsheet_as_text() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        new_task(app, "doan", json!({"title": "=HYPERLINK(\"x\")"}));
        let csv = officer.with("Accept", "text/csv").get("/tasks?q=hyperlink");
        assert!(csv.header("content-type").starts_with("text/csv"));
        assert!(csv.text().contains("\"'=HYPERLINK(\"\"x\"\")\""), "{}", csv.text());
        let xlsx = officer.get("/tasks/export.xlsx");
        assert_eq!((xlsx.status, xlsx.bytes.get(..2)), (200, Some(b"PK".as_slice())));
        assert_eq!(app.sign_in("khupho2").with("Accept", "text/csv").get("/tasks").text().lines().count(), 1);
    });
}

fn refused_fields(person: &Client, body: Value) -> Vec<String> {
    let problem = person.post("/tasks", body).refused(422, "invalid");
    problem["errors"].as_array().into_iter().flatten().filter_map(|e| e["field"].as_str().map(str::to_owned)).collect()
}

#[test]
fn every_wrong_field_is_named_at_once() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let stranger = "01900000-0000-7000-8000-000000000000";
        let body = json!({"title": " ", "due_on": "2024-06-01", "starts_on": "2024-06-02", "lead_unit_id": stranger,
            "target": -1, "evidence_required": 99, "plan_id": stranger});
        let fields = refused_fields(&officer, body);
        assert_eq!(fields, ["title", "due_on", "target", "evidence_required", "plan_id", "lead_unit_id"]);
    });
}
