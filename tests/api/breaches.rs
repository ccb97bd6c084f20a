//! Violations of personal data: their clock, who reports, works on, decides and sees them, the papers.

use bup_tests::{Answer, App, Value, docx_text, each, json};
use chrono::TimeDelta;

const PLANTED: &str = "Quách Thị Mít Ướt";

fn report(app: &App, account: &str, more: Value) -> Value {
    let mut body = json!({"kind": "wrong_recipient", "what_happened": format!("Gửi nhầm danh sách có cháu {PLANTED}"),
        "discovered_at": "2024-06-03T00:00:00Z"});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    app.sign_in(account).post("/data-breaches", body).ok()
}

fn path(row: &Value) -> String {
    format!("/data-breaches/{}", row["id"].as_str().expect("an id"))
}

fn act(app: &App, account: &str, row: &Value, verb: &str, body: Value) -> Answer {
    app.sign_in(account).post(&format!("{}/{verb}", path(row)), body)
}

fn may_harm(app: &App, row: &Value) -> Value {
    act(app, "chinhsach", row, "assess", json!({"harm": "may_harm", "reason": "Lộ hoàn cảnh"})).ok()
}

#[test]
fn one_is_reported_assessed_told_and_closed() {
    each(|app| {
        let phone = app.sign_in("khupho1").with("Idempotency-Key", "vi-pham-1");
        let body = json!({"kind": "wrong_recipient", "what_happened": "Gửi nhầm nhóm Zalo",
            "discovered_at": "2024-06-02T19:00:00Z", "data_kinds": ["photo", "identity", "photo"], "people_count": 40,
            "children_touched": true});
        let made = phone.post("/data-breaches", body.clone()).ok();
        assert_eq!(phone.post("/data-breaches", body).ok()["id"], made["id"], "a repetition makes no second one");
        assert_eq!((&made["code"], &made["status"]), (&json!("VP-2024-0001"), &json!("open")));
        assert_eq!(made["data_kinds"], json!(["identity", "photo"]));
        for account in ["quantri", "lanhdao", "chinhsach"] {
            let bell = app.sign_in(account).get("/notifications").ok();
            let newest = &bell["items"][0];
            assert_eq!((&newest["kind"], &newest["row_id"]), (&json!("breach_reported"), &made["id"]), "{account}");
            assert!(!bell.to_string().contains("Zalo"));
        }

        let officer = app.sign_in("chinhsach");
        let seen = officer.get(&path(&made)).ok();
        let clock = &seen["clock"];
        assert_eq!((&clock["state"], &clock["due_at"]), (&json!("running"), &json!("2024-06-05T19:00:00.000Z")));
        assert_eq!(clock["hours_left"], 66);
        assert_eq!(seen["allowed_actions"], json!(["edit", "assess", "add_measure", "tell_people"]));
        // Nothing ends before somebody has decided, and what may harm is told first.
        let notice = json!({"notified_at": "2024-06-03T00:30:00Z", "number": "12/TB-UBND"});
        let early = act(app, "chinhsach", &made, "notify", notice.clone()).refused(409, "wrong_state");
        assert_eq!(early["allowed"], json!(["edit", "assess", "add_measure", "tell_people"]));
        act(app, "lanhdao", &made, "close", json!({"summary": "x"})).refused(409, "wrong_state");
        act(app, "chinhsach", &made, "assess", json!({"harm": "may_harm", "reason": " "})).refused(422, "invalid");
        assert_eq!(may_harm(app, &made)["status"], "assessed");
        act(app, "lanhdao", &made, "close", json!({"summary": "x"})).refused(409, "wrong_state");

        let done = json!({"text": "Đã thu hồi tin nhắn", "done_at": "2024-06-02T19:10:00Z"});
        let with = act(app, "quantri", &made, "measures", done).ok();
        assert_eq!((&with["measures"][0]["text"], &with["version"]), (&json!("Đã thu hồi tin nhắn"), &json!(3)));
        let told = json!({"told_at": "2024-06-03T00:00:00Z", "how": "Gọi điện từng nhà"});
        assert_eq!(act(app, "chinhsach", &made, "tell-people", told).ok()["people_told"]["how"], "Gọi điện từng nhà");
        let told = act(app, "chinhsach", &made, "notify", notice).ok();
        assert_eq!((&told["status"], &told["clock"]["state"]), (&json!("notified"), &json!("met")));
        let said = &told["notified"];
        assert_eq!((&said["number"], &said["is_late"]), (&json!("12/TB-UBND"), &json!(false)));
        assert!(said["authority"].as_str().is_some_and(|authority| authority.contains("A05")), "{said}");

        act(app, "lanhdao", &made, "close", json!({"summary": ""})).refused(422, "invalid");
        let closed = act(app, "lanhdao", &made, "close", json!({"summary": "Đã rút kinh nghiệm"})).ok();
        assert_eq!((&closed["status"], &closed["allowed_actions"]), (&json!("closed"), &json!(["reopen"])));
        act(app, "chinhsach", &made, "measures", json!({"text": "x"})).refused(409, "wrong_state");
        let again = act(app, "lanhdao", &made, "reopen", json!({"reason": "Có tin mới"})).ok();
        assert_eq!((&again["status"], &again["closed"]), (&json!("notified"), &Value::Null));

        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        for verb in ["create", "assess", "add_measure", "tell_people", "notify", "close", "reopen", "read"] {
            assert!(log.contains(&format!("breaches.{verb}")), "{verb}");
        }
        assert!(!log.contains("Zalo") && !log.contains("thu hồi"));
    });
}

