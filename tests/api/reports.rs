//! Reports: how they go up and come back, what is frozen, who sees which version, what is held back.

use bup::access::{Role, UnitKind};
use bup::auth::passwords;
use bup::setup::{self, NewUser};
use bup_tests::{App, Client, Value, each, json};

use crate::children::child;

pub const DAY: chrono::TimeDelta = chrono::TimeDelta::days(1);

/// A published plan of June 2024: a task for the Youth Union, one for every neighborhood.
pub fn plan(app: &App) -> Value {
    let body = json!({
        "title": "Tháng hành động vì trẻ em năm 2024", "year": 2024, "starts_on": "2024-06-01", "ends_on": "2024-06-30",
        "theme": "Hành động thiết thực", "number": "45/KH-UBND", "issued_on": "2024-05-20",
        "sections": [{"key": "V", "number": "V", "title": "TỔ CHỨC THỰC HIỆN"}],
        "tasks": [
            {"key": "t1", "section_key": "V", "title": "Chỉ đạo các chi đoàn", "lead_unit_id": app.unit_of("doan"),
             "due_on": "2024-06-02"},
            {"key": "t2", "section_key": "V", "title": "Tuyên truyền", "lead_unit_kind": "neighborhood",
             "all_units_of_kind": true, "lead_unit_id": null},
        ],
    });
    let officer = app.sign_in("chinhsach");
    let plan = officer.post("/plans", body).ok();
    officer.post(&format!("/plans/{}/publish", plan["id"].as_str().expect("an id")), json!({})).ok()
}

pub fn begin(writer: &Client, plan: &Value, kind: &str) -> Value {
    writer.post("/reports", json!({"kind": kind, "plan_id": plan["id"]})).ok()
}

pub fn path(report: &Value, rest: &str) -> String {
    format!("/reports/{}{rest}", report["id"].as_str().expect("an id"))
}

pub fn figure<'a>(report: &'a Value, code: &str) -> &'a Value {
    let all = report["indicators"].as_array().expect("indicators");
    all.iter().find(|one| one["code"] == code).unwrap_or_else(|| panic!("no {code}"))
}

pub fn value(report: &Value, code: &str) -> i64 {
    figure(report, code)["value"].as_i64().unwrap_or_else(|| panic!("{code} has no value"))
}

fn section<'a>(report: &'a Value, key: &str) -> &'a str {
    let all = report["sections"].as_array().expect("sections");
    let found = all.iter().find(|one| one["key"] == key).unwrap_or_else(|| panic!("no {key}"));
    found["body"].as_str().expect("a text")
}

pub fn id(row: &Value) -> &str {
    row["id"].as_str().expect("an id")
}

/// Children as a ward has them: some in need, some given something, and every row that must count nowhere.
pub fn fill(app: &App) {
    let officer = app.sign_in("chinhsach");
    let names = ["An", "Bình", "Chi", "Dũng", "Giang", "Hoa", "Khánh", "Lan"];
    let list: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let born = format!("{}-03-01", 2010 + at);
            child(&officer, app, &format!("Nguyễn Thị {name}"), &born, &format!("khupho{}", at % 3 + 1))
        })
        .collect();
    let row = |at: usize| format!("/children/{}", id(&list[at]));
    for (at, code) in [(0, "HC04"), (0, "HC02"), (1, "HC04"), (2, "NC03"), (7, "HC04")] {
        let body = json!({"code": code, "from_date": "2024-01-01", "evidence": "QĐ 12"});
        officer.post(&format!("{}/circumstances", row(at)), body).ok();
    }
    for (at, kind, day, worth) in [
        (0, "gift", "2024-06-01", 300_000),
        (0, "gift", "2024-06-02", 200_000),
        (1, "visit", "2024-06-01", 0),
        (3, "gift", "2024-05-01", 500_000),
        (7, "gift", "2024-06-01", 100_000),
    ] {
        officer.post(&format!("{}/supports", row(at)), json!({"kind": kind, "on_date": day, "value": worth})).ok();
    }
    // Cancelled, moved away, merged and erased rows.
    let cancelled =
        officer.post(&format!("{}/supports", row(2)), json!({"kind": "gift", "on_date": "2024-06-01"})).ok();
    drop(cancelled);
    let given = officer.get(&format!("{}/supports", row(2))).ok();
    let gift =
        given["items"].as_array().or(given.as_array()).expect("supports")[0]["id"].as_str().expect("an id").to_owned();
    officer.post(&format!("{}/supports/{gift}/cancel", row(2)), json!({"reason": "Ghi nhầm"})).ok();
    officer.post(&format!("{}/move-out", row(7)), json!({"moved_on": "2024-06-02", "to": "Phường khác"})).ok();
}

