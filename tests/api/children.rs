//! The ward's list of children: who sees what of whom, search before create, groups, merges, moves.

use bup_tests::{App, Client, Value, each, json};
use chrono::TimeDelta;
use diesel::RunQueryDsl;

/// A child in a neighborhood, made by the officer.
pub fn child(officer: &Client, app: &App, name: &str, born: &str, neighborhood: &str) -> Value {
    let body = json!({"full_name": name, "date_of_birth": born, "sex": "female",
        "neighborhood_id": app.unit_of(neighborhood)});
    officer.post("/children", body).ok()
}

fn full(app: &App) -> Value {
    json!({
        "full_name": "Nguyễn Thị Hoà", "date_of_birth": "2016-05-01", "sex": "female", "ethnicity": "01",
        "personal_id": "038316001234", "neighborhood_id": app.unit_of("khupho1"), "school_id": app.unit_of("truong2"),
        "grade": "2A", "address": "Số 5, ngõ 7", "permanent_address": "Số 5, ngõ 7",
        "guardians": [{"relation": "mother", "full_name": "Trần Thị Bình", "phone": "0912 345 678"}],
        "health_insurance_no": "TE1382912345678", "disability": "vận động", "illness": "hen",
        "poverty": "near_poor", "can_swim": false, "medical_warning": "Mang theo thuốc hen", "notes": "Ở với bà"
    })
}

fn names(list: &Value) -> Vec<&str> {
    list["items"].as_array().expect("items").iter().filter_map(|one| one["full_name"].as_str()).collect()
}

#[test]
fn each_role_sees_its_own_view() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let made = officer.post("/children", full(app)).ok();
        let path = format!("/children/{}", made["id"].as_str().expect("an id"));
        assert_eq!((&made["code"], &made["view"], &made["version"]), (&json!("TE-000001"), &json!("full"), &json!(1)));
        assert_eq!((&made["age"], &made["birth_year"]), (&json!(8), &json!(2016)));
        assert_eq!(made["guardians"][0]["phone"], "0912345678");
        for code in ["HC01", "HC11", "HC05", "NC03"] {
            let body = json!({"code": code, "from_date": "2024-01-01", "evidence": "QĐ 12"});
            officer.post(&format!("{path}/circumstances"), body).ok();
        }
        let codes = |person: &str| -> Vec<String> {
            let seen = app.sign_in(person).get(&path).ok();
            let of = |member: &str| seen[member].as_array().cloned().unwrap_or_default();
            of("circumstances").iter().chain(&of("risks")).map(|one| one["code"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(codes("chinhsach"), ["HC01", "HC05", "HC11", "NC03"]);
        assert_eq!(codes("lanhdao"), ["HC01", "HC11", "NC03"]);
        for editor in ["khupho1", "truong2"] {
            assert_eq!(codes(editor), ["HC01", "NC03"]);
            assert_eq!(app.sign_in(editor).get(&path).ok()["personal_id"], "038316001234");
        }
        assert_eq!(app.sign_in("lanhdao").get(&path).ok()["personal_id"], "0383•••••234");

        let contact = app.sign_in("doan").get(&path).ok();
        let shown: Vec<&String> = contact.as_object().expect("an object").keys().collect();
        let allowed = [
            "id",
            "code",
            "view",
            "full_name",
            "birth_year",
            "sex",
            "neighborhood_id",
            "neighborhood",
            "school_id",
            "school",
            "guardians",
            "can_swim",
            "medical_warning",
            "status",
            "version",
        ];
        assert!(shown.iter().all(|name| allowed.contains(&name.as_str())), "{shown:?}");
        assert_eq!(contact["guardians"], json!([{"relation": "mother", "phone": "0912345678"}]));

        let health = app.sign_in("yte").get(&path).ok();
        assert_eq!((&health["health_insurance_no"], &health["illness"]), (&json!("TE1382912345678"), &json!("hen")));
        for hidden in ["personal_id", "circumstances", "risks", "poverty", "notes", "address", "last_supported_on"] {
            assert!(health.get(hidden).is_none(), "{hidden}");
        }
        for stranger in ["khupho2", "truong1"] {
            app.sign_in(stranger).get(&path).refused(404, "not_found");
        }
        for nobody in ["vanhoa", "congan", "mttq", "captren", "quantri"] {
            app.sign_in(nobody).get(&path).refused(403, "forbidden");
        }
    });
}

