//! Units: reading, adding, renaming, merging, closing.

use super::{column, mistakes, unit, user};
use bup_tests::{each, json};

#[test]
fn units_stand_by_kind_and_in_natural_order() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let all = officer.get("/units?kind=neighborhood").ok();
        let names: Vec<String> = (1..=11).map(|number| format!("Khu phố {number}")).collect();
        assert_eq!(column(&all, "name"), names);
        assert_eq!((&all["total"], &all["next_cursor"]), (&json!(11), &json!(null)));

        let mut paged = Vec::new();
        let mut path = "/units?limit=7".to_owned();
        loop {
            let page = officer.get(&path).ok();
            assert_eq!(page["total"], 21);
            paged.extend(column(&page, "code"));
            match page["next_cursor"].as_str() {
                Some(cursor) => path = format!("/units?limit=7&cursor={cursor}"),
                None => break,
            }
        }
        assert_eq!(paged.len(), 21);
        assert_eq!((paged[0].as_str(), paged[6].as_str()), ("ubnd", "khu-pho-1"));
        assert_eq!(
            column(&officer.get("/units?q=KHU%20PHO%201").ok(), "code"),
            ["khu-pho-1", "khu-pho-10", "khu-pho-11"]
        );
        assert_eq!(officer.get("/units?q=%25").ok()["total"], 0, "a % is a letter like any other");
        assert_eq!(officer.get("/units?status=closed").ok()["total"], 0);
    });
}

#[test]
fn leader_and_officer_read_the_list_and_only_the_administrator_writes() {
    each(|app| {
        let new = json!({"kind": "school", "code": "thpt", "name": "Trường THPT"});
        for name in ["lanhdao", "chinhsach"] {
            let client = app.sign_in(name);
            let known = unit(&client, "khu-pho-3");
            let one = client.get(&format!("/units/{}", known["id"].as_str().unwrap()));
            assert_eq!(one.ok()["name"], "Khu phố 3");
            assert!(one.header("etag").starts_with("\"1-"));
            assert_eq!(client.post("/units", new.clone()).refused(403, "forbidden")["permission"], "accounts:create");
        }
        for name in ["khupho3", "truong1", "captren"] {
            app.sign_in(name).get("/units").refused(403, "forbidden");
        }
    });
}

#[test]
fn a_unit_is_added_once_for_a_key() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let new = json!({"kind": "neighborhood", "code": "khu-pho-12", "name": "  Khu phố   12 "});
        let once = admin.with("Idempotency-Key", "k1");
        let first = once.post("/units", new.clone());
        let made = first.ok();
        assert_eq!((first.status, made["name"].as_str(), made["version"].as_i64()), (201, Some("Khu phố 12"), Some(1)));
        assert_eq!(first.header("location"), format!("/api/v1/units/{}", made["id"].as_str().unwrap()));
        let again = once.post("/units", new.clone());
        assert_eq!((again.status, again.json()), (201, made));
        let other = json!({"kind": "neighborhood", "code": "khu-pho-13", "name": "Khu phố 13"});
        once.post("/units", other).refused(422, "idempotency_key_reused");
        assert_eq!(admin.get("/units?kind=neighborhood").ok()["total"], 12);

        let taken = admin.post("/units", new).refused(422, "invalid");
        assert_eq!(mistakes(&taken), ["code: code_taken"]);
        let wrong =
            admin.post("/units", json!({"kind": "superior", "code": "Khu phố", "name": " "})).refused(422, "invalid");
        assert_eq!(mistakes(&wrong), ["kind: kind_above_ward", "code: bad_code", "name: required"]);
    });
}

#[test]
fn requests_that_cannot_be_read_say_where() {
    each(|app| {
        let admin = app.sign_in("quantri");
        assert_eq!(admin.get("/units?colour=red").refused(400, "bad_parameter")["parameter"], "colour");
        admin.get("/units?kind=planet").refused(400, "bad_parameter");
        admin.get("/units?limit=201").refused(400, "bad_parameter");
        admin.get("/units?cursor=zzz").refused(400, "bad_parameter");
        admin.post("/units?x=1", json!({})).refused(400, "bad_parameter");
        admin.raw("POST", "/units", "application/json", b"{\"kind\":".to_vec()).refused(400, "malformed");
        let unknown = json!({"kind": "school", "code": "a", "name": "A", "status": "closed"});
        admin.post("/units", unknown).refused(400, "malformed");
        admin.raw("POST", "/units", "text/plain", b"x".to_vec()).refused(415, "media_type");
        admin.get("/units/not-an-id").refused(404, "not_found");
        app.anybody().get("/units").refused(401, "not_signed_in");
    });
}

#[test]
fn messages_are_vietnamese_and_by_wish_english() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let wrong = json!({"kind": "school", "code": "A!", "name": "A"});
        let vietnamese = admin.post("/units", wrong.clone()).refused(422, "invalid");
        assert_eq!(vietnamese["detail"], "Có thông tin chưa đúng. Hãy sửa các mục được nêu.");
        assert!(vietnamese["errors"][0]["message"].as_str().unwrap().starts_with("Mã đơn vị gồm"));
        let english = admin.with("Accept-Language", "en").post("/units", wrong).refused(422, "invalid");
        assert!(english["errors"][0]["message"].as_str().unwrap().starts_with("A unit's code is"));
    });
}

