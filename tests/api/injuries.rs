//! Accidents and injuries: who records and reads them, and the quarter's table that must equal its rows.

use bup_tests::{App, Value, each, json};

fn child(app: &App, name: &str, born: &str, neighborhood: &str, school: &str) -> Value {
    let body = json!({"full_name": name, "date_of_birth": born, "sex": "male",
        "neighborhood_id": app.unit_of(neighborhood), "school_id": app.unit_of(school)});
    app.sign_in("chinhsach").post("/children", body).ok()
}

fn injury(more: Value) -> Value {
    let mut body = json!({"happened_on": "2024-05-20", "time": "16:30", "kind": "fall", "place_kind": "home",
        "place": "Sân nhà", "outcome": "recovered", "description": "Ngã từ cây ổi"});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    body
}

fn path(row: &Value) -> String {
    format!("/injuries/{}", row["id"].as_str().expect("an id"))
}

#[test]
fn an_accident_is_recorded_mended_and_cancelled() {
    each(|app| {
        let an = child(app, "Lê An", "2018-05-21", "khupho1", "truong1");
        let head = app.sign_in("khupho1");
        let phone = head.with("Idempotency-Key", "tai-nan-1");
        let made = phone.post("/injuries", injury(json!({"child_id": an["id"]}))).ok();
        assert_eq!((&made["age"], &made["age_band"], &made["sex"]), (&json!(5), &json!("0-5"), &json!("male")));
        assert_eq!((&made["child"]["full_name"], made.get("description")), (&json!("Lê An"), None));
        assert_eq!(head.get(&path(&made)).ok()["description"], "Ngã từ cây ổi");
        let stored = String::from_utf8_lossy(&app.stored()).into_owned();
        assert!(!stored.contains("cây ổi"), "the description lies open in the database");

        // In the lists it is not told, and a stranger does not see it at all.
        assert!(head.get("/injuries").ok()["items"][0].get("description").is_none());
        for reader in ["lanhdao", "chinhsach", "yte", "truong1"] {
            assert_eq!(app.sign_in(reader).get(&path(&made)).ok()["child"]["full_name"], "Lê An", "{reader}");
        }
        for stranger in ["khupho2", "truong2"] {
            app.sign_in(stranger).get(&path(&made)).refused(404, "not_found");
            assert_eq!(app.sign_in(stranger).get("/injuries").ok()["total"], 0);
        }
        for nobody in ["vanhoa", "congan", "doan", "mttq", "captren", "quantri"] {
            app.sign_in(nobody).get("/injuries").refused(403, "forbidden");
        }
        app.sign_in("lanhdao").post("/injuries", injury(json!({}))).refused(403, "forbidden");

        let nurse = app.sign_in("yte");
        let changes = json!({"happened_on": "2024-05-21", "outcome": "disabled", "description": "Gãy tay"});
        let mended = nurse.patch(&path(&made), &made["version"], changes).ok();
        assert_eq!((&mended["age"], &mended["outcome"]), (&json!(6), &json!("disabled")));
        nurse.patch(&path(&made), &made["version"], json!({"place": "x"})).refused(412, "stale");
        nurse.post(&format!("{}/cancel", path(&made)), json!({"reason": ""})).refused(422, "invalid");
        nurse.post(&format!("{}/cancel", path(&made)), json!({"reason": "Nhập nhầm"})).ok();
        nurse.patch(&path(&made), &json!(3), json!({"place": "x"})).refused(409, "cancelled");
        assert_eq!(nurse.get("/injuries").ok()["total"], 0);
        assert_eq!(nurse.get("/injuries?cancelled=true").ok()["total"], 1);

        // The child moves away: the old neighborhood keeps the record, not the name.
        let other = head.post("/injuries", injury(json!({"child_id": an["id"]}))).ok();
        let to = json!({"neighborhood_id": app.unit_of("khupho2")});
        app.sign_in("chinhsach").post(&format!("/children/{}/move", an["id"].as_str().unwrap()), to).ok();
        let kept = head.get(&path(&other)).ok();
        assert_eq!((&kept["child"], &kept["child_id"]), (&Value::Null, &Value::Null));
        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        assert!(log.contains("injuries.create") && !log.contains("Lê An") && !log.contains("Gãy tay"));
    });
}