#[test]
fn nothing_hidden_can_be_learnt_by_filters_orders_or_exports() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let made = officer.post("/children", full(app)).ok();
        let id = made["id"].as_str().expect("an id");
        officer.post(&format!("/children/{id}/circumstances"), json!({"code": "HC11", "from_date": "2024-01-01"})).ok();
        let other = child(&officer, app, "Lê Thị Mai", "2015-02-03", "khupho1");

        let doan = app.sign_in("doan");
        for query in [
            "age_from=6",
            "has_circumstance=true",
            "poverty=poor",
            "without_insurance=true",
            "sort=-updated_at",
            "sort=date_of_birth",
            "circumstance=HC01",
            "unsupported_in=2024",
            "grade=2A",
        ] {
            doan.get(&format!("/children?{query}")).refused(403, "filter_not_yours");
        }
        assert_eq!(doan.get("/children?can_swim=false").ok()["total"], 1);

        let head = app.sign_in("khupho1");
        head.get("/children?circumstance=HC11").refused(403, "filter_not_yours");
        head.get("/children?circumstance=HC99").refused(403, "filter_not_yours");
        // A secret group counts for nothing, in either direction.
        assert_eq!(head.get("/children?has_circumstance=true").ok()["total"], 0);
        assert_eq!(head.get("/children?has_circumstance=false").ok()["total"], 2);
        assert_eq!(app.sign_in("lanhdao").get("/children?has_circumstance=true").ok()["total"], 1);
        // Nor does it move the child in an order by change, or its version.
        assert_eq!(head.get(&format!("/children/{id}")).ok()["version"], 1);
        // The history tells nobody who may not know.
        let told = |person: &Client| person.get(&format!("/children/{id}/history")).ok().to_string();
        assert!(told(&officer).contains("HC11") && !told(&head).contains("HC11"));
        for word in ["038316001234", "near_poor", "Trần Thị Bình", "hen"] {
            assert!(!told(&doan).contains(&format!("\"{word}\"")), "{word}");
        }
        assert!(told(&app.sign_in("lanhdao")).contains("0383•••••234"));

        // Twelve digits find nobody for whoever sees them masked.
        let search = |person: &Client, q: &str| person.post("/children/search", json!({"q": q})).ok();
        assert_eq!(names(&search(&officer, "038316001234")), ["Nguyễn Thị Hoà"]);
        assert_eq!(names(&search(&app.sign_in("lanhdao"), "038316001234")), Vec::<&str>::new());
        for person in [&officer, &head, &doan] {
            assert_eq!(names(&search(person, "nguyen THI hòa")), ["Nguyễn Thị Hoà"]);
        }
        assert_eq!(names(&search(&app.sign_in("khupho2"), "hoa")), Vec::<&str>::new());
        head.get("/children?q=hoa").refused(400, "name_in_address");
        officer.get("/children/export.xlsx?q=hoa").refused(400, "name_in_address");

        let file = doan.get("/children/export.xlsx");
        assert_eq!(file.status, 200);
        assert!(officer.post("/children/export.xlsx", json!({"q": "mai"})).bytes.starts_with(b"PK"));
        app.sign_in("congan").get("/children/export.xlsx").refused(403, "forbidden");
        let _ = other;
    });
}

#[test]
fn names_are_in_vietnamese_order_and_never_in_a_cursor() {
    use base64::Engine;
    each(|app| {
        let officer = app.sign_in("chinhsach");
        for name in ["Trần Văn Ánh", "Lê An", "Đỗ Thị Ân", "Phạm Đạt", "Bùi Bá An"] {
            child(&officer, app, name, "2015-02-03", "khupho1");
        }
        let mut seen = Vec::new();
        let mut query = "limit=2".to_owned();
        loop {
            let page = officer.get(&format!("/children?{query}")).ok();
            assert_eq!(page["total"], 5);
            seen.extend(names(&page).into_iter().map(str::to_owned).collect::<Vec<_>>());
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(cursor).expect("base64");
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(!text.contains("an.") && !text.contains("le{"), "{text}");
            query = format!("limit=2&cursor={cursor}");
        }
        assert_eq!(seen, ["Lê An", "Bùi Bá An", "Trần Văn Ánh", "Đỗ Thị Ân", "Phạm Đạt"]);
        let years = officer.get("/children?birth_year_from=2015&birth_year_to=2015&sort=-date_of_birth").ok();
        assert_eq!(years["total"], 5);
        assert_eq!(officer.get("/children?age_from=9&age_to=9").ok()["total"], 5);
        assert_eq!(officer.get("/children?age_from=10").ok()["total"], 0);
    });
}

