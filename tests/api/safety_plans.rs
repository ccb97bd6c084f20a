//! Safety plans: who drafts and approves them, and that no door lets a crowd of children through without one.

use bup::access::{Role, UnitKind};
use bup::auth::passwords;
use bup::setup::{self, NewUser};
use bup_tests::{App, Client, Value, each, json};
use chrono::TimeDelta;

use super::admin::{behind_the_scenes, mistakes};

/// A festival of the ward on Thursday 20 June, eight to eleven in the morning.
fn festival(more: Value) -> Value {
    let mut body = json!({"title": "Ngày hội tuổi thơ", "kind": "festival", "starts_at": "2024-06-20T01:00:00Z",
        "ends_at": "2024-06-20T04:00:00Z", "place": "Công viên Hội An", "expected_children": 280,
        "expected_adults": 20, "conditions": {"near_water": true}});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    body
}

fn path(event: &Value) -> String {
    format!("/events/{}", event["id"].as_str().expect("an id"))
}

fn plan(event: &Value) -> String {
    format!("{}/safety-plan", path(event))
}

/// An event that waits for the leader.
fn proposed(by: &Client, more: Value) -> Value {
    let event = by.post("/events", festival(more)).ok();
    by.post(&format!("{}/propose", path(&event)), json!({})).ok()
}

/// Every point of the template ready.
fn ready(police: &Client, event: &Value) -> Value {
    let template = police.get(&format!("{}/template", plan(event))).ok();
    let mut items = Vec::new();
    for topic in template["topics"].as_array().expect("topics") {
        for point in topic["points"].as_array().expect("points") {
            items.push(json!({"topic": topic["topic"], "label": point, "answer": "ready"}));
        }
    }
    let officers =
        json!([{"name": "Trần Văn Bảo", "unit": "Công an phường", "duty": "Chỉ huy chung", "phone": "0912345678"}]);
    json!({"items": items, "risks": template["risks"], "officers": officers, "note": "Tập kết ở cổng chính."})
}

fn draft(police: &Client, event: &Value) -> Value {
    let body = ready(police, event);
    let now = police.get(&plan(event));
    let police = if now.status == 200 {
        police.with("If-Match", format!("\"{}\"", now.json()["version"]))
    } else {
        police.clone()
    };
    police.post(&plan(event), body).ok()
}

fn decision() -> Value {
    json!({"decision_number": "12/PA-CAP", "decision_date": "2024-06-03"})
}

fn approve_plan(police: &Client, event: &Value) -> Value {
    police.post(&format!("{}/approve", plan(event)), decision()).ok()
}

/// An event with an approved plan that the leader has approved.
fn approved(app: &App, by: &Client, more: Value) -> Value {
    let police = app.sign_in("congan");
    let event = proposed(by, more);
    draft(&police, &event);
    approve_plan(&police, &event);
    app.sign_in("lanhdao").post(&format!("{}/approve", path(&event)), json!({})).ok()
}

fn cannot_pass(leader: &Client, event: &Value) {
    leader.post(&format!("{}/approve", path(event)), json!({})).refused(409, "safety_plan_missing");
}

