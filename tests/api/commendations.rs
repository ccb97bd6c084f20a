//! Commendations: who proposes and decides; candidates are facts; no child is commended.

use bup::access::{Role, UnitKind};
use bup::auth::passwords;
use bup::setup::{self, NewUser};
use bup_tests::{App, Client, Value, docx_text, each, json};
use chrono::TimeDelta;

fn at(row: &Value, rest: &str) -> String {
    format!("/commendations/{}{rest}", row["id"].as_str().expect("an id"))
}

fn body(app: &App, more: Value) -> Value {
    let mut body = json!({"kind": "unit", "unit_id": app.unit_of("khupho1"), "form": "Giấy khen",
        "achievement": "Hoàn thành đúng hạn các nhiệm vụ của Tháng hành động"});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    body
}

fn proposed(app: &App, by: &str, more: Value) -> Value {
    app.sign_in(by).post("/commendations", body(app, more)).ok()
}

fn actions(row: &Value) -> Vec<&str> {
    row["allowed_actions"].as_array().expect("actions").iter().filter_map(Value::as_str).collect()
}

fn newest(person: &Client) -> Value {
    person.get("/notifications?unread=true").ok()["items"][0]["kind"].clone()
}

fn decide(app: &App, rows: &[&Value], more: Value) -> bup_tests::Answer {
    let ids: Vec<&Value> = rows.iter().map(|row| &row["id"]).collect();
    let mut body = json!({"commendation_ids": ids, "title": "có thành tích trong Tháng hành động vì trẻ em năm 2024"});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    app.sign_in("lanhdao").post("/commendations/decisions", body)
}

#[test]
fn a_commendation_is_proposed_decided_and_handed_over() {
    each(|app| {
        let (officer, leader, head) = (app.sign_in("chinhsach"), app.sign_in("lanhdao"), app.sign_in("khupho1"));
        let unit = proposed(app, "chinhsach", json!({}));
        assert_eq!((&unit["status"], &unit["name"]), (&json!("proposed"), &json!("Khu phố 1")), "by its own name");
        assert_eq!(actions(&unit), ["edit", "withdraw"]);
        assert_eq!(newest(&leader), "commendation_proposed");
        assert_eq!(leader.get("/dashboard").ok()["waiting_for_me"][0]["kind"], "commendation");
        let person = json!({"kind": "person", "name": "Bà Lê Thị Mai", "position": "Bí thư Chi đoàn", "is_adult": true,
            "unit_id": app.unit_of("doan")});
        let person = proposed(app, "doan", person);
        assert_eq!(person["proposed_unit"]["id"], app.unit_of("doan"));
        officer.post(&at(&unit, "/award"), json!({"awarded_on": "2024-06-03"})).refused(409, "wrong_state");

        let decision = decide(app, &[&unit, &person], json!({"number": 125}));
        let location = decision.header("location").to_owned();
        let decision = decision.ok();
        assert_eq!(
            (&decision["number_text"], &decision["decided_by"]["full_name"]),
            (&json!("125/QĐ-UBND"), &json!("Trần Thị Nga"))
        );
        assert_eq!(leader.get(&location).ok()["id"], decision["id"]);
        let now = officer.get(&at(&unit, "")).ok();
        assert_eq!(
            (&now["status"], &now["decision"]["number"], actions(&now)),
            (&json!("decided"), &json!(125), vec!["award"])
        );
        assert_eq!(
            (newest(&head), newest(&app.sign_in("doan"))),
            (json!("commendation_decided"), json!("commendation_decided"))
        );
        let paper = docx_text(
            &officer
                .get(&format!("/commendations/decisions/{}/decision.docx", decision["id"].as_str().expect("an id")))
                .bytes,
        );
        for told in
            ["125/QĐ-UBND", "01 tập thể và 01 cá nhân", "Bà Lê Thị Mai, Bí thư Chi đoàn", "Khu phố 1", "Trần Thị Nga"]
        {
            assert!(paper.contains(told), "{told}: {paper}");
        }
        for (on, code) in [("2024-06-04", "award_in_future"), ("2024-06-02", "before_decision")] {
            let problem = officer.post(&at(&unit, "/award"), json!({"awarded_on": on})).refused(422, "invalid");
            assert_eq!(problem["errors"][0]["code"], code);
        }
        let award = json!({"awarded_on": "2024-06-03", "awarded_at": "Lễ tổng kết"});
        let awarded = officer.post(&at(&unit, "/award"), award.clone()).ok();
        assert_eq!((&awarded["status"], actions(&awarded)), (&json!("awarded"), vec![]));
        officer.post(&at(&unit, "/award"), award).refused(409, "wrong_state");
        officer.patch(&at(&unit, ""), &awarded["version"], json!({"form": "x"})).refused(409, "wrong_state");
        officer.post(&at(&unit, "/withdraw"), json!({"reason": "x"})).refused(409, "wrong_state");
        leader.post(&at(&unit, "/decline"), json!({"reason": "x"})).refused(409, "wrong_state");
        decide(app, &[&unit], json!({})).refused(409, "not_proposed");
        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        for verb in ["create", "decide", "create_decision", "award"] {
            assert!(log.contains(&format!("commendations.{verb}")), "{verb}");
        }
    });
}

