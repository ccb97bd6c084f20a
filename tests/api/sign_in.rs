//! What stands between a stolen password or an open screen and an account: one-time codes by role, limits within a
//! session, sessions that end, first passwords that expire.

use bup::access::Role;
use bup::config::Config;
use bup::db::schema::{recovery_codes, sessions};
use bup::db::types::Id;
use bup_tests::operations::{NO_ROW, Operation, operations};
use bup_tests::{Answer, App, Client, Value, each, each_with, json};
use chrono::TimeDelta;
use diesel::prelude::*;

use crate::admin::{behind_the_scenes, mistakes, unit, user};

const PASSWORD: &str = bup::demo::PASSWORD;
const OTHER: &str = "ba con vịt đi bộ về";

/// The code that the app on the telephone shows at this moment.
pub fn code(app: &App, secret: &str) -> String {
    let generator = bup::auth::totp::generator(secret, "somebody").expect("a generator");
    generator.generate(u64::try_from(app.clock.now().utc().timestamp()).expect("after 1970")).to_string()
}

/// Switches one-time codes on: the secret, and the codes on paper.
pub fn with_codes(app: &App, person: &Client, password: &str) -> (String, Vec<String>) {
    let secret = person.post("/me/totp", json!({"password": password})).ok()["secret"].as_str().unwrap().to_owned();
    let answer = person.post("/me/totp/confirm", json!({"otp": code(app, &secret)})).ok();
    let paper = answer["recovery_codes"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned());
    (secret, paper.collect())
}

fn login(app: &App, username: &str, more: Value) -> Answer {
    let mut body = json!({"username": username, "password": PASSWORD, "client": "mobile"});
    body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
    app.anybody().post("/auth/login", body)
}

fn refresh(app: &App, token: &Value) -> Answer {
    app.anybody().post("/auth/refresh", json!({"refresh_token": token}))
}

/// The refused proofs of the log as `action: reason`, the newest first.
fn refusals(app: &App) -> Vec<String> {
    let log = app.sign_in("quantri").get("/audit?outcome=denied&resource=own&limit=200").ok();
    let told = |row: &Value| {
        let reason = row["changes"]["reason"][1].as_str().unwrap_or("");
        assert!(row["actor"]["full_name"].is_string() || reason.is_empty(), "{row}");
        format!("{}: {reason}", row["action"].as_str().unwrap())
    };
    log["items"].as_array().unwrap().iter().map(told).collect()
}

fn codes_for_leaders(config: &mut Config) {
    config.totp_roles = vec![Role::Leader];
}

/// Everything that somebody may do who has yet to set up codes; signing out and renewing need no right.
const SETS_UP: [&str; 7] = [
    "GET /me",
    "PATCH /me",
    "POST /me/password",
    "POST /me/totp",
    "POST /me/totp/confirm",
    "POST /me/totp/disable",
    "POST /me/totp/recovery-codes",
];