#[test]
fn nobody_is_entered_twice_without_a_look() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let first = officer.post("/children", full(app)).ok();
        let again = |change: Value| {
            let mut body = full(app);
            body["personal_id"] = Value::Null;
            for (name, value) in change.as_object().expect("an object") {
                body[name] = value.clone();
            }
            officer.post("/children", body)
        };
        let likeness = |change: Value| {
            let problem = again(change).refused(409, "possible_duplicates");
            assert_eq!(problem["candidates"][0]["child"]["id"], first["id"]);
            problem["candidates"][0]["likeness"].as_str().expect("a word").to_owned()
        };
        assert_eq!(likeness(json!({"full_name": "Lê Văn Khác", "personal_id": "038 316 001 234"})), "certain");
        assert_eq!(likeness(json!({"full_name": "HÒA nguyễn thị", "guardians": []})), "likely");
        assert_eq!(likeness(json!({"date_of_birth": "2016-09-09"})), "possible");
        assert_eq!(
            likeness(json!({"date_of_birth": "2016-01-01", "birth_year_only": true, "guardians": []})),
            "possible"
        );
        // Nothing was half done, and a stranger of the same name is another child.
        assert_eq!(officer.get("/children").ok()["total"], 1);
        let second = again(json!({"date_of_birth": "2014-09-09"})).ok();
        let third = again(json!({"not_duplicate_of": [first["id"]]})).ok();

        // A neighborhood is not told of children that are not its own; the ward's desk is.
        let head = app.sign_in("khupho2");
        let body = json!({"full_name": "Nguyễn Thị Hòa", "date_of_birth": "2016-05-01"});
        let fourth = head.post("/children", body).ok();
        assert_eq!(fourth["neighborhood_id"], app.unit_of("khupho2"));
        head.get("/children/duplicates").refused(403, "not_your_desk");
        let pairs = officer.get("/children/duplicates").ok();
        let has = |one: &Value, other: &Value| {
            pairs["items"].as_array().expect("items").iter().any(|pair| {
                let ids = [&pair["first"]["id"], &pair["second"]["id"]];
                ids.contains(&&one["id"]) && ids.contains(&&other["id"])
            })
        };
        assert!(has(&first, &fourth) && has(&third, &fourth) && !has(&first, &third) && !has(&first, &second));
        let apart = json!({"first_id": fourth["id"], "second_id": first["id"], "reason": "Hai bé họ hàng"});
        officer.post("/children/duplicates/keep-apart", apart).ok();
        assert_eq!(officer.get("/children/duplicates").ok()["total"], 1);
    });
}

#[test]
fn a_merge_loses_nothing_and_comes_back() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let kept = child(&officer, app, "Nguyễn Thị Hoà", "2016-05-01", "khupho1");
        let mut body = full(app);
        body["full_name"] = json!("Nguyễn Thị Hòa");
        body["not_duplicate_of"] = json!([kept["id"]]);
        let gone = officer.post("/children", body).ok();
        let path = |row: &Value| format!("/children/{}", row["id"].as_str().expect("an id"));
        let given = json!({"kind": "gift", "on_date": "2024-06-01", "programme": "Quà 1/6", "value": 300_000});
        officer.post(&format!("{}/supports", path(&gone)), given).ok();
        officer
            .post(&format!("{}/circumstances", path(&gone)), json!({"code": "HC04", "from_date": "2024-01-01"}))
            .ok();
        app.sign_in("khupho1")
            .post(&format!("{}/merge", path(&kept)), json!({"other_id": gone["id"]}))
            .refused(403, "not_your_desk");

        let merged =
            officer.post(&format!("{}/merge", path(&kept)), json!({"other_id": gone["id"], "take": ["grade"]})).ok();
        assert_eq!((&merged["full_name"], &merged["grade"]), (&json!("Nguyễn Thị Hoà"), &json!("2A")));
        assert_eq!((&merged["personal_id"], &merged["poverty"]), (&json!("038316001234"), &json!("near_poor")));
        assert_eq!(
            (&merged["last_supported_on"], &merged["circumstances"][0]["code"]),
            (&json!("2024-06-01"), &json!("HC04"))
        );
        officer.get(&path(&gone)).refused(404, "not_found");
        assert_eq!(officer.get("/children").ok()["total"], 1);

        // What was changed since stays; everything else goes back where it was.
        let changed = officer.patch(&path(&kept), &merged["version"], json!({"notes": "Đã gặp gia đình"})).ok();
        assert_eq!(changed["notes"], "Đã gặp gia đình");
        let merges = officer.get("/children/merges").ok();
        assert_eq!((&merges["total"], &merges["items"][0]["gone_code"]), (&json!(1), &gone["code"]));
        let undo = format!("/children/merges/{}/undo", merges["items"][0]["id"].as_str().expect("an id"));
        app.sign_in("khupho1").post(&undo, json!({})).refused(404, "not_found");
        let back = officer.post(&undo, json!({})).ok();
        assert_eq!(
            (&back["notes"], &back["grade"], &back["personal_id"]),
            (&json!("Đã gặp gia đình"), &json!(""), &Value::Null)
        );
        assert_eq!((&back["circumstances"], &back["last_supported_on"]), (&json!([]), &Value::Null));
        let other = officer.get(&path(&gone)).ok();
        assert_eq!(
            (&other["personal_id"], &other["last_supported_on"]),
            (&json!("038316001234"), &json!("2024-06-01"))
        );
        assert_eq!(other["guardians"][0]["full_name"], "Trần Thị Bình");
        officer.post(&undo, json!({})).refused(409, "merge_undone");
    });
}

