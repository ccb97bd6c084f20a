//! Concerns: from the public form, from anybody, from the desk; who sees what of them, and how they end.

use bup_tests::{App, Client, Value, each, json};
use chrono::TimeDelta;

const PLANTED: &str = "Trần Thị Bưởi Tây";

fn concern(app: &App, account: &str, more: Value) -> Value {
    let mut body = json!({"narrative": "Nghe tiếng trẻ khóc nhiều đêm", "child": {"full_name": PLANTED},
        "reporter": {"name": "Ông Lê Văn Chuối", "phone": "0912345678"}});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    app.sign_in(account).post("/concerns", body).ok()
}

fn path(row: &Value) -> String {
    format!("/concerns/{}", row["id"].as_str().expect("an id"))
}

#[test]
fn anybody_tells_without_an_account_and_asks_later_how_far_it_is() {
    each(|app| {
        let anybody = app.anybody();
        let form =
            json!({"narrative": "Cháu bé cạnh nhà hay bị đánh", "urgent": true, "child": {"full_name": PLANTED}});
        let phone = anybody.with("Idempotency-Key", "0123456789abcdef-1");
        let made = phone.post("/public/concerns", form.clone());
        assert_eq!(made.status, 201);
        let code = made.ok()["code"].as_str().expect("a code").to_owned();
        // The answer was lost, the phone sends again: one concern, the same code.
        assert_eq!(phone.post("/public/concerns", form).ok()["code"], code);
        let officer = app.sign_in("chinhsach");
        assert_eq!(officer.get("/concerns").ok()["total"], 1);

        let follow = |code: &str| anybody.get(&format!("/public/concerns/{code}"));
        let told = follow(&code).ok();
        assert_eq!(told["status"], "received");
        assert_eq!(told.as_object().expect("an object").len(), 2);
        assert_eq!(follow(&code.to_lowercase().replace('-', "")).ok(), told);
        follow("AAAA-AAAA-AAAA").refused(404, "not_found");

        let row = officer.get("/concerns").ok()["items"][0].clone();
        assert_eq!((&row["received_via"], &row["danger_level"]), (&json!("public_form"), &json!("emergency")));
        let read = officer.get(&path(&row)).ok();
        assert_eq!((&read["child"]["full_name"], &read["reporter"]), (&json!(PLANTED), &Value::Null));
        assert_eq!(read["emergency_due_at"], "2024-06-03T13:00:00.000Z");
        for account in ["lanhdao", "chinhsach"] {
            let bell = app.sign_in(account).get("/notifications").ok();
            assert_eq!(bell["items"][0]["kind"], "concern_received");
            assert!(!bell.to_string().contains("Bưởi"));
        }
        // Whatever becomes of it, the sender learns the same.
        let screen = json!({"decision": "refer", "reason": "Chuyển công an", "unit_id": app.unit_of("congan")});
        officer.post(&format!("{}/screen", path(&row)), screen).ok();
        assert_eq!(follow(&code).ok()["status"], "done");
    });
}

#[test]
fn a_flood_costs_work_and_loses_nothing() {
    each(|app| {
        let anybody = app.anybody().with("X-Forwarded-For", "203.0.113.9");
        let form = |more: Value| {
            let mut body = json!({"narrative": "x"});
            body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            body
        };
        for _ in 0..6 {
            anybody.post("/public/concerns", form(json!({}))).ok();
        }
        let busy = anybody.post("/public/concerns", form(json!({}))).refused(429, "proof_required");
        let challenge = busy["challenge"].as_str().expect("a challenge").to_owned();
        let wrong = form(json!({"proof": {"challenge": challenge, "nonce": 1}}));
        anybody.post("/public/concerns", wrong).refused(429, "proof_required");
        let nonce = find_nonce(&challenge, busy["bits"].as_u64().expect("bits"));
        let right = form(json!({"proof": {"challenge": challenge, "nonce": nonce}}));
        anybody.post("/public/concerns", right.clone()).ok();
        // A proof counts once.
        anybody.post("/public/concerns", right).refused(429, "proof_required");
        // Somebody else's phone meets nothing of this; a bot that fills what nobody sees is kept and marked.
        let other = app.anybody().with("X-Forwarded-For", "203.0.113.10");
        other.post("/public/concerns", form(json!({"website": "http://spam"}))).ok();
        let officer = app.sign_in("chinhsach");
        let newest = officer.get("/concerns?limit=1").ok();
        assert_eq!((&newest["total"], &newest["items"][0]["is_suspect"]), (&json!(8), &json!(true)));
        other.post("/public/concerns", form(json!({"narrative": " "}))).refused(422, "invalid");
        other.post("/public/concerns", form(json!({"ward": "khong-co"}))).refused(422, "invalid");
        app.wait(TimeDelta::minutes(2));
        anybody.post("/public/concerns", form(json!({}))).ok();
    });
}