#[test]
fn a_decision_is_all_or_nothing() {
    each(|app| {
        let (one, two) =
            (proposed(app, "chinhsach", json!({})), proposed(app, "mttq", json!({"unit_id": app.unit_of("khupho2")})));
        app.sign_in("lanhdao").post(&at(&two, "/decline"), json!({"reason": ""})).refused(422, "invalid");
        let no = app.sign_in("lanhdao").post(&at(&two, "/decline"), json!({"reason": "Chưa đủ thời gian"})).ok();
        assert_eq!((&no["status"], &no["status_reason"]), (&json!("declined"), &json!("Chưa đủ thời gian")));
        assert_eq!(newest(&app.sign_in("mttq")), "commendation_declined");
        decide(app, &[&one, &two], json!({})).refused(409, "not_proposed");
        decide(app, &[&one, &json!({"id": app.unit_of("khupho1")})], json!({})).refused(404, "not_found");
        assert_eq!(app.sign_in("chinhsach").get(&at(&one, "")).ok()["status"], "proposed");
        for (wrong, code) in [
            (json!({"commendation_ids": []}), "required"),
            (json!({"commendation_ids": [one["id"], one["id"]]}), "duplicate"),
            (json!({"title": ""}), "required"),
            (json!({"number": 0}), "out_of_range"),
            (json!({"decided_on": "2024-06-04"}), "award_in_future"),
        ] {
            let problem = decide(app, &[&one], wrong).refused(422, "invalid");
            assert_eq!(problem["errors"][0]["code"], code);
        }
        for person in ["chinhsach", "mttq", "khupho1", "captren"] {
            let body = json!({"commendation_ids": [one["id"]], "title": "x"});
            app.sign_in(person).post("/commendations/decisions", body).refused(403, "forbidden");
            app.sign_in(person).post(&at(&one, "/decline"), json!({"reason": "x"})).refused(403, "forbidden");
        }
        // A deputy signs for the chairperson.
        decide(app, &[&one], json!({})).ok();
    });
}

#[test]
fn children_are_never_commended() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let child = body(app, json!({"kind": "person", "name": "Nguyễn Văn An"}));
        let problem = officer.post("/commendations", child).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "adults_only");
        assert!(problem["errors"][0]["message"].as_str().is_some_and(|text| text.contains("không xếp hạng")));
        for kind in ["child", "pupil"] {
            let body = body(app, json!({"kind": kind}));
            assert_eq!(officer.post("/commendations", body).status, 422, "{kind}");
        }
    });
}