#[test]
fn every_wrong_member_is_named_and_a_number_is_only_doubted() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let mut body = full(app);
        body["full_name"] = json!("H0à");
        body["date_of_birth"] = json!("2008-06-03");
        body["personal_id"] = json!("12345");
        body["ethnicity"] = json!("99");
        body["health_insurance_no"] = json!("x");
        body["neighborhood_id"] = app.unit_of("truong1");
        body["guardians"] = json!([{"relation": "father", "full_name": "B", "phone": "123"}]);
        let problem = officer.post("/children", body).refused(422, "invalid");
        let mut fields: Vec<&str> =
            problem["errors"].as_array().expect("errors").iter().filter_map(|one| one["field"].as_str()).collect();
        fields.sort_unstable();
        assert_eq!(
            fields,
            [
                "date_of_birth",
                "ethnicity",
                "full_name",
                "guardians[0].full_name",
                "guardians[0].phone",
                "health_insurance_no",
                "neighborhood_id",
                "personal_id"
            ]
        );
        let mut body = full(app);
        body["personal_id"] = json!("038214001234");
        let made = officer.post("/children", body).ok();
        assert_eq!(made["warnings"], json!(["personal_id_sex", "personal_id_year"]));
        officer
            .post("/children", json!({"full_name": "Lê Thị Mai", "date_of_birth": "2015-01-01"}))
            .refused(422, "invalid");
    });
}

#[test]
fn the_health_station_writes_its_own_members_only() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let made = officer.post("/children", full(app)).ok();
        let path = format!("/children/{}", made["id"].as_str().expect("an id"));
        let yte = app.sign_in("yte");
        let problem = yte.patch(&path, &made["version"], json!({"full_name": "Khác"})).refused(403, "field_not_yours");
        assert_eq!(problem["errors"][0]["field"], "full_name");
        let body = json!({"health_insurance_no": "0123456789", "health_insurance_valid_to": "2024-12-31"});
        let changed = yte.patch(&path, &made["version"], body).ok();
        assert_eq!((&changed["health_insurance_no"], &changed["version"]), (&json!("0123456789"), &json!(2)));
        yte.post(&format!("{path}/move-out"), json!({"moved_on": "2024-06-01", "to": "Nơi khác"}))
            .refused(403, "field_not_yours");
        yte.post(&format!("{path}/circumstances"), json!({"code": "HC04", "from_date": "2024-01-01"}))
            .refused(403, "field_not_yours");
        app.sign_in("doan").patch(&path, &changed["version"], json!({"can_swim": true})).refused(403, "forbidden");
        let stale = officer.patch(&path, &json!(1), json!({"notes": "x"})).refused(412, "stale");
        assert_eq!(stale["current"]["health_insurance_no"], "0123456789");
        let stale = yte.patch(&path, &json!(1), json!({"illness": "x"})).refused(412, "stale");
        assert!(stale["current"].get("personal_id").is_none(), "a stale row is cut like any other");
    });
}

#[test]
fn children_move_leave_return_and_grow_up() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let made = child(&officer, app, "Nguyễn Thị Hoà", "2008-06-05", "khupho1");
        let path = format!("/children/{}", made["id"].as_str().expect("an id"));
        let head = app.sign_in("khupho1");
        let moved = head.post(&format!("{path}/move"), json!({"neighborhood_id": app.unit_of("khupho2")})).ok();
        assert_eq!(moved["child"], Value::Null);
        head.get(&path).refused(404, "not_found");
        let there = app.sign_in("khupho2");
        assert_eq!(there.get(&path).ok()["neighborhood_id"], app.unit_of("khupho2"));
        there.post(&format!("{path}/return"), json!({})).refused(409, "wrong_state");
        let out =
            there.post(&format!("{path}/move-out"), json!({"moved_on": "2024-06-02", "to": "Phường Ngọc Trạo"})).ok();
        assert_eq!((&out["status"], &out["status_on"]), (&json!("moved_out"), &json!("2024-06-02")));
        assert_eq!(there.get("/children").ok()["total"], 0);
        assert_eq!(there.get("/children?status=moved_out").ok()["total"], 1);
        there.post(&format!("{path}/return"), json!({})).ok();
        there.post(&format!("{path}/move-out"), json!({"moved_on": "2025-06-02", "to": "x"})).refused(422, "invalid");
        app.wait(TimeDelta::days(2));
        bup::jobs::run_due(&app.gate);
        let there = app.sign_in("khupho2");
        assert_eq!(there.get(&path).ok()["status"], "aged_out");
        assert_eq!(there.get("/children").ok()["total"], 0);
    });
}