#[test]
fn whoever_must_have_codes_does_nothing_before_they_are_set_up() {
    let guarded: Vec<Operation> = operations().into_iter().filter(|one| one.allows(Role::Leader)).collect();
    each_with(codes_for_leaders, |app| {
        let signed_in = login(app, "lanhdao", json!({})).ok();
        assert_eq!(signed_in["otp_setup_required"], true);
        let leader = app.anybody().with_token(signed_in["access_token"].as_str().unwrap());
        let person = leader.with("If-Match", "\"1\"");
        let (mut closed, mut unread) = (0, Vec::new());
        for operation in guarded.iter().filter(|one| !one.permissions.is_empty()) {
            let answer = match operation.media_type.as_deref() {
                Some("multipart/form-data") => {
                    let text = include_bytes!("../fixtures/plans/2024/ke-hoach.txt");
                    person.upload(&operation.path(NO_ROW), "ke-hoach.txt", text.to_vec(), &[])
                }
                _ => {
                    let body = if operation.takes_json() { operation.sample().to_string() } else { String::new() };
                    person.raw(&operation.method, &operation.path(NO_ROW), "application/json", body.into_bytes())
                }
            };
            let (name, code) = (operation.name(), answer.json()["code"].clone());
            if SETS_UP.contains(&name.as_str()) {
                assert_ne!(code, "otp_setup_required", "{name}");
            } else if code == "otp_setup_required" {
                assert_eq!(answer.status, 403, "{name}");
                closed += 1;
            } else {
                // The sample was refused before the database was asked for anything; so is a paper that is none.
                let has_word = name.split('/').any(|part| part.starts_with('{') && !part.ends_with("id}"));
                let is_early = [400, 413, 415, 422].contains(&answer.status) || (answer.status == 404 && has_word);
                assert!(is_early, "{name}: {} {}", answer.status, answer.text());
                unread.push(name);
            }
        }
        assert!(closed > 100, "{closed} closed, not {unread:?}");

        assert_eq!(leader.get("/me").ok()["user"]["otp_setup_required"], true);
        let refused = leader.get("/dashboard").refused(403, "otp_setup_required");
        assert!(refused["detail"].as_str().unwrap().contains("xác thực hai bước"));
        let renewed = refresh(app, &signed_in["refresh_token"]).ok();
        assert_eq!(renewed["otp_setup_required"], true);

        let (secret, _) = with_codes(app, &leader, PASSWORD);
        assert_eq!(leader.get("/me").ok()["user"]["otp_setup_required"], false);
        leader.get("/dashboard").ok();
        leader.get("/tasks").ok();
        app.wait(TimeDelta::seconds(30));
        let again = login(app, "lanhdao", json!({"otp": code(app, &secret)})).ok();
        assert_eq!(again["otp_setup_required"], false);

        // Switched off again, the door closes again.
        leader.post("/me/totp/disable", json!({"password": PASSWORD})).ok();
        leader.get("/tasks").refused(403, "otp_setup_required");
        app.sign_in("doan").get("/tasks").ok();
    });
    let demo = |config: &mut Config| {
        codes_for_leaders(config);
        config.demo = true;
    };
    each_with(demo, |app| {
        assert_eq!(login(app, "lanhdao", json!({})).ok()["otp_setup_required"], false);
        app.sign_in("lanhdao").get("/tasks").ok();
    });
}

#[test]
fn guesses_within_a_session_are_limited_and_written_down() {
    each(|app| {
        let doan = app.sign_in("doan");
        let version = doan.get("/me").ok()["version"].clone();
        let (wrong, new) = (json!({"password": "x"}), json!({"current_password": "x", "new_password": OTHER}));
        for round in 0..3 {
            assert_eq!(
                mistakes(&doan.post("/me/password", new.clone()).refused(422, "invalid")),
                ["current_password: wrong_password"],
                "{round}"
            );
            doan.post("/me/totp", wrong.clone()).refused(422, "invalid");
            doan.post("/me/totp/disable", wrong.clone()).refused(422, "invalid");
        }
        let phone = json!({"phone": "0912345678", "current_password": "x"});
        doan.patch("/me", &version, phone).refused(422, "invalid");
        for path in ["/me/totp", "/me/totp/disable"] {
            let locked = doan.post(path, json!({"password": PASSWORD}));
            locked.refused(429, "rate_limited");
            assert!(locked.header("retry-after").parse::<u64>().is_ok_and(|seconds| (1..=60).contains(&seconds)));
        }
        doan.post("/me/password", json!({"current_password": PASSWORD, "new_password": OTHER}))
            .refused(429, "rate_limited");
        // Nobody else is held up, not even the person at the door.
        app.sign_in("doan").get("/tasks").ok();
        app.sign_in("congan").post("/me/totp", json!({"password": PASSWORD})).ok();

        let told = refusals(app);
        assert_eq!(told.len(), 10, "{told:?}");
        for action in ["change_password", "prepare_totp", "disable_totp"] {
            assert_eq!(told.iter().filter(|row| **row == format!("own.{action}: password")).count(), 3, "{told:?}");
        }
        assert_eq!(told[0], "own.update_account: password");
        app.wait(TimeDelta::seconds(61));
        doan.post("/me/password", json!({"current_password": PASSWORD, "new_password": OTHER})).ok();
    });
}