#[test]
fn a_crowd_by_the_water_passes_with_an_approved_plan_alone() {
    each(|app| {
        let (officer, leader, police) = (app.sign_in("chinhsach"), app.sign_in("lanhdao"), app.sign_in("congan"));
        let made = officer.post("/events", festival(json!({}))).ok();
        police.get(&plan(&made)).refused(404, "not_found");
        leader.post(&format!("{}/approve", path(&made)), json!({})).refused(409, "wrong_state");
        let event = officer.post(&format!("{}/propose", path(&made)), json!({})).ok();
        assert_eq!(police.get(&plan(&event)).ok()["status"], "requested");
        cannot_pass(&leader, &event);
        police.post(&format!("{}/approve", plan(&event)), decision()).refused(409, "wrong_state");

        let drafted = draft(&police, &event);
        assert_eq!(
            (&drafted["status"], &drafted["holds"], &drafted["open"]),
            (&json!("drafted"), &json!(false), &json!([]))
        );
        assert_eq!((&drafted["score"], &drafted["level"]), (&json!(15), &json!("high")));
        // 280 children by the water: four for an adult.
        assert_eq!((&drafted["care"]["adults_needed"], &drafted["care"]["is_enough"]), (&json!(70), &json!(false)));
        cannot_pass(&leader, &event);
        police.post(&format!("{}/return", plan(&event)), json!({"reason": " "})).refused(422, "invalid");
        let back = police.post(&format!("{}/return", plan(&event)), json!({"reason": "Thiếu cứu hộ"})).ok();
        assert_eq!((&back["status"], &back["return_reason"]), (&json!("returned"), &json!("Thiếu cứu hộ")));
        cannot_pass(&leader, &event);
        draft(&police, &event);
        let done = approve_plan(&police, &event);
        assert_eq!(
            (&done["status"], &done["holds"], &done["return_reason"]),
            (&json!("approved"), &json!(true), &json!(""))
        );
        police.post(&plan(&event), ready(&police, &event)).refused(409, "wrong_state");
        police.post(&format!("{}/return", plan(&event)), json!({"reason": "x"})).refused(409, "wrong_state");
        let through = leader.post(&format!("{}/approve", path(&event)), json!({})).ok();
        assert_eq!((&through["status"], &through["safety_plan"]["holds"]), (&json!("approved"), &json!(true)));
        assert_eq!(through["safety_plan"]["decision_number"], "12/PA-CAP");

        app.wait(TimeDelta::days(18));
        app.sign_in("chinhsach")
            .post(&format!("{}/hold", path(&event)), json!({"actual_children": 300, "actual_adults": 30}))
            .ok();
        let police = app.sign_in("congan");
        let note = json!({"note": "x"});
        police.patch(&plan(&event), &police.get(&plan(&event)).ok()["version"], note).refused(409, "event_over");
    });
}

#[test]
fn what_makes_an_approved_event_more_dangerous_takes_every_approval_back() {
    each(|app| {
        let (officer, leader, police) = (app.sign_in("chinhsach"), app.sign_in("lanhdao"), app.sign_in("congan"));
        let small = json!({"expected_children": 40, "expected_adults": 10});
        let big_and_dry = json!({"conditions": {}});
        for (more, change) in [
            (&small, json!({"expected_children": 300})),
            (&small, json!({"expected_adults": 11})),
            (&small, json!({"place": "Hồ Đồng Chiệc"})),
            (&small, json!({"starts_at": "2024-06-20T02:00:00Z"})),
            (&small, json!({"ends_at": "2024-06-20T13:00:00Z"})),
            (&small, json!({"conditions": {"near_water": true, "with_fire": true}})),
            (&small, json!({"conditions": {"near_water": true, "on_road": true}})),
            (&big_and_dry, json!({"conditions": {"near_water": true}})),
            (&big_and_dry, json!({"kind": "swimming_class"})),
        ] {
            let event = approved(app, &officer, more.clone());
            let after = officer.patch(&path(&event), &event["version"], change.clone()).ok();
            assert_eq!(after["status"], "proposed", "{change}");
            cannot_pass(&leader, &event);
            let asked = police.get(&plan(&event)).ok();
            assert_eq!((&asked["status"], &asked["holds"]), (&json!("requested"), &json!(false)), "{change}");
            // What was answered before is kept.
            assert!(asked["items"].as_array().expect("items").len() > 20);
        }
        let event = approved(app, &officer, small);
        for harmless in [
            json!({"expected_children": 30}),
            json!({"details": {"purpose": "Vui khỏe"}}),
            json!({"title": "Ngày hội"}),
        ] {
            let version = officer.get(&path(&event)).ok()["version"].clone();
            assert_eq!(officer.patch(&path(&event), &version, harmless).ok()["status"], "approved");
        }
    });
}