#[test]
fn a_look_is_written_down_and_shown_to_the_ward() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let made = child(&officer, app, "Nguyễn Thị Hoà", "2016-05-01", "khupho1");
        let path = format!("/children/{}", made["id"].as_str().expect("an id"));
        app.sign_in("yte").get(&path).ok();
        app.sign_in("khupho2").get(&path).refused(404, "not_found");
        let mut looks = Value::Null;
        for _ in 0..50 {
            looks = officer.get(&format!("{path}/views")).ok();
            if looks["total"].as_i64() >= Some(3) {
                break;
            }
            // A refusal is written down beside its answer, not before it.
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let told: Vec<(&str, &str)> = looks["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|one| (one["action"].as_str().expect("a word"), one["outcome"].as_str().expect("a word")))
            .collect();
        assert!(told.contains(&("children.read", "done")) && told.contains(&("children.read", "denied")), "{told:?}");
        app.sign_in("khupho1").get(&format!("{path}/views")).refused(403, "not_your_desk");
        // The audit log names nobody.
        let log = app.sign_in("lanhdao").get("/audit?resource=children").ok().to_string();
        assert!(log.contains("children.read") && !log.contains("Hoà"));
    });
}

#[test]
fn rows_inside_a_child_are_reached_through_it_alone() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let one = child(&officer, app, "Nguyễn Thị Hoà", "2016-05-01", "khupho1");
        let other = child(&officer, app, "Lê Thị Mai", "2015-02-03", "khupho1");
        let path = |row: &Value| format!("/children/{}", row["id"].as_str().expect("an id"));
        let body = json!({"code": "HC04", "sub_code": "02", "from_date": "2024-01-01", "evidence": "Giấy xác nhận 12"});
        let with = officer.post(&format!("{}/circumstances", path(&one)), body.clone()).ok();
        officer.post(&format!("{}/circumstances", path(&one)), body).refused(422, "invalid");
        let id = with["circumstances"][0]["id"].as_str().expect("an id");
        let end = |row: &Value| format!("{}/circumstances/{id}/end", path(row));
        officer.post(&end(&other), json!({"to_date": "2024-05-01"})).refused(404, "not_found");
        app.sign_in("khupho2").post(&end(&one), json!({"to_date": "2024-05-01"})).refused(404, "not_found");
        officer.post(&end(&one), json!({"to_date": "2023-05-01"})).refused(422, "invalid");
        let ended = app.sign_in("khupho1").post(&end(&one), json!({"to_date": "2024-05-01"})).ok();
        assert_eq!(ended["circumstances"], json!([]));
        // A secret group that somebody else wrote down is not there for an editor.
        let secret = officer
            .post(&format!("{}/circumstances", path(&one)), json!({"code": "HC11", "from_date": "2024-01-01"}))
            .ok();
        let secret = secret["circumstances"][0]["id"].as_str().expect("an id");
        let cancel = format!("{}/circumstances/{secret}/cancel", path(&one));
        app.sign_in("khupho1").post(&cancel, json!({"reason": "x"})).refused(404, "not_found");
        let unknown = json!({"code": "HC11", "from_date": "2024-01-01"});
        app.sign_in("khupho1").post(&format!("{}/circumstances", path(&one)), unknown).refused(422, "invalid");
        officer.post(&cancel, json!({"reason": "Ghi nhầm"})).ok();
        assert_eq!(officer.get(&path(&one)).ok()["circumstances"], json!([]));
    });
}

