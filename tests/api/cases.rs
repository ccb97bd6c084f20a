//! Cases: the law's steps from call to closing, each clock, each role, and everything that must not be told.

use bup_tests::{App, Client, Value, docx_text, each, json};
use chrono::TimeDelta;

const PLANTED: &str = "Lò Thị Măng Cụt";

fn id_of(row: &Value) -> String {
    row["id"].as_str().expect("an id").to_owned()
}

fn user_of(app: &App, account: &str) -> Value {
    app.sign_in(account).get("/me").ok()["user"]["id"].clone()
}

/// A case of a concern that the desk typed.
fn open(app: &App) -> (Client, String) {
    let officer = app.sign_in("chinhsach");
    let told = json!({"narrative": "Bị bố dượng đánh bằng dây điện", "received_via": "phone",
        "child": {"full_name": PLANTED, "estimated_age": 9, "sex": "female"}, "danger_level": "high"});
    let concern = officer.post("/concerns", told).ok();
    let case = officer.post("/cases", json!({"concern_id": concern["id"]})).ok();
    assert_eq!(officer.get(&format!("/concerns/{}", id_of(&concern))).ok()["status"], "opened_case");
    (officer, id_of(&case))
}

/// Moves the clock on; access tokens are short, so both sign in again.
fn later(app: &App, by: TimeDelta) -> (Client, Client) {
    app.wait(by);
    (app.sign_in("chinhsach"), app.sign_in("lanhdao"))
}

fn items(form: &str) -> Value {
    let codes: &[&str] = match form {
        "02" => &["02.a.1", "02.a.2", "02.a.3", "02.b.1", "02.b.2", "02.b.3", "02.b.4", "02.b.5"],
        "03" => &["03.a.1", "03.a.2", "03.a.3", "03.a.4", "03.a.5", "03.b.1", "03.b.2", "03.b.3"],
        _ => &["06.a.1", "06.a.2", "06.a.3", "06.b.1", "06.b.2", "06.b.3", "06.b.4", "06.b.5"],
    };
    codes.iter().map(|code| json!({"code": code, "level": "medium"})).collect()
}

fn initial(is_emergency: bool) -> Value {
    json!({"stage": "initial", "content": {"on": "2024-06-03", "items": items("02"), "danger_level": "high",
        "is_emergency": is_emergency, "conclusion": "Cần can thiệp"}})
}

fn detailed(on: &str) -> Value {
    json!({"stage": "detailed", "content": {"on": on, "items": items("03"), "physical": "Bầm tím tay",
        "psychological": "Sợ hãi", "family": "Mẹ đi làm xa", "conclusion": "Cần hỗ trợ lâu dài"}})
}

fn meeting() -> Value {
    json!({"content": {"held_at": "2024-06-04T02:00:00Z", "chair": "Bà Hoa", "participants": [{"name": "Ông Tư"}],
        "needs": [{"need": "Chỗ ở an toàn"}], "conclusion": "Thống nhất"}})
}

fn plan(review_on: &str, unit: &Value) -> Value {
    json!({"content": {"goals": "Trẻ an toàn", "review_on": review_on, "activities": [
        {"what": "Khám sức khỏe", "unit_id": unit, "to": "2024-06-20", "cost": 500_000},
        {"what": "Thăm gia đình", "who": "Bà Hoa", "to": "2024-06-30"}]}})
}

fn review(on: &str, outcome: &str) -> Value {
    json!({"content": {"on": on, "items": items("06"), "child_state": "Ổn định", "outcome": outcome,
        "conclusion": "Không còn nguy cơ"}})
}

fn act(person: &Client, case: &str, verb: &str, body: Value) -> bup_tests::Answer {
    person.post(&format!("/cases/{case}/{verb}"), body)
}

fn clock(case: &Value, kind: &str) -> Value {
    let clocks = case["deadlines"].as_array().expect("clocks");
    clocks.iter().rfind(|one| one["kind"] == kind).cloned().unwrap_or(Value::Null)
}