#[test]
fn no_edit_of_an_approved_plan_leaves_its_event_approved() {
    each(|app| {
        let (officer, leader, police) = (app.sign_in("chinhsach"), app.sign_in("lanhdao"), app.sign_in("congan"));
        for change in
            [json!({"note": "Đổi điểm tập kết"}), json!({"items": []}), json!({"risks": []}), json!({"officers": []})]
        {
            let event = approved(app, &officer, json!({}));
            let version = police.get(&plan(&event)).ok()["version"].clone();
            let edited = police.patch(&plan(&event), &version, change.clone()).ok();
            assert_eq!((&edited["status"], &edited["holds"]), (&json!("drafted"), &json!(false)), "{change}");
            assert_eq!((&edited["decision_number"], &edited["decision_date"]), (&json!(""), &Value::Null));
            let after = leader.get(&path(&event)).ok();
            assert_eq!((&after["status"], &after["approved_by"]), (&json!("proposed"), &Value::Null), "{change}");
            assert!(after["status_reason"].as_str().is_some_and(|why| why.starts_with("Phương án")));
            cannot_pass(&leader, &event);
            app.sign_in("chinhsach")
                .post(&format!("{}/hold", path(&event)), json!({"actual_children": 1, "actual_adults": 1}))
                .refused(409, "wrong_state");
        }
        // Nothing new in it: nothing falls.
        let event = approved(app, &officer, json!({}));
        let before = police.get(&plan(&event)).ok();
        let same = police.patch(&plan(&event), &before["version"], json!({"note": before["note"]})).ok();
        assert_eq!(same["status"], "approved");
        assert_eq!(leader.get(&path(&event)).ok()["status"], "approved");
    });
}

#[test]
fn the_ward_sets_the_threshold_within_bounds_and_holding_asks_again() {
    each(|app| {
        let (officer, admin, leader) = (app.sign_in("chinhsach"), app.sign_in("quantri"), app.sign_in("lanhdao"));
        let ward = admin.get("/me").ok()["ward"]["id"].as_str().expect("a ward").to_owned();
        let set = |threshold: i32| {
            let ward = admin.get(&format!("/wards/{ward}")).ok();
            let mut events = ward["settings"]["events"].clone();
            events["safety_threshold"] = json!(threshold);
            let changes = json!({"settings": {"events": events}});
            admin.patch(&format!("/wards/{}", ward["id"].as_str().expect("an id")), &ward["version"], changes)
        };
        for outside in [9, 301] {
            set(outside).refused(422, "invalid");
        }
        set(300).ok();
        let dry = |children: i32| json!({"conditions": {}, "expected_children": children, "expected_adults": 0});
        let below = proposed(&officer, dry(299));
        leader.post(&format!("{}/approve", path(&below)), json!({})).ok();
        cannot_pass(&leader, &proposed(&officer, dry(300)));
        // By the water the number does not matter.
        cannot_pass(&leader, &proposed(&officer, json!({"expected_children": 1, "expected_adults": 0})));

        // The bound is lowered after the approval: holding it asks again.
        set(100).ok();
        app.wait(TimeDelta::days(18));
        let came = json!({"actual_children": 299, "actual_adults": 9});
        let officer = app.sign_in("chinhsach");
        officer.post(&format!("{}/hold", path(&below)), came.clone()).refused(409, "safety_plan_missing");
        let police = app.sign_in("congan");
        draft(&police, &below);
        approve_plan(&police, &below);
        officer.post(&format!("{}/hold", path(&below)), came).ok();
    });
}

fn sessions(client: &Client, head: &Value) -> Vec<Value> {
    let list = client.get(&format!("/events?series_id={}", head["series_id"].as_str().expect("a series"))).ok();
    list["items"].as_array().expect("items").clone()
}

