//! What changed since: a phone stays in step, learns what to forget, and nothing that is not its own.

use bup_tests::{Client, Value, each, json};
use chrono::TimeDelta;

fn changes(person: &Client, since: &Value) -> Value {
    person.get(&format!("/changes?since={}", since.as_str().expect("a cursor"))).ok()
}

fn ids<'a>(answer: &'a Value, resource: &str, gone: bool) -> Vec<&'a str> {
    let items = answer["items"].as_array().expect("items");
    let of = items.iter().filter(|one| one["resource"] == resource && one["gone"] == gone);
    of.filter_map(|one| one["id"].as_str()).collect()
}

#[test]
fn a_phone_hears_of_its_own_and_forgets_what_left() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let (first, second) = (app.sign_in("khupho1"), app.sign_in("khupho2"));
        let start = first.get("/changes").ok();
        assert_eq!(start["items"], json!([]));
        let since = &start["next_cursor"];
        let child = officer
            .post(
                "/children",
                json!({"full_name": "Nguyễn Thị Hoà", "date_of_birth": "2016-05-01",
                "neighborhood_id": app.unit_of("khupho1")}),
            )
            .ok();
        let task = officer
            .post(
                "/tasks",
                json!({"title": "Treo băng-rôn", "lead_unit_id": app.unit_of("khupho1"), "due_on": "2024-06-20"}),
            )
            .ok();
        let (child, task) = (child["id"].as_str().expect("an id"), task["id"].as_str().expect("an id"));
        let seen = changes(&first, since);
        assert_eq!((ids(&seen, "children", false), ids(&seen, "tasks", false)), (vec![child], vec![task]));
        assert_eq!(changes(&second, since)["items"], json!([]));
        assert_eq!(changes(&app.sign_in("congan"), since)["items"], json!([]));

        // What a reader may not know of does not ring.
        app.wait(TimeDelta::minutes(1));
        let quiet = changes(&first, &seen["next_cursor"])["next_cursor"].clone();
        app.wait(TimeDelta::minutes(1));
        officer
            .post(&format!("/children/{child}/circumstances"), json!({"code": "HC11", "from_date": "2024-01-01"}))
            .ok();
        assert_eq!(changes(&first, &quiet)["items"], json!([]));

        // The child moves, the task is given to others: the one hears what to forget, the other what to fetch.
        officer.post(&format!("/children/{child}/move"), json!({"neighborhood_id": app.unit_of("khupho2")})).ok();
        let version = officer.get(&format!("/tasks/{task}")).ok()["version"].clone();
        officer.patch(&format!("/tasks/{task}"), &version, json!({"lead_unit_id": app.unit_of("khupho2")})).ok();
        let lost = changes(&first, &quiet);
        assert_eq!((ids(&lost, "children", true), ids(&lost, "tasks", true)), (vec![child], vec![task]));
        let got = changes(&second, &quiet);
        assert_eq!((ids(&got, "children", false), ids(&got, "tasks", false)), (vec![child], vec![task]));
        assert_eq!(changes(&app.sign_in("khupho3"), &quiet)["items"], json!([]));
        for cursor in ["x", "1~x", "%00", "-1~"] {
            first.get(&format!("/changes?since={cursor}")).refused(400, "bad_parameter");
        }
    });
}

#[test]
fn whoever_is_taken_off_a_case_forgets_it_and_nobody_else_hears_of_it() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let told = json!({"narrative": "Bị đánh", "received_via": "phone", "danger_level": "high"});
        let concern = officer.post("/concerns", told).ok();
        let case = officer.post("/cases", json!({"concern_id": concern["id"]})).ok();
        let case = case["id"].as_str().expect("an id").to_owned();
        let (police, health) = (app.sign_in("congan"), app.sign_in("yte"));
        let id = |person: &Client| person.get("/me").ok()["user"]["id"].clone();
        let assign = |people: Value| officer.post(&format!("/cases/{case}/assign"), json!({"user_ids": people})).ok();

        let since = police.get("/changes").ok()["next_cursor"].clone();
        assign(json!([id(&officer), id(&police)]));
        assert_eq!(ids(&changes(&police, &since), "cases", false), [case.as_str()]);

        app.wait(TimeDelta::minutes(1));
        let others: Vec<Client> = ["chinhsach", "lanhdao", "yte", "khupho1", "doan", "captren", "quantri"]
            .into_iter()
            .map(|account| app.sign_in(account))
            .collect();
        let since = police.get("/changes").ok()["next_cursor"].clone();
        assign(json!([id(&health)]));
        let lost = changes(&police, &since);
        assert_eq!((ids(&lost, "cases", true), ids(&lost, "cases", false)), (vec![case.as_str()], vec![]));
        police.get(&format!("/cases/{case}")).refused(404, "not_found");
        for (at, other) in others.iter().enumerate() {
            let answer = changes(other, &since);
            // The two ward roles see it still, the health station since now.
            let seen = if at < 3 { vec![case.as_str()] } else { vec![] };
            assert_eq!((ids(&answer, "cases", true), ids(&answer, "cases", false)), (vec![], seen), "{answer}");
        }

        // Whoever is named again before asking has nothing to forget.
        assign(json!([id(&health), id(&police)]));
        let again = changes(&police, &since);
        assert_eq!((ids(&again, "cases", true), ids(&again, "cases", false)), (vec![], vec![case.as_str()]));
    });
}

#[test]
fn many_changes_of_one_moment_come_page_by_page() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let since = officer.get("/changes").ok()["next_cursor"].clone();
        for number in 0..7 {
            let name = format!("Nguyễn Thị {}", ["An", "Ba", "Ca", "Da", "Ga", "Ha", "La"][number]);
            let body =
                json!({"full_name": name, "date_of_birth": "2016-05-01", "neighborhood_id": app.unit_of("khupho1")});
            officer.post("/children", body).ok();
        }
        let (mut cursor, mut seen) = (since, Vec::new());
        loop {
            let page = officer.get(&format!("/changes?limit=3&since={}", cursor.as_str().expect("a cursor"))).ok();
            seen.extend(ids(&page, "children", false).into_iter().map(str::to_owned).collect::<Vec<_>>());
            cursor = page["next_cursor"].clone();
            if page["more"] == false {
                break;
            }
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 7);
    });
}