#[test]
fn wrong_one_time_codes_are_written_down_and_limited() {
    each(|app| {
        let doan = app.sign_in("doan");
        let secret = doan.post("/me/totp", json!({"password": PASSWORD})).ok()["secret"].as_str().unwrap().to_owned();
        let wrong = if code(app, &secret) == "000000" { "111111" } else { "000000" };
        let refused = doan.post("/me/totp/confirm", json!({"otp": wrong})).refused(422, "invalid");
        assert_eq!(mistakes(&refused), ["otp: otp_invalid"]);
        doan.post("/me/totp/confirm", json!({"otp": code(app, &secret)})).ok();
        login(app, "doan", json!({"otp": wrong})).refused(401, "otp_invalid");
        login(app, "doan", json!({"otp": "0000000-0000000"})).refused(401, "otp_invalid");
        let before = refusals(app);
        assert_eq!(before, ["own.sign_in: otp", "own.enable_totp: otp"]);
        // What was asked for and not given is no guess.
        login(app, "doan", json!({})).refused(401, "otp_required");
        assert_eq!(refusals(app), before);
        for _ in 0..8 {
            login(app, "doan", json!({"otp": wrong})).refused(401, "otp_invalid");
        }
        login(app, "doan", json!({"otp": wrong})).refused(429, "rate_limited");
    });
}

#[test]
fn mail_and_telephone_change_with_the_password_only() {
    each(|app| {
        let doan = app.sign_in("doan");
        let version = || doan.get("/me").ok()["version"].clone();
        for body in [
            json!({"email": "toi@example.vn"}),
            json!({"phone": "0912345678"}),
            json!({"email": "a@b.vn", "current_password": ""}),
        ] {
            let refused = doan.patch("/me", &version(), body).refused(422, "invalid");
            assert_eq!(mistakes(&refused), ["current_password: password_needed"]);
        }
        let me = doan.patch("/me", &version(), json!({"full_name": "Phạm Ngọc Ánh Dương"})).ok();
        assert_eq!(me["user"]["full_name"], "Phạm Ngọc Ánh Dương");
        let moved = json!({"email": "toi@example.vn", "phone": "0912345678", "current_password": PASSWORD});
        let me = doan.patch("/me", &version(), moved.clone()).ok();
        assert_eq!((&me["user"]["email"], &me["user"]["phone"]), (&json!("toi@example.vn"), &json!("0912345678")));
        // What stays as it is needs no proof.
        doan.patch("/me", &version(), json!({"email": "toi@example.vn"})).ok();
        let log = app.sign_in("quantri").get("/audit?action=own.update_account").ok();
        assert!(
            log["items"].as_array().unwrap().iter().any(|row| row["changes"]["email"][1] == "toi@example.vn"),
            "{log}"
        );
    });
}