#[test]
fn a_unit_writes_is_reminded_and_gets_its_report_back() {
    each(|app| {
        let (plan, officer, head) = (plan(app), app.sign_in("chinhsach"), app.sign_in("khupho1"));
        let due = officer.get("/reports/due?kind=unit_week").ok();
        assert_eq!(
            (&due["period_from"], &due["period_to"], &due["due_on"]),
            (&json!("2024-06-03"), &json!("2024-06-09"), &json!("2024-06-10"))
        );
        let all = due["missing"].as_i64().expect("a number");
        assert_eq!((due["handed_in"].as_i64(), all > 11), (Some(0), true));
        let body = json!({"plan_id": plan["id"], "kind": "unit_week", "unit_ids": [app.unit_of("khupho1")]});
        assert_eq!(officer.post("/reports/remind", body.clone()).ok()["reminded"], 1);
        head.post("/reports/remind", body).refused(403, "report_not_yours");
        assert_eq!(head.get("/notifications?unread=true").ok()["items"][0]["kind"], "report_reminder");

        let report = begin(&head, &plan, "unit_week");
        assert_eq!((value(&report, "parts_total"), value(&report, "parts_done")), (1, 0));
        assert!(section(&report, "tasks").contains("- Tuyên truyền: đang thực hiện."), "{}", section(&report, "tasks"));
        let again = head.post("/reports", json!({"kind": "unit_week", "plan_id": plan["id"]}));
        assert_eq!(again.refused(409, "report_already_there")["report_id"], report["id"]);
        head.post("/reports", json!({"kind": "ward_final", "plan_id": plan["id"]})).refused(403, "report_not_yours");
        // A draft is nobody else's.
        for stranger in ["chinhsach", "lanhdao", "khupho2", "captren"] {
            app.sign_in(stranger).get(&path(&report, "")).refused(404, "not_found");
        }

        let words = json!({"sections": [{"key": "weaknesses", "body": "Loa hỏng."}]});
        head.patch(&path(&report, ""), &json!(7), words.clone()).refused(412, "stale");
        let written = head.patch(&path(&report, ""), &report["version"], words).ok();
        assert_eq!(section(&written, "weaknesses"), "Loa hỏng.");
        head.post(&path(&report, "/submit"), json!({"note": "Gửi chị"})).ok();
        assert_eq!(officer.get("/notifications?unread=true").ok()["items"][0]["kind"], "report_submitted");
        let due = officer.get("/reports/due?kind=unit_week").ok();
        assert_eq!((due["handed_in"].as_i64(), due["missing"].as_i64()), (Some(1), Some(all - 1)));
        assert_eq!(due["units"].as_array().expect("units").last().expect("one")["report"]["status"], "submitted");
        assert_eq!(
            officer.post("/reports/remind", json!({"plan_id": plan["id"], "kind": "unit_week"})).ok()["reminded"],
            all - 1
        );

        let actions = officer.get(&path(&report, "")).ok()["allowed_actions"].clone();
        assert_eq!(actions, json!(["return"]));
        app.sign_in("khupho2").post(&path(&report, "/return"), json!({"reason": "x"})).refused(404, "not_found");
        head.post(&path(&report, "/return"), json!({"reason": "x"})).refused(403, "report_not_yours");
        officer.post(&path(&report, "/return"), json!({"reason": " "})).refused(422, "invalid");
        officer.post(&path(&report, "/approve"), json!({})).refused(403, "forbidden");
        officer.post(&path(&report, "/return"), json!({"reason": "Thiếu số buổi phát thanh"})).ok();
        let back = head.get(&path(&report, "")).ok();
        assert_eq!((&back["status"], &back["reason"]), (&json!("returned"), &json!("Thiếu số buổi phát thanh")));
        assert_eq!(back["is_frozen"], false, "it is written anew");
        head.post(&path(&report, "/submit"), json!({})).ok();
        assert_eq!(head.get(&path(&report, "")).ok()["revision"], 2);
    });
}