fn find_nonce(challenge: &str, bits: u64) -> u64 {
    use sha2::{Digest, Sha256};
    let is_right = |nonce: &u64| {
        let hash = Sha256::digest(format!("{challenge}.{nonce}"));
        let head = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
        u64::from(head.leading_zeros()) >= bits
    };
    (0..).find(is_right).expect("a nonce")
}

#[test]
fn an_author_sees_what_they_told_and_nothing_of_what_became_of_it() {
    each(|app| {
        let told = concern(app, "truong1", json!({}));
        assert_eq!((&told["reporter"], &told["has_reporter"]), (&Value::Null, &json!(false)));
        let officer = app.sign_in("chinhsach");
        assert_eq!(officer.get(&path(&told)).ok()["reporter"]["name"], "Ông Lê Văn Chuối");
        // The leader asks for the name, and that is written down.
        let leader = app.sign_in("lanhdao");
        let seen = leader.get(&path(&told)).ok();
        assert_eq!((&seen["reporter"], &seen["has_reporter"]), (&Value::Null, &json!(true)));
        assert_eq!(leader.post(&format!("{}/reporter", path(&told)), json!({})).ok()["phone"], "0912345678");
        let log = leader.get("/audit?action=concerns.reveal_reporter").ok();
        assert_eq!(log["total"], 1);
        app.sign_in("truong1").post(&format!("{}/reporter", path(&told)), json!({})).refused(403, "forbidden");

        officer.post(&format!("{}/screen", path(&told)), json!({"decision": "open_case"})).ok();
        let author = app.sign_in("truong1").get(&path(&told)).ok();
        assert_eq!((&author["status"], &author["case_id"]), (&json!("screened"), &Value::Null));
        for hidden in ["decision", "screened_by", "screening_reason", "referred_to"] {
            assert_eq!(author[hidden], Value::Null, "{hidden}");
        }
        let other = app.sign_in("truong2");
        other.get(&path(&told)).refused(404, "not_found");
        assert_eq!(other.get("/concerns").ok()["total"], 0);
        assert_eq!(other.post("/concerns/search", json!({"q": "buoi tay"})).ok()["total"], 0);
        assert_eq!(officer.post("/concerns/search", json!({"q": "buoi tay"})).ok()["total"], 1);
        officer.get("/concerns?q=buoi").refused(400, "bad_parameter");
        for nobody in ["captren", "quantri"] {
            app.sign_in(nobody).get(&path(&told)).refused(403, "forbidden");
            app.sign_in(nobody).post("/concerns/search", json!({"q": "buoi"})).refused(403, "forbidden");
        }
    });
}

#[test]
fn the_police_see_what_was_passed_to_them() {
    each(|app| {
        let told = concern(app, "khupho1", json!({}));
        let police = app.sign_in("congan");
        police.get(&path(&told)).refused(404, "not_found");
        let screen = json!({"decision": "refer", "reason": "Có dấu hiệu tội phạm", "unit_id": app.unit_of("congan")});
        app.sign_in("chinhsach").post(&format!("{}/screen", path(&told)), screen).ok();
        let seen = police.get(&path(&told)).ok();
        assert_eq!((&seen["child"]["full_name"], &seen["reporter"]), (&json!(PLANTED), &Value::Null));
        assert_eq!(police.get("/notifications").ok()["items"][0]["resource"], "concerns");
        app.sign_in("mttq").get(&path(&told)).refused(404, "not_found");
    });
}

#[test]
fn no_action_needs_a_second_person() {
    each(|app| {
        let told = concern(app, "khupho1", json!({}));
        let (officer, leader) = (app.sign_in("chinhsach"), app.sign_in("lanhdao"));
        let act =
            |person: &bup_tests::Client, verb: &str, body: Value| person.post(&format!("{}/{verb}", path(&told)), body);
        act(&officer, "screen", json!({"decision": "no_action"})).refused(422, "invalid");
        let proposed = act(&officer, "screen", json!({"decision": "no_action", "reason": "Trẻ ngã xe"})).ok();
        assert_eq!((&proposed["status"], &proposed["screening_reason"]), (&json!("screened"), &json!("Trẻ ngã xe")));
        act(&officer, "confirm", json!({})).refused(409, "second_person_needed");
        act(&leader, "reject", json!({"reason": "Hỏi lại nhà trường"})).ok();
        act(&leader, "confirm", json!({})).refused(409, "wrong_state");
        act(&officer, "screen", json!({"decision": "no_action", "reason": "Trường xác nhận trẻ ngã xe"})).ok();
        assert_eq!(act(&leader, "confirm", json!({})).ok()["status"], "no_action");
        act(&officer, "screen", json!({"decision": "open_case"})).refused(409, "wrong_state");

        let again = concern(app, "khupho2", json!({}));
        let same = json!({"decision": "duplicate", "duplicate_of_id": again["id"]});
        officer.post(&format!("{}/screen", path(&again)), same).refused(422, "invalid");
        let same = json!({"decision": "duplicate", "duplicate_of_id": told["id"]});
        assert_eq!(officer.post(&format!("{}/screen", path(&again)), same).ok()["status"], "duplicate");
    });
}