#[test]
fn a_series_shares_one_plan_and_a_session_that_grows_is_not_covered() {
    each(|app| {
        let (officer, leader, police) = (app.sign_in("chinhsach"), app.sign_in("lanhdao"), app.sign_in("congan"));
        let weekly = json!({"kind": "swimming_class", "conditions": {}, "expected_children": 20, "expected_adults": 5,
            "repeat": {"every": "week", "until": "2024-07-12"}});
        let head = officer.post("/events", festival(weekly.clone())).ok();
        officer.post(&format!("{}/propose", path(&head)), json!({"following": true})).ok();
        let all = sessions(&officer, &head);
        assert_eq!(all.len(), 4);
        let drafted = draft(&police, &all[2]);
        assert_eq!((&drafted["event_id"], &drafted["event"]["sessions"]), (&head["id"], &json!(4)));
        approve_plan(&police, &all[3]);
        leader.post(&format!("{}/approve", path(&head)), json!({"following": true})).ok();
        let grown = officer.patch(&path(&all[1]), &json!(3), json!({"expected_children": 300})).ok();
        assert_eq!((&grown["status"], &grown["series_id"]), (&json!("proposed"), &Value::Null));
        cannot_pass(&leader, &grown);
        assert_eq!(police.get(&plan(&grown)).ok()["status"], "requested");
        assert_eq!(leader.get(&path(&head)).ok()["status"], "approved");
        // The first leaves: the plan stays with the others.
        let moved = officer.patch(&path(&head), &json!(3), json!({"place": "Bể bơi khác"})).ok();
        assert_eq!(moved["status"], "proposed");
        cannot_pass(&leader, &moved);
        assert_eq!(police.get(&plan(&all[3])).ok()["event_id"], all[2]["id"]);
        assert_eq!(leader.get(&path(&all[3])).ok()["safety_plan"]["holds"], true);
        // An edit of the plan takes all of them back.
        let now = police.get(&plan(&all[3])).ok();
        police.patch(&plan(&all[3]), &now["version"], json!({"note": "Khác"})).ok();
        for session in &all[2..] {
            assert_eq!(leader.get(&path(session)).ok()["status"], "proposed");
            cannot_pass(&leader, session);
        }

        // A session that is still a draft grows inside the series: the plan covers it no more when it is proposed.
        let head = officer.post("/events", festival(weekly)).ok();
        let head = officer.post(&format!("{}/propose", path(&head)), json!({})).ok();
        draft(&police, &head);
        approve_plan(&police, &head);
        leader.post(&format!("{}/approve", path(&head)), json!({})).ok();
        let second = sessions(&officer, &head)[1].clone();
        let second = officer.patch(&path(&second), &second["version"], json!({"expected_children": 300})).ok();
        let second = officer.post(&format!("{}/propose", path(&second)), json!({})).ok();
        cannot_pass(&leader, &second);
        assert_eq!(leader.get(&path(&head)).ok()["status"], "proposed");
        draft(&police, &head);
        approve_plan(&police, &head);
        for session in [&head, &second] {
            leader.post(&format!("{}/approve", path(session)), json!({})).ok();
        }
    });
}

#[test]
fn each_role_does_what_the_matrix_says() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let joining: Vec<Value> =
            ["vanhoa", "doan", "mttq", "khupho1", "truong1", "yte"].map(|name| app.unit_of(name)).into();
        let joined = proposed(&officer, json!({"joining_unit_ids": joining}));
        let foreign = proposed(&officer, json!({}));
        let police = app.sign_in("congan");
        let body = ready(&police, &joined);
        draft(&police, &joined);
        draft(&police, &foreign);
        let cells = [
            ("lanhdao", "R", true),
            ("chinhsach", "R", true),
            ("vanhoa", "R", false),
            ("doan", "RC", false),
            ("congan", "RCUA", true),
            ("mttq", "R", false),
            ("khupho1", "R", false),
            ("truong1", "R", false),
            ("yte", "R", false),
            ("captren", "", false),
            ("quantri", "", false),
        ];
        for (name, rights, whole_ward) in cells {
            let person = app.sign_in(name);
            for (event, is_mine) in [(&joined, true), (&foreign, false)] {
                let plan = plan(event);
                let version = police.get(&plan).ok()["version"].clone();
                let seen = is_mine || whole_ward;
                let expect = |right: char, answer: bup_tests::Answer| {
                    let (status, code) = match (rights.contains(right), seen) {
                        (false, _) => (403, "forbidden"),
                        (true, false) => (404, "not_found"),
                        (true, true) => (200, ""),
                    };
                    assert_eq!(answer.status, status, "{name} {right} {}", answer.text());
                    if status != 200 {
                        answer.refused(status, code);
                    }
                };
                expect('R', person.get(&plan));
                expect('R', person.get(&format!("{plan}/template")));
                expect('R', person.get(&format!("{plan}/document.docx")));
                expect('C', person.with("If-Match", format!("\"{version}\"")).post(&plan, body.clone()));
                let version = police.get(&plan).ok()["version"].clone();
                expect('U', person.patch(&plan, &version, json!({"note": name})));
                expect('A', person.post(&format!("{plan}/return"), json!({"reason": "Thiếu"})));
                draft(&police, event);
                expect('A', person.post(&format!("{plan}/approve"), decision()));
                let version = police.get(&plan).ok()["version"].clone();
                police.patch(&plan, &version, json!({"note": format!("sau {name}")})).ok();
            }
            let list = person.get("/safety-plans");
            match (rights, whole_ward) {
                ("", _) => drop(list.refused(403, "forbidden")),
                (_, true) => assert_eq!(list.ok()["total"], 2, "{name}"),
                (_, false) => assert_eq!(list.ok()["total"], 1, "{name}"),
            }
        }
        // The Youth Union drafts for its own events, before anybody asked, and revises; it does not decide.
        let doan = app.sign_in("doan");
        let own = doan.post("/events", festival(json!({}))).ok();
        let drafted = doan.post(&plan(&own), ready(&doan, &own)).ok();
        assert_eq!(drafted["allowed_actions"], json!(["draft"]));
        doan.with("If-Match", "\"1\"").post(&plan(&own), ready(&doan, &own)).ok();
        doan.post(&format!("{}/approve", plan(&own)), decision()).refused(403, "forbidden");
        app.anybody().get(&plan(&own)).refused(401, "not_signed_in");
    });
}

