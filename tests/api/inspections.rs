//! Inspections: who plans, visits and ends them; what an inspected unit sees; recommendations from asked to verified.

use bup::access::subject::{Inspections, Recommendations};
use bup::access::{Gate, Role, UnitKind, Update};
use bup::auth::passwords;
use bup::setup::{self, NewUser};
use bup_tests::{App, Client, Value, docx_text, each, json};
use chrono::{NaiveDate, TimeDelta};

fn at(row: &Value, rest: &str) -> String {
    format!("/inspections/{}{rest}", row["id"].as_str().expect("an id"))
}

fn rec(row: &Value, rest: &str) -> String {
    format!("/recommendations/{}{rest}", row["id"].as_str().expect("an id"))
}

fn visit(row: &Value, number: usize) -> String {
    at(row, &format!("/visits/{}", row["visits"][number]["id"].as_str().expect("an id")))
}

fn planned(app: &App, more: Value) -> Value {
    let mut body = json!({"kind": "inspection", "title": "Kiểm tra việc thực hiện Tháng hành động",
        "starts_on": "2024-06-03", "ends_on": "2024-06-07",
        "members": [{"name": "Bà Trần Thị Nga", "position": "Trưởng đoàn"}],
        "unit_ids": [app.unit_of("khupho1"), app.unit_of("khupho2")]});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    app.sign_in("chinhsach").post("/inspections", body).ok()
}

fn asked(app: &App, inspection: &Value, of: &str, due_on: &str) -> Value {
    let body = json!({"unit_id": app.unit_of(of), "text": "Rào, cắm biển cảnh báo ao", "due_on": due_on});
    app.sign_in("chinhsach").post(&at(inspection, "/recommendations"), body).ok()
}

fn actions(row: &Value) -> Vec<&str> {
    row["allowed_actions"].as_array().expect("actions").iter().filter_map(Value::as_str).collect()
}

fn newest(person: &Client) -> Value {
    person.get("/notifications?unread=true").ok()["items"][0]["kind"].clone()
}

#[test]
fn an_inspection_is_planned_visited_and_ended() {
    each(|app| {
        let (officer, head) = (app.sign_in("chinhsach"), app.sign_in("khupho1"));
        let row = planned(app, json!({}));
        assert_eq!(
            (&row["status"], &row["units_total"], &row["units_visited"]),
            (&json!("planned"), &json!(2), &json!(0))
        );
        assert_eq!(row["topics"].as_array().map(Vec::len), Some(6), "the topics of the plan's III.4");
        assert_eq!(actions(&row), ["edit", "visit", "recommend", "finish", "cancel"]);
        assert_eq!(newest(&head), "inspection_planned");
        officer.post(&at(&row, "/finish"), json!({})).refused(409, "nothing_visited");

        let answers = json!([{"code": "records", "result": "met"}, {"code": "drowning", "result": "not_met", "note": "Ao chưa rào"}]);
        let found = json!({"visited_on": "2024-06-03", "begun": "08:00", "ended": "10:30", "place": "Nhà văn hóa",
            "present": [{"name": "Ông Nguyễn Văn Ân", "position": "Trưởng khu phố"}], "answers": answers,
            "findings": "Ao chưa rào", "positives": "Sổ sách đầy đủ"});
        let done = officer.patch(&visit(&row, 0), &json!(1), found).ok();
        assert_eq!((&done["version"], &done["unit"]["name"]), (&json!(2), &json!("Khu phố 1")));
        assert_eq!(done["answers"][0]["code"], "drowning", "in the order of the checklist");
        officer.patch(&visit(&row, 0), &json!(1), json!({"place": "x"})).refused(412, "stale");
        officer.raw("PATCH", &visit(&row, 0), "application/json", b"{}".to_vec()).refused(428, "version_required");
        for (wrong, code) in [
            (json!({"visited_on": "2024-06-04"}), "visit_in_future"),
            (json!({"begun": "8 giờ"}), "bad_time"),
            (json!({"answers": [{"code": "x", "result": "met"}]}), "unknown_id"),
        ] {
            let problem = officer.patch(&visit(&row, 0), &json!(2), wrong).refused(422, "invalid");
            assert_eq!(problem["errors"][0]["code"], code);
        }
        let now = officer.get(&at(&row, "")).ok();
        assert!(now["version"].as_i64() > row["version"].as_i64(), "phones are told");
        // An answered line of the checklist stays, a visited unit too.
        let problem = officer.patch(&at(&row, ""), &now["version"], json!({"topics": [{"text": "Khác"}]}));
        assert_eq!(problem.refused(422, "invalid")["errors"][0]["code"], "topic_was_answered");
        let problem = officer.patch(&at(&row, ""), &now["version"], json!({"unit_ids": [app.unit_of("khupho2")]}));
        assert_eq!(problem.refused(422, "invalid")["errors"][0]["code"], "was_visited");

        let ended = officer.post(&at(&row, "/finish"), json!({"conclusion": "Cơ bản tốt"})).ok();
        assert_eq!((&ended["status"], &ended["done_on"]), (&json!("done"), &json!("2024-06-03")));
        assert_eq!((actions(&ended), newest(&head)), (vec!["recommend"], json!("inspection_done")));
        for (verb, body) in [("finish", json!({})), ("cancel", json!({"reason": "x"}))] {
            officer.post(&at(&row, &format!("/{verb}")), body).refused(409, "wrong_state");
        }
        officer.patch(&visit(&row, 0), &json!(2), json!({"place": "x"})).refused(409, "wrong_state");
        officer.patch(&at(&row, ""), &ended["version"], json!({"title": "x"})).refused(409, "wrong_state");
        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        for verb in ["create", "visit", "finish"] {
            assert!(log.contains(&format!("inspections.{verb}")), "{verb}");
        }
    });
}

