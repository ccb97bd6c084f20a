//! Accounts: adding, changing, closing, first passwords.

use super::{behind_the_scenes, column, mistakes, sign_in_with, unit, user};
use bup::db::schema::idempotency_keys;
use bup_tests::{App, Client, Value, each, json};
use diesel::prelude::*;

fn path(user: &Value) -> String {
    format!("/users/{}", user["id"].as_str().unwrap())
}

fn add(admin: &Client, username: &str, role: &str, unit_code: &str) -> Value {
    let unit = unit(admin, unit_code);
    let new = json!({"username": username, "full_name": "Lê Thị Bốn", "role": role, "unit_id": unit["id"]});
    admin.post("/users", new).ok()
}

fn kept_answers(app: &App) -> String {
    let bodies: Vec<String> =
        behind_the_scenes(app, |cx| Ok(idempotency_keys::table.select(idempotency_keys::body).load(cx.conn)?));
    bodies.join("\n")
}

#[test]
fn a_new_account_begins_with_a_password_that_must_be_changed() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let school = unit(&admin, "th-ba-dinh");
        let new = json!({"username": " Truong4 ", "full_name": "Nguyễn Thị Hoà", "position": "Hiệu phó", "role": "school",
            "unit_id": school["id"], "email": "hoa@thanhhoa.gov.vn", "phone": "0912 345 678"});
        let answer = admin.post("/users", new.clone());
        let made = answer.ok();
        assert_eq!(answer.status, 201);
        assert_eq!(answer.header("location"), format!("/api/v1{}", path(&made)));
        assert_eq!((&made["username"], &made["phone"]), (&json!("truong4"), &json!("0912345678")));
        assert_eq!((&made["must_change_password"], &made["status"]), (&json!(true), &json!("active")));
        assert_eq!(made["unit"]["name"], "Trường Tiểu học Ba Đình");
        assert_eq!(mistakes(&admin.post("/users", new).refused(422, "invalid")), ["username: username_taken"]);

        let signed_in = sign_in_with(app, "truong4", &made["initial_password"]).ok();
        assert_eq!(signed_in["must_change_password"], true);
        let truong4 = app.anybody().with_token(signed_in["access_token"].as_str().unwrap());
        truong4.get("/tasks").refused(403, "password_change_required");
        let kept = json!({"current_password": made["initial_password"], "new_password": made["initial_password"]});
        let kept = truong4.post("/me/password", kept).refused(422, "invalid");
        assert_eq!(mistakes(&kept), ["new_password: same_password"]);
        let change = json!({"current_password": made["initial_password"], "new_password": "ba con vịt đi bộ về"});
        assert_eq!(truong4.post("/me/password", change).status, 204);
        truong4.get("/tasks").ok();

        let shown = admin.get(&path(&made)).ok();
        assert_eq!(shown["initial_password"], Value::Null);
        assert_eq!(shown["must_change_password"], false);
        assert!(shown["last_login_at"].is_string());
    });
}

#[test]
fn a_repeated_request_makes_one_account_and_shows_no_password_again() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let new = json!({"username": "khupho1b", "full_name": "Lê Văn Năm", "role": "neighborhood", "unit_id": unit(&admin, "khu-pho-1")["id"]});
        let once = admin.with("Idempotency-Key", "add-1");
        let first = once.post("/users", new.clone()).ok();
        let again = once.post("/users", new);
        let password = first["initial_password"].as_str().unwrap();
        assert_eq!((again.status, &again.json()["id"]), (201, &first["id"]));
        assert_eq!(again.json()["initial_password"], Value::Null);
        once.post(
            "/users",
            json!({"username": "khac", "full_name": "A", "role": "police", "unit_id": first["unit_id"]}),
        )
        .refused(422, "idempotency_key_reused");
        assert_eq!(admin.get("/users?q=khupho1b").ok()["total"], 1);
        sign_in_with(app, "khupho1b", &json!(password)).ok();

        let reset = admin.with("Idempotency-Key", "reset-1");
        let answer = reset.post(&format!("{}/reset-password", path(&first)), json!({})).ok();
        let other = answer["initial_password"].as_str().unwrap();
        assert_eq!(
            reset.post(&format!("{}/reset-password", path(&first)), json!({})).ok(),
            json!({"initial_password": null})
        );
        sign_in_with(app, "khupho1b", &json!(password)).refused(401, "invalid_credentials");
        sign_in_with(app, "khupho1b", &json!(other)).ok();

        let kept = kept_answers(app);
        assert!(!kept.is_empty() && !kept.contains("khupho1b"), "what was answered is sealed");
        assert!(!kept.contains(password) && !kept.contains(other));
        let log = admin.get("/audit?resource=accounts&limit=200").text();
        assert!(log.contains("accounts.reset_password") && !log.contains("argon2") && !log.contains(password));
    });
}