#[test]
fn a_case_goes_from_the_call_to_its_closing() {
    each(|app| {
        let (officer, case) = open(app);
        let leader = app.sign_in("lanhdao");
        let health = app.unit_of("yte");
        let opened = officer.get(&format!("/cases/{case}")).ok();
        assert_eq!((&opened["code"], &opened["status"]), (&json!("HS-2024-0001"), &json!("open")));
        assert_eq!(opened["next_step"], "assess_initial");
        assert_eq!(clock(&opened, "emergency_12h")["due_at"], "2024-06-03T13:00:00.000Z");
        // Monday 3 June + 5 and 7 working days.
        assert_eq!(clock(&opened, "plan_5wd")["due_at"], "2024-06-10T16:59:59.999Z");
        assert_eq!(clock(&opened, "decision_7wd")["due_at"], "2024-06-12T16:59:59.999Z");

        // No step may be skipped, and nobody takes another's.
        act(&officer, &case, "plan", plan("2024-07-30", &health)).refused(409, "wrong_state");
        act(&officer, &case, "assess", detailed("2024-06-03")).refused(409, "wrong_state");
        let empty = act(&officer, &case, "assess", json!({"stage": "initial"})).refused(422, "invalid");
        assert!(empty["errors"].as_array().is_some_and(|errors| errors.len() > 8), "{empty}");
        act(&leader, &case, "assess", initial(false)).refused(403, "forbidden");
        let assessed = act(&officer, &case, "assess", initial(false)).ok();
        assert_eq!((&assessed["status"], &assessed["danger_level"]), (&json!("initial_assessment"), &json!("high")));
        assert_eq!(clock(&assessed, "emergency_12h")["state"], "met");
        act(&officer, &case, "assess", detailed("2024-06-03")).ok();
        let missing = act(&officer, &case, "plan", plan("2024-07-30", &health)).refused(409, "file_not_whole");
        assert_eq!(missing["missing"], json!(["meeting"]));
        let (officer, leader) = later(app, TimeDelta::days(1));
        act(&officer, &case, "meet", meeting()).ok();
        act(&officer, &case, "plan", plan("2024-06-04", &health)).refused(422, "invalid");
        let planned = act(&officer, &case, "plan", plan("2024-07-30", &health)).ok();
        assert_eq!((&planned["status"], &clock(&planned, "plan_5wd")["state"]), (&json!("planned"), &json!("met")));

        act(&officer, &case, "decide", json!({"approve": true})).refused(403, "forbidden");
        act(&leader, &case, "decide", json!({"approve": false})).refused(422, "invalid");
        let returned = act(&leader, &case, "decide", json!({"approve": false, "note": "Bổ sung kinh phí"})).ok();
        assert_eq!(returned["status"], "assessment");
        // The plan is a draft again, as it was.
        let draft = officer.get(&format!("/cases/{case}/forms/support_plan")).ok();
        assert_eq!((&draft["completed_at"], &draft["content"]["goals"]), (&Value::Null, &json!("Trẻ an toàn")));
        act(&officer, &case, "plan", json!({})).ok();
        let decided = act(&leader, &case, "decide", json!({"approve": true, "number": "12/QĐ-UBND"})).ok();
        assert_eq!(clock(&decided, "review")["due_at"], "2024-07-30T16:59:59.999Z");
        act(&officer, &case, "implement", json!({})).ok();
        let (officer, leader) = later(app, TimeDelta::days(46));
        act(&officer, &case, "close", json!({})).refused(403, "forbidden");
        let reviewed = act(&officer, &case, "review", review("2024-07-20", "close")).ok();
        assert_eq!((&reviewed["status"], &reviewed["closing"]["kind"]), (&json!("reviewed"), &json!("done")));
        let closed = act(&leader, &case, "close", json!({})).ok();
        assert_eq!((&closed["status"], &closed["next_step"]), (&json!("closed"), &Value::Null));
        act(&officer, &case, "entries", json!({"text": "x"})).refused(409, "wrong_state");

        let folder = officer.get(&format!("/cases/{case}/folder")).ok();
        let kinds: Vec<&str> =
            folder["forms"].as_array().expect("forms").iter().filter_map(|one| one["kind"].as_str()).collect();
        for kind in ["initial_assessment", "detailed_assessment", "needs_meeting", "support_plan", "decision", "review"]
        {
            assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
        }
        // It begins again, with its clocks.
        act(&officer, &case, "reopen", json!({"reason": ""})).refused(422, "invalid");
        let again = act(&leader, &case, "reopen", json!({"reason": "Trẻ lại bị đánh"})).ok();
        assert_eq!((&again["status"], &again["round"]), (&json!("open"), &json!(2)));
        assert_eq!(clock(&again, "emergency_12h")["state"], "running");
        assert_eq!(again["missing"].as_array().map(Vec::len), Some(4));
    });
}

/// The words of a paper, as somebody may print it.
fn paper(person: &Client, case: &str, name: &str) -> String {
    docx_text(&person.get(&format!("/cases/{case}/papers/{name}")).bytes)
}

/// A case whose plan waits for the decision.
fn planned(app: &App) -> (Client, String) {
    let (officer, case) = open(app);
    act(&officer, &case, "assess", initial(false)).ok();
    act(&officer, &case, "assess", detailed("2024-06-03")).ok();
    act(
        &officer,
        &case,
        "meet",
        json!({"content": {"held_at": "2024-06-03T00:30:00Z", "chair": "Bà Hoa",
        "participants": [{"name": "Ông Tư"}], "needs": [{"need": "Chỗ ở an toàn"}], "conclusion": "Thống nhất"}}),
    )
    .ok();
    act(&officer, &case, "plan", plan("2024-07-30", &app.unit_of("yte"))).ok();
    (officer, case)
}

#[test]
fn a_paper_is_signed_by_whoever_decided_and_in_their_power() {
    each(|app| {
        let (officer, case) = planned(app);
        let (admin, chair, deputy) = (app.sign_in("quantri"), app.sign_in("chutich"), app.sign_in("lanhdao"));
        let apart = json!({"ends_at": "2024-06-08T01:00:00Z", "reason": "Có nguy cơ", "responsible": "Bà ngoại"});
        act(&chair, &case, "separations", apart).ok();
        let printed = paper(&officer, &case, "separation");
        assert!(printed.contains("CHỦ TỊCH") && printed.contains("Nguyễn Hữu Thọ"), "{printed}");
        assert!(!printed.contains("KT. CHỦ TỊCH"), "{printed}");

        // Whose position says nothing signs for the chair while charged with it; the paper stays so afterwards.
        let id = user_of(app, "lanhdao");
        let user = admin.get(&format!("/users/{}", id.as_str().expect("an id"))).ok();
        let path = format!("/users/{}", id.as_str().expect("an id"));
        admin.patch(&path, &user["version"], json!({"position": "Ủy viên UBND phường"})).ok();
        let days = json!({"to_user_id": id, "starts_on": "2024-06-03", "ends_on": "2024-06-03", "reason": "Nghỉ phép"});
        let charged = id_of(&chair.post("/delegations", days).ok());
        act(&deputy, &case, "decide", json!({"approve": true, "number": "12/QĐ-UBND"})).ok();
        chair.post(&format!("/delegations/{charged}/revoke"), json!({})).ok();
        let printed = paper(&officer, &case, "decision");
        assert!(printed.contains("KT. CHỦ TỊCH") && printed.contains("PHÓ CHỦ TỊCH"), "{printed}");
        assert!(printed.contains("Trần Thị Nga") && !printed.contains("Nguyễn Hữu Thọ"), "{printed}");

        // A deputy whose field it is signs for the chair without being charged; before the decision nobody has signed.
        let user = admin.get(&path).ok();
        admin.patch(&path, &user["version"], json!({"position": "Phó Chủ tịch UBND phường"})).ok();
        act(&officer, &case, "implement", json!({})).ok();
        act(&officer, &case, "review", review("2024-06-03", "close")).ok();
        let printed = paper(&officer, &case, "closing");
        assert!(!printed.contains("Trần Thị Nga") && !printed.contains("KT. CHỦ TỊCH"), "{printed}");
        act(&deputy, &case, "close", json!({})).ok();
        let printed = paper(&officer, &case, "closing");
        assert!(printed.contains("KT. CHỦ TỊCH") && printed.contains("Trần Thị Nga"), "{printed}");
    });
}