#[test]
fn a_planned_one_is_changed_and_called_off() {
    each(|app| {
        let (officer, one, three) = (app.sign_in("chinhsach"), app.sign_in("khupho1"), app.sign_in("khupho3"));
        let row = planned(app, json!({}));
        let since = one.get("/changes").ok()["next_cursor"].as_str().expect("a cursor").to_owned();
        let units = json!([app.unit_of("khupho2"), app.unit_of("khupho3")]);
        let changed = officer.patch(&at(&row, ""), &json!(1), json!({"unit_ids": units, "ends_on": "2024-06-10"})).ok();
        assert_eq!(changed["visits"][1]["unit"]["name"], "Khu phố 3");
        assert_eq!(
            (newest(&three), newest(&app.sign_in("khupho2"))),
            (json!("inspection_planned"), json!("inspection_changed"))
        );
        one.get(&at(&row, "")).refused(404, "not_found");
        let gone = one.get(&format!("/changes?since={since}")).ok();
        assert!(
            gone["items"].as_array().expect("items").iter().any(|item| item["id"] == row["id"] && item["gone"] == true)
        );
        officer.patch(&at(&row, ""), &json!(1), json!({"title": "x"})).refused(412, "stale");
        for (wrong, field, code) in [
            (json!({"unit_ids": []}), "unit_ids", "required"),
            (json!({"unit_ids": [row["id"]]}), "unit_ids[0]", "unknown_id"),
            (json!({"unit_ids": [app.unit_of("chinhsach")]}), "unit_ids[0]", "inspects_itself"),
            (json!({"ends_on": "2024-06-01"}), "ends_on", "date_order"),
            (json!({"plan_id": row["id"]}), "plan_id", "unknown_id"),
            (json!({"section_id": row["id"]}), "section_id", "unknown_id"),
            (json!({"title": " "}), "title", "required"),
        ] {
            let problem = officer.patch(&at(&row, ""), &changed["version"], wrong).refused(422, "invalid");
            assert_eq!((&problem["errors"][0]["field"], &problem["errors"][0]["code"]), (&json!(field), &json!(code)));
        }
        let asked = asked(app, &changed, "khupho2", "2024-06-20");
        officer.post(&at(&row, "/cancel"), json!({"reason": "Trùng lịch"})).refused(409, "has_recommendations");
        officer.post(&rec(&asked, "/withdraw"), json!({"reason": "Nhầm"})).ok();
        officer.post(&at(&row, "/cancel"), json!({"reason": ""})).refused(422, "invalid");
        let off = officer.post(&at(&row, "/cancel"), json!({"reason": "Trùng lịch"})).ok();
        assert_eq!(
            (&off["status"], &off["status_reason"], actions(&off)),
            (&json!("cancelled"), &json!("Trùng lịch"), vec![])
        );
        assert_eq!(newest(&three), "inspection_cancelled");
        let late = json!({"unit_id": app.unit_of("khupho3"), "text": "x", "due_on": "2024-06-20"});
        officer.post(&at(&row, "/recommendations"), late).refused(409, "wrong_state");
    });
}