#[test]
fn what_cannot_be_an_account_is_told_all_at_once() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let wrong = |username: &str, role: &str, unit: &Value| {
            let new = json!({"username": username, "full_name": "A", "role": role, "unit_id": unit["id"]});
            mistakes(&admin.post("/users", new).refused(422, "invalid"))
        };
        let (khupho, police) = (unit(&admin, "khu-pho-1"), unit(&admin, "cong-an"));
        assert_eq!(wrong("x!", "leader", &khupho), ["username: bad_username", "role: role_not_of_unit"]);
        assert_eq!(wrong("canbo", "admin", &police), ["role: role_not_of_unit"]);
        assert_eq!(wrong("canbo", "police", &user(&admin, "doan")), ["unit_id: unknown_id"]);
        let new = json!({"username": "canbo", "full_name": " ", "role": "police", "unit_id": police["id"], "email": "x", "phone": "12"});
        let refused = admin.post("/users", new).refused(422, "invalid");
        assert_eq!(mistakes(&refused), ["full_name: required", "email: bad_email", "phone: bad_phone"]);
        admin.post("/users", json!({"username": "canbo"})).refused(422, "invalid");
        admin
            .post("/users", json!({"username": "a", "full_name": "a", "role": "king", "unit_id": police["id"]}))
            .refused(422, "invalid");
    });
}

#[test]
fn accounts_are_found_sorted_and_paged() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let all = admin.get("/users?limit=200").ok();
        assert_eq!((all["total"].as_i64(), all["items"].as_array().unwrap().len()), (Some(23), 23));
        for sort in ["name", "-name", "username", "-username"] {
            let mut paged = Vec::new();
            let mut path = format!("/users?limit=5&sort={sort}");
            loop {
                let page = admin.get(&path).ok();
                paged.extend(column(&page, "username"));
                let Some(cursor) = page["next_cursor"].as_str() else { break };
                path = format!("/users?limit=5&sort={sort}&cursor={cursor}");
            }
            let whole = admin.get(&format!("/users?limit=200&sort={sort}")).ok();
            assert_eq!(paged, column(&whole, "username"), "{sort}");
            assert_eq!(paged.len(), 23);
        }
        let by_username = column(&admin.get("/users?limit=200&sort=username").ok(), "username");
        let mut sorted = by_username.clone();
        sorted.sort();
        assert_eq!(by_username, sorted);

        assert_eq!(column(&admin.get("/users?q=TRINH%20van").ok(), "username"), ["congan"]);
        assert_eq!(admin.get("/users?q=khupho").ok()["total"], 11);
        assert_eq!(admin.get("/users?q=_").ok()["total"], 0, "a _ is a letter like any other");
        assert_eq!(admin.get("/users?role=school").ok()["total"], 3);
        assert_eq!(admin.get("/users?status=disabled").ok()["total"], 0);
        let khupho3 = unit(&admin, "khu-pho-3");
        let of_unit = admin.get(&format!("/users?unit_id={}", khupho3["id"].as_str().unwrap())).ok();
        assert_eq!(column(&of_unit, "username"), ["khupho3"]);
        admin.get("/users?sort=role").refused(400, "bad_parameter");
        admin.get("/users?name=x").refused(400, "bad_parameter");
    });
}

#[test]
fn only_the_administrator_writes_and_leader_and_officer_read() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let doan = user(&admin, "doan");
        for name in ["lanhdao", "chinhsach"] {
            let client = app.sign_in(name);
            assert_eq!(client.get(&path(&doan)).ok()["username"], "doan");
            let refused = client.patch(&path(&doan), &json!(1), json!({"full_name": "X"})).refused(403, "forbidden");
            assert_eq!(refused["permission"], "accounts:update");
            assert!(refused["detail"].as_str().unwrap().contains("quản trị hệ thống"));
        }
        for name in ["doan", "khupho1", "captren"] {
            let client = app.sign_in(name);
            assert_eq!(client.get("/users").refused(403, "forbidden")["permission"], "accounts:read");
            client.post(&format!("{}/disable", path(&doan)), json!({})).refused(403, "forbidden");
        }
    });
}