#[test]
fn a_new_plan_follows_a_review_that_goes_on() {
    each(|app| {
        let (_, case) = open(app);
        let health = app.unit_of("yte");
        let (officer, leader) = later(app, TimeDelta::days(1));
        act(&officer, &case, "assess", initial(false)).ok();
        act(&officer, &case, "assess", detailed("2024-06-04")).ok();
        act(&officer, &case, "meet", meeting()).ok();
        act(&officer, &case, "plan", plan("2024-06-20", &health)).ok();
        act(&leader, &case, "decide", json!({"approve": true})).ok();
        act(&officer, &case, "implement", json!({})).ok();
        let (officer, leader) = later(app, TimeDelta::days(10));
        act(&officer, &case, "review", review("2024-06-14", "continue")).ok();
        act(&leader, &case, "close", json!({})).refused(409, "closing_not_proposed");
        let next = act(&officer, &case, "continue", json!({})).ok();
        assert_eq!((&next["round"], &next["missing"]), (&json!(2), &json!(["plan"])));
        // Friday 14 June + 5 working days.
        assert_eq!(clock(&next, "plan_5wd")["due_at"], "2024-06-21T16:59:59.999Z");
        assert_eq!(act(&officer, &case, "plan", plan("2024-08-20", &health)).ok()["status"], "planned");
    });
}

#[test]
fn an_emergency_is_kept_by_a_measure_within_twelve_hours() {
    each(|app| {
        let (officer, case) = open(app);
        let found = act(&officer, &case, "assess", initial(true)).ok();
        assert_eq!(clock(&found, "emergency_12h")["state"], "running");
        let (officer, leader) = later(app, TimeDelta::hours(9));
        let soon = officer.get(&format!("/cases/{case}")).ok();
        assert_eq!(clock(&soon, "emergency_12h")["state"], "due_soon");
        let apart = json!({"kind": "separation", "what": "x"});
        act(&officer, &case, "measures", apart).refused(422, "invalid");
        let measure = json!({"kind": "safe_place", "what": "Đưa về nhà bà ngoại", "place": "Nhà bà Sáu"});
        act(&officer, &case, "measures", measure).ok();
        let kept = officer.get(&format!("/cases/{case}")).ok();
        assert_eq!(clock(&kept, "emergency_12h")["state"], "met");

        // Separation is the chairperson's, fifteen days in all.
        let apart = |days: i64| {
            let end = app.clock.now().utc() + TimeDelta::days(days);
            json!({"ends_at": end.to_rfc3339(), "reason": "Cha dượng còn ở nhà", "responsible": "Bà Sáu",
                "place": "Nhà bí mật"})
        };
        act(&officer, &case, "separations", apart(5)).refused(403, "forbidden");
        act(&leader, &case, "separations", apart(16)).refused(422, "invalid");
        // What the law allows is said by the server: fifteen days from now, then from when it began.
        let limit = |case: &Value| case["separation_until"].clone();
        assert_eq!(limit(&officer.get(&format!("/cases/{case}")).ok()), Value::Null);
        assert_eq!(limit(&leader.get(&format!("/cases/{case}")).ok()), "2024-06-18T10:00:00.000Z");
        act(&leader, &case, "separations", apart(10)).ok();
        act(&leader, &case, "separations", apart(3)).refused(409, "separated_already");
        let folder = leader.get(&format!("/cases/{case}/folder")).ok();
        let separation = folder["measures"][0].clone();
        assert_eq!((&separation["kind"], &separation["place"]), (&json!("separation"), &json!("Nhà bí mật")));
        assert_eq!(separation["latest_end_at"], "2024-06-18T10:00:00.000Z");
        assert_eq!(folder["measures"][1]["latest_end_at"], Value::Null);
        let extend = |leader: &Client, days: i64| {
            let end = app.clock.now().utc() + TimeDelta::days(days);
            let path = format!("/cases/{case}/separations/{}/extend", id_of(&separation));
            leader.post(&path, json!({"ends_at": end.to_rfc3339(), "reason": "Chưa an toàn"}))
        };
        let (_, leader) = later(app, TimeDelta::days(8));
        extend(&leader, 8).refused(422, "invalid");
        let extended = extend(&leader, 7).ok();
        assert_eq!(clock(&extended, "separation_15d")["state"], "running");
        let (officer, leader) = later(app, TimeDelta::days(8));
        assert_eq!(clock(&officer.get(&format!("/cases/{case}")).ok(), "separation_15d")["state"], "late");
        let end = format!("/cases/{case}/measures/{}/end", id_of(&separation));
        officer.post(&end, json!({"note": "Về nhà"})).refused(403, "not_your_step");
        let ended = leader.post(&end, json!({"note": "Gia đình đã an toàn"})).ok();
        assert_eq!(clock(&ended, "separation_15d")["state"], "met_late");
    });
}