#[test]
fn no_word_of_one_lies_open() {
    each(|app| {
        let made = report(app, "khupho1", json!({}));
        let secret = |what: &str| format!("{what} {PLANTED}");
        act(app, "chinhsach", &made, "assess", json!({"harm": "may_harm", "reason": secret("Hậu quả")})).ok();
        act(app, "chinhsach", &made, "measures", json!({"text": secret("Đã làm")})).ok();
        let people = json!({"told_at": "2024-06-03T00:30:00Z", "how": secret("Báo cho")});
        act(app, "chinhsach", &made, "tell-people", people).ok();
        let notice = json!({"notified_at": "2024-06-03T00:40:00Z", "number": "1/TB", "late_reason": secret("Chậm")});
        act(app, "chinhsach", &made, "notify", notice).ok();
        let closed = act(app, "lanhdao", &made, "close", json!({"summary": secret("Tổng kết")})).ok();
        assert_eq!(closed.to_string().matches("Mít Ướt").count(), 5, "in time: no reason for being late is kept");
        let stored = String::from_utf8_lossy(&app.stored()).into_owned();
        assert!(!stored.contains("Mít Ướt") && !stored.contains("M\\u00edt"), "it lies open in the database");
        for account in ["lanhdao", "chinhsach", "quantri"] {
            assert!(!app.sign_in(account).get("/data-breaches").ok().to_string().contains("Mít Ướt"));
            assert!(!app.sign_in(account).get("/notifications").ok().to_string().contains("Mít Ướt"));
        }
    });
}