#[test]
fn a_number_of_the_coverage_is_the_list_behind_it() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let add = |name: &str, born: &str, unit: &str, more: Value| {
            let mut body =
                json!({"full_name": name, "date_of_birth": born, "sex": "male", "neighborhood_id": app.unit_of(unit)});
            for (member, value) in more.as_object().expect("an object") {
                body[member] = value.clone();
            }
            officer.post("/children", body).ok()
        };
        let poor = add("Lê Văn An", "2015-01-01", "khupho1", json!({"poverty": "poor", "can_swim": true}));
        add("Lê Văn Bình", "2014-01-01", "khupho2", json!({"poverty": "near_poor"}));
        add("Lê Văn Cường", "2020-01-01", "khupho1", json!({"health_insurance_no": "0123456789"}));
        add(
            "Lê Văn Dũng",
            "2021-01-01",
            "khupho2",
            json!({"health_insurance_no": "0123456788", "health_insurance_valid_to": "2024-01-31"}),
        );
        let path = format!("/children/{}", poor["id"].as_str().expect("an id"));
        officer.post(&format!("{path}/supports"), json!({"kind": "gift", "on_date": "2024-06-01"})).ok();
        let hidden = add("Lê Văn Em", "2013-01-01", "khupho1", json!({}));
        let hidden = format!("/children/{}/circumstances", hidden["id"].as_str().expect("an id"));
        officer.post(&hidden, json!({"code": "HC11", "from_date": "2024-01-01"})).ok();

        let coverage = officer.get("/children/coverage?year=2024").ok();
        let count = |programme: &str| -> Vec<i64> {
            let all = coverage["programmes"].as_array().expect("programmes");
            let one = all.iter().find(|one| one["programme"] == programme).expect(programme);
            ["entitled", "reached", "not_reached"].iter().map(|name| one[name].as_i64().expect("a number")).collect()
        };
        assert_eq!(count("gift"), [3, 1, 2]);
        assert_eq!(count("visit"), [1, 0, 1]);
        assert_eq!(count("insurance_card"), [2, 1, 1]);
        assert_eq!(count("swimming_class"), [3, 1, 2]);
        for programme in coverage["programmes"].as_array().expect("programmes") {
            let word = programme["programme"].as_str().expect("a word");
            let list =
                |rest: &str| officer.get(&format!("/children?programme={word}&year=2024{rest}")).ok()["total"].clone();
            assert_eq!(list(""), programme["entitled"], "{word}");
            assert_eq!(list("&reached=true"), programme["reached"], "{word}");
            assert_eq!(list("&reached=false"), programme["not_reached"], "{word}");
            for place in programme["by_neighborhood"].as_array().expect("places") {
                let unit = place["neighborhood"]["id"].as_str().expect("an id");
                assert_eq!(list(&format!("&reached=false&neighborhood_id={unit}")), place["not_reached"], "{word}");
            }
        }
        // Whoever may not know of a group is not told by a number either.
        let head = app.sign_in("khupho1").get("/children/coverage?year=2024").ok();
        let gift = head["programmes"].as_array().expect("programmes").iter().find(|one| one["programme"] == "gift");
        assert_eq!(gift.expect("gift")["entitled"], 1);
        let health = app.sign_in("yte").get("/children/coverage").ok();
        let words: Vec<&Value> =
            health["programmes"].as_array().expect("programmes").iter().map(|one| &one["programme"]).collect();
        assert_eq!(words, [&json!("insurance_card")]);
        app.sign_in("yte").get("/children?programme=gift&reached=true").refused(403, "filter_not_yours");
        assert_eq!(app.sign_in("doan").get("/children/coverage").ok()["programmes"], json!([]));
    });
}

#[test]
fn consent_needs_both_and_requests_have_clocks() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let made = child(&officer, app, "Nguyễn Thị Hoà", "2016-05-01", "khupho1");
        let path = format!("/children/{}", made["id"].as_str().expect("an id"));
        let consent = |agrees: Value| {
            json!({"purpose": "photos", "given_on": "2024-06-01", "child_agrees": agrees,
                "representative_name": "Trần Thị Bình", "representative_relation": "mẹ", "representative_agrees": true})
        };
        let problem = officer.post(&format!("{path}/consents"), consent(Value::Null)).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "child_unasked");
        let refused = officer.post(&format!("{path}/consents"), consent(json!(false))).ok();
        assert_eq!((&refused["items"][0]["valid"], &refused["items"][0]["age"]), (&json!(false), &json!(8)));
        let given = officer.post(&format!("{path}/consents"), consent(json!(true))).ok();
        assert_eq!(given["items"][0]["valid"], true);
        let id = given["items"][0]["id"].as_str().expect("an id");
        let withdrawn =
            officer.post(&format!("{path}/consents/{id}/withdraw"), json!({"reason": "Gia đình đổi ý"})).ok();
        assert_eq!(withdrawn["items"][0]["valid"], false);
        app.sign_in("yte").get(&format!("{path}/consents")).refused(403, "field_not_yours");

        // Friday: two working days end on Tuesday.
        let asked = json!({"kind": "delete", "requester_name": "Trần Thị Bình", "requester_relation": "mẹ",
            "received_on": "2024-05-31", "details": "Xóa ảnh"});
        let requests = officer.post(&format!("{path}/data-requests"), asked).ok();
        let first = &requests["items"][0];
        assert_eq!((&first["answer_due_on"], &first["execute_due_on"]), (&json!("2024-06-04"), &json!("2024-06-20")));
        assert_eq!((&first["late"], &first["status"]), (&json!(false), &json!("received")));
        let answer = format!("{path}/data-requests/{}/answer", first["id"].as_str().expect("an id"));
        officer.post(&answer, json!({"status": "answered", "answer": "Đã nhận"})).ok();
        officer.post(&answer, json!({"status": "received", "answer": "x"})).refused(409, "wrong_state");
        let done = officer.post(&answer, json!({"status": "executed", "answer": "Đã xóa"})).ok();
        assert_eq!(done["items"][0]["status"], "executed");
        app.sign_in("khupho1").get("/children/data-requests").refused(403, "not_your_desk");
        assert_eq!(app.sign_in("lanhdao").get("/children/data-requests").ok()["total"], 1);
    });
}