#[test]
fn what_cannot_be_is_refused() {
    each(|app| {
        let an = child(app, "Lê An", "2018-05-21", "khupho1", "truong1");
        let stranger = child(app, "Bùi Bình", "2015-05-21", "khupho2", "truong2");
        let head = app.sign_in("khupho1");
        let refused = |more: Value| -> Vec<String> {
            let problem = head.post("/injuries", injury(more)).refused(422, "invalid");
            let errors = problem["errors"].as_array().expect("errors").clone();
            errors
                .iter()
                .map(|e| format!("{}: {}", e["field"].as_str().unwrap(), e["code"].as_str().unwrap()))
                .collect()
        };
        assert_eq!(refused(json!({"child_id": stranger["id"], "sex": "male", "age": 9})), ["child_id: child_unknown"]);
        assert_eq!(refused(json!({})), ["sex: sex_missing", "age: required"]);
        assert_eq!(refused(json!({"sex": "male", "age": 17})), ["age: out_of_range"]);
        assert_eq!(refused(json!({"child_id": an["id"], "happened_on": "2024-06-04"})), ["happened_on: in_future"]);
        assert_eq!(refused(json!({"child_id": an["id"], "happened_on": "2018-01-01"})), ["happened_on: before_birth"]);
        assert_eq!(refused(json!({"child_id": an["id"], "time": "25:00"})), ["time: bad_time"]);
        let elsewhere = json!({"sex": "male", "age": 9, "neighborhood_id": app.unit_of("khupho2")});
        assert_eq!(refused(elsewhere), ["neighborhood_id: unknown_id"]);
        let unknown = head.post("/injuries", injury(json!({"sex": "female", "age": 9}))).ok();
        assert_eq!((&unknown["child"], &unknown["age_band"]), (&Value::Null, &json!("6-9")));
    });
}

#[test]
fn every_number_is_the_total_of_its_rows() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let (kinds, places) = (["fall", "drowning", "other"], ["home", "school", "community"]);
        let days = ["2024-01-01", "2024-02-15", "2024-03-31", "2024-04-01"];
        let outcomes = ["recovered", "dead", "disabled", "treating", "dead"];
        for at in 0..24_usize {
            let body = json!({"sex": if at % 3 == 0 { "female" } else { "male" }, "age": at % 17,
                "neighborhood_id": app.unit_of(if at % 2 == 0 { "khupho1" } else { "khupho2" }),
                "happened_on": days[at % 4],
                "kind": kinds[at % 3], "place_kind": places[at % 2],
                "outcome": outcomes[at % 5]});
            let made = officer.post("/injuries", injury(body)).ok();
            if at % 8 == 7 {
                officer.post(&format!("{}/cancel", path(&made)), json!({"reason": "x"})).ok();
            }
        }
        for person in ["chinhsach", "khupho1"] {
            let reader = app.sign_in(person);
            let table = reader.get("/injuries/quarter?year=2024&quarter=1").ok();
            let total = |filter: String| -> Value {
                reader.get(&format!("/injuries?from=2024-01-01&to=2024-03-31{filter}&limit=1")).ok()["total"].clone()
            };
            let equal = |count: &Value, filter: String| {
                assert_eq!(count["cases"], total(filter.clone()), "{person} {filter}");
                assert_eq!(count["deaths"], total(format!("{filter}&outcome=dead")), "{person} {filter}");
            };
            let mut lines: Vec<(Value, String)> = Vec::new();
            for row in table["rows"].as_array().expect("rows") {
                lines.push((row.clone(), format!("&kind={}", row["kind"].as_str().expect("a kind"))));
            }
            assert_eq!(lines.len(), 11);
            lines.push((table["total"].clone(), String::new()));
            for (row, filter) in lines {
                equal(&row["total"], filter.clone());
                equal(&row["boys"], format!("{filter}&sex=male"));
                equal(&row["girls"], format!("{filter}&sex=female"));
                for (at, band) in ["0-5", "6-9", "10-13", "14-16"].iter().enumerate() {
                    equal(&row["ages"][at], format!("{filter}&age_band={band}"));
                }
                for (at, place) in places.iter().enumerate() {
                    equal(&row["places"][at], format!("{filter}&place_kind={place}"));
                }
            }
            assert_eq!(table["disabled"], total("&outcome=disabled".to_owned()));
            assert!(table["total"]["total"]["cases"].as_i64().is_some_and(|cases| cases > 5), "{table}");
            let file = reader.get("/injuries/quarter.xlsx?year=2024&quarter=1");
            assert!(file.status == 200 && file.bytes.starts_with(b"PK"));
        }
        for wrong in ["year=2024", "quarter=1", "year=2024&quarter=5", "year=1&quarter=1", "year=2024&quarter=1&q=x"] {
            officer.get(&format!("/injuries/quarter?{wrong}")).refused(400, "bad_parameter");
        }
    });
}
