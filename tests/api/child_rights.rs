//! Consents in words and the clocks of requests about data.

use bup_tests::{App, Client, Value, each, json};
use chrono::TimeDelta;

use crate::children::child;

fn path_of(row: &Value) -> String {
    format!("/children/{}", row["id"].as_str().expect("an id"))
}

fn consent(child_agrees: Value, agrees: bool) -> Value {
    json!({"purpose": "photos", "given_on": "2024-06-01", "child_agrees": child_agrees, "method": "Phiếu ký",
        "text_version": "Mẫu 02, bản 01/2024", "representative_name": "Trần Thị Bình",
        "representative_relation": "mẹ", "representative_agrees": agrees})
}

fn newest(list: &Value) -> Value {
    list["items"][0].clone()
}

#[test]
fn a_consent_says_what_it_is_worth_and_why() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let eight = path_of(&child(&officer, app, "Nguyễn Thị Hoà", "2016-05-01", "khupho1"));
        let add = |body: Value| newest(&officer.post(&format!("{eight}/consents"), body).ok());
        let given = add(consent(json!(true), true));
        assert_eq!((&given["state"], &given["valid"]), (&json!("valid"), &json!(true)));
        assert_eq!(given["text_version"], "Mẫu 02, bản 01/2024");
        assert!(given["recorded_by"]["full_name"].is_string() && given["ask_again_on"].is_null());
        assert_eq!(add(consent(json!(false), true))["state"], "child_refused");
        assert_eq!(add(consent(json!(true), false))["state"], "refused");
        let mut short = consent(json!(true), true);
        short["expires_on"] = json!("2024-06-03");
        assert_eq!(add(short)["state"], "valid");
        let withdraw = format!("{eight}/consents/{}/withdraw", given["id"].as_str().expect("an id"));
        officer.post(&withdraw, json!({"reason": ""})).refused(422, "invalid");
        let list = officer.post(&withdraw, json!({"reason": "Gia đình đổi ý"})).ok();
        let back = list["items"].as_array().expect("items").iter().find(|one| one["id"] == given["id"]).cloned();
        let back = back.expect("it is kept");
        assert_eq!((&back["state"], &back["withdraw_reason"]), (&json!("withdrawn"), &json!("Gia đình đổi ý")));
        officer.post(&withdraw, json!({"reason": "x"})).refused(404, "not_found");

        // Six today, seven in two days.
        let six = path_of(&child(&officer, app, "Lê Thị Mai", "2017-06-05", "khupho1"));
        let young = newest(&officer.post(&format!("{six}/consents"), consent(Value::Null, true)).ok());
        assert_eq!((&young["state"], &young["ask_again_on"]), (&json!("valid"), &json!("2024-06-05")));
        app.wait(TimeDelta::days(2));
        let officer = app.sign_in("chinhsach");
        let state = |path: &str| newest(&officer.get(&format!("{path}/consents")).ok())["state"].clone();
        assert_eq!((state(&six), state(&eight)), (json!("ask_again"), json!("expired")));
    });
}

#[test]
fn consents_are_for_those_who_see_the_child_in_full() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let path = format!("{}/consents", path_of(&child(&officer, app, "Nguyễn Thị Hoà", "2016-05-01", "khupho1")));
        let body = || consent(json!(true), true);
        app.sign_in("khupho1").post(&path, body()).ok();
        assert_eq!(app.sign_in("lanhdao").get(&path).ok()["total"], 1);
        app.sign_in("lanhdao").post(&path, body()).refused(403, "forbidden");
        for (person, status, code) in [
            ("khupho2", 404, "not_found"),
            ("truong1", 404, "not_found"),
            ("doan", 403, "field_not_yours"),
            ("yte", 403, "field_not_yours"),
            ("congan", 403, "forbidden"),
        ] {
            app.sign_in(person).get(&path).refused(status, code);
        }
    });
}

fn ask(officer: &Client, path: &str, kind: &str, received_on: &str) -> Value {
    let body = json!({"kind": kind, "requester_name": "Trần Thị Bình", "requester_relation": "mẹ",
        "received_on": received_on});
    officer.post(&format!("{path}/data-requests"), body).ok()
}

/// Status, lateness and the days that are left of the first request.
fn clock(app: &App) -> (Value, Value, Value) {
    let first = newest(&app.sign_in("chinhsach").get("/children/data-requests").ok());
    (first["status"].clone(), first["late"].clone(), first["days_left"].clone())
}

#[test]
fn a_request_runs_on_working_days_and_then_on_days() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let row = child(&officer, app, "Nguyễn Thị Hoà", "2016-05-01", "khupho1");
        let path = path_of(&row);
        // Monday 3 June 2024.
        let made = newest(&ask(&officer, &path, "correct", "2024-06-03"));
        assert_eq!((&made["child_code"], &made["child_name"]), (&row["code"], &row["full_name"]));
        assert_eq!(clock(app), (json!("received"), json!(false), json!(2)));
        app.wait(TimeDelta::days(4));
        assert_eq!(clock(app), (json!("received"), json!(true), json!(-2)));
        let officer = app.sign_in("chinhsach");
        let answer = format!("{path}/data-requests/{}/answer", made["id"].as_str().expect("an id"));
        officer.post(&answer, json!({"status": "answered", "answer": ""})).refused(422, "invalid");
        officer.post(&answer, json!({"status": "answered", "answer": "Đã nhận, sẽ sửa"})).ok();
        assert_eq!(clock(app), (json!("answered"), json!(false), json!(6)));
        officer.post(&answer, json!({"status": "refused", "answer": "Không có căn cứ để sửa"})).ok();
        assert_eq!(clock(app), (json!("refused"), json!(false), Value::Null));
        officer.post(&answer, json!({"status": "executed", "answer": "x"})).refused(409, "wrong_state");
    });
}

#[test]
fn what_a_family_said_and_asked_goes_with_a_merge_and_comes_back() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let kept = path_of(&child(&officer, app, "Nguyễn Thị Hoà", "2016-05-01", "khupho1"));
        let row = child(&officer, app, "Lê Thị Mai", "2016-05-01", "khupho1");
        let gone = path_of(&row);
        officer.post(&format!("{gone}/consents"), consent(json!(true), true)).ok();
        ask(&officer, &gone, "delete", "2024-06-03");
        officer.post(&format!("{kept}/merge"), json!({"other_id": row["id"]})).ok();
        let totals = |path: &str| {
            let total = |what: &str| officer.get(&format!("{path}/{what}")).ok()["total"].clone();
            (total("consents"), total("data-requests"))
        };
        assert_eq!(totals(&kept), (json!(1), json!(1)));
        let open = newest(&officer.get("/children/data-requests").ok());
        assert_eq!(open["child_name"], "Nguyễn Thị Hoà");

        let merges = officer.get("/children/merges").ok();
        let id = merges["items"][0]["id"].as_str().expect("an id");
        officer.post(&format!("/children/merges/{id}/undo"), json!({})).ok();
        assert_eq!((totals(&kept), totals(&gone)), ((json!(0), json!(0)), (json!(1), json!(1))));
    });
}
