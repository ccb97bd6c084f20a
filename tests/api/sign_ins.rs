//! Tries to sign in: counted without what was typed, shown to whoever looks after the ward's accounts, told when an account
//! is locked again and again.

use bup_tests::{Answer, App, Value, each, each_with, json};
use chrono::TimeDelta;

fn try_in(app: &App, from: &str, name: &str, password: &str) -> Answer {
    let somebody = app.anybody().with("X-Forwarded-For", from);
    somebody.post("/auth/login", json!({"username": name, "password": password}))
}

fn list(app: &App, query: &str) -> Value {
    app.sign_in("quantri").get(&format!("/audit/sign-ins?{query}")).ok()
}

/// The rows as `result address times`, the newest first.
fn told(list: &Value) -> Vec<String> {
    let items = list["items"].as_array().expect("a list");
    let text = |row: &Value, member: &str| row[member].as_str().unwrap_or("").to_owned();
    items.iter().map(|row| format!("{} {} {}", text(row, "result"), text(row, "address"), row["times"])).collect()
}

#[test]
fn failures_are_counted_by_account_and_minute_without_what_was_typed() {
    const TYPED: &str = "mật khẩu gõ vào ô tên 4711";
    each(|app| {
        let id = app.sign_in("doan").get("/me").ok()["user"]["id"].clone();
        for _ in 0..3 {
            try_in(app, "203.0.113.7", "doan", "sai").refused(401, "invalid_credentials");
        }
        try_in(app, "203.0.113.99", "doan", "sai").refused(401, "invalid_credentials");
        try_in(app, "198.51.100.1", "DOAN ", "sai").refused(401, "invalid_credentials");
        for name in [TYPED, "khongco", "khongco2"] {
            try_in(app, "203.0.113.7", name, "sai").refused(401, "invalid_credentials");
        }
        app.wait(TimeDelta::minutes(1));
        try_in(app, "203.0.113.7", "doan", "sai").refused(401, "invalid_credentials");

        let all = list(app, "failed=true");
        assert_eq!(
            told(&all),
            [
                "wrong_password 203.0.113.0/24 1",
                "unknown_name 203.0.113.0/24 3",
                "wrong_password 198.51.100.0/24 1",
                "wrong_password 203.0.113.0/24 4",
            ]
        );
        assert_eq!(all["items"][3]["person"]["id"], id);
        assert_eq!(all["items"][1]["person"], Value::Null);
        // The log has one row for the first of each minute: of whose account, by nobody.
        let log = app.sign_in("quantri").get("/audit?outcome=denied&action=own.sign_in").ok();
        let rows: Vec<(&Value, &Value)> =
            log["items"].as_array().expect("a list").iter().map(|row| (&row["row_id"], &row["actor"])).collect();
        assert_eq!(rows, [(&id, &Value::Null), (&Value::Null, &Value::Null), (&id, &Value::Null)]);
        let stored = app.stored();
        assert!(!stored.windows(TYPED.len()).any(|some| some == TYPED.as_bytes()), "what was typed is kept");
    });
}

#[test]
fn who_may_see_them_and_how_they_are_found() {
    each(|app| {
        try_in(app, "203.0.113.7", "doan", "sai").refused(401, "invalid_credentials");
        try_in(app, "203.0.113.7", "chinhsach", "sai").refused(401, "invalid_credentials");
        let total = |query: &str| list(app, query)["total"].as_i64().expect("a number");
        assert_eq!((total("failed=true"), total("result=wrong_password"), total("result=locked")), (2, 2, 0));
        assert!(total("failed=false") >= 1, "their own sign-in");
        assert_eq!((total("failed=true&from=2024-06-04"), total("failed=true&to=2024-06-03")), (0, 2));
        let officer = app.sign_in("chinhsach");
        let id = officer.get("/me").ok()["user"]["id"].as_str().expect("an id").to_owned();
        assert_eq!(total(&format!("failed=true&person_id={id}")), 1);
        // The officer's log is their own, and so are these.
        assert_eq!(told(&officer.get("/audit/sign-ins?failed=true").ok()), ["wrong_password 203.0.113.0/24 1"]);
        assert_eq!(app.sign_in("lanhdao").get("/audit/sign-ins?failed=true").ok()["total"], 2);
        for name in ["doan", "khupho1", "captren"] {
            app.sign_in(name).get("/audit/sign-ins").refused(403, "forbidden");
        }
        let admin = app.sign_in("quantri");
        admin.get("/audit/sign-ins?result=x").refused(400, "bad_parameter");
        let first = admin.get("/audit/sign-ins?failed=true&limit=1").ok();
        let cursor = first["next_cursor"].as_str().expect("another page");
        let second = admin.get(&format!("/audit/sign-ins?failed=true&limit=1&cursor={cursor}")).ok();
        assert_ne!(first["items"][0]["id"], second["items"][0]["id"]);
        assert_eq!(second["next_cursor"], Value::Null);
        let file = admin.with("Accept", "text/csv").get("/audit/sign-ins?failed=true").text();
        assert!(file.contains("Phạm Ngọc Ánh") && file.contains("Sai mật khẩu,203.0.113.0/24,1"), "{file}");
    });
}