#[test]
fn an_inspected_unit_sees_its_own_visit_and_nothing_of_the_others() {
    each(|app| {
        let (officer, one, two, three) =
            (app.sign_in("chinhsach"), app.sign_in("khupho1"), app.sign_in("khupho2"), app.sign_in("khupho3"));
        let row = planned(app, json!({}));
        let file = officer.upload("/attachments", "ao.png", super::attachments::png(), &[]).ok();
        let found =
            json!({"visited_on": "2024-06-03", "findings": "Của khu phố 2", "add_attachment_ids": [file["id"]]});
        officer.patch(&visit(&row, 1), &json!(1), found).ok();
        let to_two = asked(app, &row, "khupho2", "2024-06-20");

        let seen = one.get(&at(&row, "")).ok();
        assert_eq!((seen["visits"].as_array().map(Vec::len), &seen["units_total"]), (Some(1), &json!(2)));
        assert_eq!(
            (&seen["visits"][0]["unit"]["name"], &seen["recommendations"]["open"]),
            (&json!("Khu phố 1"), &json!(0))
        );
        assert!(!seen.to_string().contains("Của khu phố 2"));
        assert_eq!(two.get(&at(&row, "")).ok()["recommendations"]["open"], 1);
        three.get(&at(&row, "")).refused(404, "not_found");
        assert_eq!(three.get("/inspections").ok()["total"], 0);
        let photo = format!("/attachments/{}", file["id"].as_str().expect("an id"));
        assert_eq!(two.get(&photo).status, 200);
        for stranger in [&one, &three] {
            stranger.get(&photo).refused(404, "not_found");
            stranger.get(&rec(&to_two, "")).refused(404, "not_found");
            stranger.post(&rec(&to_two, "/fix"), json!({"note": "x"})).refused(404, "not_found");
            stranger.get(&format!("{}/minutes.docx", visit(&row, 1))).refused(404, "not_found");
        }
        assert!(docx_text(&two.get(&format!("{}/minutes.docx", visit(&row, 1))).bytes).contains("Của khu phố 2"));
        assert!(docx_text(&one.get(&at(&row, "/schedule.docx")).bytes).contains("Khu phố 1, Khu phố 2"));
        // A visit is reached through its own inspection alone.
        let other = planned(app, json!({"title": "Khác"}));
        let strange = at(&other, &format!("/visits/{}", row["visits"][1]["id"].as_str().expect("an id")));
        officer.patch(&strange, &json!(2), json!({"findings": "x"})).refused(404, "not_found");
        officer.get(&format!("{strange}/minutes.docx")).refused(404, "not_found");
        // A file goes where its row goes.
        officer.patch(&visit(&row, 1), &json!(2), json!({"remove_attachment_ids": [file["id"]]})).ok();
        two.get(&photo).refused(404, "not_found");
        for (person, status) in [("khupho1", 403), ("doan", 403), ("congan", 403), ("captren", 403), ("quantri", 403)] {
            let body = json!({"kind": "inspection", "title": "x", "starts_on": "2024-06-03", "ends_on": "2024-06-03", "unit_ids": []});
            assert_eq!(app.sign_in(person).post("/inspections", body).status, status, "{person}");
        }
        assert_eq!(app.sign_in("captren").get("/inspections").ok()["total"], 2);
        app.sign_in("quantri").get("/inspections").refused(403, "forbidden");
        // A unit that leads sees all of what it leads.
        let led = planned(app, json!({"lead_unit_id": app.unit_of("congan")}));
        assert_eq!(app.sign_in("congan").get(&at(&led, "")).ok()["visits"].as_array().map(Vec::len), Some(2));
        app.sign_in("mttq").patch(&at(&led, ""), &json!(1), json!({"kind": "supervision"})).ok();
    });
}

