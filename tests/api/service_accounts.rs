//! Machines: how they sign in, what they reach, and what they never do.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bup::access::scopes::allow;
use bup::access::{MachineScope, UnitKind};
use bup::features::service_accounts::{NewMachine, add};
use bup::setup;
use bup_tests::operations::{NO_ROW, operations};
use bup_tests::{Answer, App, Client, Value, each, json};
use chrono::TimeDelta;

use crate::admin::behind_the_scenes;

/// Every scope that a ward may give.
const OF_WARDS: [&str; 6] =
    ["plans:read", "events:read", "obstacles:read", "reports:read", "wards:read", "webhooks:manage"];

/// A machine as the administrator made it, with its secret.
pub fn machine(app: &App, scopes: &[&str], more: Value) -> Value {
    let mut body = json!({"name": "Phần mềm của thị xã", "unit_id": app.unit_of("lanhdao"), "scopes": scopes,
        "expires_on": "2025-06-03"});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    app.sign_in("quantri").post("/service-accounts", body).ok()
}

/// Asks for a token with a form.
pub fn ask(app: &App, fields: &[(&str, &str)]) -> Answer {
    ask_as(&app.anybody(), fields)
}

fn ask_as(somebody: &Client, fields: &[(&str, &str)]) -> Answer {
    let encode = |text: &str| text.replace('%', "%25").replace('&', "%26").replace('+', "%2B").replace(' ', "+");
    let form: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    somebody.raw("POST", "/auth/token", "application/x-www-form-urlencoded", form.join("&").into_bytes())
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_else(|| panic!("{name} of {row}"))
}

fn credentials(account: &Value) -> [(&str, &str); 3] {
    [
        ("grant_type", "client_credentials"),
        ("client_id", text(account, "id")),
        ("client_secret", text(account, "client_secret")),
    ]
}

/// The machine, signed in.
pub fn signed_in(app: &App, account: &Value) -> Client {
    app.anybody().with_token(text(&ask(app, &credentials(account)).ok(), "access_token"))
}

#[track_caller]
fn oauth_error(answer: &Answer, status: u16, error: &str) {
    assert_eq!((answer.status, &answer.json()["error"]), (status, &json!(error)), "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("content-type").starts_with("application/json"));
    let told = answer.json()["error_description"].as_str().expect("a sentence").to_owned();
    assert!(told.bytes().all(|byte| (0x20..0x7f).contains(&byte) && byte != b'"' && byte != b'\\'), "{told}");
}

/// A superior unit of its own with one ward below it, and its machine.
fn superior(app: &App, code: &str, scopes: &str) -> (Value, String) {
    let ward = behind_the_scenes(app, |cx| {
        let unit = setup::unit(cx, None, UnitKind::Superior, code, "Ủy ban khác")?;
        let ward = setup::ward(cx, &format!("{code}-ward"), "Phường Khác", "Khác", Some(&unit))?;
        setup::unit(cx, Some(&ward), UnitKind::Leadership, "ubnd", "Lãnh đạo UBND phường")?;
        Ok(ward)
    });
    (of_superior(app, code, scopes), ward.to_string())
}

/// A machine of a superior unit, made as on the command line.
pub fn of_superior(app: &App, code: &str, scopes: &str) -> Value {
    let new = NewMachine {
        name: "Máy của cấp trên",
        unit: code,
        scopes,
        addresses: &[],
        expires_on: "2026-06-03".parse().expect("a day"),
    };
    let (id, secret) = add(&app.gate, &new).expect("an account");
    json!({"id": id, "client_secret": secret})
}

#[test]
fn a_machine_signs_in_and_reads_what_its_scopes_say() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let account = machine(app, &["plans:read", "events:read"], json!({}));
        assert!(text(&account, "client_secret").starts_with("bup_machine_"));
        let answer = ask(app, &credentials(&account));
        let token = answer.ok();
        assert_eq!(
            (&token["token_type"], &token["expires_in"], &token["scope"]),
            (&json!("Bearer"), &json!(900), &json!("plans:read events:read"))
        );
        assert_eq!(answer.header("cache-control"), "no-store");
        let bot = app.anybody().with_token(text(&token, "access_token"));
        assert_eq!(bot.get("/plans").ok()["total"], 0);
        bot.get("/events").ok();
        let refused = bot.get("/wards").refused(403, "forbidden");
        assert_eq!(refused["permission"], "wards:read");
        for own in ["/me", "/notifications", "/auth/sessions", "/dashboard", "/changes", "/me/calendar-feed"] {
            bot.get(own).refused(403, "forbidden");
        }
        bot.post("/plans", json!({})).refused(403, "forbidden");

        // Its use is seen, and so is its name in the log; the secret is seen nowhere again.
        let path = format!("/service-accounts/{}", text(&account, "id"));
        let shown = admin.get(&path).ok();
        assert_eq!(
            (&shown["last_used_at"], &shown["last_used_address"]),
            (&json!("2024-06-03T01:00:00.000Z"), &json!("127.0.0.1"))
        );
        assert_eq!((&shown["status"], shown.get("client_secret")), (&json!("active"), None));
        let log = admin.get(&format!("/audit?actor_id={}&limit=200", text(&account, "id"))).ok();
        let lines = log["items"].as_array().expect("a list");
        assert!(lines.iter().all(|line| line["actor"]["full_name"] == "Phần mềm của thị xã"), "{log}");
        let has = |action: &str, outcome: &str| {
            lines.iter().any(|line| line["action"] == action && line["outcome"] == outcome)
        };
        assert!(has("own.machine_token", "done"), "{log}");

        // In the header, and with a narrower scope.
        let basic = STANDARD.encode(format!("{}:{}", text(&account, "id"), text(&account, "client_secret")));
        let by_header = app.anybody().with("Authorization", format!("Basic {basic}"));
        let narrow = ask_as(&by_header, &[("grant_type", "client_credentials"), ("scope", "plans:read")]).ok();
        assert_eq!(narrow["scope"], "plans:read");
        let narrow = app.anybody().with_token(text(&narrow, "access_token"));
        narrow.get("/plans").ok();
        narrow.get("/events").refused(403, "forbidden");
        app.wait(TimeDelta::minutes(15));
        narrow.get("/plans").refused(401, "not_signed_in");
    });
}