#[test]
fn the_wards_report_goes_up_and_comes_back() {
    each(|app| {
        let (plan, officer, leader) = (plan(app), app.sign_in("chinhsach"), app.sign_in("lanhdao"));
        let above = app.sign_in("captren");
        fill(app);
        let unit = begin(&app.sign_in("khupho1"), &plan, "unit_final");
        let words = json!({"sections": [{"key": "proposals", "body": "Xin thêm loa truyền thanh."}]});
        app.sign_in("khupho1").patch(&path(&unit, ""), &unit["version"], words).ok();
        app.sign_in("khupho1").post(&path(&unit, "/submit"), json!({})).ok();

        let report = begin(&officer, &plan, "ward_final");
        assert_eq!((&report["due_on"], &report["period_to"]), (&json!("2024-07-19"), &json!("2024-06-30")));
        // The ward's settings name nobody: it goes to the unit above.
        assert_eq!(
            (&report["head"]["addressee"], &report["head"]["recipients"]),
            (&json!("Ủy ban nhân dân thị xã Bỉm Sơn"), &json!(["Như trên"]))
        );
        assert!(
            section(&report, "direction")
                .starts_with("Thực hiện Kế hoạch số 45/KH-UBND ngày 20/05/2024, Ủy ban nhân dân phường Ba Đình")
        );
        assert!(section(&report, "proposals").contains("Xin thêm loa truyền thanh."), "what units ask for is there");
        assert!(!section(&report, "protection").contains("có hoàn cảnh đặc biệt"), "the text names no small number");

        // A number of one's own needs to say where it comes from.
        let own = |more: Value| {
            let mut number = json!({"code": "documents_issued", "value": 3});
            number.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            json!({"numbers": [number]})
        };
        let bare = officer.patch(&path(&report, ""), &report["version"], own(json!({})));
        assert_eq!(bare.refused(422, "invalid")["errors"][0]["code"], "note_missing");
        let mended = officer.patch(&path(&report, ""), &report["version"], own(json!({"note": "Sổ công văn"}))).ok();
        assert_eq!(
            (value(&mended, "documents_issued"), &figure(&mended, "documents_issued")["is_manual"]),
            (3, &json!(true))
        );
        let wrong = json!({"numbers": [{"code": "children_special", "value": 9, "note": "đếm lại"}]});
        let wrong = officer.patch(&path(&report, ""), &mended["version"], wrong).ok();
        let refused = officer.post(&path(&report, "/submit"), json!({})).refused(409, "report_not_ready");
        assert_eq!(refused["checks"][0]["about"], "children_special");
        let reset = json!({"numbers": [{"code": "children_special", "reset": true}]});
        officer.patch(&path(&report, ""), &wrong["version"], reset).ok();

        above.get(&path(&report, "")).refused(404, "not_found");
        officer.post(&path(&report, "/submit"), json!({})).ok();
        officer.post(&path(&report, "/approve"), json!({})).refused(403, "forbidden");
        officer.post(&path(&report, "/send"), json!({})).refused(409, "wrong_state");
        above.post(&path(&report, "/acknowledge"), json!({})).refused(404, "not_found");
        leader.post(&path(&report, "/approve"), json!({})).ok();
        above.get(&path(&report, "")).refused(404, "not_found");
        for (day, code) in [("2025-06-03", "in_future"), ("2024-05-31", "before_period")] {
            let slip = officer.post(&path(&report, "/send"), json!({"number": 5, "issued_on": day}));
            assert_eq!(slip.refused(422, "invalid")["errors"][0]["code"], code, "{day}");
        }
        let sent = officer.post(&path(&report, "/send"), json!({"number": 5, "issued_on": "2024-06-03"})).ok();
        assert_eq!((&sent["status"], &sent["head"]["number"]), (&json!("sent"), &json!(5)));

        // Above: what was sent, with small numbers and what would give them away held back, and no list of people.
        assert_eq!(above.get("/notifications?unread=true").ok()["items"][0]["kind"], "report_sent");
        let seen = above.get(&path(&report, "")).ok();
        assert_eq!((&seen["is_suppressed"], value(&seen, "children_total")), (&json!(true), 7));
        let special = figure(&seen, "children_special");
        assert_eq!(
            (&special["value"], &special["hidden"], &special["computed"]),
            (&Value::Null, &json!(true), &Value::Null)
        );
        assert!(special["parts"].as_array().expect("parts").iter().all(|part| part["value"].is_null()));
        above.get(&path(&report, "/indicators/children_special/rows")).refused(403, "numbers_only");
        above.get(&path(&report, "/indicators/children_total/rows")).refused(403, "numbers_only");
        let tasks = above.get(&path(&report, "/indicators/tasks_total/rows")).ok();
        assert_eq!((&tasks["value"], &tasks["unnamed"]), (&json!(2), &json!(0)));
        let steps: Vec<&str> =
            seen["steps"].as_array().expect("steps").iter().filter_map(|step| step["action"].as_str()).collect();
        assert_eq!(steps, ["send"], "what happened within the ward stays there");
        above.get(&path(&unit, "")).refused(404, "not_found");
        assert_eq!(above.get("/reports").ok()["total"], 1);

        above.post(&path(&report, "/return"), json!({"reason": "Thiếu đánh giá"})).ok();
        assert_eq!(officer.get(&path(&report, "")).ok()["status"], "returned");
        let back = officer.get(&path(&report, "")).ok();
        let words = json!({"sections": [{"key": "causes", "body": "Kinh phí hạn hẹp."}]});
        officer.patch(&path(&report, ""), &back["version"], words).ok();
        child(&officer, app, "Lê Văn Mới", "2015-01-01", "khupho1");
        officer.post(&path(&report, "/submit"), json!({})).ok();
        // What was sent stays as it was until the next one is sent.
        let seen = above.get(&path(&report, "")).ok();
        assert_eq!(
            (value(&seen, "children_total"), &seen["status"], &seen["revision"]),
            (7, &json!("returned"), &json!(1))
        );
        above.get(&path(&report, "/revisions/2")).refused(404, "not_found");
        leader.post(&path(&report, "/approve"), json!({})).ok();
        officer.post(&path(&report, "/send"), json!({})).ok();
        assert_eq!(value(&above.get(&path(&report, "")).ok(), "children_total"), 8);

        // Whatever was sent stays readable above, and what the next one says otherwise.
        let sent = above.get(&path(&report, "/revisions")).ok();
        assert_eq!((&sent["total"], &sent["items"][1]["is_sent"]), (&json!(2), &json!(true)));
        assert_eq!(value(&above.get(&path(&report, "/revisions/1")).ok(), "children_total"), 7);
        above.get(&path(&report, "/revisions/1/difference")).refused(404, "not_found");
        let told = above.get(&path(&report, "/revisions/2/difference")).ok();
        assert_eq!((&told["against"], told["numbers"].to_string().contains("children_total")), (&json!(1), true));
        assert!(!told.to_string().contains("children_special"), "a number that is held back has no difference");

        let difference = officer.get(&path(&report, "/revisions/2/difference")).ok();
        let changed: Vec<&str> =
            difference["numbers"].as_array().expect("numbers").iter().filter_map(|one| one["code"].as_str()).collect();
        assert!(changed.contains(&"children_total"), "{changed:?}");
        let changed: Vec<&str> =
            difference["sections"].as_array().expect("sections").iter().filter_map(|one| one["key"].as_str()).collect();
        assert!(changed.contains(&"causes"), "{changed:?}");

        let done = above.post(&path(&report, "/acknowledge"), json!({"note": "Đã nhận"})).ok();
        assert_eq!(done["status"], "acknowledged");
        assert_eq!(officer.get(&path(&report, "")).ok()["status"], "acknowledged");
        above.post(&path(&report, "/acknowledge"), json!({})).refused(409, "wrong_state");
        let revised = officer.post(&path(&report, "/revise"), json!({"reason": "Sót số liệu"})).ok();
        assert_eq!(revised["status"], "draft");
        assert_eq!(above.get(&path(&report, "")).ok()["status"], "acknowledged");
    });
}

