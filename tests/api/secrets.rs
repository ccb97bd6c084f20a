//! What only one person may know is nowhere to be found afterwards: not in the database, the audit log, an answer, the
//! log of the server or its numbers.

use bup_tests::log::Log;
use bup_tests::{App, Value, each, json};

const PASSWORD: &str = "mật khẩu gieo 4711 Ω";
const MISTYPED: &str = "mật khẩu gõ nhầm 4712 Ω";
const TITLE: &str = "Việc tên là Bí Mật Gieo Trồng";

#[test]
fn secrets_are_not_found_after_use() {
    let log = Log::listen();
    each(|app| {
        let doan = app.sign_in("doan");
        let change = json!({"current_password": bup::demo::PASSWORD, "new_password": PASSWORD});
        doan.post("/me/password", change).ok();
        let mut answers = misuse(app);
        let mut secrets = vec![PASSWORD.to_owned(), MISTYPED.to_owned()];

        let (signed_in, codes) = with_one_time_codes(app);
        let first = signed_in["refresh_token"].clone();
        let renewed = app.anybody().post("/auth/refresh", json!({"refresh_token": first})).ok();
        answers.push(app.anybody().post("/auth/refresh", json!({"refresh_token": first})).text());
        for value in [&first, &renewed["refresh_token"], &signed_in["access_token"], &renewed["access_token"]] {
            secrets.push(value.as_str().expect("a token").to_owned());
        }
        secrets.extend(codes);

        let admin = app.sign_in("quantri");
        secrets.extend(of_machines(app));
        for path in ["/audit?limit=200", "/users?limit=200", "/me", "/auth/sessions", "/service-accounts", "/webhooks"]
        {
            answers.push(admin.get(path).ok().to_string());
        }
        answers.push(app.anybody().get("/metrics").text());
        let stored = app.stored();
        let log = log.text();
        assert!(!stored.is_empty() && log.contains("request"));
        for secret in &secrets {
            assert!(!holds(&stored, secret), "{secret} is in the database");
            assert!(!log.contains(secret.as_str()), "{secret} is in the log");
            assert!(answers.iter().all(|answer| !answer.contains(secret.as_str())), "{secret} is in an answer");
        }
        assert!(answers.iter().all(|answer| !answer.contains("argon2")), "a hash is in an answer");
    });
}

/// Sign-ins and bodies that go wrong around a password; what they answer.
fn misuse(app: &App) -> Vec<String> {
    let somebody = app.anybody();
    let login = |username: &str, password: &str| {
        somebody.post("/auth/login", json!({"username": username, "password": password})).text()
    };
    let raw = |body: String| somebody.raw("POST", "/auth/login", "application/json", body.into_bytes()).text();
    vec![
        login("doan", MISTYPED),
        // Typed into the wrong field.
        login(MISTYPED, "x"),
        raw(format!("{{\"username\":\"doan\",\"password\":\"{PASSWORD}\"")),
        raw(format!("{{\"username\":\"doan\",\"password\":[\"{PASSWORD}\"]}}")),
        raw(format!("{{\"username\":\"doan\",\"password\":\"x\",\"client\":\"{MISTYPED}\"}}")),
        app.sign_in("khupho2")
            .post("/me/password", json!({"current_password": MISTYPED, "new_password": PASSWORD}))
            .text(),
        app.sign_in("khupho2").post("/me/totp/disable", json!({"password": MISTYPED})).text(),
    ]
}

/// The secrets of a machine and of a webhook, each made under a key that is kept, and used.
fn of_machines(app: &App) -> Vec<String> {
    let admin = app.sign_in("quantri");
    let account = json!({"name": "Máy", "unit_id": app.unit_of("lanhdao"), "scopes": ["plans:read"],
        "expires_on": "2025-01-01"});
    let account = admin.with("Idempotency-Key", "m").post("/service-accounts", account).ok();
    let [id, secret] = ["id", "client_secret"].map(|name| account[name].as_str().expect("a text").to_owned());
    let form = format!("grant_type=client_credentials&client_id={id}&client_secret={secret}");
    let ask =
        |form: String| app.anybody().raw("POST", "/auth/token", "application/x-www-form-urlencoded", form.into_bytes());
    let token = ask(form.clone()).ok()["access_token"].as_str().expect("a token").to_owned();
    app.anybody().with_token(&token).get("/plans").ok();
    assert_eq!(ask(format!("{form}&scope=children:read")).status, 400);
    let hook = json!({"url": "https://receiver.invalid/", "events": ["plan.published"]});
    let hook = admin.with("Idempotency-Key", "w").post("/webhooks", hook).ok();
    let path = format!("/webhooks/{}", hook["id"].as_str().expect("an id"));
    admin.post(&format!("{path}/ping"), json!({})).ok();
    let rotated = admin.post(&format!("{path}/rotate"), json!({"grace_hours": 24})).ok();
    bup::jobs::run_due(&app.gate);
    let bare = |row: &Value| row["secret"].as_str().expect("a secret").trim_start_matches("whsec_").to_owned();
    vec![secret, token, bare(&hook), bare(&rotated)]
}