#[test]
fn a_plan_with_gaps_is_not_approved_and_each_is_named() {
    each(|app| {
        let (officer, police) = (app.sign_in("chinhsach"), app.sign_in("congan"));
        let event = proposed(&officer, json!({}));
        let mut body = ready(&police, &event);
        body["officers"] = json!([{"name": "Trần Văn Bảo", "duty": "Chỉ huy"}]);
        body["risks"] =
            json!([{"what": "Đuối nước", "likelihood": 3, "harm": 5}, {"what": "Ngã", "likelihood": 3, "harm": 4}]);
        let items = body["items"].as_array_mut().expect("items");
        items.retain(|item| item["topic"] != "headcount");
        for item in items.iter_mut() {
            match item["topic"].as_str().expect("a topic") {
                "water_rescue" => item["answer"] = json!("not_needed"),
                "first_aid" => item["answer"] = json!("missing"),
                "food" => item["answer"] = json!("open"),
                _ => {}
            }
        }
        let drafted = police.post(&plan(&event), body).ok();
        assert_eq!(drafted["open"].as_array().expect("open").len(), 3 + 1 + 2);
        let approve = |body: Value| police.post(&format!("{}/approve", plan(&event)), body);
        let problem = approve(decision()).refused(422, "invalid");
        let told = mistakes(&problem);
        assert_eq!(
            told,
            [
                "items.first_aid: safety_not_answered",
                "items.first_aid: safety_not_answered",
                "items.first_aid: safety_not_answered",
                "items.water_rescue: safety_topic_needed",
                "items.headcount: safety_not_answered",
                "items.headcount: safety_not_answered",
                "officers: safety_no_officer",
                "risks[0].measure: safety_no_measure",
            ]
        );
        draft(&police, &event);
        let future = json!({"decision_number": "", "decision_date": "2024-06-04"});
        assert_eq!(
            mistakes(&approve(future).refused(422, "invalid")),
            ["decision_number: required", "decision_date: in_future"]
        );
        approve(decision()).ok();

        let other = proposed(&officer, json!({}));
        let wrong = json!({"items": [{"topic": "sorcery", "label": "", "answer": "ready"}],
            "risks": [{"what": "x", "likelihood": 0, "harm": 6}], "officers": [{"name": "", "phone": "12"}]});
        let problem = police.post(&plan(&other), wrong).refused(422, "invalid");
        assert_eq!(
            mistakes(&problem),
            [
                "items[0].topic: unknown_topic",
                "items[0].label: required",
                "risks[0].likelihood: out_of_range",
                "risks[0].harm: out_of_range",
                "officers[0].name: required",
                "officers[0].phone: bad_phone",
            ]
        );
    });
}