#[test]
fn a_machine_keeps_out_of_people() {
    each(|app| {
        let head = app.sign_in("khupho1");
        let event = json!({"title": "Ngày hội", "kind": "festival", "starts_at": "2024-06-20T02:00:00Z",
            "ends_at": "2024-06-20T04:00:00Z", "place": "Sân", "expected_children": 9});
        let event = text(&head.post("/events", event).ok(), "id").to_owned();
        let bot = signed_in(app, &machine(app, &OF_WARDS, json!({})));
        assert_eq!(bot.get(&format!("/events/{event}")).ok()["allowed_actions"], json!([]));
        for path in ["registrations", "attendance", "cards"] {
            bot.get(&format!("/events/{event}/{path}")).refused(403, "forbidden");
        }
        let raised = head.post("/obstacles", json!({"title": "Loa hỏng", "description": "x"})).ok();
        let seen = bot.get(&format!("/obstacles/{}", text(&raised, "id"))).ok();
        assert_eq!((&seen["title"], &seen["allowed_actions"]), (&json!("Loa hỏng"), &json!([])));
    });
}

#[test]
fn every_operation_outside_of_its_scopes_is_refused() {
    each(|app| {
        let all = signed_in(app, &machine(app, &OF_WARDS, json!({})));
        let above = signed_in(app, &of_superior(app, "cap-tren-bim-son", &MachineScope::write_list(MachineScope::ALL)));
        let none = signed_in(app, &machine(app, &["wards:read"], json!({})));
        let of_wards: Vec<MachineScope> = OF_WARDS.iter().filter_map(|word| MachineScope::parse(word)).collect();
        let hands: [(&Client, &[MachineScope]); 3] =
            [(&all, &of_wards), (&above, MachineScope::ALL), (&none, &[MachineScope::WardsRead])];
        for operation in operations().iter().filter(|one| !one.permissions.is_empty()) {
            for (bot, scopes) in &hands {
                let may = operation.permissions.iter().any(|(r, a)| allow(scopes, *r, *a));
                let media_type = operation.media_type.as_deref().unwrap_or("application/json");
                let answer = bot.raw(&operation.method, &operation.path(NO_ROW), media_type, b"{\"garbage".to_vec());
                let told = format!("{}: {} {}", operation.name(), answer.status, answer.text());
                if may {
                    assert!(answer.status < 500 && answer.status != 401, "{told}");
                } else {
                    assert_eq!(answer.status, 403, "{told}");
                    let named = answer.refused(403, "forbidden")["permission"].clone();
                    let named = named.as_str().and_then(|right| right.split_once(':')).map(|(resource, _)| resource);
                    assert!(operation.permissions.iter().any(|(r, _)| named == Some(r.as_str())), "{told}");
                }
            }
        }
    });
}

