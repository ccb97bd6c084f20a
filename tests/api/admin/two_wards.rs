//! Two wards in one installation never see each other.

use super::{behind_the_scenes, column, mistakes, user};
use bup::access::{Role, UnitKind};
use bup::auth::passwords;
use bup::db::types::Id;
use bup::setup::{self, NewUser};
use bup_tests::{App, Client, Value, each, json};

/// A second ward with leadership, one neighborhood and four accounts.
struct OtherWard {
    ward: Id,
    leadership: Id,
    neighborhood: Id,
    users: Vec<Id>,
}

fn other_ward(app: &App) -> OtherWard {
    let hash = passwords::hash(bup::demo::PASSWORD, &app.gate.services().config).expect("a hash");
    behind_the_scenes(app, |cx| {
        let ward = setup::ward(cx, "dong-son", "Phường Đông Sơn", "Bỉm Sơn", None)?;
        let leadership = setup::unit(cx, Some(&ward), UnitKind::Leadership, "ubnd", "Lãnh đạo UBND phường")?;
        // The same code as a unit of the first ward: codes are the ward's own.
        let neighborhood = setup::unit(cx, Some(&ward), UnitKind::Neighborhood, "khu-pho-1", "Khu phố Đông Sơn 1")?;
        let people = [
            ("ds.quantri", Role::Admin, &leadership),
            ("ds.chutich", Role::Leader, &leadership),
            ("ds.phochutich", Role::Leader, &leadership),
            ("ds.khupho1", Role::Neighborhood, &neighborhood),
        ];
        let mut users = Vec::new();
        for (username, role, unit) in people {
            let new = NewUser {
                ward: Some(&ward),
                unit,
                username,
                full_name: "Người Đông Sơn",
                position: "",
                role,
                password_hash: &hash,
                must_change_password: false,
            };
            users.push(setup::user(cx, &new)?);
        }
        Ok(OtherWard { ward, leadership, neighborhood, users })
    })
}

fn not_there(client: &Client, path: &str) {
    client.get(path).refused(404, "not_found");
}

#[test]
fn ids_of_the_other_ward_are_not_there() {
    each(|app| {
        let other = other_ward(app);
        let (admin, theirs) = (app.sign_in("quantri"), app.sign_in("ds.quantri"));
        let chair = &other.users[1];
        let days = json!({"from_user_id": chair, "to_user_id": other.users[2], "starts_on": "2024-06-03", "ends_on": "2024-06-04", "reason": "x"});
        let delegation = theirs.post("/delegations", days).ok();
        let holidays = format!("/wards/{}/holidays", other.ward);
        let holiday = theirs.post(&holidays, json!({"day": "2024-09-03", "name": "Nghỉ"})).ok();

        not_there(&admin, &format!("/wards/{}", other.ward));
        not_there(&admin, &holidays);
        admin.patch(&format!("/wards/{}", other.ward), &json!(1), json!({"name": "X"})).refused(404, "not_found");
        admin.post(&holidays, json!({"day": "2024-09-04", "name": "X"})).refused(404, "not_found");
        admin.delete(&format!("{holidays}/{}", holiday["id"].as_str().unwrap())).refused(404, "not_found");
        let own_ward = admin.get("/me").ok()["ward"]["id"].as_str().unwrap().to_owned();
        let through_own = format!("/wards/{own_ward}/holidays/{}", holiday["id"].as_str().unwrap());
        admin.delete(&through_own).refused(404, "not_found");

        for unit in [&other.leadership, &other.neighborhood] {
            let path = format!("/units/{unit}");
            not_there(&admin, &path);
            not_there(&admin, &format!("{path}/history"));
            admin.patch(&path, &json!(1), json!({"name": "X"})).refused(404, "not_found");
            admin.post(&format!("{path}/close"), json!({"note": "x"})).refused(404, "not_found");
            let own = super::unit(&admin, "khu-pho-1");
            let merge = |into: &Value| json!({"into_unit_id": into, "effective_on": "2024-06-03", "note": "x"});
            admin.post(&format!("{path}/merge"), merge(&own["id"])).refused(404, "not_found");
            let foreign = admin.post(&format!("/units/{}/merge", own["id"].as_str().unwrap()), merge(&json!(unit)));
            assert_eq!(mistakes(&foreign.refused(422, "invalid")), ["into_unit_id: unknown_id"]);
        }
        for user in &other.users {
            let path = format!("/users/{user}");
            not_there(&admin, &path);
            admin.patch(&path, &json!(1), json!({"full_name": "X"})).refused(404, "not_found");
            for verb in ["disable", "enable", "reset-password", "reset-totp"] {
                admin.post(&format!("{path}/{verb}"), json!({})).refused(404, "not_found");
            }
        }
        let revoke = format!("/delegations/{}/revoke", delegation["id"].as_str().unwrap());
        admin.post(&revoke, json!({})).refused(404, "not_found");
        assert_eq!(theirs.get("/delegations").ok()["items"][0]["status"], "active");
    });
}