#[test]
fn a_recommendation_is_asked_fixed_returned_and_verified() {
    each(|app| {
        let (officer, head, front) = (app.sign_in("chinhsach"), app.sign_in("khupho1"), app.sign_in("mttq"));
        let row = planned(app, json!({}));
        let made = asked(app, &row, "khupho1", "2024-06-10");
        assert_eq!((&made["number"], &made["late"], &made["days_left"]), (&json!(1), &json!(false), &json!(7)));
        assert_eq!(actions(&made), ["fix", "edit", "remind", "withdraw"]);
        assert_eq!(newest(&head), "recommendation_made");
        assert_eq!(actions(&head.get(&rec(&made, "")).ok()), ["fix"]);
        let waiting = head.get("/dashboard").ok()["waiting_for_me"].clone();
        assert_eq!((&waiting[0]["kind"], &waiting[0]["id"]), (&json!("recommendation_open"), &made["id"]));

        for (verb, body) in [("verify", json!({})), ("return", json!({"reason": "x"})), ("remind", json!({}))] {
            head.post(&rec(&made, &format!("/{verb}")), body).refused(403, "forbidden");
        }
        officer.post(&rec(&made, "/verify"), json!({})).refused(409, "wrong_state");
        officer.post(&rec(&made, "/return"), json!({"reason": "x"})).refused(409, "wrong_state");
        head.post(&rec(&made, "/fix"), json!({"note": " "})).refused(422, "invalid");
        let file = head.upload("/attachments", "rao.png", super::attachments::png(), &[]).ok();
        let fix = json!({"note": "Đã rào ao", "attachment_ids": [file["id"]]});
        let phone = head.with("Idempotency-Key", "kien-nghi-1");
        let fixed = phone.post(&rec(&made, "/fix"), fix.clone()).ok();
        assert_eq!(phone.post(&rec(&made, "/fix"), fix).ok()["version"], fixed["version"], "sent twice, done once");
        assert_eq!((&fixed["status"], &fixed["attachments"][0]["file_name"]), (&json!("fixed"), &json!("rao.png")));
        assert_eq!(newest(&officer), "recommendation_fixed");
        assert_eq!(officer.get("/dashboard").ok()["waiting_for_me"][0]["kind"], "recommendation_fixed");
        head.post(&rec(&made, "/fix"), json!({"note": "x"})).refused(409, "wrong_state");
        officer.post(&rec(&made, "/withdraw"), json!({"reason": "x"})).refused(409, "wrong_state");
        officer.patch(&rec(&made, ""), &fixed["version"], json!({"text": "x"})).refused(409, "wrong_state");

        front.post(&rec(&made, "/return"), json!({"reason": ""})).refused(422, "invalid");
        let back = front.post(&rec(&made, "/return"), json!({"reason": "Rào chưa kín"})).ok();
        assert_eq!(
            (&back["status"], &back["status_reason"], &back["fix_note"]),
            (&json!("open"), &json!("Rào chưa kín"), &json!("Đã rào ao"))
        );
        assert_eq!(newest(&head), "recommendation_returned");
        let stale = head.with("If-Match", "\"1\"").post(&rec(&made, "/fix"), json!({"note": "x"}));
        stale.refused(412, "stale");
        head.post(&rec(&made, "/fix"), json!({"note": "Đã rào kín"})).ok();
        let verified = officer.post(&rec(&made, "/verify"), json!({"note": "Đã xem"})).ok();
        assert_eq!((&verified["status"], actions(&verified)), (&json!("verified"), vec![]));
        assert_eq!(newest(&head), "recommendation_verified");
        for (verb, body) in [("fix", json!({"note": "x"})), ("verify", json!({})), ("remind", json!({}))] {
            officer.post(&rec(&made, &format!("/{verb}")), body).refused(409, "wrong_state");
        }
        for (wrong, code) in [
            (json!({"unit_id": app.unit_of("khupho3"), "text": "x", "due_on": "2024-06-10"}), "not_inspected"),
            (json!({"unit_id": app.unit_of("khupho1"), "text": "x", "due_on": "2024-06-02"}), "due_in_past"),
            (json!({"unit_id": app.unit_of("khupho1"), "text": "", "due_on": "2024-06-10"}), "required"),
        ] {
            let problem = officer.post(&at(&row, "/recommendations"), wrong).refused(422, "invalid");
            assert_eq!(problem["errors"][0]["code"], code);
        }
        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        for verb in ["create", "fix", "return", "verify"] {
            assert!(log.contains(&format!("recommendations.{verb}")), "{verb}");
        }
    });
}

