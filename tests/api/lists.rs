//! Every list as a file: the whole of it, with the list's own filters and rights; and every made row at its address.

use bup_tests::{Client, each, json};

const LISTS: [(&str, &str); 9] = [
    ("/plans", "chinhsach"),
    ("/tasks", "khupho2"),
    ("/obstacles", "khupho2"),
    ("/reminders", "chinhsach"),
    ("/units", "quantri"),
    ("/users", "lanhdao"),
    ("/audit", "quantri"),
    ("/audit/sign-ins", "lanhdao"),
    ("/delegations", "lanhdao"),
];

/// The lines below the names of the columns.
fn lines(person: &Client, address: &str) -> Vec<String> {
    let file = person.with("Accept", "text/csv").get(address);
    assert_eq!((file.status, file.header("content-type")), (200, "text/csv; charset=utf-8"), "{address}");
    assert!(file.header("content-disposition").starts_with("attachment"), "{address}");
    assert!(file.text().starts_with("\u{feff}STT,"), "{address}: {}", file.text());
    file.text().lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn every_list_can_be_taken_away() {
    each(|app| {
        let neighborhood = app.sign_in("khupho2");
        neighborhood.post("/obstacles", json!({"title": "Thiếu loa"})).ok();
        app.sign_in("khupho3").post("/obstacles", json!({"title": "=1+1"})).ok();
        for (list, account) in LISTS {
            let person = app.sign_in(account);
            let total = person.get(&format!("{list}?limit=1")).ok()["total"].clone();
            // A file holds all pages, whatever the page.
            assert_eq!(json!(lines(&person, &format!("{list}?limit=1")).len()), total, "{list}");
            person.with("Accept", "text/csv").get(&format!("{list}?limit=0")).refused(400, "bad_parameter");
            person.with("Accept", "text/csv").get(&format!("{list}?colour=red")).refused(400, "bad_parameter");
            let book = person.get(&format!("{list}/export.xlsx"));
            assert_eq!((book.status, book.bytes.get(..2)), (200, Some(b"PK".as_slice())), "{list}: {}", book.text());
            person.get(&format!("{list}/export.xlsx?colour=red")).refused(400, "bad_parameter");
        }
        assert_eq!(lines(&neighborhood, "/obstacles").len(), 1);
        let officer = app.sign_in("chinhsach");
        assert_eq!(lines(&officer, "/obstacles").len(), 2);
        let filtered = lines(&officer, "/obstacles?q=loa");
        assert!(matches!(filtered.as_slice(), [line] if line.contains("Thiếu loa")), "{filtered:?}");
        assert!(lines(&officer, "/obstacles").iter().any(|line| line.contains(",'=1+1,")));
    });
}

#[test]
fn what_was_made_is_found_where_the_answer_says() {
    each(|app| {
        let (doan, leader) = (app.sign_in("doan"), app.sign_in("lanhdao"));
        let new = json!({"title": "Trại hè", "due_on": "2024-06-28", "lead_unit_id": app.unit_of("doan")});
        let officer = app.sign_in("chinhsach");
        let task = officer.post("/tasks", new.clone()).ok()["id"].as_str().expect("an id").to_owned();
        let report = doan.post(&format!("/tasks/{task}/updates"), json!({"note": "Đã thuê lều", "progress": 20}));
        assert_eq!(doan.get(report.header("location")).ok(), report.ok());
        app.sign_in("congan").get(report.header("location")).refused(404, "not_found");
        // An entry is reached through its own task only.
        let other = officer.post("/tasks", new).ok()["id"].as_str().expect("an id").to_owned();
        doan.get(&report.header("location").replace(&task, &other)).refused(404, "not_found");
        let deputy = officer.get("/users?q=chutich").ok()["items"][0]["id"].clone();
        let days = json!({"to_user_id": deputy, "starts_on": "2024-06-03", "ends_on": "2024-06-05", "reason": "Họp"});
        let made = leader.post("/delegations", days);
        assert_eq!(leader.get(made.header("location")).ok(), made.ok());
        doan.get(made.header("location")).refused(403, "forbidden");
    });
}

#[test]
fn who_may_not_read_a_list_gets_no_file() {
    each(|app| {
        for (list, account) in [("/users", "khupho2"), ("/audit", "doan"), ("/tasks", "quantri"), ("/units", "doan")] {
            let person = app.sign_in(account);
            person.with("Accept", "text/csv").get(list).refused(403, "forbidden");
            person.get(&format!("{list}/export.xlsx")).refused(403, "forbidden");
        }
        app.anybody().get("/plans/export.xlsx").refused(401, "not_signed_in");
    });
}

#[test]
fn units_that_have_finished_are_counted_in_two_columns() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let (lead, one, two) = (app.unit_of("chinhsach"), app.unit_of("khupho1"), app.unit_of("khupho2"));
        let new = json!({"title": "Rà soát", "due_on": "2024-06-28", "lead_unit_id": lead, "each_unit": true,
            "joining_unit_ids": [one, two]});
        officer.post("/tasks", new).ok();
        // "0/2" would be read as a day by a spreadsheet.
        assert!(lines(&officer, "/tasks")[0].contains(",0,2,"), "{:?}", lines(&officer, "/tasks"));
    });
}