#[test]
fn lists_never_mix() {
    each(|app| {
        let other = other_ward(app);
        let (admin, theirs) = (app.sign_in("quantri"), app.sign_in("ds.quantri"));
        admin.post("/units", json!({"kind": "school", "code": "thpt", "name": "THPT"})).ok();
        theirs.post("/units", json!({"kind": "school", "code": "thpt", "name": "THPT Đông Sơn"})).ok();
        assert_eq!(column(&admin.get("/wards").ok(), "code"), ["ba-dinh"]);
        assert_eq!(column(&theirs.get("/wards").ok(), "code"), ["dong-son"]);
        assert_eq!(column(&app.sign_in("captren").get("/wards").ok(), "code"), ["ba-dinh"], "not below this unit");
        assert_eq!((&admin.get("/units").ok()["total"], &theirs.get("/units").ok()["total"]), (&json!(22), &json!(3)));
        assert_eq!(admin.get(&format!("/units?ward_id={}", other.ward)).ok()["total"], 0);
        assert_eq!((&admin.get("/users").ok()["total"], &theirs.get("/users").ok()["total"]), (&json!(23), &json!(4)));
        assert_eq!(admin.get(&format!("/users?unit_id={}", other.leadership)).ok()["total"], 0);
        assert_eq!(admin.get("/users?q=dong%20son").ok()["total"], 0);
        assert_eq!(admin.get("/users?q=captren").ok()["total"], 0, "people of the unit above are nobody's here");
        let actions = column(&theirs.get("/audit?outcome=done").ok(), "action");
        assert_eq!(actions, ["accounts.create", "own.sign_in"]);
        assert_eq!(admin.get(&format!("/audit?actor_id={}", other.users[0])).ok()["total"], 0);
    });
}

#[test]
fn ids_of_the_other_ward_in_a_body_are_refused() {
    each(|app| {
        let other = other_ward(app);
        let admin = app.sign_in("quantri");
        let new = json!({"username": "moi", "full_name": "A", "role": "neighborhood", "unit_id": other.neighborhood});
        assert_eq!(mistakes(&admin.post("/users", new).refused(422, "invalid")), ["unit_id: unknown_id"]);
        let khupho1 = user(&admin, "khupho1");
        let path = format!("/users/{}", khupho1["id"].as_str().unwrap());
        let moved = admin.patch(&path, &khupho1["version"], json!({"unit_id": other.neighborhood}));
        assert_eq!(mistakes(&moved.refused(422, "invalid")), ["unit_id: unknown_id"]);
        let mine = user(&admin, "chutich")["id"].clone();
        for (from, to, field) in
            [(json!(other.users[1]), mine.clone(), "from_user_id"), (mine, json!(other.users[1]), "to_user_id")]
        {
            let days = json!({"from_user_id": from, "to_user_id": to, "starts_on": "2024-06-03", "ends_on": "2024-06-04", "reason": "x"});
            let refused = admin.post("/delegations", days).refused(422, "invalid");
            assert_eq!(mistakes(&refused), [format!("{field}: not_a_leader")]);
        }
    });
}

#[test]
fn a_case_is_handed_over_and_nothing_else_crosses() {
    each(|app| {
        let other = other_ward(app);
        let officer = app.sign_in("chinhsach");
        let told = json!({"narrative": "Bị bỏ mặc", "child": {"full_name": "Vi Văn Khế"}});
        let told = officer.post("/concerns", told).ok();
        let case = officer.post("/cases", json!({"concern_id": told["id"]})).ok();
        let told_id = told["id"].clone();
        let (told, case) = (told["id"].as_str().expect("an id"), case["id"].as_str().expect("an id"));
        let theirs = app.sign_in("ds.chutich");
        not_there(&theirs, &format!("/concerns/{told}"));
        not_there(&theirs, &format!("/cases/{case}"));
        not_there(&theirs, &format!("/cases/{case}/folder"));
        theirs.post(&format!("/cases/{case}/decide"), json!({"approve": true})).refused(404, "not_found");
        theirs.post("/cases/HS-2024-0001/break-glass", json!({"reason": "x"})).refused(404, "not_found");
        for list in ["/concerns", "/cases"] {
            assert_eq!(theirs.get(list).ok()["total"], 0, "{list}");
        }
        assert_eq!(theirs.post("/cases/search", json!({"q": "khe"})).ok()["total"], 0);
        assert_eq!(theirs.get("/cases/numbers").ok()["items"][0]["cases"], 0);

        let places = officer.get("/cases/destinations").ok();
        assert_eq!(places["items"][0]["id"], json!(other.ward));
        let transfer = |to: &Value| {
            let body =
                json!({"to": "Phường Đông Sơn", "to_ward_id": to, "reason": "Chuyển nhà", "summary": "Cần theo dõi"});
            officer.post(&format!("/cases/{case}/transfer"), body)
        };
        let own = officer.get("/me").ok()["ward"]["id"].clone();
        transfer(&own).refused(422, "invalid");
        transfer(&told_id).refused(422, "invalid");
        assert_eq!(transfer(&places["items"][0]["id"]).ok()["status"], "transferred");
        let theirs_now = theirs.get("/concerns").ok();
        assert_eq!(
            (&theirs_now["total"], &theirs_now["items"][0]["received_via"]),
            (&json!(1), &json!("other_commune"))
        );
        let arrived = theirs_now["items"][0]["id"].as_str().expect("an id").to_owned();
        let read = theirs.get(&format!("/concerns/{arrived}")).ok();
        assert_eq!((&read["child"]["full_name"], &read["narrative"]), (&json!("Vi Văn Khế"), &json!("Cần theo dõi")));
        assert_eq!(theirs.get("/notifications").ok()["items"][0]["kind"], "concern_received");
        // The old ward keeps its own file and learns nothing of the new one's; and the other way round.
        not_there(&officer, &format!("/concerns/{arrived}"));
        not_there(&theirs, &format!("/cases/{case}"));
        assert_eq!(officer.get("/concerns").ok()["total"], 1);
    });
}