#[test]
fn an_erased_child_is_a_number_and_nothing_else() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let made = officer.post("/children", full(app)).ok();
        let path = format!("/children/{}", made["id"].as_str().expect("an id"));
        officer
            .post(&format!("{path}/supports"), json!({"kind": "gift", "on_date": "2024-06-01", "note": "Gieo Mầm"}))
            .ok();
        let injury = json!({"child_id": made["id"], "happened_on": "2024-06-02", "kind": "fall", "place_kind": "home",
            "outcome": "recovered", "place": "Sân nhà bà Bắp", "supervision": "Bà Bắp", "description": "Ngã từ cây khế"});
        let injury = officer.post("/injuries", injury).ok();
        assert_eq!(bup::features::children::erase(&app.gate, "TE-000001").expect("erased"), "TE-000001");
        officer.get(&path).refused(404, "not_found");
        let left = officer.get(&format!("/injuries/{}", injury["id"].as_str().expect("an id"))).ok();
        assert_eq!((&left["kind"], &left["description"], &left["place"]), (&json!("fall"), &json!(""), &json!("")));
        assert_eq!(officer.get("/children?status=active,moved_out,deceased,aged_out").ok()["total"], 0);
        officer.get("/children?status=erased").refused(400, "bad_parameter");
        assert_eq!(officer.post("/children/search", json!({"q": "038316001234"})).ok()["total"], 0);
        assert!(bup::features::children::erase(&app.gate, "TE-000001").is_err(), "there is nobody any more");
        // The number is not given to somebody else.
        assert_eq!(child(&officer, app, "Lê Thị Mai", "2015-02-03", "khupho1")["code"], "TE-000002");
        if !app.cut_off(false) {
            // What SQLite deletes stays in its pages until they are used again.
            return;
        }
        let stored = String::from_utf8_lossy(&app.stored()).into_owned();
        for word in ["Nguyễn Thị Hoà", "0912345678", "Gieo Mầm", "TE1382912345678", "Bắp"] {
            assert!(!stored.contains(word), "{word}");
        }
    });
}

#[test]
fn codes_go_on_beyond_six_digits() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let make = |name: &str| child(&officer, app, name, "2016-05-01", "khupho1")["code"].clone();
        make("Lê An");
        let last = "UPDATE children SET code = 'TE-999999'";
        diesel::sql_query(last).execute(&mut app.database()).expect("the last code of six digits");
        let codes = ["Bùi Bình", "Hà Chi", "Đỗ Dung"].map(make);
        assert_eq!(codes, ["TE-1000000", "TE-1000001", "TE-1000002"].map(|code| json!(code)));
        assert_eq!(officer.post("/children/search", json!({"q": "te-1000001"})).ok()["total"], 1);
    });
}

/// A number that somebody sees in part and sends back is no number: what is stored stays.
#[test]
fn a_masked_number_saved_back_changes_nothing() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let made = officer.post("/children", full(app)).ok();
        let path = format!("/children/{}", made["id"].as_str().expect("an id"));
        let mask = app.sign_in("lanhdao").get(&path).ok()["personal_id"].clone();
        assert_eq!(mask, "0383•••••234");
        for (account, shown) in [("chinhsach", &mask), ("khupho1", &mask), ("truong2", &mask), ("yte", &mask)] {
            let person = app.sign_in(account);
            let before = person.get(&path).ok();
            for (field, value) in [
                ("personal_id", shown.clone()),
                ("personal_id", json!("•••••")),
                ("personal_id", json!("0••• ••• 123")),
                ("guardians", json!([{"relation": "mother", "full_name": "Trần Thị Bình", "phone": "0••• ••• 678"}])),
            ] {
                let answer = person.patch(&path, &before["version"], json!({field: value}));
                let told = format!("{account} {field} {value}: {}", answer.text());
                let code = answer.json()["code"].clone();
                assert!(code == "invalid" || code == "field_not_yours", "{told}");
            }
            // The leader's whole row, saved back as it is shown, by whoever may write.
            let whole = officer.get(&path).ok();
            assert_eq!(
                (&whole["personal_id"], &whole["version"]),
                (&json!("038316001234"), &made["version"]),
                "{account}"
            );
            assert_eq!(whole["guardians"][0]["phone"], "0912345678");
        }
        let new = json!({"full_name": "Lê Văn Đạt", "date_of_birth": "2015-02-03", "sex": "male",
            "neighborhood_id": app.unit_of("khupho1"), "personal_id": mask});
        officer.post("/children", new).refused(422, "invalid");
    });
}