#[test]
fn nobody_verifies_what_was_asked_of_themselves() {
    each(|app| {
        let front = app.sign_in("mttq");
        let row = planned(app, json!({"unit_ids": [app.unit_of("mttq"), app.unit_of("doan")]}));
        let made = asked(app, &row, "mttq", "2024-06-10");
        front.post(&rec(&made, "/fix"), json!({"note": "Xong"})).ok();
        assert_eq!(actions(&front.get(&rec(&made, "")).ok()), Vec::<&str>::new());
        front.post(&rec(&made, "/verify"), json!({})).refused(403, "verifies_itself");
        front.post(&rec(&made, "/return"), json!({"reason": "x"})).refused(403, "verifies_itself");
        app.sign_in("lanhdao").post(&rec(&made, "/verify"), json!({})).ok();
        // An officer writes down what a unit told; a unit that leads answers for nobody else.
        let led = planned(app, json!({"lead_unit_id": app.unit_of("congan")}));
        let other = asked(app, &led, "khupho1", "2024-06-10");
        app.sign_in("congan").post(&rec(&other, "/fix"), json!({"note": "x"})).refused(403, "recommendation_not_yours");
        app.sign_in("chinhsach").post(&rec(&other, "/fix"), json!({"note": "Khu phố báo qua điện thoại"})).ok();
    });
}

#[test]
fn units_are_reminded_before_and_after_the_day() {
    each(|app| {
        let (officer, head) = (app.sign_in("chinhsach"), app.sign_in("khupho1"));
        let row = planned(app, json!({}));
        let made = asked(app, &row, "khupho1", "2024-06-05");
        let told = |kind: &str| {
            let list = app.sign_in("khupho1").get("/notifications?limit=200").ok();
            list["items"].as_array().expect("items").iter().filter(|one| one["kind"] == kind).count()
        };
        bup::jobs::run_due(&app.gate);
        assert_eq!((told("recommendation_due"), told("recommendation_late")), (1, 0));
        officer.post(&rec(&made, "/remind"), json!({})).ok();
        officer.post(&rec(&made, "/remind"), json!({})).refused(409, "reminded_today");
        assert_eq!(newest(&head), "recommendation_reminder");
        app.wait(TimeDelta::days(3));
        bup::jobs::run_due(&app.gate);
        app.wait(TimeDelta::days(1));
        bup::jobs::run_due(&app.gate);
        assert_eq!((told("recommendation_due"), told("recommendation_late")), (1, 1), "each once");
        let head = app.sign_in("khupho1");
        let late = head.get("/recommendations?late=true").ok();
        assert_eq!((&late["total"], &late["items"][0]["late"]), (&json!(1), &json!(true)));
        assert_eq!(head.get(&at(&row, "")).ok()["recommendations"]["late"], 1);
        assert_eq!(head.get("/recommendations?late=false").ok()["total"], 0);
        // Another day begins the reminders anew.
        let now = app.sign_in("chinhsach").get(&rec(&made, "")).ok();
        let moved =
            app.sign_in("chinhsach").patch(&rec(&made, ""), &now["version"], json!({"due_on": "2024-06-08"})).ok();
        assert_eq!(moved["late"], false);
        app.wait(TimeDelta::hours(1));
        bup::jobs::run_due(&app.gate);
        assert_eq!(told("recommendation_due"), 2);
    });
}