#[test]
fn what_is_no_right_request_is_refused_as_oauth_says() {
    each(|app| {
        let account = machine(app, &["plans:read"], json!({}));
        let [grant, id, secret] = credentials(&account);
        oauth_error(&ask(app, &[grant, id, ("client_secret", "bup_machine_wrong")]), 401, "invalid_client");
        oauth_error(&ask(app, &[grant, ("client_id", NO_ROW), secret]), 401, "invalid_client");
        oauth_error(
            &ask(app, &[grant, ("client_id", "quantri"), ("client_secret", bup::demo::PASSWORD)]),
            401,
            "invalid_client",
        );
        oauth_error(&ask(app, &[grant]), 401, "invalid_client");
        oauth_error(&ask(app, &[id, secret]), 400, "invalid_request");
        oauth_error(&ask(app, &[("grant_type", "password"), id, secret]), 400, "unsupported_grant_type");
        oauth_error(&ask(app, &[grant, grant, id, secret]), 400, "invalid_request");
        for scope in ["events:read", "plans:read events:read", "children:read", "reports:approve", "*", "plans:READ"] {
            oauth_error(&ask(app, &[grant, id, secret, ("scope", scope)]), 400, "invalid_scope");
        }
        let json = app.anybody().post("/auth/token", json!({"grant_type": "client_credentials"}));
        oauth_error(&json, 400, "invalid_request");
        let basic = STANDARD.encode(format!("{}:x", id.1));
        let by_header = app.anybody().with("Authorization", format!("Basic {basic}"));
        let answer = ask_as(&by_header, &[grant]);
        oauth_error(&answer, 401, "invalid_client");
        assert!(answer.header("www-authenticate").starts_with("Basic"));
        oauth_error(&ask_as(&by_header, &[grant, id, secret]), 400, "invalid_request");
        let refused = app.sign_in("quantri").get(&format!("/audit?actor_id={}&outcome=denied", id.1)).ok();
        assert!(refused["total"].as_i64().is_some_and(|n| n >= 8), "{refused}");

        // A machine that guesses is made to wait, like a person.
        app.wait(TimeDelta::minutes(2));
        for _ in 0..10 {
            oauth_error(&ask(app, &[grant, id, ("client_secret", "x")]), 401, "invalid_client");
        }
        let waits = ask(app, &[grant, id, secret]);
        assert_eq!(waits.status, 429);
        assert!(waits.header("retry-after").parse::<u64>().is_ok_and(|seconds| seconds <= 60));
        app.wait(TimeDelta::minutes(1));
        ask(app, &[grant, id, secret]).ok();
    });
}