#[test]
fn working_days_step_over_tet_and_follow_the_calendar() {
    each(|app| {
        app.clock.set("2024-02-07T02:00:00Z".parse().expect("a time"));
        let (officer, case) = open(app);
        let admin = app.sign_in("quantri");
        let ward = admin.get("/me").ok()["ward"]["id"].as_str().expect("a ward").to_owned();
        let due = || clock(&officer.get(&format!("/cases/{case}")).ok(), "plan_5wd")["due_at"].clone();
        let (before, emergency) = (due(), clock(&officer.get(&format!("/cases/{case}")).ok(), "emergency_12h"));
        assert_eq!(emergency["due_at"], "2024-02-07T14:00:00.000Z");
        let left = || clock(&officer.get(&format!("/cases/{case}")).ok(), "plan_5wd")["working_days_left"].clone();
        assert_eq!((left(), &emergency["working_days_left"]), (json!(5), &Value::Null));
        // Somebody forgot a day off after Tết: the clocks that run are counted again.
        let end = before.as_str().expect("a moment")[..10].to_owned();
        admin.post(&format!("/wards/{ward}/holidays"), json!({"day": end, "name": "Nghỉ bù"})).ok();
        assert_ne!(due(), before);
        assert_eq!(left(), 5, "by the calendar as it is now");
    });
}

#[test]
fn people_are_told_before_and_after_a_clock_runs_out() {
    each(|app| {
        let (_, case) = open(app);
        let kinds = |account: &str| -> Vec<String> {
            let bell = app.sign_in(account).get("/notifications?limit=50").ok();
            let items = bell["items"].as_array().expect("items").clone();
            items.iter().filter_map(|one| one["kind"].as_str().map(str::to_owned)).collect()
        };
        let count = |account: &str, kind: &str| kinds(account).iter().filter(|one| *one == kind).count();
        bup::jobs::run_due(&app.gate);
        assert_eq!(count("chinhsach", "case_due"), 0);
        app.wait(TimeDelta::hours(9));
        bup::jobs::run_due(&app.gate);
        app.wait(TimeDelta::minutes(6));
        bup::jobs::run_due(&app.gate);
        assert_eq!((count("chinhsach", "case_due"), count("lanhdao", "case_due")), (1, 1));
        app.wait(TimeDelta::hours(4));
        bup::jobs::run_due(&app.gate);
        assert_eq!((count("chinhsach", "case_late"), count("lanhdao", "case_late")), (1, 1));
        let bell = app.sign_in("lanhdao").get("/notifications").ok().to_string();
        assert!(!bell.contains("Măng") && !bell.contains("HS-2024"), "{bell}");
        let (officer, _) = later(app, TimeDelta::days(1));
        bup::jobs::run_due(&app.gate);
        assert_eq!(count("chinhsach", "case_late"), 2);
        assert_eq!(officer.get("/cases?late=true").ok()["total"], 1);
        let measure = json!({"kind": "monitoring", "what": "Đã đến nhà"});
        act(&officer, &case, "measures", measure).ok();
        assert_eq!(officer.get("/cases?late=true").ok()["total"], 0);
    });
}

#[test]
fn an_unfounded_case_needs_a_second_person() {
    each(|app| {
        let (officer, case) = open(app);
        let leader = app.sign_in("lanhdao");
        act(&officer, &case, "propose-closing", json!({"kind": "done", "reason": "x"})).refused(409, "review_first");
        let proposed =
            act(&officer, &case, "propose-closing", json!({"kind": "unfounded", "reason": "Nhầm người"})).ok();
        assert_eq!(proposed["allowed_actions"].as_array().map(|list| list.contains(&json!("close"))), Some(false));
        act(&leader, &case, "reject-closing", json!({"reason": "Hỏi lại"})).ok();
        act(&officer, &case, "propose-closing", json!({"kind": "unfounded", "reason": "Đã hỏi, nhầm người"})).ok();
        let closed = act(&leader, &case, "close", json!({})).ok();
        assert_eq!((&closed["status"], &clock(&closed, "plan_5wd")["state"]), (&json!("closed"), &json!("cancelled")));
    });
}