#[test]
fn what_is_heard_later_is_added_and_nothing_is_lost() {
    each(|app| {
        let told = concern(app, "chinhsach", json!({"told_at": "2024-06-02T23:00:00Z", "received_via": "phone"}));
        assert_eq!(told["emergency_due_at"], "2024-06-03T11:00:00.000Z");
        let (one, two) = (app.sign_in("chinhsach"), app.sign_in("lanhdao"));
        let mended = one.patch(&path(&told), &told["version"], json!({"condition": "Sốt cao"})).ok();
        assert_eq!((&mended["condition"], &mended["received_at"]), (&json!("Sốt cao"), &told["received_at"]));
        let stale = two.patch(&path(&told), &told["version"], json!({"condition": "Ổn"})).refused(412, "stale");
        assert_eq!(stale["current"]["condition"], "Sốt cao");
        one.patch(&path(&told), &mended["version"], json!({"received_at": "2024-01-01T00:00:00Z"}))
            .refused(400, "malformed");
        let future = json!({"narrative": "x", "told_at": "2024-06-03T02:00:00Z"});
        one.post("/concerns", future).refused(422, "invalid");
        let stored = String::from_utf8_lossy(&app.stored()).into_owned();
        for planted in ["Bưởi", "Chuối", "Sốt cao", "0912345678"] {
            assert!(!stored.contains(planted), "{planted} lies open in the database");
        }
    });
}

#[test]
fn the_desk_is_told_of_what_nobody_has_decided() {
    each(|app| {
        concern(app, "khupho1", json!({}));
        let count = |account: &str, kind: &str| {
            let bell = app.sign_in(account).get("/notifications?limit=50").ok();
            bell["items"].as_array().expect("items").iter().filter(|one| one["kind"] == kind).count()
        };
        bup::jobs::run_due(&app.gate);
        assert_eq!(count("chinhsach", "concern_due"), 0);
        app.wait(TimeDelta::hours(9));
        bup::jobs::run_due(&app.gate);
        app.wait(TimeDelta::minutes(10));
        bup::jobs::run_due(&app.gate);
        assert_eq!((count("chinhsach", "concern_due"), count("lanhdao", "concern_due")), (1, 1));
        app.wait(TimeDelta::hours(4));
        bup::jobs::run_due(&app.gate);
        assert_eq!((count("chinhsach", "concern_late"), count("khupho1", "concern_late")), (1, 0));
    });
}

#[test]
fn what_the_desk_adds_is_not_its_authors_to_read() {
    each(|app| {
        let told = concern(app, "khupho1", json!({"place": "Nhà số 3"}));
        let officer = app.sign_in("chinhsach");
        let found_out = json!({"place": "Nhà dì, số 9 phố Hàng Than", "carer": "Cháu đang ở với dì",
            "actions_taken": "Đã đưa cháu tới nhà dì"});
        let mended = officer.patch(&path(&told), &told["version"], found_out.clone()).ok();
        let again = json!({"narrative": "Hàng xóm kể lại: cháu ở phố Hàng Than"});
        let mended = officer.patch(&path(&told), &mended["version"], again).ok();
        let author = app.sign_in("khupho1");
        let seen = author.get(&path(&told)).ok();
        for (name, value) in found_out.as_object().expect("an object") {
            assert_eq!((&mended[name], &seen[name]), (value, &told[name]), "{name}");
        }
        assert_eq!(seen["narrative"], told["narrative"]);
        let search = |who: &Client| who.post("/concerns/search", json!({"q": "hang than"})).ok()["total"].clone();
        assert_eq!((search(&officer), search(&author)), (json!(1), json!(0)));
        // Whoever is charged with it reads all of it; its author still what they told.
        let screen = json!({"decision": "refer", "reason": "Chuyển công an", "unit_id": app.unit_of("congan")});
        officer.post(&format!("{}/screen", path(&told)), screen).ok();
        assert_eq!(app.sign_in("congan").get(&path(&told)).ok()["carer"], "Cháu đang ở với dì");
        assert_eq!(author.get(&path(&told)).ok()["carer"], told["carer"]);
    });
}

#[test]
fn all_addresses_of_one_line_are_one_visitor() {
    each(|app| {
        let ask =
            |address: String| app.anybody().with("X-Forwarded-For", &address).get("/public/concerns/AAAA-AAAA-AAAA");
        for at in 0..30 {
            ask(format!("2001:db8:5:1::{at:x}")).refused(404, "not_found");
        }
        ask("2001:db8:5:1:ffff::1".to_owned()).refused(429, "rate_limited");
        ask("2001:db8:5:2::1".to_owned()).refused(404, "not_found");
    });
}
