//! The numbers of reports: recounted from the rows, true for the end of the period, and silent about who is on the closed
//! list.

use bup::db::Conn;
use bup_tests::{App, Value, each, json};
use diesel::RunQueryDsl;

use crate::children::child;
use crate::reports::{DAY, begin, figure, fill, id, path, plan, value};

/// The same numbers asked of the tables, in other words than the program's.
const RECOUNTED: [(&str, &str); 7] = [
    ("children_total", "SELECT COUNT(*) AS n FROM children WHERE status = 'active' AND merged_into_id IS NULL"),
    (
        "children_special",
        "SELECT COUNT(DISTINCT c.id) AS n FROM children c JOIN child_circumstances x ON x.child_id = c.id WHERE
         c.status = 'active' AND x.kind = 'circumstance' AND x.cancelled_at IS NULL AND x.to_date IS NULL",
    ),
    (
        "children_at_risk",
        "SELECT COUNT(DISTINCT c.id) AS n FROM children c JOIN child_circumstances x ON x.child_id = c.id WHERE
         c.status = 'active' AND x.kind = 'risk' AND x.cancelled_at IS NULL AND x.to_date IS NULL",
    ),
    (
        "gifts_children",
        "SELECT COUNT(DISTINCT child_id) AS n FROM child_supports WHERE cancelled_at IS NULL AND kind IN
         ('gift', 'cash', 'visit') AND on_date BETWEEN '2024-06-01' AND '2024-06-30'",
    ),
    (
        "gifts_value",
        "SELECT CAST(SUM(value) AS BIGINT) AS n FROM child_supports WHERE cancelled_at IS NULL AND kind IN
         ('gift', 'cash') AND on_date BETWEEN '2024-06-01' AND '2024-06-30'",
    ),
    ("tasks_total", "SELECT COUNT(*) AS n FROM tasks WHERE status <> 'cancelled'"),
    ("injuries_total", "SELECT COUNT(*) AS n FROM injuries WHERE cancelled_at IS NULL AND happened_on >= '2024-06-01'"),
];