#[test]
fn police_and_health_see_cases_that_name_them_and_their_parts_only() {
    each(|app| {
        let (officer, case) = open(app);
        let (police, nurse) = (app.sign_in("congan"), app.sign_in("yte"));
        for person in [&police, &nurse] {
            person.get(&format!("/cases/{case}")).refused(404, "not_found");
            assert_eq!(person.get("/cases").ok()["total"], 0);
            assert_eq!(person.post("/cases/search", json!({"q": "mang cut"})).ok()["total"], 0);
        }
        act(&officer, &case, "assess", initial(false)).ok();
        act(&officer, &case, "assess", detailed("2024-06-03")).ok();
        let school = user_of(app, "truong1");
        act(&officer, &case, "assign", json!({"user_ids": [school]})).refused(422, "invalid");
        let both = json!({"user_ids": [user_of(app, "congan"), user_of(app, "yte"), user_of(app, "chinhsach")]});
        act(&officer, &case, "assign", both).ok();
        assert_eq!(police.get("/notifications").ok()["items"][0]["kind"], "case_assigned");
        let seen = police.get(&format!("/cases/{case}")).ok();
        assert_eq!((&seen["child"]["full_name"], &seen["child_id"]), (&json!(PLANTED), &Value::Null));
        assert_eq!((&seen["concern_ids"], &seen["closing"]), (&json!([]), &Value::Null));
        assert_eq!(seen["allowed_actions"], json!(["note", "add_file"]));
        police.get(&format!("/cases/{case}/forms/initial_assessment")).ok();
        police.get(&format!("/cases/{case}/forms/detailed_assessment")).refused(404, "not_found");
        nurse.get(&format!("/cases/{case}/forms/initial_assessment")).refused(404, "not_found");
        police.get(&format!("/cases/{case}/looks")).refused(404, "not_found");
        act(&police, &case, "assess", initial(false)).refused(403, "not_your_step");

        act(&police, &case, "entries", json!({"text": "Đã lấy lời khai"})).ok();
        act(&nurse, &case, "entries", json!({"text": "Đã khám, bầm tím"})).ok();
        let said = |person: &Client| person.get(&format!("/cases/{case}/folder")).ok().to_string();
        assert!(said(&police).contains("lời khai") && !said(&police).contains("bầm tím"));
        assert!(said(&nurse).contains("bầm tím") && !said(&nurse).contains("lời khai"));
        assert!(said(&officer).contains("lời khai") && said(&officer).contains("bầm tím"));

        // Who is no longer named sees it no more, and learns nothing.
        act(&officer, &case, "assign", json!({"user_ids": [user_of(app, "chinhsach")]})).ok();
        police.get(&format!("/cases/{case}")).refused(404, "not_found");
        assert_eq!(police.get("/cases").ok()["total"], 0);
        for nobody in ["vanhoa", "doan", "mttq", "khupho1", "truong1", "captren", "quantri"] {
            app.sign_in(nobody).get(&format!("/cases/{case}")).refused(403, "forbidden");
            app.sign_in(nobody).get("/cases").refused(403, "forbidden");
        }
    });
}

#[test]
fn the_glass_is_broken_with_a_reason_for_an_hour_and_looked_at_afterwards() {
    each(|app| {
        let (_, case) = open(app);
        let (police, leader) = (app.sign_in("congan"), app.sign_in("lanhdao"));
        let open = |who: &Client, key: &str, reason: &str| {
            who.post(&format!("/cases/{key}/break-glass"), json!({"reason": reason}))
        };
        // Without a reason nobody is told of the try, and so it tells nothing either.
        for code in ["HS-2024-0001", "HS-2024-0009"] {
            open(&police, code, "").refused(422, "invalid");
        }
        open(&police, "HS-2024-0009", "Trẻ ở trụ sở").refused(404, "not_found");
        open(&app.sign_in("yte"), "HS-2024-0001", "x").refused(404, "not_found");
        open(&app.sign_in("khupho1"), "HS-2024-0001", "x").refused(403, "forbidden");
        let opened = open(&police, "hs-2024-0001", "Trẻ đang ở trụ sở công an").ok();
        assert_eq!((&opened["case_id"], &opened["until"]), (&json!(case), &json!("2024-06-03T02:00:00.000Z")));
        assert_eq!(police.get(&format!("/cases/{case}")).ok()["glass_until"], "2024-06-03T02:00:00.000Z");
        assert_eq!(leader.get("/notifications").ok()["items"][0]["kind"], "glass_broken");
        let list = leader.get("/cases/break-glass").ok();
        assert_eq!(list["items"][0]["reason"], "Trẻ đang ở trụ sở công an");
        let review = format!("/cases/break-glass/{}/review", id_of(&list["items"][0]));
        police.post(&review, json!({"reason": "x"})).refused(403, "forbidden");
        leader.post(&review, json!({"reason": "Đúng việc"})).ok();
        leader.post(&review, json!({"reason": "x"})).refused(409, "reviewed_already");
        let (_, leader) = later(app, TimeDelta::minutes(61));
        let police = app.sign_in("congan");
        police.get(&format!("/cases/{case}")).refused(404, "not_found");
        let log = leader.get("/audit?action=cases.break_glass").ok();
        assert_eq!(log["total"], 1);
    });
}

#[test]
fn a_closed_note_is_for_those_it_names() {
    each(|app| {
        let (officer, case) = open(app);
        let note = format!("/cases/{case}/closed-note");
        officer.get(&note).refused(404, "not_found");
        let leader = app.sign_in("lanhdao");
        officer.post(&note, json!({"text": "Dương tính", "reader_ids": [user_of(app, "yte")]})).ok();
        assert_eq!(officer.get(&note).ok()["text"], "Dương tính");
        leader.get(&note).refused(404, "not_found");
        app.sign_in("yte").get(&note).refused(404, "not_found");
        act(&officer, &case, "assign", json!({"user_ids": [user_of(app, "yte"), user_of(app, "chinhsach")]})).ok();
        assert_eq!(app.sign_in("yte").get(&note).ok()["text"], "Dương tính");
        // Neither the looks nor the log tell that there is a note.
        let looks = leader.get(&format!("/cases/{case}/looks")).ok().to_string();
        let log = leader.get("/audit?limit=200").ok().to_string();
        assert!(looks.contains("cases.read") && !looks.contains("closed") && !log.contains("closed"), "{looks}");
    });
}