#[test]
fn who_comes_second_does_not_write_over_the_first() {
    each(|app| {
        let (officer, leader, police) = (app.sign_in("chinhsach"), app.sign_in("lanhdao"), app.sign_in("congan"));
        let event = proposed(&officer, json!({}));
        let body = ready(&police, &event);
        let first = draft(&police, &event);
        police.post(&plan(&event), body.clone()).refused(428, "version_required");
        police.with("If-Match", "\"1\"").post(&plan(&event), body.clone()).refused(412, "stale");
        police.patch(&plan(&event), &json!(1), json!({"note": "x"})).refused(412, "stale");
        police.with("If-Match", "\"1\"").post(&format!("{}/approve", plan(&event)), decision()).refused(412, "stale");

        // Two drafts of one version at once, and two approvals: one of each.
        let at_once = |work: &(dyn Fn() -> u16 + Sync)| -> Vec<u16> {
            std::thread::scope(|scope| {
                let both = [scope.spawn(work), scope.spawn(work)];
                let mut answers: Vec<u16> = both.into_iter().map(|one| one.join().expect("an answer")).collect();
                answers.sort_unstable();
                answers
            })
        };
        let seen = format!("\"{}\"", first["version"]);
        assert_eq!(at_once(&|| police.with("If-Match", &seen).post(&plan(&event), body.clone()).status), [200, 412]);
        assert_eq!(at_once(&|| police.post(&format!("{}/approve", plan(&event)), decision()).status), [200, 409]);
        let fresh = officer.post("/events", festival(json!({}))).ok();
        assert_eq!(at_once(&|| police.post(&plan(&fresh), body.clone()).status), [200, 428]);

        // The leader approves while the police change the plan: never an approved event on a plan that is not.
        for round in 0..6 {
            let now = police.get(&plan(&event)).ok();
            std::thread::scope(|scope| {
                scope.spawn(|| leader.post(&format!("{}/approve", path(&event)), json!({})));
                scope.spawn(|| {
                    police.patch(&plan(&event), &now["version"], json!({"note": format!("Lần {round}")})).ok()
                });
            });
            assert_eq!(leader.get(&path(&event)).ok()["status"], "proposed", "round {round}");
            approve_plan(&police, &event);
        }
    });
}

#[test]
fn the_plans_of_another_ward_are_not_there() {
    each(|app| {
        let hash = passwords::hash(bup::demo::PASSWORD, &app.gate.services().config).expect("a hash");
        behind_the_scenes(app, |cx| {
            let ward = setup::ward(cx, "dong-son", "Phường Đông Sơn", "Bỉm Sơn", None)?;
            let unit = setup::unit(cx, Some(&ward), UnitKind::Leadership, "ubnd", "Lãnh đạo UBND phường")?;
            setup::user(
                cx,
                &NewUser {
                    ward: Some(&ward),
                    unit: &unit,
                    username: "ds.chutich",
                    full_name: "Người Đông Sơn",
                    position: "",
                    role: Role::Leader,
                    password_hash: &hash,
                    must_change_password: false,
                },
            )
        });
        let (theirs, police) = (app.sign_in("ds.chutich"), app.sign_in("congan"));
        let event = proposed(&theirs, json!({}));
        let own = proposed(&app.sign_in("chinhsach"), json!({}));
        let body = ready(&police, &own);
        assert_eq!(theirs.get(&plan(&event)).ok()["status"], "requested");
        police.get(&plan(&event)).refused(404, "not_found");
        police.get(&format!("{}/template", plan(&event))).refused(404, "not_found");
        police.get(&format!("{}/document.docx", plan(&event))).refused(404, "not_found");
        police.post(&plan(&event), body).refused(404, "not_found");
        police.patch(&plan(&event), &json!(1), json!({"note": "x"})).refused(404, "not_found");
        police.post(&format!("{}/approve", plan(&event)), decision()).refused(404, "not_found");
        police.post(&format!("{}/return", plan(&event)), json!({"reason": "x"})).refused(404, "not_found");
        assert_eq!(police.get("/safety-plans").ok()["items"][0]["event"]["id"], own["id"]);
        assert_eq!(police.get("/safety-plans").ok()["total"], 1);
        cannot_pass(&theirs, &event);
    });
}