#[test]
fn the_clock_rings_once_a_threshold_until_somebody_was_told() {
    each(|app| {
        let made = report(app, "khupho1", json!({"discovered_at": "2024-06-03T01:00:00Z"}));
        let harmless = report(app, "khupho1", json!({"discovered_at": "2024-06-03T01:00:00Z"}));
        let none = json!({"harm": "none_likely", "reason": "Máy đã mã hóa"});
        act(app, "lanhdao", &harmless, "assess", none).ok();
        let count = |account: &str, kind: &str| {
            let bell = app.sign_in(account).get("/notifications?limit=100").ok();
            let items = bell["items"].as_array().expect("items").clone();
            items.iter().filter(|one| one["kind"] == kind && one["row_id"] == made["id"]).count()
        };
        let counts = |account: &str| ["breach_clock", "breach_due", "breach_late"].map(|kind| count(account, kind));
        let run = || {
            // Twice: the second time nothing is new.
            bup::jobs::run_due(&app.gate);
            app.wait(TimeDelta::minutes(6));
            bup::jobs::run_due(&app.gate);
        };
        run();
        assert_eq!(counts("lanhdao"), [0, 0, 0]);
        app.wait(TimeDelta::hours(24));
        run();
        for account in ["lanhdao", "chinhsach", "quantri"] {
            assert_eq!(counts(account), [1, 0, 0], "{account}");
        }
        // Undecided counts like harmful; assessed, it rings on.
        may_harm(app, &made);
        app.wait(TimeDelta::hours(36));
        run();
        assert_eq!(counts("chinhsach"), [1, 1, 0]);
        app.wait(TimeDelta::hours(12));
        run();
        app.wait(TimeDelta::hours(48));
        run();
        assert_eq!(counts("quantri"), [1, 1, 1]);
        assert_eq!((counts("khupho1"), counts("captren")), ([0, 0, 0], [0, 0, 0]));
        let list = app.sign_in("lanhdao").get("/data-breaches?clock_runs=true&sort=due_at").ok();
        assert_eq!((&list["total"], &list["items"][0]["clock"]["state"]), (&json!(1), &json!("late")));
        let rest = app.sign_in("lanhdao").get("/data-breaches?clock_runs=false").ok();
        assert_eq!(rest["items"][0]["clock"]["state"], "not_needed");

        // Told late: only with the reason.
        let at = "2024-06-06T02:00:00Z";
        let late = json!({"notified_at": at, "number": "9/TB-UBND"});
        let problem = act(app, "chinhsach", &made, "notify", late).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "late_reason");
        let late = json!({"notified_at": at, "number": "9/TB-UBND", "late_reason": "Mất điện hai ngày"});
        let told = act(app, "chinhsach", &made, "notify", late).ok();
        assert_eq!((&told["clock"]["state"], &told["notified"]["is_late"]), (&json!("met_late"), &json!(true)));
        assert_eq!(told["notified"]["late_reason"], "Mất điện hai ngày");
        let paper = app.sign_in("chinhsach").get(&format!("{}/notice.docx", path(&made)));
        assert!(docx_text(&paper.bytes).contains("Mất điện hai ngày"));
    });
}

#[test]
fn who_reported_one_sees_their_own_words_and_no_more() {
    each(|app| {
        let made = report(app, "khupho1", json!({}));
        may_harm(app, &made);
        act(app, "chinhsach", &made, "measures", json!({"text": "Đã thu hồi"})).ok();
        let own = app.sign_in("khupho1");
        let seen = own.get(&path(&made)).ok();
        assert!(seen["what_happened"].as_str().is_some_and(|text| text.contains(PLANTED)));
        assert_eq!((&seen["status"], &seen["measures"]), (&json!("assessed"), &json!([])));
        for hidden in ["clock", "harm", "harm_reason", "assessed_by", "notified", "people_told", "closed", "authority"]
        {
            assert_eq!(seen[hidden], Value::Null, "{hidden}");
        }
        let line = own.get("/data-breaches").ok()["items"][0].clone();
        assert_eq!((&line["clock"], &line["harm"]), (&Value::Null, &Value::Null));
        // What the desk wrote into it since is the desk's.
        let officer = app.sign_in("chinhsach");
        let version = officer.get(&path(&made)).ok()["version"].clone();
        officer.patch(&path(&made), &version, json!({"what_happened": "Thêm: có cháu khác"})).ok();
        assert_eq!(own.get(&path(&made)).ok()["what_happened"], Value::Null);

        for verb in ["assess", "notify", "measures", "tell-people", "close", "reopen"] {
            own.post(&format!("{}/{verb}", path(&made)), json!({})).refused(403, "forbidden");
        }
        own.patch(&path(&made), &json!(1), json!({})).refused(403, "forbidden");
        own.get(&format!("{}/notice.docx", path(&made))).refused(403, "forbidden");
        for other in ["khupho2", "truong1", "doan", "congan", "mttq", "vanhoa", "yte"] {
            let other = app.sign_in(other);
            other.get(&path(&made)).refused(404, "not_found");
            assert_eq!(other.get("/data-breaches").ok()["total"], 0);
            let theirs = json!({"kind": "other", "what_happened": "x", "discovered_at": "2024-06-03T00:00:00Z"});
            other.post("/data-breaches", theirs).ok();
            assert_eq!(other.get("/data-breaches").ok()["total"], 1);
        }
        let above = app.sign_in("captren");
        above.get("/data-breaches").refused(403, "forbidden");
        above.get(&path(&made)).refused(403, "forbidden");
        assert_eq!(app.sign_in("quantri").get("/data-breaches").ok()["total"], 8);
    });
}