#[test]
fn a_service_gets_what_was_chosen_and_answers() {
    each(|app| {
        let (officer, case) = open(app);
        let to = json!({"service": "school", "to_unit_id": app.unit_of("truong1"), "purpose": "Theo dõi việc đi học",
            "shared": [{"label": "Lớp", "value": "4A"}], "contact": "Bà Hoa, 0912000111"});
        act(&officer, &case, "refer", to).ok();
        let school = app.sign_in("truong1");
        let inbox = school.get("/referrals").ok();
        let referral = inbox["items"][0].clone();
        assert_eq!((&referral["status"], &referral["case_id"]), (&json!("sent"), &Value::Null));
        assert!(!inbox.to_string().contains("Măng"));
        // Tuesday and Wednesday, then nobody has answered.
        assert_eq!(referral["answer_due_at"], "2024-06-05T16:59:59.999Z");
        let (officer, _) = later(app, TimeDelta::days(3));
        let school = app.sign_in("truong1");
        bup::jobs::run_due(&app.gate);
        let bell = officer.get("/notifications?limit=50").ok().to_string();
        assert!(bell.contains("referral_unanswered"), "{bell}");
        let answer = |who: &Client, verb: &str, note: &str| {
            who.post(&format!("/referrals/{}/{verb}", id_of(&referral)), json!({"note": note}))
        };
        answer(&app.sign_in("truong2"), "accept", "").refused(404, "not_found");
        answer(&school, "complete", "x").refused(409, "wrong_state");
        answer(&school, "refuse", "").refused(422, "invalid");
        answer(&school, "accept", "").ok();
        answer(&school, "complete", "Em đi học đều").ok();
        let folder = officer.get(&format!("/cases/{case}/folder")).ok();
        let done = &folder["referrals"][0];
        assert_eq!((&done["status"], &done["result"]), (&json!("done"), &json!("Em đi học đều")));
        let looks = officer.get(&format!("/cases/{case}/looks")).ok().to_string();
        assert!(looks.contains("own.complete_referral"), "{looks}");

        // What went to the wrong place is taken back whole.
        let to = json!({"service": "school", "to_unit_id": app.unit_of("truong1"), "purpose": "Cháu ở nhà dì",
            "shared": [{"label": "Lớp", "value": "4A"}], "contact": "Dì Hoa, 0912000111"});
        act(&officer, &case, "refer", to).ok();
        let sent = officer.get(&format!("/cases/{case}/folder")).ok()["referrals"][0].clone();
        let address = format!("/referrals/{}", id_of(&sent));
        assert_eq!(school.get(&address).ok()["purpose"], "Cháu ở nhà dì");
        officer.post(&format!("/cases/{case}{address}/revoke"), json!({})).ok();
        let left = school.get(&address).ok();
        assert_eq!((&left["status"], &left["shared"]), (&json!("revoked"), &json!([])));
        for seen in [left, school.get("/referrals").ok()] {
            assert!(!seen.to_string().contains("dì") && !seen.to_string().contains("Dì"), "{seen:#}");
        }
        assert_eq!(officer.get(&format!("/cases/{case}/folder")).ok()["referrals"][0]["purpose"], "Cháu ở nhà dì");
    });
}

#[test]
fn a_service_without_an_account_answers_through_a_link_once() {
    each(|app| {
        let (officer, case) = open(app);
        let to = json!({"service": "legal_aid", "to": "Trung tâm trợ giúp pháp lý", "purpose": "Tư vấn cho mẹ",
            "contact": "Bà Hoa"});
        act(&officer, &case, "refer", to).ok();
        let folder = officer.get(&format!("/cases/{case}/folder")).ok();
        let referral = id_of(&folder["referrals"][0]);
        let make = || officer.post(&format!("/cases/{case}/referrals/{referral}/link"), json!({})).ok();
        let (old, new) = (make()["token"].clone(), make()["token"].clone());
        let anybody = app.anybody();
        let open = |token: &Value| anybody.post("/public/referrals/open", json!({"token": token}));
        open(&old).refused(404, "link_ended");
        let shown = open(&new).ok();
        assert_eq!(shown["purpose"], "Tư vấn cho mẹ");
        assert!(!shown.to_string().contains("Măng"));
        let answer = |token: &Value| {
            let body = json!({"token": token, "accept": true, "name": "Luật sư Bình"});
            anybody.post("/public/referrals/answer", body)
        };
        assert_eq!(answer(&new).status, 204);
        answer(&new).refused(404, "link_ended");
        let folder = officer.get(&format!("/cases/{case}/folder")).ok();
        let answered = &folder["referrals"][0];
        assert_eq!((&answered["status"], &answered["answered_by"]), (&json!("accepted"), &json!("Luật sư Bình")));
        let looks = officer.get(&format!("/cases/{case}/looks")).ok().to_string();
        assert!(looks.contains("cases.open_link") && looks.contains("cases.answer_link"));

        // One that nobody used ends by itself, and a revoked one at once.
        let to = json!({"service": "other", "to": "Mái ấm", "purpose": "Chỗ ở", "contact": "Bà Hoa"});
        act(&officer, &case, "refer", to).ok();
        let folder = officer.get(&format!("/cases/{case}/folder")).ok();
        let second = id_of(&folder["referrals"][0]);
        let link = officer.post(&format!("/cases/{case}/referrals/{second}/link"), json!({})).ok();
        app.wait(TimeDelta::hours(73));
        open(&link["token"]).refused(404, "link_ended");
    });
}