/// A look that leaves no row in the log shows whom somebody looks for, and nothing that one opens a child for.
#[test]
fn a_list_shows_who_somebody_is_and_not_what_is_kept_of_them() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let made = officer.post("/children", full(app)).ok();
        let id = made["id"].as_str().expect("an id");
        let group = json!({"code": "HC01", "from_date": "2024-01-01", "evidence": "QĐ 12", "note": "Ở với bà"});
        officer.post(&format!("/children/{id}/circumstances"), group).ok();
        let head = app.sign_in("khupho1");
        let looks = || officer.get(&format!("/children/{id}/views")).ok()["items"].as_array().map(Vec::len);
        let before = looks();
        let mut again = full(app);
        again["neighborhood_id"] = json!(app.unit_of("khupho1"));
        let seen = [
            head.get("/children").ok()["items"][0].clone(),
            head.post("/children/search", json!({"q": "TE-000001"})).ok()["items"][0].clone(),
            officer.post("/children/search", json!({"q": "038316001234"})).ok()["items"][0].clone(),
            head.post("/children", again).refused(409, "possible_duplicates")["candidates"][0]["child"].clone(),
        ];
        assert_eq!(looks(), before);
        for one in seen {
            assert_eq!((&one["full_name"], &one["guardians"]), (&made["full_name"], &made["guardians"]));
            for hidden in ["personal_id", "ethnicity", "permanent_address", "illness", "disability", "notes"] {
                assert!(one.get(hidden).is_none(), "{hidden}: {one:#}");
            }
            let group = &one["circumstances"][0];
            assert_eq!((&group["code"], &group["evidence"], &group["note"]), (&json!("HC01"), &json!(""), &json!("")));
        }
        // The health station's list is what it works by.
        assert_eq!(app.sign_in("yte").get("/children").ok()["items"][0]["illness"], "hen");
        // Rows side by side are compared whole, by the ward's desk, which leaves its own row in the log.
        officer.get("/children/duplicates").ok();
        assert_eq!(app.sign_in("lanhdao").get("/audit?action=children.read_duplicates").ok()["total"], 1);
    });
}

/// A row that was merged into another one is the same child, with all that it held.
#[test]
fn an_erasure_takes_the_rows_that_were_merged_along() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let kept = child(&officer, app, "Nguyễn Thị Hoà", "2016-05-01", "khupho1");
        let mut body = full(app);
        body["not_duplicate_of"] = json!([kept["id"]]);
        body["guardians"] = json!([{"relation": "mother", "full_name": "Phí Thị Gạo", "phone": "0987000111"}]);
        let gone = officer.post("/children", body).ok();
        let path = |row: &Value| format!("/children/{}", row["id"].as_str().expect("an id"));
        officer.post(&format!("{}/merge", path(&kept)), json!({"other_id": gone["id"]})).ok();
        let erased = bup::features::children::erase(&app.gate, gone["code"].as_str().expect("a code"));
        assert_eq!(erased.expect("erased"), kept["code"].as_str().expect("a code"), "the child, by any of its codes");
        for row in [&kept, &gone] {
            officer.get(&path(row)).refused(404, "not_found");
        }
        #[derive(diesel::QueryableByName)]
        struct Left {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        let count = |query: &str| -> i64 {
            let left: Left = match app.database() {
                bup::db::Conn::Sqlite(mut conn) => diesel::sql_query(query).get_result(&mut conn),
                bup::db::Conn::Pg(mut conn) => diesel::sql_query(query).get_result(&mut conn),
            }
            .expect("a number");
            left.n
        };
        assert_eq!(count("SELECT COUNT(*) AS n FROM children WHERE full_name <> '' OR personal_id IS NOT NULL"), 0);
        assert_eq!(count("SELECT COUNT(*) AS n FROM child_guardians"), 0);
    });
}