/// Switches one-time codes on for the Youth Union and signs in with one; the answer, and all secrets about them.
fn with_one_time_codes(app: &App) -> (Value, Vec<String>) {
    let login = |otp: Value| {
        let body = json!({"username": "doan", "password": PASSWORD, "otp": otp, "client": "mobile"});
        app.anybody().post("/auth/login", body)
    };
    let token = login(Value::Null).ok()["access_token"].as_str().expect("a token").to_owned();
    let doan = app.anybody().with_token(&token);
    let secret =
        doan.post("/me/totp", json!({"password": PASSWORD})).ok()["secret"].as_str().expect("a secret").to_owned();
    let code = |app: &App| {
        let generator = bup::auth::totp::generator(&secret, "doan").expect("a generator");
        generator.generate(u64::try_from(app.clock.now().utc().timestamp()).expect("after 1970"))
    };
    let answer = doan.post("/me/totp/confirm", json!({"otp": code(app).to_string()})).ok();
    let codes = answer["recovery_codes"].as_array().expect("codes");
    let mut secrets: Vec<String> = codes.iter().map(|code| code.as_str().expect("a code").to_owned()).collect();
    login(Value::Null).refused(401, "otp_required");
    login(json!(secrets[0])).ok();
    login(json!(secrets[0])).refused(401, "otp_invalid");
    // The code of the confirmation is used up: the next one comes half a minute later.
    app.wait(chrono::TimeDelta::seconds(30));
    let signed_in = login(json!(code(app).to_string())).ok();
    login(json!(code(app).to_string())).refused(401, "otp_invalid");
    secrets.push(secret);
    (signed_in, secrets)
}

#[test]
fn the_log_and_the_numbers_name_routes_only() {
    let log = Log::listen();
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let unit = officer.get("/me").ok()["unit"]["id"].clone();
        let task = officer.post("/tasks", json!({"title": TITLE, "lead_unit_id": unit, "due_on": "2024-06-10"})).ok();
        let id = task["id"].as_str().expect("an id");
        officer.get(&format!("/tasks/{id}")).ok();
        officer.get("/tasks?q=Gieo%20Tr%E1%BB%93ng").ok();
        officer.post(&format!("/tasks/{id}/cancel"), json!({"reason": TITLE, "sai": 1})).refused(400, "malformed");
        app.anybody().get("/khong-co/Nguyen-Van-A").refused(404, "no_route");
        for told in [log.text(), app.anybody().get("/metrics").text()] {
            assert!(told.contains("/api/v1/tasks/{id}"), "{told}");
            for planted in [TITLE, "Gieo", "Nguyen-Van-A", id] {
                assert!(!told.contains(planted), "{planted} is told");
            }
        }
    });
}

#[test]
fn a_childs_trouble_is_told_nowhere_outside_of_its_case() {
    let log = Log::listen();
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let planted = ["Vi Thị Sầu Riêng", "đánh bằng roi mây", "Ông Tám Vú Sữa", "Nhà bí mật Thanh Long"];
        let form =
            json!({"narrative": planted[1], "child": {"full_name": planted[0]}, "reporter": {"name": planted[2]}});
        let code = app.anybody().post("/public/concerns", form).ok()["code"].as_str().expect("a code").to_owned();
        let told = officer.get("/concerns").ok()["items"][0]["id"].clone();
        let case = officer.post("/cases", json!({"concern_id": told})).ok()["id"].as_str().expect("an id").to_owned();
        let measure = json!({"kind": "safe_place", "what": planted[1], "place": planted[3]});
        officer.post(&format!("/cases/{case}/measures"), measure).ok();
        officer.post("/cases/search", json!({"q": planted[0]})).ok();
        // Mistakes around these words, and people who may not.
        let wrong = json!({"text": planted[1], "sai": 1});
        let mut answers = vec![officer.post(&format!("/cases/{case}/entries"), wrong).text()];
        let early = json!({"kind": "done", "reason": planted[1]});
        answers.push(officer.post(&format!("/cases/{case}/propose-closing"), early).text());
        answers.push(app.sign_in("congan").get(&format!("/cases/{case}")).text());
        answers.push(app.anybody().get(&format!("/public/concerns/{code}")).text());
        for (account, paths) in [
            ("lanhdao", &["/notifications", "/audit?limit=200", "/cases", "/cases/numbers", "/dashboard"][..]),
            ("quantri", &["/notifications", "/audit?limit=200", "/changes"][..]),
            ("congan", &["/notifications", "/cases", "/changes", "/dashboard"][..]),
            ("captren", &["/cases/numbers", "/changes", "/dashboard"][..]),
        ] {
            let person = app.sign_in(account);
            answers.extend(paths.iter().map(|path| person.get(path).text()));
        }
        answers.push(app.anybody().get("/metrics").text());
        let (stored, log) = (app.stored(), log.text());
        assert!(log.contains("/api/v1/cases/{id}") && !log.contains(&code) && !log.contains(&case), "{log}");
        for word in planted {
            assert!(!holds(&stored, word), "{word} is in the database");
            assert!(!log.contains(word), "{word} is in the log");
            assert!(answers.iter().all(|answer| !answer.contains(word)), "{word} is in an answer");
        }
    });
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