#[test]
fn two_officers_write_one_form_and_lose_nothing() {
    each(|app| {
        let (officer, case) = open(app);
        let form = format!("/cases/{case}/forms/initial_assessment");
        let empty = officer.get(&form).ok();
        assert_eq!((&empty["version"], &empty["id"]), (&json!(0), &Value::Null));
        let first = officer.patch(&form, &json!(0), json!({"conclusion": "Bản của tôi"})).ok();
        let stale = officer.patch(&form, &json!(0), json!({"conclusion": "Bản khác"})).refused(412, "stale");
        assert_eq!(stale["current"]["content"]["conclusion"], "Bản của tôi");
        officer.raw("PATCH", &form, "application/json", b"{}".to_vec()).refused(428, "version_required");
        let wrong = json!({"items": [{"code": "06.a.1", "level": "low"}]});
        officer.patch(&form, &first["version"], wrong).refused(422, "invalid");
        officer.patch(&form, &first["version"], json!({"items": [{"code": "02.a.1", "level": "low"}]})).ok();
        officer.get(&format!("/cases/{case}/forms/khong-co")).refused(404, "not_found");
        app.sign_in("lanhdao").patch(&form, &json!(2), json!({})).refused(403, "forbidden");
    });
}

#[test]
fn one_child_has_one_open_case() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let child = json!({"full_name": PLANTED, "date_of_birth": "2015-03-01", "sex": "female",
            "neighborhood_id": app.unit_of("khupho1")});
        let child = officer.post("/children", child).ok();
        let case = officer.post("/cases", json!({"child_id": child["id"]})).ok();
        assert_eq!((&case["child"]["full_name"], &case["child_id"]), (&json!(PLANTED), &child["id"]));
        let second = officer.post("/cases", json!({"child_id": child["id"]})).refused(409, "case_stands_already");
        assert_eq!(second["case_id"], case["id"]);
        let told = officer.post("/concerns", json!({"narrative": "Lại nghe tiếng khóc"})).ok();
        let join = json!({"decision": "join_case", "case_id": case["id"]});
        officer.post(&format!("/concerns/{}/screen", id_of(&told)), join).ok();
        let joined = officer.get(&format!("/cases/{}", id_of(&case))).ok();
        assert_eq!(joined["concern_ids"], json!([told["id"]]));
        assert_eq!(officer.post("/cases/search", json!({"child_id": child["id"]})).ok()["total"], 1);
        assert_eq!(
            officer.post("/cases/search", json!({"q": "mang cut"})).ok()["items"][0]["child_sign"],
            "L.T.M.C., 2015"
        );
        // The child's own page says nothing of it to those who may see the child.
        for account in ["khupho1", "yte", "doan"] {
            let page = app.sign_in(account).get(&format!("/children/{}", id_of(&child)));
            assert!(!page.text().contains("HS-2024") && !page.text().contains("case"), "{account}");
        }
    });
}

#[test]
fn a_case_follows_a_child_whose_rows_are_merged() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let child = |name: &str| {
            let body = json!({"full_name": name, "date_of_birth": "2015-03-01", "sex": "female",
                "neighborhood_id": app.unit_of("khupho1")});
            officer.post("/children", body).ok()
        };
        let (twice, kept) = (child("Lò Thị Cụt"), child(PLANTED));
        let case = officer.post("/cases", json!({"child_id": twice["id"]})).ok();
        let (gone, into) = (id_of(&twice), id_of(&kept));
        officer.post(&format!("/children/{into}/merge"), json!({"other_id": gone})).ok();
        let seen = officer.get(&format!("/cases/{}", id_of(&case))).ok();
        assert_eq!(seen["child_id"], kept["id"]);
        assert_eq!(officer.post("/cases/search", json!({"child_id": kept["id"]})).ok()["total"], 1);
        officer.post("/cases", json!({"child_id": kept["id"]})).refused(409, "case_stands_already");
    });
}

#[test]
fn crime_goes_to_the_police_and_the_support_goes_on() {
    each(|app| {
        let (officer, case) = open(app);
        let passed = act(&officer, &case, "police", json!({"to": "Công an phường, CV số 5"})).ok();
        assert_eq!((&passed["status"], passed["police_passed_at"].is_string()), (&json!("open"), true));
        act(&officer, &case, "assess", initial(false)).ok();
    });
}

#[test]
fn a_case_is_handed_over_to_another_commune() {
    each(|app| {
        let (officer, case) = open(app);
        let body = json!({"to": "Phường Ngọc Trạo", "reason": "Gia đình chuyển đi", "summary": "Cần theo dõi"});
        let gone = act(&officer, &case, "transfer", body).ok();
        assert_eq!((&gone["status"], &clock(&gone, "plan_5wd")["state"]), (&json!("transferred"), &json!("cancelled")));
    });
}

#[test]
fn reports_count_cases_as_they_stood() {
    use crate::reports::{begin, plan as month, value};
    each(|app| {
        let (officer, leader, month) = (app.sign_in("chinhsach"), app.sign_in("lanhdao"), month(app));
        let (_, unfounded) = open(app);
        act(&officer, &unfounded, "propose-closing", json!({"kind": "unfounded", "reason": "Nhầm người"})).ok();
        act(&leader, &unfounded, "close", json!({})).ok();
        let (_, gone) = open(app);
        let body = json!({"to": "Phường Ngọc Trạo", "reason": "Gia đình chuyển đi", "summary": "Cần theo dõi"});
        act(&officer, &gone, "transfer", body).ok();
        let (_, decided) = planned(app);
        act(&leader, &decided, "decide", json!({"approve": true, "number": "12/QĐ-UBND"})).ok();
        let (_, late) = open(app);
        let numbers = |report: &Value| {
            ["in_hand", "opened", "planned", "open", "closed", "late_5wd"]
                .map(|name| value(report, &format!("cases_{name}")))
        };
        // What was closed as unfounded had no plan; what went to another commune is not being helped here.
        let flash = begin(&officer, &month, "ward_flash");
        assert_eq!(numbers(&flash), [4, 4, 1, 2, 1, 0]);

        // The plan of the last one was due on 10 June.
        let (officer, _) = later(app, TimeDelta::days(37));
        act(&officer, &late, "assess", initial(false)).ok();
        let report = begin(&officer, &month, "ward_final");
        assert_eq!(numbers(&report), [4, 4, 1, 2, 1, 1]);

        // A year later the one that went away is in hand no more.
        let (officer, _) = later(app, TimeDelta::days(365));
        let body = json!({"title": "Tháng hành động vì trẻ em năm 2025", "year": 2025, "starts_on": "2025-06-01",
            "ends_on": "2025-06-30", "sections": [], "tasks": [{"key": "t1", "title": "Tuyên truyền",
            "lead_unit_id": app.unit_of("doan"), "due_on": "2025-06-10"}]});
        let next = officer.post("/plans", body).ok();
        let next = officer.post(&format!("/plans/{}/publish", id_of(&next)), json!({})).ok();
        assert_eq!(numbers(&begin(&officer, &next, "ward_final"))[..4], [2, 0, 1, 2]);
    });
}