#[test]
fn a_new_name_keeps_the_old_one_in_the_history() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let before = unit(&admin, "khu-pho-3");
        let path = format!("/units/{}", before["id"].as_str().unwrap());
        let rename =
            json!({"name": "Khu phố Bình Minh", "effective_on": "2024-06-10", "note": "Nghị quyết 12/NQ-HĐND"});
        let body = rename.to_string().into_bytes();
        admin.raw("PATCH", &path, "application/json", body).refused(428, "version_required");
        let renamed = admin.patch(&path, &json!(1), rename);
        assert_eq!(renamed.ok()["name"], "Khu phố Bình Minh");
        assert!(renamed.header("etag").starts_with("\"2-"));
        assert_eq!(renamed.json()["version"], 2);
        let stale = admin.patch(&path, &json!(1), json!({"name": "Khác"})).refused(412, "stale");
        assert_eq!(stale["current"]["name"], "Khu phố Bình Minh");
        admin.patch(&path, &json!(2), json!({"code": "kp-binh-minh"})).ok();
        let taken = admin.patch(&path, &json!(3), json!({"code": "khu-pho-4"})).refused(422, "invalid");
        assert_eq!(mistakes(&taken), ["code: code_taken"]);

        let history = app.sign_in("lanhdao").get(&format!("{path}/history")).ok();
        assert_eq!(column(&history, "what"), ["recoded", "renamed"]);
        let rename = &history["items"][1];
        assert_eq!((&rename["old_name"], &rename["new_name"]), (&json!("Khu phố 3"), &json!("Khu phố Bình Minh")));
        assert_eq!((&rename["effective_on"], &rename["note"]), (&json!("2024-06-10"), &json!("Nghị quyết 12/NQ-HĐND")));
        assert_eq!(rename["by"]["full_name"], "Lương Gia Bảo");
        assert_eq!(history["items"][0]["new_name"], "kp-binh-minh");
        app.sign_in("doan").get(&format!("{path}/history")).refused(403, "forbidden");
        let read = admin.get(&path);
        assert_eq!(admin.with("If-None-Match", read.header("etag")).get(&path).status, 304);
    });
}

#[test]
fn a_merge_moves_the_people_and_tells_both_histories() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let (from, into) = (unit(&admin, "khu-pho-2"), unit(&admin, "khu-pho-1"));
        let path = format!("/units/{}/merge", from["id"].as_str().unwrap());
        let merge = |into: &serde_json::Value| json!({"into_unit_id": into["id"], "effective_on": "2024-07-01", "note": "Nghị quyết 15"});
        let refused = |into: &serde_json::Value| mistakes(&admin.post(&path, merge(into)).refused(422, "invalid"));
        assert_eq!(refused(&from), ["into_unit_id: merge_itself"]);
        assert_eq!(refused(&unit(&admin, "mn-ba-dinh")), ["into_unit_id: merge_kind"]);
        assert_eq!(refused(&json!({"id": user(&admin, "doan")["id"]})), ["into_unit_id: unknown_id"]);

        let khupho2 = app.sign_in("khupho2");
        admin.with("If-Match", "\"7\"").post(&path, merge(&into)).refused(412, "stale");
        let merged = admin.post(&path, merge(&into)).ok();
        assert_eq!((&merged["status"], &merged["merged_into"]["name"]), (&json!("merged"), &json!("Khu phố 1")));
        assert_eq!(user(&admin, "khupho2")["unit"]["name"], "Khu phố 1");
        assert_eq!(khupho2.get("/me").ok()["unit"]["name"], "Khu phố 1", "nobody is signed out by a merge");

        admin.post(&path, merge(&into)).refused(409, "unit_not_active");
        let own = format!("/units/{}", from["id"].as_str().unwrap());
        admin.patch(&own, &json!(2), json!({"name": "X"})).refused(409, "unit_not_active");
        let back = format!("/units/{}/merge", into["id"].as_str().unwrap());
        let gone = admin.post(&back, merge(&from)).refused(422, "invalid");
        assert_eq!(mistakes(&gone), ["into_unit_id: unknown_id"]);

        for id in [&from["id"], &into["id"]] {
            let history = admin.get(&format!("/units/{}/history", id.as_str().unwrap())).ok();
            let entry = &history["items"][0];
            assert_eq!((&entry["what"], &entry["effective_on"]), (&json!("merged"), &json!("2024-07-01")));
            assert_eq!((&entry["old_name"], &entry["new_name"]), (&json!("Khu phố 2"), &json!("Khu phố 1")));
        }
        assert_eq!(column(&admin.get("/units?status=merged").ok(), "code"), ["khu-pho-2"]);
    });
}

#[test]
fn a_unit_is_closed_when_nobody_works_there_any_more() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let school = unit(&admin, "mn-ba-dinh");
        let close = format!("/units/{}/close", school["id"].as_str().unwrap());
        assert_eq!(mistakes(&admin.post(&close, json!({"note": " "})).refused(422, "invalid")), ["note: required"]);
        let busy = admin.post(&close, json!({"note": "Trường giải thể"})).refused(409, "unit_still_busy");
        assert!(busy["detail"].as_str().unwrap().contains("còn 1 tài khoản"), "{busy}");

        let teacher = format!("/users/{}", user(&admin, "truong1")["id"].as_str().unwrap());
        admin.post(&format!("{teacher}/disable"), json!({})).ok();
        assert_eq!(admin.post(&close, json!({"note": "Trường giải thể"})).ok()["status"], "closed");
        admin.post(&close, json!({"note": "Trường giải thể"})).refused(409, "unit_not_active");
        admin.post(&format!("{teacher}/enable"), json!({})).refused(409, "unit_not_active");
        let into_closed = json!({"username": "truong9", "full_name": "A", "role": "school", "unit_id": school["id"]});
        assert_eq!(mistakes(&admin.post("/users", into_closed).refused(422, "invalid")), ["unit_id: unknown_id"]);
    });
}