#[test]
fn nobody_approves_what_they_submitted_and_last_year_stands_beside() {
    each(|app| {
        let (first, leader, officer) = (plan(app), app.sign_in("lanhdao"), app.sign_in("chinhsach"));
        fill(app);
        let flash = begin(&leader, &first, "ward_flash");
        assert_eq!((&flash["period_from"], &flash["period_to"]), (&json!("2024-06-01"), &json!("2024-06-03")));
        leader.post(&path(&flash, "/submit"), json!({})).ok();
        leader.post(&path(&flash, "/approve"), json!({})).refused(409, "own_submission");
        assert!(
            !leader.get(&path(&flash, "")).ok()["allowed_actions"]
                .as_array()
                .expect("actions")
                .contains(&json!("approve"))
        );

        let report = begin(&officer, &first, "ward_final");
        officer.post(&path(&report, "/submit"), json!({})).ok();
        app.wait(DAY * 365);
        let officer = app.sign_in("chinhsach");
        let body = json!({"title": "Tháng hành động vì trẻ em năm 2025", "year": 2025, "starts_on": "2025-06-01",
            "ends_on": "2025-06-30", "sections": [], "tasks": [{"key": "t1", "title": "Tuyên truyền",
            "lead_unit_id": app.unit_of("doan"), "due_on": "2025-06-10"}]});
        let next = officer.post("/plans", body).ok();
        officer.post("/reports", json!({"kind": "ward_final", "plan_id": next["id"]})).refused(422, "invalid");
        let next = officer.post(&format!("/plans/{}/publish", id(&next)), json!({})).ok();
        let second = begin(&officer, &next, "ward_final");
        assert_eq!(figure(&second, "children_total")["previous"], 7);
        officer
            .post("/reports", json!({"kind": "unit_week", "plan_id": next["id"], "day": "+262142-01-01"}))
            .refused(422, "invalid");
    });
}