#[test]
fn a_unit_proposes_in_its_own_name_and_sees_what_concerns_it() {
    each(|app| {
        let (one, two) = (app.sign_in("khupho1"), app.sign_in("khupho2"));
        let own =
            proposed(app, "khupho1", json!({"kind": "group", "name": "Tổ phụ nữ", "unit_id": app.unit_of("khupho1")}));
        assert_eq!(actions(&own), ["edit", "withdraw"]);
        one.post("/commendations", body(app, json!({"proposed_unit_id": app.unit_of("khupho2")})))
            .refused(403, "proposes_for_other");
        let praised = proposed(
            app,
            "chinhsach",
            json!({"proposed_unit_id": app.unit_of("doan"), "unit_id": app.unit_of("khupho2")}),
        );
        assert_eq!(praised["proposed_unit"]["id"], app.unit_of("doan"));
        two.get(&at(&own, "")).refused(404, "not_found");
        two.get(&at(&praised, "")).refused(404, "not_found");
        two.patch(&at(&own, ""), &json!(1), json!({"form": "x"})).refused(404, "not_found");
        let changed =
            one.patch(&at(&own, ""), &json!(1), json!({"form": "Thư cảm ơn", "name": "Tổ phụ nữ khu phố 1"})).ok();
        assert_eq!((&changed["form"], &changed["version"]), (&json!("Thư cảm ơn"), &json!(2)));
        one.patch(&at(&own, ""), &json!(1), json!({"form": "x"})).refused(412, "stale");
        one.post(&at(&own, "/award"), json!({"awarded_on": "2024-06-03"})).refused(403, "forbidden");
        // The form that the ward has used is offered again.
        let changed = one.patch(&at(&own, ""), &json!(2), json!({"form": "Tuyên dương trước cờ"})).ok();
        let forms = one.get("/commendations/choices").ok()["forms"].clone();
        assert_eq!(forms, json!(["Giấy khen", "Biểu dương", "Thư cảm ơn", "Tuyên dương trước cờ"]));
        decide(app, &[&praised], json!({})).ok();
        assert_eq!(two.get(&at(&praised, "")).ok()["status"], "decided", "once it is decided, it is told");
        two.patch(&at(&praised, ""), &json!(2), json!({"form": "x"})).refused(403, "proposal_not_yours");
        two.post(&at(&praised, "/withdraw"), json!({"reason": "x"})).refused(403, "proposal_not_yours");
        one.post(&at(&own, "/withdraw"), json!({"reason": " "})).refused(422, "invalid");
        one.post(&at(&own, "/withdraw"), json!({"reason": "Nhầm"})).ok();
        one.patch(&at(&own, ""), &changed["version"], json!({"form": "x"})).refused(412, "stale");
        let totals = |who: &str| app.sign_in(who).get("/commendations").ok()["total"].clone();
        assert_eq!(
            (totals("lanhdao"), totals("khupho1"), totals("khupho3"), totals("captren")),
            (json!(2), json!(1), json!(0), json!(1))
        );
        app.sign_in("quantri").get("/commendations").refused(403, "forbidden");
        for (who, lines) in [("lanhdao", 2), ("khupho1", 1), ("captren", 1)] {
            let text = app.sign_in(who).with("Accept", "text/csv").get("/commendations").text();
            assert_eq!(text.lines().count() - 1, lines, "{who}");
            assert_eq!(app.sign_in(who).get("/commendations/export.xlsx").status, 200);
        }
    });
}