#[test]
fn what_is_taken_away_is_gone_at_once() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let account = machine(app, &["plans:read", "events:read"], json!({}));
        let path = format!("/service-accounts/{}", text(&account, "id"));
        let bot = signed_in(app, &account);
        bot.get("/events").ok();

        let narrowed = admin.patch(&path, &account["version"], json!({"scopes": ["plans:read"]})).ok();
        bot.get("/events").refused(403, "forbidden");
        bot.get("/plans").ok();
        let elsewhere = admin.patch(&path, &narrowed["version"], json!({"addresses": ["198.51.100.0/24"]})).ok();
        bot.get("/plans").refused(401, "not_signed_in");
        oauth_error(&ask(app, &credentials(&account)), 401, "invalid_client");
        // A proxy on this machine says who asks.
        bot.with("X-Forwarded-For", "198.51.100.7").get("/plans").ok();
        bot.with("X-Forwarded-For", "198.51.101.7").get("/plans").refused(401, "not_signed_in");
        let anywhere = admin.patch(&path, &elsewhere["version"], json!({"addresses": null})).ok();
        bot.get("/plans").ok();

        let revoked = admin.post(&format!("{path}/revoke"), json!({"reason": "Hết hợp đồng"})).ok();
        assert_eq!((&revoked["status"], &revoked["revoked_reason"]), (&json!("revoked"), &json!("Hết hợp đồng")));
        bot.get("/plans").refused(401, "not_signed_in");
        oauth_error(&ask(app, &credentials(&account)), 401, "invalid_client");
        for (verb, body) in [("revoke", json!({"reason": "x"})), ("rotate", json!({"grace_hours": 0}))] {
            admin.post(&format!("{path}/{verb}"), body).refused(409, "wrong_state");
        }
        let version = anywhere["version"].as_i64().expect("a version") + 1;
        admin.patch(&path, &json!(version), json!({"name": "x"})).refused(409, "wrong_state");
    });
}

#[test]
fn an_account_ends_with_its_last_day() {
    each(|app| {
        let account = machine(app, &["plans:read"], json!({"expires_on": "2024-06-03"}));
        // 23:50 in the ward.
        app.clock.set("2024-06-03T16:50:00Z".parse().expect("a time"));
        let bot = signed_in(app, &account);
        bot.get("/plans").ok();
        app.wait(TimeDelta::minutes(10));
        bot.get("/plans").refused(401, "not_signed_in");
        oauth_error(&ask(app, &credentials(&account)), 401, "invalid_client");
        let shown = app.sign_in("quantri").get(&format!("/service-accounts/{}", text(&account, "id"))).ok();
        assert_eq!(shown["status"], "expired");
    });
}

#[test]
fn a_secret_rotates_with_some_hours_of_grace() {
    each(|app| {
        let admin = app.sign_in("quantri").with("Idempotency-Key", "xoay-1");
        let account = machine(app, &["plans:read"], json!({}));
        let rotate = format!("/service-accounts/{}/rotate", text(&account, "id"));
        let rotated = admin.post(&rotate, json!({"grace_hours": 24})).ok();
        assert_ne!(rotated["client_secret"], account["client_secret"]);
        assert_eq!(rotated["old_secret_until"], "2024-06-04T01:00:00.000Z");
        assert_eq!(admin.post(&rotate, json!({"grace_hours": 24})).ok()["client_secret"], Value::Null);
        ask(app, &credentials(&account)).ok();
        ask(app, &credentials(&rotated)).ok();
        app.wait(TimeDelta::hours(24));
        oauth_error(&ask(app, &credentials(&account)), 401, "invalid_client");
        ask(app, &credentials(&rotated)).ok();
        // Without grace the old one is out at once.
        let last = app.sign_in("quantri").post(&rotate, json!({"grace_hours": 0})).ok();
        oauth_error(&ask(app, &credentials(&rotated)), 401, "invalid_client");
        ask(app, &credentials(&last)).ok();
        app.sign_in("quantri").post(&rotate, json!({"grace_hours": 73})).refused(422, "invalid");
    });
}