#[test]
fn numbers_files_and_reports_are_the_rows_of_the_list() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let mut first = Value::Null;
        for (number, kind) in ["inspection", "supervision", "inspection"].into_iter().enumerate() {
            let row = planned(app, json!({"kind": kind, "title": format!("Đợt {number} đuối nước")}));
            officer.patch(&visit(&row, 0), &json!(1), json!({"visited_on": format!("2024-06-0{}", number + 1)})).ok();
            for of in ["khupho1", "khupho2"] {
                asked(app, &row, of, "2024-06-20");
            }
            if number < 2 {
                officer.post(&at(&row, "/finish"), json!({})).ok();
                first = row;
            }
        }
        let lines = |person: &Client, path: &str| {
            let text = person.with("Accept", "text/csv").get(path).text();
            text.lines().count() - 1
        };
        for (who, inspections, recommendations) in
            [("lanhdao", 3, 6), ("khupho1", 3, 3), ("khupho3", 0, 0), ("captren", 3, 6)]
        {
            let person = app.sign_in(who);
            assert_eq!(person.get("/inspections").ok()["total"], inspections, "{who}");
            assert_eq!(lines(&person, "/inspections"), inspections, "{who}");
            assert_eq!(person.get("/recommendations").ok()["total"], recommendations, "{who}");
            assert_eq!(lines(&person, "/recommendations"), recommendations, "{who}");
            assert_eq!(person.get("/inspections/export.xlsx").status, 200, "{who}");
            assert_eq!(person.get("/recommendations/export.xlsx").status, 200, "{who}");
        }
        for (query, total) in [
            ("?kind=supervision", 1),
            ("?status=done", 2),
            ("?status=planned,cancelled", 1),
            ("?q=duoi+nuoc", 3),
            ("?q=dot+1", 1),
            ("?done_from=2024-06-02", 1),
            ("?from=2024-06-08", 0),
            ("?limit=1&sort=title", 3),
        ] {
            assert_eq!(officer.get(&format!("/inspections{query}")).ok()["total"], total, "{query}");
        }
        officer.get("/inspections?status=x").refused(400, "bad_parameter");
        officer.get("/inspections?nothing=1").refused(400, "bad_parameter");
        let page = officer.get("/recommendations?limit=4").ok();
        let next = format!("/recommendations?limit=4&cursor={}", page["next_cursor"].as_str().expect("more"));
        assert_eq!(officer.get(&next).ok()["items"].as_array().map(Vec::len), Some(2));
        let of_one = format!("/recommendations?inspection_id={}", first["id"].as_str().expect("an id"));
        assert_eq!(officer.get(&of_one).ok()["total"], 2);

        let ward = bup::db::types::Id::parse(first["ward_id"].as_str().expect("an id")).expect("an id");
        let day = |day| NaiveDate::from_ymd_opt(2024, 6, day).expect("a day");
        let period = bup::counted::Period { from: day(1), to: day(30) };
        let report = |gate: &Gate| {
            let held = gate.system::<Inspections, Update, _>(&ward, |cx| {
                bup::features::inspections::counted::held(&mut cx.also()?, period)
            });
            let asked = gate.system::<Recommendations, Update, _>(&ward, |cx| {
                bup::features::inspections::counted::recommended(&mut cx.also()?, period)
            });
            (held.expect("rows").len(), asked.expect("rows").len())
        };
        assert_eq!(report(&app.gate), (2, 6));
    });
}

#[test]
fn a_unit_that_merges_hands_over_what_it_was_asked() {
    each(|app| {
        let row = planned(app, json!({"unit_ids": [app.unit_of("khupho1")]}));
        let made = asked(app, &row, "khupho1", "2024-06-20");
        let merge = json!({"into_unit_id": app.unit_of("khupho2"), "effective_on": "2024-06-03", "note": "Nghị quyết"});
        let from = app.unit_of("khupho1");
        app.sign_in("quantri").post(&format!("/units/{}/merge", from.as_str().expect("an id")), merge).ok();
        let heir = app.sign_in("khupho2");
        assert_eq!(heir.get(&at(&row, "")).ok()["visits"][0]["unit"]["name"], "Khu phố 2");
        heir.post(&rec(&made, "/fix"), json!({"note": "Đã rào"})).ok();
    });
}

#[test]
fn two_wards_see_nothing_of_each_other() {
    each(|app| {
        let hash = passwords::hash(bup::demo::PASSWORD, &app.gate.services().config).expect("a hash");
        let unit = super::admin::behind_the_scenes(app, |cx| {
            let ward = setup::ward(cx, "dong-son", "Phường Đông Sơn", "Bỉm Sơn", None)?;
            let unit = setup::unit(cx, Some(&ward), UnitKind::SocialPolicy, "chinh-sach", "Chính sách Đông Sơn")?;
            let new = NewUser {
                ward: Some(&ward),
                unit: &unit,
                username: "ds.chinhsach",
                full_name: "Người Khác",
                position: "",
                role: Role::SocialOfficer,
                password_hash: &hash,
                must_change_password: false,
            };
            setup::user(cx, &new)?;
            Ok(unit)
        });
        let other = app.sign_in("ds.chinhsach");
        let row = planned(app, json!({}));
        let made = asked(app, &row, "khupho1", "2024-06-20");
        for path in ["/inspections", "/recommendations"] {
            assert_eq!(other.get(path).ok()["total"], 0);
        }
        other.get(&at(&row, "")).refused(404, "not_found");
        other.patch(&at(&row, ""), &json!(1), json!({"title": "x"})).refused(404, "not_found");
        other.patch(&visit(&row, 0), &json!(1), json!({"place": "x"})).refused(404, "not_found");
        other.post(&rec(&made, "/verify"), json!({})).refused(404, "not_found");
        let foreign = json!({"unit_ids": [unit], "title": "x", "kind": "inspection", "starts_on": "2024-06-03", "ends_on": "2024-06-03"});
        let problem = app.sign_in("chinhsach").post("/inspections", foreign).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "unknown_id");
    });
}
