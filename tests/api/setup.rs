//! The first start of a real ward: by the code that the server printed, once, and never again.

use bup::db::schema::{units, users, wards};
use bup::features::setup;
use bup_tests::operations::operations;
use bup_tests::{App, Client, Value, connect, empty, json};
use chrono::TimeDelta;
use diesel::prelude::*;

const OWN: &str = "mot-cau-rat-dai-va-kho";

/// A server without anything on every database, and the code that it would have printed.
fn each_new(test: impl Fn(&App, &str)) {
    for (config, _data) in empty() {
        let app = App::at(config);
        let code = setup::fresh_code(&app.gate).expect("a folder").expect("there is no ward");
        test(&app, &code);
    }
}

fn ward() -> Value {
    json!({
        "ward": {
            "name": "Phường Đông Sơn", "place": "Thanh Hóa", "superior": "UBND tỉnh Thanh Hóa",
            "address": "Số 1, đường Trần Phú", "hotlines": [{"label": "Trực của phường", "phone": "0237.3824.113"}],
        },
        "units": [
            {"kind": "leadership", "name": "Lãnh đạo UBND phường"},
            {"kind": "social_policy", "name": "Phòng Văn hóa – Xã hội"},
            {"kind": "neighborhood", "name": "Khu phố 1"},
            {"kind": "neighborhood", "name": "Khu phố 2"},
        ],
        "admin": {"username": "quantri", "full_name": "Lương Gia Bảo", "password": OWN},
        "accounts": [
            {"username": "chinhsach", "full_name": "Lê Thu Hà", "position": "Công chức", "role": "social_officer",
             "unit": "Phòng Văn hóa – Xã hội", "phone": "0912345678"},
            {"username": "khupho1", "full_name": "Nguyễn Văn Ân", "role": "neighborhood", "unit": "Khu phố 1"},
        ],
    })
}

fn request(code: &str) -> Value {
    json!({"code": code, "setup": ward()})
}

fn enter(app: &App, username: &str, password: &str) -> Client {
    let answer = app.anybody().post("/auth/login", json!({"username": username, "password": password})).ok();
    app.anybody().with_token(answer["access_token"].as_str().expect("a token"))
}

fn wards_of(app: &App) -> i64 {
    wards::table.count().get_result(&mut connect(&app.gate.services().config)).expect("a count")
}

#[test]
fn a_ward_is_set_up_at_once_and_its_people_sign_in() {
    each_new(|app, code| {
        let anybody = app.anybody();
        assert_eq!(anybody.get("/setup").ok(), json!({"needed": true}));
        let typed = code.to_lowercase().replace('-', " ");
        assert_eq!(anybody.post("/setup/check", json!({"code": typed})).status, 204);
        let done = anybody.post("/setup", request(code)).ok();
        assert_eq!(done["ward_name"], "Phường Đông Sơn");
        let slips = done["accounts"].as_array().expect("slips");
        assert_eq!(slips.len(), 2, "the administrator has a password: {done}");
        assert_eq!((&slips[0]["username"], &slips[0]["unit"]), (&json!("chinhsach"), &json!("Phòng Văn hóa – Xã hội")));
        assert_eq!(anybody.get("/setup").ok(), json!({"needed": false}));

        // The administrator goes on at once, with their own password.
        let admin = enter(app, "quantri", OWN);
        let me = admin.get("/me").ok();
        assert_eq!((&me["user"]["role"], &me["user"]["must_change_password"]), (&json!("admin"), &json!(false)));
        let ward = admin.get(&format!("/wards/{}", done["ward_id"].as_str().expect("an id"))).ok();
        assert_eq!((&ward["code"], &ward["place"]), (&json!("dong-son"), &json!("Thanh Hóa")));
        assert_eq!(ward["settings"]["hotlines"][0]["phone"], "02373824113");
        assert_eq!(ward["settings"]["address"], "Số 1, đường Trần Phú");
        let codes: Vec<Value> = admin.get("/units").ok()["items"]
            .as_array()
            .expect("units")
            .iter()
            .map(|unit| unit["code"].clone())
            .collect();
        assert_eq!(codes, ["ubnd", "phong-van-hoa-xa-hoi", "khu-pho-1", "khu-pho-2"]);

        // The others change their first password before anything else.
        let first = slips[1]["initial_password"].as_str().expect("shown once");
        let head = enter(app, "khupho1", first);
        head.get("/tasks").refused(403, "password_change_required");
        head.post("/me/password", json!({"current_password": first, "new_password": "ba con vịt đi bộ về"}));
        enter(app, "khupho1", "ba con vịt đi bộ về").get("/tasks").ok();

        // Each thing has its row in the log, in the administrator's name, and no password is in any.
        let log = admin.get("/audit?limit=200").ok();
        let count = |action: &str| {
            let rows = log["items"].as_array().expect("rows").iter();
            rows.filter(|row| row["action"] == action && row["actor"]["full_name"] == "Lương Gia Bảo").count()
        };
        // Units and people are one right, therefore one word.
        let counts = [count("wards.set_up"), count("accounts.create")];
        assert_eq!(counts, [1, 7], "{log}");
        assert!(!log.to_string().contains(first) && !log.to_string().contains(OWN));
        // What the upper level is called.
        let above: String = units::table
            .filter(units::ward_id.is_null())
            .select(units::name)
            .first(&mut connect(&app.gate.services().config))
            .expect("a unit above");
        assert_eq!(above, "UBND tỉnh Thanh Hóa");
    });
}