#[test]
fn recovery_codes_are_hashed_slowly_and_old_ones_still_open() {
    each(|app| {
        let doan = app.sign_in("doan");
        doan.post("/me/totp/recovery-codes", json!({"password": PASSWORD})).refused(409, "totp_off");
        let (_, paper) = with_codes(app, &doan, PASSWORD);
        let me = |field: &str| doan.get("/me").ok()["user"][field].clone();
        assert_eq!((me("recovery_codes_left"), me("recovery_codes_old")), (json!(10), json!(false)));
        let stored: Vec<String> =
            behind_the_scenes(app, |cx| Ok(recovery_codes::table.select(recovery_codes::code_hash).load(cx.conn)?));
        assert!(stored.len() == 10 && stored.iter().all(|hash| hash.starts_with("argon2id:")), "{stored:?}");
        login(app, "doan", json!({"otp": paper[4].to_uppercase().replace('-', "")})).ok();
        login(app, "doan", json!({"otp": paper[4]})).refused(401, "otp_invalid");
        assert_eq!(me("recovery_codes_left"), 9);

        // One of those that were printed before they were hashed slowly.
        let id = Id::parse(me("id").as_str().unwrap()).unwrap();
        let old = hex_sha256(&format!("{id}:00aa11bb22cc33"));
        behind_the_scenes(app, |cx| {
            let row = (recovery_codes::user_id.eq(&id), recovery_codes::code_hash.eq(&old));
            diesel::insert_into(recovery_codes::table).values(row).execute(cx.conn)?;
            Ok(())
        });
        assert_eq!((me("recovery_codes_left"), me("recovery_codes_old")), (json!(10), json!(true)));
        login(app, "doan", json!({"otp": "00aa11b-b22cc33"})).ok();
        login(app, "doan", json!({"otp": "00aa11b-b22cc33"})).refused(401, "otp_invalid");

        doan.post("/me/totp/recovery-codes", json!({"password": "x"})).refused(422, "invalid");
        let fresh = doan.post("/me/totp/recovery-codes", json!({"password": PASSWORD})).ok();
        login(app, "doan", json!({"otp": paper[5]})).refused(401, "otp_invalid");
        login(app, "doan", json!({"otp": fresh["recovery_codes"][0]})).ok();
        assert_eq!((me("recovery_codes_left"), me("recovery_codes_old")), (json!(9), json!(false)));
    });
}

fn hex_sha256(text: &str) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_session_that_nobody_uses_ends_on_the_server() {
    each(|app| {
        for (shared, idle) in [(false, TimeDelta::days(7)), (true, TimeDelta::hours(1))] {
            let begin = || login(app, "doan", json!({"shared_device": shared})).ok();
            let used = begin();
            app.wait(idle - TimeDelta::seconds(1));
            let used = refresh(app, &used["refresh_token"]).ok();
            app.wait(idle - TimeDelta::seconds(1));
            let used = refresh(app, &used["refresh_token"]).ok();

            let person = app.anybody().with_token(used["access_token"].as_str().unwrap());
            let all = person.get("/auth/sessions").ok();
            let own = all["items"].as_array().unwrap().iter().find(|one| one["current"] == true).expect("this one");
            assert_eq!(own["shared_device"], shared);
            let end = own["idle_ends_at"].as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap();
            assert_eq!(end, app.clock.now().utc() + idle);

            app.wait(idle);
            let seen = app.sign_in("doan").get("/auth/sessions").ok();
            let seen = seen["items"].as_array().unwrap();
            assert!(seen.iter().all(|one| one["id"] != own["id"]), "it has ended, though it was not told: {seen:?}");
            refresh(app, &used["refresh_token"]).refused(401, "session_expired");
            let why: Option<String> = behind_the_scenes(app, |cx| {
                let id = Id::parse(own["id"].as_str().unwrap()).unwrap();
                Ok(sessions::table.find(id).select(sessions::revoked_why).first(cx.conn)?)
            });
            assert_eq!(why.as_deref(), Some("idle"));
        }
    });
}

#[test]
fn a_session_in_use_ends_after_a_month_or_a_working_day() {
    each(|app| {
        for (shared, life, step) in
            [(false, TimeDelta::days(30), TimeDelta::days(6)), (true, TimeDelta::hours(8), TimeDelta::minutes(48))]
        {
            let mut token = login(app, "doan", json!({"shared_device": shared})).ok()["refresh_token"].clone();
            let begun = app.clock.now().utc();
            while app.clock.now().utc() + step < begun + life {
                app.wait(step);
                token = refresh(app, &token).ok()["refresh_token"].clone();
            }
            app.clock.set(begun + life - TimeDelta::seconds(1));
            let last = refresh(app, &token).ok();
            let person = app.anybody().with_token(last["access_token"].as_str().unwrap());
            person.get("/me").ok();
            app.wait(TimeDelta::seconds(1));
            refresh(app, &last["refresh_token"]).refused(401, "session_expired");
            person.get("/me").refused(401, "not_signed_in");
        }
    });
}