#[test]
fn papers_say_what_the_report_says_and_no_more_than_may_leave() {
    each(|app| {
        let (plan, officer, above) = (plan(app), app.sign_in("chinhsach"), app.sign_in("captren"));
        fill(app);
        let report = begin(&officer, &plan, "ward_final");
        let file = |reader: &Client, name: &str| {
            let answer = reader.get(&path(&report, name));
            assert_eq!(answer.status, 200, "{name}: {}", answer.text());
            answer.bytes
        };
        let text = bup_tests::docx_text(&file(&officer, "/document.docx"));
        for words in ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "DỰ THẢO", "BÁO CÁO", "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"]
        {
            assert!(text.contains(words), "{words} in {text}");
        }
        // Two children in special circumstances are fewer than may be told on a paper that leaves the ward.
        assert!(text.contains("<5") || text.contains("&lt;5"), "a small number is held back");
        assert_eq!(&file(&officer, "/document.pdf")[..5], b"%PDF-");
        assert_eq!(&file(&officer, "/appendix.xlsx")[..2], b"PK");
        above.get(&path(&report, "/document.docx")).refused(404, "not_found");

        officer.post(&path(&report, "/submit"), json!({})).ok();
        app.sign_in("lanhdao").post(&path(&report, "/approve"), json!({})).ok();
        officer.post(&path(&report, "/send"), json!({"number": 7, "issued_on": "2024-06-03"})).ok();
        let text = bup_tests::docx_text(&file(&above, "/document.docx"));
        for words in ["Số: 07/BC-UBND", "ngày 03 tháng 6 năm 2024", "KT. CHỦ TỊCH", "Trần Thị Nga", "Lưu: VT"]
        {
            assert!(text.contains(words), "{words} in {text}");
        }
        assert!(!text.contains("DỰ THẢO"));
        assert!(text.contains("của Ủy ban nhân dân phường Ba Đình)"), "the annex names its body: {text}");

        // Nobody approves or sends a unit's report: it is no draft any more once it was handed in.
        let place = app.sign_in("khupho1");
        let own = begin(&place, &plan, "unit_final");
        assert!(bup_tests::docx_text(&file_of(&place, &own)).contains("DỰ THẢO"));
        place.post(&path(&own, "/submit"), json!({})).ok();
        for reader in [&place, &officer] {
            let text = bup_tests::docx_text(&file_of(reader, &own));
            assert!(!text.contains("DỰ THẢO") && text.contains("ngày 03 tháng 6 năm 2024"), "{text}");
        }
    });
}