#[test]
fn without_the_code_nothing_is_set_up_not_even_on_this_machine() {
    each_new(|app, code| {
        let anybody = app.anybody();
        for wrong in ["", "ABCD-EFGH-JKMN", "' OR 1=1"] {
            let problem = anybody.post("/setup", request(wrong)).refused(422, "invalid");
            assert_eq!(problem["errors"][0]["code"], "setup_code_wrong", "{problem}");
            assert_eq!(problem["errors"][0]["field"], "code");
        }
        for _ in 0..7 {
            anybody.post("/setup/check", json!({"code": "ABCD-EFGH-JKMN"})).refused(422, "invalid");
        }
        // Ten are too many of one address in a minute, and for the code itself.
        anybody.post("/setup", request(code)).refused(429, "rate_limited");
        app.clock.set(bup_tests::start_of_day() + TimeDelta::minutes(2));
        let over = anybody.post("/setup", request(code)).refused(422, "invalid");
        assert_eq!(over["errors"][0]["code"], "setup_code_over", "{over}");
        assert_eq!(wards_of(app), 0);

        // Another code, which is old after two hours.
        let code = setup::fresh_code(&app.gate).expect("a folder").expect("no ward");
        app.clock.set(bup_tests::start_of_day() + TimeDelta::minutes(123));
        let old = anybody.post("/setup", request(&code)).refused(422, "invalid");
        assert_eq!(old["errors"][0]["code"], "setup_code_over", "{old}");
        let code = setup::fresh_code(&app.gate).expect("a folder").expect("no ward");
        anybody.post("/setup", request(&code)).ok();
    });
}

#[test]
fn once_there_is_a_ward_it_is_closed_for_ever() {
    each_new(|app, code| {
        let device = app.anybody().with("Idempotency-Key", "thiet-lap-1");
        let done = device.post("/setup", request(code)).ok();
        assert!(done["accounts"][0]["initial_password"].is_string());
        // The same request again, whose answer was lost: it is told so, without the passwords.
        let again = device.post("/setup", request(code)).ok();
        assert_eq!(again["ward_name"], done["ward_name"]);
        assert_eq!(again["accounts"][0]["initial_password"], Value::Null);
        // Any other is refused, whatever it brings: another key, another body, another code, none.
        app.anybody().post("/setup", request(code)).refused(409, "already_set_up");
        app.anybody().with("Idempotency-Key", "khac").post("/setup", request(code)).refused(409, "already_set_up");
        let mut other = request(code);
        other["setup"]["ward"]["name"] = json!("Phường Khác");
        device.post("/setup", other).refused(409, "already_set_up");
        device.post("/setup", request("ABCD-EFGH-JKMN")).refused(409, "already_set_up");
        app.anybody().post("/setup/check", json!({"code": code})).refused(409, "already_set_up");
        assert_eq!(setup::fresh_code(&app.gate).expect("an answer"), None, "no code is made any more");
        assert!(setup::init(&app.gate, &file(app, &ward())).is_err());
        assert_eq!(wards_of(app), 1);
    });
}

#[test]
fn of_two_browsers_one_wins() {
    each_new(|app, code| {
        let go = |name: &'static str| {
            let (client, mut body) = (app.anybody(), request(code));
            body["setup"]["ward"]["name"] = json!(name);
            std::thread::spawn(move || client.post("/setup", body).status)
        };
        let threads: Vec<_> = ["Phường Một", "Phường Hai", "Phường Ba"].into_iter().map(go).collect();
        let mut statuses: Vec<u16> = threads.into_iter().map(|one| one.join().expect("an answer")).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409, 409]);
        assert_eq!(wards_of(app), 1);
        let people: i64 = users::table.count().get_result(&mut connect(&app.gate.services().config)).expect("a count");
        assert_eq!(people, 3);
    });
}

#[test]
fn a_mistake_names_its_place_and_leaves_nothing_behind() {
    each_new(|app, code| {
        for (place, field) in [
            ("/ward/place", "setup.ward.place"),
            ("/units/2/name", "setup.units[2].name"),
            ("/admin/full_name", "setup.admin.full_name"),
            ("/admin/password", "setup.admin.password"),
            ("/accounts/1/username", "setup.accounts[1].username"),
            ("/accounts/1/unit", "setup.accounts[1].unit"),
        ] {
            let mut body = request(code);
            *body["setup"].pointer_mut(place).expect("a place") = json!("");
            let problem = app.anybody().post("/setup", body).refused(422, "invalid");
            let named = problem["errors"].as_array().is_some_and(|all| all.iter().any(|one| one["field"] == field));
            assert!(named, "{place}: {problem}");
        }
        assert_eq!(wards_of(app), 0);
        assert_eq!(app.anybody().get("/setup").ok(), json!({"needed": true}));
        app.anybody().post("/setup", request(code)).ok();
    });
}

fn file(app: &App, setup: &Value) -> std::path::PathBuf {
    let path = app.gate.services().config.data_dir.join("ward.json");
    std::fs::write(&path, setup.to_string()).expect("a file");
    path
}

#[test]
fn a_script_sets_wards_up_from_a_file() {
    each_new(|app, code| {
        let mut setup = ward();
        let wrong = file(app, &json!({"ward": {}}));
        assert!(setup::init(&app.gate, &wrong).is_err());
        setup["admin"]["password"] = Value::Null;
        let people = setup::init(&app.gate, &file(app, &setup)).expect("a ward");
        let names: Vec<&str> = people.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["quantri", "chinhsach", "khupho1"]);
        let made = people[0].1.as_deref().expect("a password was made");
        enter(app, "quantri", made).get("/units").refused(403, "password_change_required");
        app.anybody().post("/setup", request(code)).refused(409, "already_set_up");
    });
}

#[test]
fn what_it_asks_stands_in_the_document() {
    let all = operations();
    let names: Vec<String> =
        all.iter().filter(|one| one.template.starts_with("/setup")).map(|one| one.name()).collect();
    assert_eq!(names, ["GET /setup", "POST /setup", "POST /setup/check"]);
}