#[derive(diesel::QueryableByName)]
struct Recount {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

fn recount(app: &App, query: &str) -> i64 {
    let found: Recount = match app.database() {
        Conn::Sqlite(mut conn) => diesel::sql_query(query).get_result(&mut conn),
        Conn::Pg(mut conn) => diesel::sql_query(query).get_result(&mut conn),
    }
    .expect("a number");
    found.n
}

#[test]
fn every_number_is_the_sum_of_the_rows_behind_it() {
    each(|app| {
        let (plan, officer) = (plan(app), app.sign_in("chinhsach"));
        fill(app);
        let injury = json!({"happened_on": "2024-06-02", "kind": "fall", "place_kind": "home", "place": "Nhà",
            "outcome": "recovered", "sex": "male", "age": 5, "neighborhood_id": app.unit_of("khupho1")});
        officer.post("/injuries", injury).ok();
        let report = begin(&officer, &plan, "ward_final");
        // Counted by hand from what `fill` made: eight children, one of them moved away.
        assert_eq!(value(&report, "children_total"), 7);
        assert_eq!(value(&report, "children_special"), 2, "one of three moved away");
        assert_eq!(value(&report, "children_at_risk"), 1);
        assert_eq!(value(&report, "gifts_children"), 3, "the moved child was given something before");
        assert_eq!(value(&report, "gifts_special"), 3, "and was in need on that day");
        assert_eq!((value(&report, "gifts_count"), value(&report, "gifts_value")), (3, 600_000));
        assert_eq!((value(&report, "tasks_total"), value(&report, "tasks_late")), (2, 1));
        assert_eq!((value(&report, "injuries_total"), value(&report, "injuries_deaths")), (1, 0));
        for (code, query) in RECOUNTED {
            assert_eq!(value(&report, code), recount(app, query), "{code}");
        }
        let groups: Vec<(&str, i64)> = figure(&report, "children_special")["parts"]
            .as_array()
            .expect("parts")
            .iter()
            .filter(|part| part["dimension"] == "group")
            .map(|part| (part["key"].as_str().expect("a key"), part["value"].as_i64().expect("a value")))
            .collect();
        assert_eq!(groups, [("HC02", 1), ("HC04", 2)]);

        let check = |report: &Value| {
            for one in report["indicators"].as_array().expect("indicators") {
                let code = one["code"].as_str().expect("a code");
                let address = path(report, &format!("/indicators/{code}/rows"));
                if one["source"].is_null() {
                    officer.get(&address).refused(404, "not_found");
                    continue;
                }
                let rows = officer.get(&format!("{address}?limit=200")).ok();
                assert_eq!(rows["value"], one["computed"], "{code}");
                let items = rows["items"].as_array().expect("items");
                let sum: i64 = items.iter().map(|row| row["amount"].as_i64().expect("an amount")).sum();
                // Whoever moved away is not the officer's to open, and counts all the same.
                assert_eq!(items.len() + rows["unnamed"].as_u64().expect("a count") as usize, rows["rows"], "{code}");
                if rows["unnamed"] == 0 {
                    assert_eq!(json!(sum), rows["value"], "{code}");
                }
                for part in one["parts"].as_array().expect("parts") {
                    let key = format!("{}:{}", part["dimension"].as_str().unwrap(), part["key"].as_str().unwrap());
                    let of_part = officer.get(&format!("{address}?part={key}&limit=200")).ok();
                    assert_eq!(of_part["value"], part["value"], "{code} {key}");
                }
            }
        };
        check(&report);

        // Handed in, it is what it was, whatever happens to the rows.
        let submitted = officer.post(&path(&report, "/submit"), json!({})).ok();
        assert_eq!(
            (&submitted["status"], &submitted["revision"], &submitted["is_frozen"]),
            (&json!("submitted"), &json!(1), &json!(true))
        );
        child(&officer, app, "Lê Văn Mới", "2015-01-01", "khupho1");
        let after = officer.get(&path(&report, "")).ok();
        assert_eq!(value(&after, "children_total"), 7);
        check(&after);
        let stored = String::from_utf8_lossy(&app.stored()).into_owned();
        assert!(!stored.contains("group:HC04"), "which child is in which group lies open in the frozen rows");
    });
}

/// Reports are written after their period: what happened between its end and the writing must not move its numbers.
#[test]
fn a_report_counts_what_was_so_at_the_end_of_its_period() {
    each(|app| {
        let plan = plan(app);
        let officer = app.sign_in("chinhsach");
        let names = ["An", "Bình", "Chi", "Dũng"];
        let list: Vec<Value> = names
            .iter()
            .map(|name| child(&officer, app, &format!("Trần Thị {name}"), "2015-03-01", "khupho1"))
            .collect();
        let row = |at: usize| format!("/children/{}", id(&list[at]));
        for at in [1, 2] {
            let body = json!({"code": "HC04", "from_date": "2024-01-01", "evidence": "QĐ 12"});
            officer.post(&format!("{}/circumstances", row(at)), body).ok();
            let gift = json!({"kind": "gift", "on_date": "2024-06-02", "value": 100_000});
            officer.post(&format!("{}/supports", row(at)), gift).ok();
        }
        let pupil = json!({"full_name": "Trần Thị Em", "date_of_birth": "2015-03-01", "sex": "female", "grade": "3A",
            "neighborhood_id": app.unit_of("khupho1"), "school_id": app.unit_of("truong1")});
        officer.post("/children", pupil).ok();
        let school = app.sign_in("truong1");
        let handover = school.post("/summer/handovers", json!({"year": 2024})).ok()["items"][0].clone();

        app.wait(DAY * 37);
        let (officer, school) = (app.sign_in("chinhsach"), app.sign_in("truong1"));
        let out = |at: usize, day: &str| {
            let body = json!({"moved_on": day, "to": "Phường khác"});
            officer.post(&format!("{}/move-out", row(at)), body).ok();
        };
        // Before the end, on its last day, after it.
        out(1, "2024-06-20");
        out(3, "2024-06-30");
        out(2, "2024-07-01");
        school.post(&format!("/summer/handovers/{}/hand-over", id(&handover)), json!({})).ok();

        let report = begin(&officer, &plan, "ward_final");
        assert_eq!(value(&report, "children_total"), 3, "An, Em, and Chi who left a day later");
        assert_eq!((value(&report, "children_special"), value(&report, "children_disabled")), (1, 1));
        // Both were in special circumstances on the day of the gift, wherever they live now.
        assert_eq!((value(&report, "gifts_children"), value(&report, "gifts_special")), (2, 2));
        assert_eq!(value(&report, "handed_over"), 0, "handed over in July");
        let rows = officer.get(&path(&report, "/indicators/children_total/rows")).ok();
        assert_eq!((&rows["value"], &rows["rows"]), (&json!(3), &json!(3)));
    });
}

/// Who is "in special circumstances" and in no group that one may know of is on the closed list.
#[test]
fn a_number_does_not_name_who_is_on_the_closed_list() {
    each(|app| {
        let (plan, officer) = (plan(app), app.sign_in("chinhsach"));
        let made = |name: &str, codes: &[&str]| {
            let row = child(&officer, app, name, "2016-05-01", "khupho1");
            for code in codes {
                let body = json!({"code": code, "from_date": "2024-01-01"});
                officer.post(&format!("/children/{}/circumstances", id(&row)), body).ok();
            }
            let gift = json!({"kind": "gift", "on_date": "2024-06-01"});
            officer.post(&format!("/children/{}/supports", id(&row)), gift).ok();
            row
        };
        let (closed, both) = (made("Nguyễn Thị An", &["HC05"]), made("Lê Văn Bình", &["HC04", "HC05"]));
        let report = begin(&officer, &plan, "ward_final");
        let leader = app.sign_in("lanhdao");
        for code in ["children_special", "gifts_special"] {
            let rows = path(&report, &format!("/indicators/{code}/rows"));
            let seen = officer.get(&rows).ok();
            assert_eq!((&seen["rows"], &seen["unnamed"]), (&json!(2), &json!(0)), "{code}");
            let seen = leader.get(&rows).ok();
            assert_eq!((&seen["rows"], &seen["unnamed"]), (&json!(2), &json!(1)), "{code}");
            assert_eq!(seen["items"].as_array().map(Vec::len), Some(1));
            assert_eq!(seen["items"][0]["id"], both["id"]);
            assert!(!seen.to_string().contains(id(&closed)), "{code}");
        }
        for who in [&officer, &leader] {
            who.get(&path(&report, "/indicators/children_special/rows?part=group:none")).refused(400, "bad_parameter");
        }
        assert_eq!(leader.get(&path(&report, "/indicators/children_total/rows")).ok()["unnamed"], 0);
    });
}