#[test]
fn the_leader_alone_finds_one_harmless_and_closes_it() {
    each(|app| {
        let made = report(app, "quantri", json!({}));
        let none = json!({"harm": "none_likely", "reason": "Máy đã mã hóa, có khóa"});
        for account in ["quantri", "chinhsach"] {
            act(app, account, &made, "assess", none.clone()).refused(403, "leader_decides");
            act(app, account, &made, "close", json!({"summary": "x"})).refused(403, "forbidden");
        }
        let assessed = act(app, "lanhdao", &made, "assess", none).ok();
        assert_eq!(assessed["clock"]["state"], "not_needed");
        assert!(assessed["allowed_actions"].as_array().is_some_and(|may| may.contains(&json!("close"))));
        // More came to light: the clock runs again, from where it began.
        let again = may_harm(app, &made);
        assert_eq!((&again["clock"]["state"], &again["clock"]["hours_left"]), (&json!("running"), &json!(71)));
        let none = json!({"harm": "none_likely", "reason": "Vẫn không"});
        act(app, "lanhdao", &made, "assess", none).ok();
        act(app, "lanhdao", &made, "close", json!({"summary": "Không gây hại"})).ok();
    });
}

#[test]
fn the_beginning_of_the_clock_moves_in_the_open_and_never_silently() {
    each(|app| {
        let refused = |body: Value| -> Vec<String> {
            let problem = app.sign_in("khupho1").post("/data-breaches", body).refused(422, "invalid");
            let errors = problem["errors"].as_array().expect("errors").clone();
            errors
                .iter()
                .map(|e| format!("{}: {}", e["field"].as_str().unwrap(), e["code"].as_str().unwrap()))
                .collect()
        };
        let body = |at: &str| json!({"kind": "other", "what_happened": "x", "discovered_at": at});
        assert_eq!(refused(body("2024-06-03T01:11:00Z")), ["discovered_at: in_future"]);
        assert_eq!(refused(body("1999-06-03T01:11:00Z")), ["discovered_at: date_range"]);
        let blank =
            json!({"kind": "other", "what_happened": " ", "discovered_at": "2024-06-03T01:00:00Z", "people_count": -1});
        assert_eq!(refused(blank), ["what_happened: required", "people_count: out_of_range"]);
        // A phone that is five minutes ahead means now.
        let ahead = app.sign_in("khupho1").post("/data-breaches", body("2024-06-03T01:05:00Z")).ok();
        assert_eq!(ahead["discovered_at"], "2024-06-03T01:00:00.000Z");

        let officer = app.sign_in("chinhsach");
        let made = report(app, "khupho1", json!({}));
        let earlier = json!({"discovered_at": "2024-06-01T00:00:00Z", "people_count": 12, "children_touched": false});
        officer
            .raw("PATCH", &path(&made), "application/json", earlier.to_string().into_bytes())
            .refused(428, "version_required");
        let moved = officer.patch(&path(&made), &made["version"], earlier.clone()).ok();
        assert_eq!(
            (&moved["clock"]["due_at"], &moved["people_count"]),
            (&json!("2024-06-04T00:00:00.000Z"), &json!(12))
        );
        officer.patch(&path(&made), &made["version"], earlier).refused(412, "stale");
        let stale = officer
            .with("If-Match", "\"1\"")
            .post(&format!("{}/assess", path(&made)), json!({"harm": "may_harm", "reason": "x"}));
        stale.refused(412, "stale");
        let log = app.sign_in("quantri").get("/audit?action=breaches.update").ok();
        assert_eq!(
            log["items"][0]["changes"]["discovered_at"],
            json!(["2024-06-03T00:00:00.000Z", "2024-06-01T00:00:00.000Z"])
        );
        may_harm(app, &made);
        let before = json!({"notified_at": "2024-05-31T00:00:00Z", "number": "1/TB"});
        let problem = act(app, "chinhsach", &made, "notify", before).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "before_discovery");
        act(app, "chinhsach", &made, "notify", json!({"notified_at": "2024-06-03T00:00:00Z", "number": "1/TB"})).ok();
        let version = officer.get(&path(&made)).ok()["version"].clone();
        let fixed = officer.patch(&path(&made), &version, json!({"discovered_at": "2024-06-02T00:00:00Z"}));
        assert_eq!(fixed.refused(422, "invalid")["errors"][0]["code"], "clock_fixed");
    });
}