#[test]
fn only_the_administrator_gives_and_only_what_may_be_given() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let body = |more: Value| {
            let mut body = json!({"name": "Máy", "unit_id": app.unit_of("lanhdao"), "scopes": ["plans:read"],
                "expires_on": "2025-01-01"});
            body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            body
        };
        let mistake = |more: Value| {
            let problem = admin.post("/service-accounts", body(more)).refused(422, "invalid");
            (problem["errors"][0]["field"].clone(), problem["errors"][0]["code"].clone())
        };
        let wrong = |field: &str, code: &str| (json!(field), json!(code));
        assert_eq!(mistake(json!({"scopes": ["reports:approve"]})), wrong("scopes", "scope_of_superiors"));
        assert_eq!(mistake(json!({"scopes": []})), wrong("scopes", "required"));
        assert_eq!(mistake(json!({"scopes": ["children:read"]})), wrong("scopes[0]", "wrong_value"));
        assert_eq!(mistake(json!({"expires_on": "2026-06-04"})), wrong("expires_on", "bad_expiry"));
        assert_eq!(mistake(json!({"expires_on": "2024-06-02"})), wrong("expires_on", "bad_expiry"));
        assert_eq!(mistake(json!({"addresses": ["10.0.0.1/8"]})), wrong("addresses[0]", "bad_address"));
        assert_eq!(mistake(json!({"unit_id": app.unit_of("khupho1")})), wrong("unit_id", "not_leadership"));
        // The ward's administrator gives nothing in the name of the upper level.
        assert_eq!(mistake(json!({"unit_id": app.unit_of("captren")})), wrong("unit_id", "unknown_id"));

        app.sign_in("lanhdao").get("/service-accounts").ok();
        app.sign_in("lanhdao").post("/service-accounts", body(json!({}))).refused(403, "forbidden");
        app.sign_in("captren").get("/service-accounts").refused(403, "forbidden");
        let made = admin.post("/service-accounts", body(json!({}))).ok();
        let list = admin.get("/service-accounts").ok();
        assert_eq!((&list["total"], &list["items"][0]["id"]), (&json!(1), &made["id"]));
        assert_eq!(admin.get("/service-accounts/export.xlsx").status, 200);
        // That of the upper level is nobody's here.
        let above = of_superior(app, "cap-tren-bim-son", "plans:read");
        admin.get(&format!("/service-accounts/{}", text(&above, "id"))).refused(404, "not_found");
    });
}

#[test]
fn a_persons_token_and_a_machines_are_no_substitute_for_each_other() {
    each(|app| {
        let account = machine(app, &["plans:read"], json!({}));
        let bot = signed_in(app, &account);
        // A machine's token renews and ends no session.
        bot.post("/auth/refresh", json!({"refresh_token": bot.token()})).refused(401, "session_expired");
        app.anybody().post("/auth/logout", json!({"refresh_token": bot.token()})).ok();
        bot.get("/plans").ok();
        let person = app.sign_in("chinhsach");
        let [grant, ..] = credentials(&account);
        let as_secret = [grant, ("client_id", text(&account, "id")), ("client_secret", person.token())];
        oauth_error(&ask(app, &as_secret), 401, "invalid_client");
        app.anybody()
            .post("/auth/login", json!({"username": account["id"], "password": account["client_secret"]}))
            .refused(401, "invalid_credentials");
    });
}

#[test]
fn two_superiors_see_each_their_own_wards() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let plan = json!({"title": "Kế hoạch", "year": 2024, "starts_on": "2024-06-01", "ends_on": "2024-06-30",
            "sections": [{"key": "I", "number": "I", "title": "Việc"}],
            "tasks": [{"key": "t", "section_key": "I", "title": "Việc", "lead_unit_id": app.unit_of("doan"),
                "due_on": "2024-06-02", "confidence": 0.9, "reasons": [], "source": "x"}]});
        let plan = officer.post("/plans", plan).ok();
        let path = format!("/plans/{}", text(&plan, "id"));
        let ours = signed_in(app, &of_superior(app, "cap-tren-bim-son", "plans:read,wards:read"));
        let (other, ward) = superior(app, "cap-tren-khac", "plans:read wards:read");
        let theirs = signed_in(app, &other);
        // A draft is nobody's outside of the ward.
        ours.get(&path).refused(404, "not_found");
        officer.post(&format!("{path}/publish"), json!({})).ok();
        assert_eq!(ours.get(&path).ok()["title"], "Kế hoạch");
        theirs.get(&path).refused(404, "not_found");
        assert_eq!((&ours.get("/plans").ok()["total"], &theirs.get("/plans").ok()["total"]), (&json!(1), &json!(0)));
        let wards = |client: &Client| client.get("/wards").ok();
        assert_eq!(wards(&theirs)["items"][0]["id"], json!(ward));
        assert_eq!((wards(&ours)["total"].as_i64(), wards(&theirs)["total"].as_i64()), (Some(1), Some(1)));
        assert_ne!(wards(&ours)["items"][0]["id"], json!(ward));
        ours.get(&format!("/wards/{ward}")).refused(404, "not_found");
    });
}