#[test]
fn a_flood_adds_to_a_few_rows() {
    each(|app| {
        for network in 0..60 {
            let from = format!("203.0.{network}.7");
            let answer = try_in(app, &from, "doan", "sai");
            assert!([401, 429].contains(&answer.status), "{}", answer.text());
        }
        for number in 0..60 {
            try_in(app, &format!("198.51.{number}.7"), &format!("khongco{number}"), "sai")
                .refused(401, "invalid_credentials");
        }
        let rows = told(&list(app, "failed=true"));
        // Five networks and the rest together, of the account and of unknown names; and that it was locked.
        assert_eq!(rows.len(), 6 + 6 + 1, "{rows:?}");
        assert!(rows.contains(&"wrong_password  5".to_owned()), "{rows:?}");
        assert!(rows.contains(&"unknown_name  55".to_owned()), "{rows:?}");
        assert!(rows.iter().any(|row| row.starts_with("locked ")), "{rows:?}");
        let log = app.sign_in("quantri").get("/audit?outcome=denied&action=own.sign_in").ok();
        assert_eq!(log["total"], 3, "one row a minute of each");
    });
}

#[test]
fn an_address_that_tries_too_much_is_seen() {
    each_with(
        |config| config.login_attempts_per_minute = 3,
        |app| {
            for _ in 0..3 {
                try_in(app, "203.0.113.7", "khongco", "sai").refused(401, "invalid_credentials");
            }
            for _ in 0..5 {
                try_in(app, "203.0.113.7", "doan", "sai").refused(429, "rate_limited");
            }
            assert_eq!(told(&list(app, "result=flood")), ["flood 203.0.113.0/24 1"]);
        },
    );
}

#[test]
fn an_account_that_is_locked_again_and_again_is_told_once_a_day() {
    each(|app| {
        let lock = || {
            for _ in 0..10 {
                try_in(app, "203.0.113.7", "doan", "sai").refused(401, "invalid_credentials");
            }
            for _ in 0..3 {
                try_in(app, "203.0.113.7", "doan", "sai").refused(429, "rate_limited");
            }
            app.wait(TimeDelta::minutes(2));
        };
        let bell = |account: &str| {
            let list = app.sign_in(account).get("/notifications?limit=200").ok();
            let items = list["items"].as_array().expect("a list").clone();
            items.into_iter().filter(|one| one["kind"] == "account_locked").collect::<Vec<Value>>()
        };
        lock();
        lock();
        assert!(bell("quantri").is_empty());
        lock();
        lock();
        let told = bell("quantri");
        assert_eq!((told.len(), &told[0]["resource"]), (1, &json!("sign_ins")));
        assert_eq!(told[0]["row_id"], app.sign_in("doan").get("/me").ok()["user"]["id"]);
        assert!(bell("lanhdao").is_empty());
        assert_eq!(list(app, "result=locked")["total"], 4);
        app.wait(TimeDelta::days(1));
        lock();
        lock();
        lock();
        assert_eq!(bell("quantri").len(), 2, "another day");
    });
}

#[test]
fn wrong_codes_and_closed_accounts_are_told_apart() {
    each(|app| {
        let doan = app.sign_in("doan");
        let secret = doan.post("/me/totp", json!({"password": bup::demo::PASSWORD})).ok()["secret"]
            .as_str()
            .expect("a secret")
            .to_owned();
        let generator = bup::auth::totp::generator(&secret, "doan").expect("a generator");
        let now = u64::try_from(app.clock.now().utc().timestamp()).expect("after 1970");
        doan.post("/me/totp/confirm", json!({"otp": generator.generate(now).to_string()})).ok();
        let login = |otp: Value| {
            let body = json!({"username": "doan", "password": bup::demo::PASSWORD, "otp": otp});
            app.anybody().post("/auth/login", body)
        };
        login(Value::Null).refused(401, "otp_required");
        login(json!("000000")).refused(401, "otp_invalid");
        let admin = app.sign_in("quantri");
        let users = admin.get("/users?q=khupho2").ok();
        let path = format!("/users/{}/disable", users["items"][0]["id"].as_str().expect("an id"));
        admin.post(&path, json!({})).ok();
        try_in(app, "192.168.1.20", "khupho2", bup::demo::PASSWORD).refused(401, "invalid_credentials");
        // The first step of signing in with a code is no failure.
        assert_eq!(told(&list(app, "failed=true")), ["closed 192.168.1.20 1", "wrong_code 127.0.0.1 1"]);
    });
}

/// The same work for a name that no account has: one argon2 (a unit test of `failures`), and as many statements.
#[test]
fn an_unknown_name_costs_as_many_statements_as_a_wrong_password() {
    each(|app| {
        let cost = |name: &str| {
            let answer = try_in(app, "203.0.113.7", name, "sai");
            answer.refused(401, "invalid_credentials");
            answer.header("x-statements").parse::<u32>().expect("a number of statements")
        };
        assert_eq!(cost("doan"), cost("khongco"), "the first of a minute");
        assert_eq!(cost("doan"), cost("khongco"), "the second");
    });
}