#[test]
fn the_papers_have_what_the_form_asks_and_are_recorded() {
    each(|app| {
        let made =
            report(app, "khupho1", json!({"data_kinds": ["health"], "people_count": 40, "children_touched": true}));
        may_harm(app, &made);
        act(app, "chinhsach", &made, "measures", json!({"text": "Đã thu hồi tin"})).ok();
        let officer = app.sign_in("chinhsach");
        let notice = officer.get(&format!("{}/notice.docx", path(&made)));
        let text = docx_text(&notice.bytes);
        for told in
            ["THÔNG BÁO", "A05", "Mẫu số 08", PLANTED, "sức khỏe", "ít nhất 40 người", "Lộ hoàn cảnh", "Đã thu hồi tin"]
        {
            assert!(text.contains(told), "{told}: {text}");
        }
        let record = docx_text(&officer.get(&format!("{}/record.docx", path(&made))).bytes);
        assert!(record.contains("BIÊN BẢN") && record.contains("NGƯỜI PHÁT HIỆN"), "{record}");
        // A file's name stands in addresses and lists: the code alone.
        assert!(notice.header("content-disposition").contains("VP%2D2024%2D0001%2Dthong%2Dbao.docx"));
        assert_eq!(app.sign_in("quantri").get("/audit?action=breaches.print").ok()["total"], 2);
    });
}

#[test]
fn a_ward_may_be_stricter_than_the_law_and_never_slower() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let ward = admin.get("/me").ok()["ward"]["id"].as_str().expect("a ward").to_owned();
        let path_of = format!("/wards/{ward}");
        let version = admin.get(&path_of).ok()["version"].clone();
        let set =
            |hours: i64| json!({"settings": {"breaches": {"notify_hours": hours, "authority": "Phòng A05 tỉnh"}}});
        admin.patch(&path_of, &version, set(96)).refused(422, "invalid");
        admin.patch(&path_of, &version, set(48)).ok();
        let made = report(app, "chinhsach", json!({}));
        assert_eq!(made["clock"]["due_at"], "2024-06-05T00:00:00.000Z");
        assert_eq!(made["authority"], "Phòng A05 tỉnh");
    });
}