fn file_of(reader: &Client, report: &Value) -> Vec<u8> {
    let answer = reader.get(&path(report, "/document.docx"));
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.bytes
}

/// Another province with a ward of its own and somebody who reads its reports.
fn another_province(app: &App) -> Client {
    let hash = passwords::hash(bup::demo::PASSWORD, &app.gate.services().config).expect("a hash");
    super::admin::behind_the_scenes(app, |cx| {
        let above = setup::unit(cx, None, UnitKind::Superior, "tinh-khac", "Ủy ban nhân dân tỉnh khác")?;
        setup::ward(cx, "dong-son", "Phường Đông Sơn", "Nơi khác", Some(&above))?;
        let new = NewUser {
            ward: None,
            unit: &above,
            username: "tinhkhac",
            full_name: "Người Khác",
            position: "",
            role: Role::Superior,
            password_hash: &hash,
            must_change_password: false,
        };
        setup::user(cx, &new)
    });
    app.sign_in("tinhkhac")
}

#[test]
fn no_row_of_another_upper_levels_ward_is_seen() {
    each(|app| {
        let (plan, officer, stranger) = (plan(app), app.sign_in("chinhsach"), another_province(app));
        fill(app);
        let report = begin(&officer, &plan, "ward_final");
        officer.post(&path(&report, "/submit"), json!({})).ok();
        app.sign_in("lanhdao").post(&path(&report, "/approve"), json!({})).ok();
        officer.post(&path(&report, "/send"), json!({})).ok();
        for rest in [
            "",
            "/revisions",
            "/revisions/1",
            "/document.docx",
            "/document.pdf",
            "/appendix.xlsx",
            "/indicators/tasks_total/rows",
        ] {
            stranger.get(&path(&report, rest)).refused(404, "not_found");
            assert_eq!(app.sign_in("captren").get(&path(&report, rest)).status, 200, "{rest}");
        }
        for verb in ["acknowledge", "return"] {
            let body = if verb == "return" { json!({"reason": "x"}) } else { json!({}) };
            stranger.post(&path(&report, &format!("/{verb}")), body).refused(404, "not_found");
        }
        let ward = report["ward_id"].as_str().expect("an id");
        for list in
            ["/reports".to_owned(), format!("/reports?ward_id={ward}"), "/indicators/values?year=2024".to_owned()]
        {
            assert_eq!(stranger.get(&list).ok()["total"], 0, "{list}");
        }
        assert_eq!(stranger.get("/reports/feed").ok()["items"], json!([]));
        let overview = stranger.get("/reports/overview?year=2024&codes=all").ok();
        assert_eq!((&overview["wards_total"], &overview["sent"]), (&json!(1), &json!(0)));
        assert_eq!(overview["wards"][0]["ward_name"], "Phường Đông Sơn");
        assert!(overview["sums"].as_array().expect("sums").iter().all(|sum| sum["value"] == 0));
        let all = stranger.get("/dashboard/overview").ok().to_string();
        assert!(!all.contains(ward) && !all.contains("Ba Đình"), "{all}");
    });
}