#[test]
fn all_other_sessions_end_at_once() {
    each(|app| {
        let (here, there) = (app.sign_in("doan"), [app.sign_in("doan"), app.sign_in("doan")]);
        let somebody = app.sign_in("congan");
        let key = here.with("Idempotency-Key", "others");
        assert_eq!(key.post("/auth/sessions/end-others", json!({})).ok(), json!({"ended": 2}));
        assert_eq!(key.post("/auth/sessions/end-others", json!({})).ok(), json!({"ended": 2}), "the kept answer");
        assert_eq!(here.post("/auth/sessions/end-others", json!({})).ok(), json!({"ended": 0}));
        for other in &there {
            other.get("/me").refused(401, "not_signed_in");
            other.post("/auth/refresh", json!({})).refused(401, "session_expired");
        }
        assert_eq!(here.get("/auth/sessions").ok()["items"].as_array().unwrap().len(), 1);
        somebody.get("/me").ok();

        let admin = app.sign_in("quantri");
        let (row, me) = (user(&admin, "doan"), user(&admin, "quantri"));
        let path = |row: &Value| format!("/users/{}/end-sessions", row["id"].as_str().unwrap());
        assert_eq!(admin.post(&path(&row), json!({})).ok(), json!({"ended": 1}));
        here.get("/me").refused(401, "not_signed_in");
        app.sign_in("doan").get("/me").ok();
        admin.post(&path(&me), json!({})).refused(409, "own_account");
        app.sign_in("lanhdao").post(&path(&row), json!({})).refused(403, "forbidden");
        let log = admin.get("/audit?action=accounts.end_sessions").ok();
        assert_eq!(log["items"][0]["changes"], json!({"ended": [null, 1]}));
        assert_eq!(log["items"][0]["row_id"], row["id"]);
        let log = admin.get("/audit?action=own.end_other_sessions").ok();
        assert_eq!(log["total"], 2);
    });
}

#[test]
fn a_first_password_that_nobody_used_expires_and_the_administrator_sees_it() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let new = json!({"username": "truong4", "full_name": "Lê Thị Bốn", "role": "school",
            "unit_id": unit(&admin, "th-ba-dinh")["id"]});
        let made = admin.post("/users", new).ok();
        assert_eq!(made["first_password_ends_at"], "2024-06-17T01:00:00.000Z");
        assert_eq!(made["first_password_expired"], false);
        let enter =
            |password: &Value| app.anybody().post("/auth/login", json!({"username": "truong4", "password": password}));
        enter(&made["initial_password"]).ok();
        app.wait(TimeDelta::days(14));
        let refused = enter(&made["initial_password"]).refused(401, "first_password_expired");
        assert!(refused["detail"].as_str().unwrap().contains("14 ngày"), "{refused}");
        enter(&json!("x")).refused(401, "invalid_credentials");
        let admin = app.sign_in("quantri");
        let row = user(&admin, "truong4");
        assert_eq!((&row["first_password_expired"], &row["must_change_password"]), (&json!(true), &json!(true)));
        assert!(refusals(app).contains(&"own.sign_in: first_password_expired".to_owned()));

        let path = format!("/users/{}/reset-password", row["id"].as_str().unwrap());
        let given = admin.post(&path, json!({})).ok()["initial_password"].clone();
        let signed_in = enter(&given).ok();
        let person = app.anybody().with_token(signed_in["access_token"].as_str().unwrap());
        person.post("/me/password", json!({"current_password": given, "new_password": OTHER})).ok();
        let row = user(&admin, "truong4");
        assert_eq!((&row["first_password_ends_at"], &row["first_password_expired"]), (&Value::Null, &json!(false)));
        app.wait(TimeDelta::days(100));
        enter(&json!(OTHER)).ok();
        // A password that somebody else set on the server is a first one, too.
        bup::setup::reset_password(&app.gate, "truong4").expect("a password");
        assert!(user(&app.sign_in("quantri"), "truong4")["first_password_ends_at"].is_string());
    });
}