#[test]
fn files_of_a_case_are_reached_through_it() {
    each(|app| {
        let (officer, case) = open(app);
        let png = crate::attachments::png();
        let upload = |person: &Client| person.upload("/attachments", "anh-chau-Mang.png", png.clone(), &[]).ok();
        let file = upload(&officer);
        let body = json!({"title": "Ảnh vết bầm", "attachment_ids": [file["id"]]});
        act(&officer, &case, "files", body).ok();
        // Not by its own id: every look at it is a look at the case.
        officer.get(&format!("/attachments/{}", id_of(&file))).refused(404, "not_found");
        let row = officer.get(&format!("/cases/{case}/folder")).ok()["files"][0].clone();
        let download = format!("/cases/{case}/files/{}/{}", id_of(&row), id_of(&file));
        assert_eq!(officer.get(&download).status, 200);
        assert_eq!(app.sign_in("lanhdao").get(&download).status, 200);
        let police = app.sign_in("congan");
        police.get(&download).refused(404, "not_found");
        let named = json!({"user_ids": [user_of(app, "congan"), user_of(app, "chinhsach")]});
        act(&officer, &case, "assign", named).ok();
        // It is in the officer's part of the file.
        police.get(&download).refused(404, "not_found");
        let own = upload(&police);
        let body = json!({"title": "Biên bản", "part": "health", "attachment_ids": [own["id"]]});
        act(&police, &case, "files", body).refused(422, "invalid");
        act(&police, &case, "files", json!({"title": "Biên bản", "attachment_ids": [own["id"]]})).ok();
        let looks = officer.get(&format!("/cases/{case}/looks")).ok().to_string();
        assert!(looks.contains("read_file"), "{looks}");
        let files = officer.get(&format!("/cases/{case}/folder")).ok()["files"].clone();
        let photo = files.as_array().and_then(|all| all.iter().find(|one| one["title"] == "Ảnh vết bầm")).cloned();
        let remove = format!("/cases/{case}/files/{}/remove", id_of(&photo.expect("the photo")));
        officer.post(&remove, json!({"reason": "Nhầm trẻ"})).ok();
        officer.get(&download).refused(404, "not_found");
        let stored = String::from_utf8_lossy(&app.stored()).into_owned();
        assert!(!stored.contains("anh-chau-Mang"), "a file's name lies open in the database");
    });
}

#[test]
fn numbers_leave_the_ward_only_where_they_name_nobody() {
    each(|app| {
        let (officer, _) = open(app);
        let own = officer.get("/cases/numbers").ok();
        assert_eq!((&own["items"][0]["cases"], &own["items"][0]["suppressed"]), (&json!(1), &json!(false)));
        let above = app.sign_in("captren").get("/cases/numbers").ok();
        let ward = above["items"].as_array().and_then(|all| all.iter().find(|one| one["suppressed"] == true)).cloned();
        let ward = ward.expect("the ward with one case");
        assert_eq!((&ward["cases"], &ward["concerns"]), (&Value::Null, &Value::Null));
        let shown: Vec<&Value> =
            ward["by_status"].as_array().expect("cells").iter().filter(|cell| !cell["count"].is_null()).collect();
        assert!(shown.iter().all(|cell| cell["count"] == 0) && shown.len() < 9, "{ward}");
        app.sign_in("congan").get("/cases/numbers").refused(403, "forbidden");
    });
}

#[test]
fn no_word_of_a_case_lies_open() {
    each(|app| {
        let (officer, case) = open(app);
        act(&officer, &case, "assess", initial(false)).ok();
        act(&officer, &case, "assess", detailed("2024-06-03")).ok();
        act(&officer, &case, "entries", json!({"text": "Gặp cô giáo Xoài"})).ok();
        let stored = String::from_utf8_lossy(&app.stored()).into_owned();
        for planted in ["Măng Cụt", "mang cut", "dây điện", "Bầm tím", "Xoài"] {
            assert!(!stored.contains(planted), "{planted} lies open in the database");
        }
        let admin = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        assert!(admin.contains("cases.assess_initial") && !admin.contains("Măng"));
        let names = ["doan", "khupho1", "captren", "mttq"];
        for account in names {
            let person = app.sign_in(account);
            let start = person.get("/changes").ok()["next_cursor"].as_str().expect("a cursor").to_owned();
            act(&officer, &case, "entries", json!({"text": "x"})).ok();
            let changes = person.get(&format!("/changes?since={start}")).ok().to_string();
            assert!(!changes.contains("cases") && !changes.contains(&case), "{account}: {changes}");
        }
    });
}
