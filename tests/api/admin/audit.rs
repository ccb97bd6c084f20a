//! The audit log: whose it is, what it shows, how it is searched.

use super::{behind_the_scenes, column, unit, user};
use bup::db::schema::audit;
use bup::db::types::Id;
use bup_tests::{App, each, json};
use chrono::TimeDelta;
use diesel::prelude::*;

#[test]
fn leader_and_administrator_see_the_ward_and_the_officer_their_own() {
    each(|app| {
        let (admin, leader, officer) = (app.sign_in("quantri"), app.sign_in("lanhdao"), app.sign_in("chinhsach"));
        admin.post("/units", json!({"kind": "school", "code": "thpt", "name": "THPT"})).ok();
        let newest = &leader.get("/audit").ok()["items"][0];
        assert_eq!((&newest["action"], &newest["resource"]), (&json!("accounts.create"), &json!("accounts")));
        assert_eq!((&newest["actor"]["full_name"], &newest["outcome"]), (&json!("Lương Gia Bảo"), &json!("done")));
        assert_eq!(newest["changes"]["code"], json!([null, "thpt"]));
        assert!(newest["request_id"].as_str().is_some_and(|id| !id.is_empty()));
        assert_eq!(newest["row_id"], unit(&admin, "thpt")["id"]);

        assert_eq!(column(&officer.get("/audit").ok(), "action"), ["own.sign_in"]);
        let admin_id = user(&admin, "quantri")["id"].as_str().unwrap().to_owned();
        assert_eq!(officer.get(&format!("/audit?actor_id={admin_id}")).ok()["total"], 0);
        for name in ["doan", "khupho1", "captren"] {
            assert_eq!(app.sign_in(name).get("/audit").refused(403, "forbidden")["permission"], "audit:read");
        }
    });
}

#[test]
fn refused_attempts_are_there_and_filters_find_them() {
    each(|app| {
        let (admin, doan) = (app.sign_in("quantri"), app.sign_in("doan"));
        let row = user(&admin, "khupho1");
        doan.get(&format!("/users/{}", row["id"].as_str().unwrap())).refused(403, "forbidden");
        // Denials are written behind the answer.
        let denied = || admin.get("/audit?outcome=denied").ok();
        for _ in 0..100 {
            if denied()["total"] == 1 {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let entry = &denied()["items"][0];
        assert_eq!((&entry["action"], &entry["row_id"]), (&json!("accounts.read"), &row["id"]));
        assert_eq!(entry["actor"]["full_name"], "Phạm Ngọc Ánh");

        app.wait(TimeDelta::days(1));
        let admin = app.sign_in("quantri");
        admin.post("/units", json!({"kind": "school", "code": "thpt", "name": "THPT"})).ok();
        let total = |query: &str| admin.get(&format!("/audit?{query}")).ok()["total"].as_i64().unwrap();
        assert_eq!((total("from=2024-06-04"), total("to=2024-06-03"), total("")), (2, 3, 5));
        assert_eq!(total("from=2024-06-03&to=2024-06-03&action=own.sign_in"), 2);
        assert_eq!(total("resource=accounts&outcome=done"), 1);
        assert_eq!(total(&format!("row_id={}", row["id"].as_str().unwrap())), 1);
        admin.get("/audit?from=yesterday").refused(400, "bad_parameter");
        admin.get("/audit?q=x").refused(400, "bad_parameter");

        let mut paged = Vec::new();
        let mut path = "/audit?limit=2".to_owned();
        loop {
            let page = admin.get(&path).ok();
            paged.extend(column(&page, "id"));
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            path = format!("/audit?limit=2&cursor={cursor}");
        }
        assert_eq!(paged, column(&admin.get("/audit").ok(), "id"));
        assert_eq!(paged.len(), 5);
    });
}

fn write(app: &App, ward: &Id, resource: &str, seq: i64) {
    behind_the_scenes(app, |cx| {
        diesel::insert_into(audit::table)
            .values((
                // Behind the chain's back, and far from its end.
                audit::seq.eq(seq),
                audit::at.eq(cx.now),
                audit::ward_id.eq(ward),
                audit::action.eq(format!("{resource}.update")),
                audit::resource.eq(resource),
                audit::changes.eq(r#"{"danger_level":["low","high"]}"#),
                audit::outcome.eq("done"),
                audit::request_id.eq("test"),
            ))
            .execute(cx.conn)?;
        Ok(())
    });
}

#[test]
fn the_administrator_sees_that_a_case_changed_but_not_what() {
    each(|app| {
        let (admin, leader) = (app.sign_in("quantri"), app.sign_in("lanhdao"));
        let ward = Id::parse(admin.get("/me").ok()["ward"]["id"].as_str().unwrap()).unwrap();
        for (resource, seq) in ["concerns", "cases", "children"].into_iter().zip(1_000_000..) {
            write(app, &ward, resource, seq);
            let path = format!("/audit?resource={resource}");
            let (hidden, shown) = (admin.get(&path).ok(), leader.get(&path).ok());
            assert_eq!((&hidden["total"], &hidden["items"][0]["changes"]), (&json!(1), &json!({})));
            assert_eq!(shown["items"][0]["changes"], json!({"danger_level": ["low", "high"]}));
            assert_eq!(shown["items"][0]["actor"], json!(null));
        }
    });
}

#[test]
fn a_flood_of_refused_attempts_fills_no_disk() {
    each(|app| {
        let (admin, doan) = (app.sign_in("quantri"), app.sign_in("doan"));
        for _ in 0..50 {
            doan.get("/users").refused(403, "forbidden");
        }
        let denied = || admin.get("/audit?outcome=denied&limit=1").ok()["total"].as_i64().unwrap();
        for _ in 0..200 {
            if denied() >= 30 {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        // Another's are written for themselves, and after a minute there is room again.
        app.sign_in("khupho1").get("/users").refused(403, "forbidden");
        app.wait(TimeDelta::seconds(61));
        doan.get("/users").refused(403, "forbidden");
        for _ in 0..200 {
            if denied() >= 32 {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
        assert_eq!(denied(), 32);
    });
}