#[test]
fn names_around_the_person_are_no_password() {
    each(|app| {
        let doan = app.sign_in("doan");
        let change = |new: &str| doan.post("/me/password", json!({"current_password": PASSWORD, "new_password": new}));
        for (weak, code) in [
            ("a8#K", "password_too_short"),
            ("PhuongBaDinh@2024", "password_of_names"),
            ("Phạm Ngọc Ánh 1990", "password_of_names"),
            ("Công an phường 113", "password_of_names"),
            ("Búp Trên Cành 2024", "password_of_names"),
        ] {
            let refused = change(weak).refused(422, "invalid");
            let found = mistakes(&refused);
            let expected = [format!("new_password: {code}"), "new_password: password_too_weak".to_owned()];
            assert!(found.len() == 1 && expected.contains(&found[0]), "{weak}: {found:?}");
        }
        change(OTHER).ok();
    });
}

/// The parts of a `Set-Cookie` by its name.
fn cookie(answer: &Answer, name: &str) -> Option<Vec<String>> {
    let mut all = answer.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
    let found = all.rfind(|text| text.starts_with(&format!("{name}=")))?;
    Some(found.split(';').map(|part| part.trim().to_owned()).collect())
}

#[test]
fn the_cookie_says_where_it_may_go() {
    let body = json!({"username": "doan", "password": PASSWORD});
    each(|app| {
        let answer = app.anybody().post("/auth/login", body.clone());
        let parts = cookie(&answer, "bup_refresh").expect("a cookie");
        for part in ["HttpOnly", "SameSite=Strict", "Path=/api/v1/auth", "Max-Age=604800"] {
            assert!(parts.iter().any(|one| one == part), "{part}: {parts:?}");
        }
        assert!(parts.iter().all(|part| part != "Secure"), "a desk without TLS would lose it");
        assert_eq!(cookie(&answer, "__Secure-bup_refresh"), None);
        assert!(!answer.text().contains("refresh_token"));
    });
    let behind_tls = |config: &mut Config| config.public_url = Some("https://bup.example.vn".to_owned());
    each_with(behind_tls, |app| {
        let answer = app.anybody().post("/auth/login", body.clone());
        let parts = cookie(&answer, "__Secure-bup_refresh").expect("a cookie");
        for part in ["HttpOnly", "SameSite=Strict", "Path=/api/v1/auth", "Secure", "Max-Age=604800"] {
            assert!(parts.iter().any(|one| one == part), "{part}: {parts:?}");
        }
        assert!(parts.iter().all(|part| !part.starts_with("Domain")), "{parts:?}");
        assert_eq!(cookie(&answer, "bup_refresh"), None);
        let token = |parts: &[String]| parts[0].split_once('=').unwrap().1.to_owned();
        let send = |header: String| app.anybody().with("Cookie", header).post("/auth/refresh", json!({}));

        // Under the plain name only sessions from before are let in, once each: anybody on the way can set that one.
        let first = token(&parts);
        send(format!("bup_refresh={first}")).refused(401, "session_expired");
        let renewed = send(format!("__Secure-bup_refresh={first}"));
        renewed.ok();
        let second = token(&cookie(&renewed, "__Secure-bup_refresh").expect("a cookie"));
        behind_the_scenes(app, |cx| {
            diesel::update(sessions::table).set(sessions::plain_cookie.eq(true)).execute(cx.conn)?;
            Ok(())
        });
        let moved = send(format!("bup_refresh={second}"));
        moved.ok();
        let third = token(&cookie(&moved, "__Secure-bup_refresh").expect("under its new name"));
        let gone = cookie(&moved, "bup_refresh").expect("the old one ends");
        assert!(gone.contains(&"Max-Age=0".to_owned()) && gone[0] == "bup_refresh=", "{gone:?}");
        send(format!("bup_refresh={third}")).refused(401, "session_expired");

        let out = app.anybody().with("Cookie", format!("__Secure-bup_refresh={third}")).post("/auth/logout", json!({}));
        let gone = cookie(&out, "__Secure-bup_refresh").expect("an end");
        assert!(gone.contains(&"Max-Age=0".to_owned()) && gone.contains(&"Secure".to_owned()), "{gone:?}");
        send(format!("__Secure-bup_refresh={third}")).refused(401, "session_expired");
    });
}