#[test]
fn a_change_needs_the_version_and_can_take_a_value_away() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let doan = user(&admin, "doan");
        let raw = json!({"position": "Phó Bí thư"}).to_string().into_bytes();
        admin.raw("PATCH", &path(&doan), "application/json", raw).refused(428, "version_required");
        let changed = admin
            .patch(&path(&doan), &doan["version"], json!({"email": "doan@example.vn", "full_name": "Phạm Ngọc  Ánh"}))
            .ok();
        assert_eq!(
            (&changed["email"], &changed["position"]),
            (&json!("doan@example.vn"), &json!("Bí thư Đoàn phường"))
        );
        let stale = admin.patch(&path(&doan), &doan["version"], json!({"phone": "0912345678"})).refused(412, "stale");
        assert_eq!(stale["current"]["email"], "doan@example.vn");
        let changed = admin.patch(&path(&doan), &changed["version"], json!({"email": null})).ok();
        assert_eq!(changed["email"], Value::Null);
        admin.patch(&path(&doan), &changed["version"], json!({"username": "x"})).refused(400, "malformed");
        admin.patch(&path(&doan), &changed["version"], json!({"status": "disabled"})).refused(400, "malformed");

        let log = admin.get(&format!("/audit?row_id={}", doan["id"].as_str().unwrap())).ok();
        assert_eq!(log["items"][0]["changes"], json!({"email": ["doan@example.vn", null]}));
        assert_eq!(log["items"][0]["action"], "accounts.update");
    });
}

#[test]
fn another_role_or_unit_signs_the_person_out() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let khupho1 = app.sign_in("khupho1");
        let before = user(&admin, "khupho1");
        let renamed = admin.patch(&path(&before), &before["version"], json!({"position": "Bí thư chi bộ"})).ok();
        khupho1.get("/me").ok();
        let misfit =
            admin.patch(&path(&before), &renamed["version"], json!({"role": "school"})).refused(422, "invalid");
        assert_eq!(mistakes(&misfit), ["role: role_not_of_unit"]);
        let moved = json!({"unit_id": unit(&admin, "khu-pho-2")["id"]});
        admin.patch(&path(&before), &renamed["version"], moved).ok();
        khupho1.get("/me").refused(401, "not_signed_in");
        assert_eq!(app.sign_in("khupho1").get("/me").ok()["unit"]["code"], "khu-pho-2");
        let after = user(&admin, "khupho1");
        let both = json!({"role": "school", "unit_id": unit(&admin, "mn-ba-dinh")["id"]});
        assert_eq!(admin.patch(&path(&after), &after["version"], both).ok()["role"], "school");
    });
}

#[test]
fn closing_an_account_ends_it_at_once_and_opening_brings_it_back() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let (doan, row) = (app.sign_in("doan"), user(&admin, "doan"));
        let disable = format!("{}/disable", path(&row));
        admin.with("If-Match", "\"9\"").post(&disable, json!({})).refused(412, "stale");
        assert_eq!(admin.post(&disable, json!({})).ok()["status"], "disabled");
        doan.get("/me").refused(401, "not_signed_in");
        doan.post("/auth/refresh", json!({})).refused(401, "session_expired");
        sign_in_with(app, "doan", &json!(bup::demo::PASSWORD)).refused(401, "invalid_credentials");
        assert_eq!(admin.post(&disable, json!({})).refused(409, "wrong_state")["allowed"], json!(["enable"]));
        assert_eq!(column(&admin.get("/users?status=disabled").ok(), "username"), ["doan"]);
        assert_eq!(admin.post(&format!("{}/enable", path(&row)), json!({})).ok()["status"], "active");
        app.sign_in("doan").get("/me").ok();
    });
}

#[test]
fn nobody_locks_themselves_or_the_ward_out() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let me = user(&admin, "quantri");
        for verb in ["disable", "reset-password", "reset-totp"] {
            admin.post(&format!("{}/{verb}", path(&me)), json!({})).refused(409, "own_account");
        }
        let own = admin.patch(&path(&me), &me["version"], json!({"role": "leader"})).refused(422, "invalid");
        assert_eq!(mistakes(&own), ["role: own_role"]);
        admin.patch(&path(&me), &me["version"], json!({"phone": "0912345678"})).ok();

        let other = add(&admin, "quantri2", "admin", "ubnd");
        let signed_in = sign_in_with(app, "quantri2", &other["initial_password"]).ok();
        let second = app.anybody().with_token(signed_in["access_token"].as_str().unwrap());
        let change = json!({"current_password": other["initial_password"], "new_password": "ba con vịt đi bộ về"});
        assert_eq!(second.post("/me/password", change).status, 204);
        let me = user(&admin, "quantri");
        assert_eq!(second.patch(&path(&me), &me["version"], json!({"role": "leader"})).ok()["role"], "leader");
        admin.get("/me").refused(401, "not_signed_in");
        app.sign_in("quantri").post("/users", json!({})).refused(403, "forbidden");
    });
}