#[test]
fn a_proposal_rests_on_accepted_tasks_and_candidates_are_facts() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let mut ids = Vec::new();
        for (who, with_file, days) in
            [("khupho2", true, 0), ("khupho1", true, 0), ("khupho10", false, 0), ("khupho3", true, 9)]
        {
            let task =
                json!({"title": format!("Việc của {who}"), "lead_unit_id": app.unit_of(who), "due_on": "2024-06-10"});
            let task = officer.post("/tasks", task).ok()["id"].as_str().expect("an id").to_owned();
            app.wait(TimeDelta::days(days));
            let unit = app.sign_in(who);
            let files = if with_file {
                let file = unit.upload("/attachments", "anh.png", super::attachments::png(), &[]).ok();
                json!([file["id"]])
            } else {
                json!([])
            };
            unit.post(&format!("/tasks/{task}/start"), json!({})).ok();
            unit.post(&format!("/tasks/{task}/submit"), json!({"attachment_ids": files})).ok();
            if who == "khupho1" {
                let early = body(app, json!({"task_ids": [task]}));
                let problem = app.sign_in("chinhsach").post("/commendations", early).refused(422, "invalid");
                assert_eq!(problem["errors"][0]["code"], "task_not_accepted");
            }
            app.sign_in("chinhsach").post(&format!("/tasks/{task}/accept"), json!({})).ok();
            ids.push(task);
        }
        let officer = app.sign_in("chinhsach");
        let list = officer.get("/commendations/candidates").ok();
        let names: Vec<&str> =
            list["items"].as_array().expect("items").iter().filter_map(|one| one["unit"]["name"].as_str()).collect();
        assert_eq!(
            names,
            ["Khu phố 1", "Khu phố 2"],
            "without evidence or too late is no candidate; by name, not by number"
        );
        assert_eq!((&list["items"][0]["accepted"], &list["items"][0]["on_time"]), (&json!(1), &json!(1)));
        assert_eq!(
            (&list["items"][0]["tasks"][0]["id"], &list["items"][0]["is_proposed"]),
            (&json!(ids[1]), &json!(false))
        );
        assert_eq!(officer.get("/commendations/candidates?from=2024-07-01").ok()["total"], 0);
        assert_eq!(app.sign_in("khupho2").get("/commendations/candidates").ok()["total"], 1, "its own");
        let made = proposed(app, "chinhsach", json!({"task_ids": [ids[1]]}));
        assert_eq!(made["tasks"][0]["title"], "Việc của khupho1");
        assert_eq!(officer.get("/commendations/candidates").ok()["items"][0]["is_proposed"], true);
        let foreign = body(app, json!({"task_ids": [ids[0]]}));
        let problem = app.sign_in("khupho1").post("/commendations", foreign).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "unknown_id", "another unit's task");
        let paper = docx_text(&officer.get("/commendations/proposal.docx").bytes);
        assert!(paper.contains("TỜ TRÌNH") && paper.contains("Khu phố 1"), "{paper}");
    });
}

#[test]
fn two_wards_see_nothing_of_each_other() {
    each(|app| {
        let hash = passwords::hash(bup::demo::PASSWORD, &app.gate.services().config).expect("a hash");
        super::admin::behind_the_scenes(app, |cx| {
            let ward = setup::ward(cx, "dong-son", "Phường Đông Sơn", "Bỉm Sơn", None)?;
            let unit = setup::unit(cx, Some(&ward), UnitKind::Leadership, "lanh-dao", "Lãnh đạo Đông Sơn")?;
            let new = NewUser {
                ward: Some(&ward),
                unit: &unit,
                username: "ds.lanhdao",
                full_name: "Người Khác",
                position: "",
                role: Role::Leader,
                password_hash: &hash,
                must_change_password: false,
            };
            setup::user(cx, &new)?;
            Ok(unit)
        });
        let other = app.sign_in("ds.lanhdao");
        let row = proposed(app, "chinhsach", json!({}));
        assert_eq!(other.get("/commendations").ok()["total"], 0);
        other.get(&at(&row, "")).refused(404, "not_found");
        other.post(&at(&row, "/decline"), json!({"reason": "x"})).refused(404, "not_found");
        let taken = json!({"commendation_ids": [row["id"]], "title": "x"});
        other.post("/commendations/decisions", taken).refused(404, "not_found");
        let decision = decide(app, &[&row], json!({})).ok();
        other
            .get(&format!("/commendations/decisions/{}", decision["id"].as_str().expect("an id")))
            .refused(404, "not_found");
        assert_eq!(other.get("/commendations/decisions").ok()["total"], 0);
        let foreign = body(app, json!({"unit_id": app.unit_of("khupho1")}));
        let problem = other.post("/commendations", foreign).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "unknown_id");
    });
}