#[test]
fn the_desk_shows_what_waits_the_soonest_first() {
    each(|app| {
        let (officer, police) = (app.sign_in("chinhsach"), app.sign_in("congan"));
        let at = |day: u32| json!({"title": format!("Ngày {day}"), "starts_at": format!("2024-06-{day:02}T01:00:00Z"), "ends_at": format!("2024-06-{day:02}T03:00:00Z")});
        let later = proposed(&officer, at(10));
        let soon = proposed(&officer, at(9));
        let done = proposed(&officer, at(5));
        draft(&police, &later);
        draft(&police, &done);
        approve_plan(&police, &done);
        let list = police.get("/safety-plans").ok();
        assert_eq!(list["total"], 2);
        let told: Vec<(&Value, &Value, &Value)> = list["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|line| (&line["event"]["id"], &line["status"], &line["late"]))
            .collect();
        // Seven days are in time, six are not.
        assert_eq!(
            told,
            [(&soon["id"], &json!("requested"), &json!(true)), (&later["id"], &json!("drafted"), &json!(false))]
        );
        let first = police.get("/safety-plans?limit=1").ok();
        let cursor = first["next_cursor"].as_str().expect("a cursor");
        assert_eq!(
            police.get(&format!("/safety-plans?limit=1&cursor={cursor}")).ok()["items"][0]["event"]["id"],
            later["id"]
        );
        assert_eq!(police.get("/safety-plans?status=approved").ok()["items"][0]["event"]["id"], done["id"]);
        assert_eq!(police.get("/safety-plans?status=drafted").ok()["total"], 1);
        for wrong in ["status=open", "limit=0", "cursor=x", "q=x"] {
            police.get(&format!("/safety-plans?{wrong}")).refused(400, "bad_parameter");
        }
        officer.post(&format!("{}/cancel", path(&soon)), json!({"reason": "Mưa bão"})).ok();
        assert_eq!(police.get("/safety-plans").ok()["total"], 1);
        police.post(&plan(&soon), ready(&police, &later)).refused(409, "event_over");
    });
}

#[test]
fn everybody_concerned_is_told_and_the_paper_is_recorded() {
    each(|app| {
        let (officer, police, doan) = (app.sign_in("chinhsach"), app.sign_in("congan"), app.sign_in("doan"));
        let event = proposed(
            &officer,
            json!({"lead_unit_id": app.unit_of("khupho1"), "joining_unit_ids": [app.unit_of("doan")]}),
        );
        doan.post(&plan(&event), ready(&doan, &event)).ok();
        let kinds = |client: &Client| -> Vec<String> {
            let list = client.get("/notifications").ok();
            let about = list["items"].as_array().expect("items").iter().filter(|one| one["resource"] == "safety_plans");
            about
                .map(|one| {
                    assert_eq!(one["row_id"], event["id"]);
                    one["kind"].as_str().expect("a kind").to_owned()
                })
                .collect()
        };
        assert_eq!(kinds(&police), ["safety_plan_drafted", "safety_plan_asked"]);
        police.post(&format!("{}/return", plan(&event)), json!({"reason": "Thiếu"})).ok();
        for person in ["khupho1", "doan", "chinhsach"] {
            assert_eq!(kinds(&app.sign_in(person)), ["safety_plan_returned"], "{person}");
        }
        let version = police.get(&plan(&event)).ok()["version"].clone();
        police.patch(&plan(&event), &version, json!({"note": "Đã bổ sung"})).ok();
        approve_plan(&police, &event);
        for person in ["khupho1", "doan", "chinhsach"] {
            assert_eq!(kinds(&app.sign_in(person)), ["safety_plan_approved", "safety_plan_returned"], "{person}");
        }
        let paper = police.get(&format!("{}/document.docx", plan(&event)));
        assert!(paper.status == 200 && paper.bytes.starts_with(b"PK"));
        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        for verb in ["draft", "return", "update", "approve", "print"] {
            assert!(log.contains(&format!("safety_plans.{verb}")), "{verb}");
        }
        assert!(!log.contains("0912345678") && !log.contains("Trần Văn Bảo"));
    });
}