#[test]
fn lost_one_time_codes_are_switched_off() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let doan = app.sign_in("doan");
        let proof = json!({"password": bup::demo::PASSWORD});
        let secret = doan.post("/me/totp", proof.clone()).ok()["secret"].as_str().unwrap().to_owned();
        let generator = bup::auth::totp::generator(&secret, "doan").expect("a generator");
        let code = generator.generate(u64::try_from(app.clock.now().utc().timestamp()).unwrap());
        doan.post("/me/totp/confirm", json!({"otp": code.to_string()})).ok();
        sign_in_with(app, "doan", &json!(bup::demo::PASSWORD)).refused(401, "otp_required");
        // An open screen is not enough to switch them off: a new secret would do that.
        doan.post("/me/totp", proof).refused(409, "totp_already_on");
        doan.post("/me/totp/confirm", json!({"otp": code.to_string()})).refused(409, "totp_already_on");
        sign_in_with(app, "doan", &json!(bup::demo::PASSWORD)).refused(401, "otp_required");
        let row = user(&admin, "doan");
        assert_eq!(row["totp_enabled"], true);
        assert_eq!(admin.post(&format!("{}/reset-totp", path(&row)), json!({})).ok()["totp_enabled"], false);
        app.sign_in("doan").get("/me").ok();
    });
}

#[test]
fn the_command_line_adds_lists_and_resets_accounts() {
    each(|app| {
        let password =
            bup::setup::add_user(&app.gate, "Truong5", "Vũ Văn Tám", "school", "thcs-ba-dinh").expect("an account");
        let session = sign_in_with(app, "truong5", &json!(password)).ok();
        assert_eq!(session["must_change_password"], true);
        let add = |name: &str, role: &str, unit: &str| bup::setup::add_user(&app.gate, name, "A", role, unit);
        assert!(add("truong5", "school", "thcs-ba-dinh").is_err());
        assert!(add("truong6", "king", "thcs-ba-dinh").is_err());
        assert!(add("truong6", "school", "no-such-unit").is_err());
        let lines = bup::setup::list_users(&app.gate).expect("a list");
        assert!(lines.iter().any(|line| line == "truong5\tschool\tactive\tVũ Văn Tám"));

        let other = bup::setup::reset_password(&app.gate, "truong5").expect("a password");
        assert!(bup::setup::reset_password(&app.gate, "nobody").is_err());
        let old = app.anybody().with_token(session["access_token"].as_str().unwrap());
        old.get("/me").refused(401, "not_signed_in");
        sign_in_with(app, "truong5", &json!(password)).refused(401, "invalid_credentials");
        sign_in_with(app, "truong5", &json!(other)).ok();
    });
}

#[test]
fn two_administrators_cannot_close_each_other_at_the_same_moment() {
    each(|app| {
        let hash = bup::auth::passwords::hash(bup::demo::PASSWORD, &app.gate.services().config).expect("a hash");
        let first = app.sign_in("quantri");
        let (me, ubnd) = (user(&first, "quantri"), unit(&first, "ubnd"));
        let id = |row: &Value, member: &str| bup::db::types::Id::parse(row[member].as_str().unwrap());
        for round in 0..10 {
            let username = format!("quantri{round}");
            let made = behind_the_scenes(app, |cx| {
                let (ward, unit) = (id(&ubnd, "ward_id"), id(&ubnd, "id").expect("an id"));
                let new = bup::setup::NewUser {
                    ward: ward.as_ref(),
                    unit: &unit,
                    username: &username,
                    full_name: "Quản trị hai",
                    position: "",
                    role: bup::access::Role::Admin,
                    password_hash: &hash,
                    must_change_password: false,
                };
                bup::setup::user(cx, &new)
            });
            let (first, second) = (app.sign_in("quantri"), app.sign_in(&username));
            let close = |client: Client, path: String| {
                std::thread::spawn(move || client.post(&format!("{path}/disable"), json!({})).status)
            };
            let both = [close(first, format!("/users/{made}")), close(second, path(&me))].map(|t| t.join().unwrap());
            assert_eq!(both.iter().filter(|status| **status == 200).count(), 1, "{both:?}");
            behind_the_scenes(app, |cx| {
                use bup::db::schema::users;
                let first = users::table.filter(users::username.eq("quantri"));
                diesel::update(first).set(users::status.eq("active")).execute(cx.conn)?;
                let second = users::table.filter(users::username.eq(&username));
                diesel::update(second).set(users::status.eq("disabled")).execute(cx.conn)?;
                Ok(())
            });
        }
    });
}