#[test]
fn programs_follow_compare_and_read_tables() {
    each(|app| {
        let (plan, officer, above) = (plan(app), app.sign_in("chinhsach"), app.sign_in("captren"));
        fill(app);
        let overview = above.get("/reports/overview?year=2024").ok();
        assert_eq!(
            (&overview["wards_total"], &overview["missing"], &overview["late"]),
            (&json!(1), &json!(1), &json!(0))
        );
        let first = above.get("/reports/feed").ok();
        assert_eq!((first["items"].as_array().map(Vec::len), &first["more"]), (Some(0), &json!(false)));

        let report = begin(&officer, &plan, "ward_final");
        officer.post(&path(&report, "/submit"), json!({})).ok();
        app.sign_in("lanhdao").post(&path(&report, "/approve"), json!({})).ok();
        app.wait(chrono::TimeDelta::minutes(1));
        officer.post(&path(&report, "/send"), json!({})).ok();
        let cursor = first["next_cursor"].as_str().expect("a cursor");
        let next = above.get(&format!("/reports/feed?cursor={cursor}")).ok();
        assert_eq!((&next["items"][0]["id"], &next["items"][0]["status"]), (&report["id"], &json!("sent")));
        above.get("/reports/feed?cursor=x").refused(400, "bad_parameter");

        let overview = above.get("/reports/overview?year=2024&codes=children_total,children_special").ok();
        assert_eq!((&overview["sent"], &overview["missing"]), (&json!(1), &json!(0)));
        let of = |code: &str| {
            let sums = overview["sums"].as_array().expect("sums");
            sums.iter().find(|sum| sum["code"] == code).unwrap_or_else(|| panic!("{code}")).clone()
        };
        assert_eq!((&of("children_total")["value"], &of("children_total")["wards"]), (&json!(7), &json!(1)));
        assert_eq!((&of("children_special")["value"], &of("children_special")["hidden"]), (&json!(0), &json!(1)));
        above.get("/reports/overview?codes=nothing").refused(400, "bad_parameter");

        let answer = above.get("/indicators/values?year=2024&codes=children_total,children_special&parts=true");
        let lines = answer.ok()["items"].as_array().expect("lines").clone();
        let total: Vec<&Value> = lines.iter().filter(|line| line["code"] == "children_total").collect();
        assert_eq!((&total[0]["value"], &total[0]["dimension"]), (&json!(7), &json!("")));
        assert!(total.iter().all(|line| line["dimension"] != "neighborhood"), "the ward's own units stay there");
        assert!(lines.iter().filter(|line| line["code"] == "children_special").all(|line| line["value"].is_null()));
        let again = above.with("If-None-Match", answer.header("etag"));
        assert_eq!(
            again.get("/indicators/values?year=2024&codes=children_total,children_special&parts=true").status,
            304
        );
        let csv = above.with("Accept", "text/csv").get("/indicators/values?year=2024").text();
        assert!(csv.contains(",children_total,"), "{csv}");
        // A unit has no wards below it, and an ordinary ward compares itself with nobody.
        assert_eq!(app.sign_in("khupho1").get("/indicators/values?year=2024").ok()["total"], 0);
        app.sign_in("quantri").get("/reports/overview").refused(403, "forbidden");
    });
}
