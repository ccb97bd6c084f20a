//! Events from the draft to the report: who plans, who approves, what is told, and what calendar programs read.

use bup_tests::{App, Client, Value, each, json};

fn event(more: Value) -> Value {
    let mut body = json!({"title": "Ngày hội Thiếu nhi", "kind": "festival", "starts_at": "2024-06-08T01:00:00Z",
        "ends_at": "2024-06-08T03:00:00Z", "place": "Nhà văn hóa phường", "expected_children": 40,
        "expected_adults": 6});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    body
}

fn path(row: &Value) -> String {
    format!("/events/{}", row["id"].as_str().expect("an id"))
}

fn step(person: &Client, row: &Value, verb: &str, body: Value) -> Value {
    person.post(&format!("{}/{verb}", path(row)), body).ok()
}

/// What the bell of somebody says of events.
fn told(person: &Client) -> Vec<String> {
    let list = person.get("/notifications?limit=50").ok();
    let rows = list["items"].as_array().expect("a list");
    let of_events = rows.iter().filter(|row| row["resource"] == "events" || row["resource"] == "safety_plans");
    of_events.map(|row| row["kind"].as_str().expect("a kind").to_owned()).collect()
}

#[test]
fn an_event_goes_from_draft_to_report() {
    each(|app| {
        let youth = app.sign_in("doan");
        let made = youth
            .post(
                "/events",
                event(json!({"joining_unit_ids": [app.unit_of("khupho1")], "is_public": true,
                    "details": {"audience": "Thiếu nhi toàn phường", "capacity": 60,
                        "programme": [{"time": "08:00", "what": "Khai mạc"}],
                        "staff": [{"name": "Trần Văn Nam", "phone": "0912 345 678", "duty": "Phụ trách chung"}]},
                    "budget": [{"source": "state", "planned": 5_000_000}, {"source": "mobilised", "planned": 2_000_000}]})),
            )
            .ok();
        assert_eq!((&made["status"], &made["lead_unit_id"]), (&json!("draft"), &app.unit_of("doan")));
        assert_eq!((&made["safety_plan_required"], &made["safety_reasons"]), (&json!(false), &json!([])));
        assert_eq!(made["details"]["staff"][0]["phone"], "0912345678");
        assert_eq!(made["allowed_actions"], json!(["edit", "propose", "cancel"]));

        // The whole ward sees it coming; whoever joins may mend it, a stranger may not.
        let joins = app.sign_in("khupho1");
        assert_eq!(app.sign_in("khupho2").get(&path(&made)).ok()["allowed_actions"], json!([]));
        app.sign_in("khupho2").patch(&path(&made), &made["version"], json!({"place": "x"})).refused(404, "not_found");
        app.sign_in("congan").patch(&path(&made), &made["version"], json!({"place": "x"})).refused(403, "forbidden");
        app.sign_in("captren").get(&path(&made)).refused(404, "not_found");
        app.sign_in("quantri").get("/events").refused(403, "forbidden");
        let mended = joins.patch(&path(&made), &made["version"], json!({"expected_children": 45})).ok();
        joins.patch(&path(&made), &made["version"], json!({"expected_children": 46})).refused(412, "stale");

        let leader = app.sign_in("lanhdao");
        let approve = format!("{}/approve", path(&mended));
        leader.post(&approve, json!({})).refused(409, "wrong_state");
        step(&youth, &mended, "propose", json!({}));
        assert_eq!(told(&leader), ["event_proposed"]);
        youth.post(&approve, json!({})).refused(403, "forbidden");
        step(&leader, &mended, "return", json!({"reason": "Bổ sung kinh phí"}));
        assert_eq!(youth.get(&path(&made)).ok()["status_reason"], "Bổ sung kinh phí");
        step(&youth, &mended, "propose", json!({}));
        let approved = step(&leader, &mended, "approve", json!({}));
        assert_eq!((&approved["status"], &approved["status_reason"]), (&json!("approved"), &json!("")));
        assert_eq!(approved["approved_by"]["full_name"], leader.get("/me").ok()["user"]["full_name"]);
        assert_eq!(told(&joins), ["event_approved", "event_returned"]);
        assert_eq!(app.sign_in("captren").get(&path(&made)).ok()["status"], "approved");

        // Nothing is held before it begins.
        let held = format!("{}/hold", path(&made));
        let numbers = json!({"actual_children": 52, "actual_adults": 8});
        youth.post(&held, numbers.clone()).refused(409, "not_yet");
        app.wait(chrono::TimeDelta::days(6));
        let youth = app.sign_in("doan");
        youth.post(&held, numbers).ok();
        youth.post(&format!("{}/cancel", path(&made)), json!({"reason": "x"})).refused(409, "wrong_state");
        let outcome = json!({"outcome": {"summary": "Đông vui, an toàn", "proposals": "Thêm quạt"},
            "budget": [{"source": "state", "planned": 5_000_000, "spent": 4_800_000}]});
        youth.post(&format!("{}/report", path(&made)), json!({"outcome": {}})).refused(422, "invalid");
        let reported = step(&youth, &made, "report", outcome);
        assert_eq!((&reported["status"], &reported["actual_children"]), (&json!("reported"), &json!(52)));
        youth.patch(&path(&made), &reported["version"], json!({"title": "x"})).refused(409, "wrong_state");
    });
}

#[test]
fn what_cannot_be_is_refused_field_by_field() {
    each(|app| {
        let youth = app.sign_in("doan");
        let refused = |more: Value| -> Vec<String> {
            let problem = youth.post("/events", event(more)).refused(422, "invalid");
            let errors = problem["errors"].as_array().expect("errors").clone();
            let name = |e: &Value| format!("{}: {}", e["field"].as_str().unwrap(), e["code"].as_str().unwrap());
            errors.iter().map(name).collect()
        };
        let own = app.unit_of("doan");
        assert_eq!(refused(json!({"title": " ", "place": ""})), ["title: required", "place: required"]);
        assert_eq!(refused(json!({"ends_at": "2024-06-08T01:00:00Z"})), ["ends_at: ends_before"]);
        assert_eq!(refused(json!({"ends_at": "2024-07-08T01:00:00Z"})), ["ends_at: too_long_event"]);
        assert_eq!(refused(json!({"expected_children": -1})), ["expected_children: out_of_range"]);
        assert_eq!(refused(json!({"point": {"lat": 91.0, "lng": 0.0}})), ["point: bad_point"]);
        assert_eq!(refused(json!({"joining_unit_ids": [own]})), ["joining_unit_ids[0]: lead_joins"]);
        assert_eq!(
            refused(json!({"task_id": own, "section_id": own})),
            ["task_id: unknown_id", "section_id: unknown_id"]
        );
        assert_eq!(refused(json!({"neighborhood_id": own})), ["neighborhood_id: unknown_id"]);
        assert_eq!(
            refused(
                json!({"details": {"programme": [{"time": "25:00", "what": "x"}], "staff": [{"name": "A", "phone": "1"}]}})
            ),
            ["details.programme[0].time: bad_time", "details.staff[0].phone: bad_phone"]
        );
        let never = json!({"every": "week", "weekdays": [1], "until": "2024-06-09"});
        assert_eq!(refused(json!({"repeat": never})), ["repeat.until: no_sessions"]);
        let endless = json!({"every": "day", "until": "2024-12-31"});
        assert_eq!(refused(json!({"repeat": endless})), ["repeat.until: too_many_sessions"]);
        youth.post("/events", event(json!({"status": "approved"}))).refused(400, "malformed");
        assert_eq!(youth.get("/events").ok()["total"], 0, "nothing is half made");
    });
}

#[test]
fn planning_shows_what_is_in_the_way() {
    each(|app| {
        let youth = app.sign_in("doan");
        let khupho3 = app.unit_of("khupho3");
        let body = json!({"neighborhood_id": khupho3, "joining_unit_ids": [app.unit_of("vanhoa")],
            "details": {"staff": [{"name": "Trần Văn Nam"}]}});
        let there = youth.post("/events", event(body)).ok();
        let draft = |more: Value| {
            let mut body = json!({"kind": "festival", "starts_at": "2024-06-08T02:00:00Z",
                "ends_at": "2024-06-08T04:00:00Z", "place": "Sân kho"});
            body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            body
        };
        let kinds = |person: &Client, body: Value| -> Vec<String> {
            let found = person.post("/events/check", body).ok();
            let rows = found["conflicts"].as_array().expect("a list").clone();
            rows.iter().map(|row| row["kind"].as_str().expect("a kind").to_owned()).collect()
        };
        let other = app.sign_in("mttq");
        assert!(kinds(&other, draft(json!({}))).is_empty());
        assert_eq!(kinds(&other, draft(json!({"place": "nha van hoa PHUONG"}))), ["place"]);
        assert_eq!(kinds(&other, draft(json!({"neighborhood_id": khupho3}))), ["neighborhood"]);
        assert_eq!(kinds(&other, draft(json!({"joining_unit_ids": [app.unit_of("vanhoa")]}))), ["unit"]);
        assert_eq!(kinds(&other, draft(json!({"staff": ["tran van nam"]}))), ["staff"]);
        assert_eq!(kinds(&youth, draft(json!({}))), ["unit"], "my own unit leads the other");
        assert!(kinds(&youth, draft(json!({"id": there["id"]}))).is_empty(), "an event is not in its own way");
        let later = json!({"starts_at": "2024-06-08T03:00:00Z", "place": "Nhà văn hóa phường"});
        assert!(kinds(&other, draft(later)).is_empty(), "one may begin when the other ends");
        for _ in 0..2 {
            app.sign_in("khupho7").post("/events", event(json!({"place": "Sân khác"}))).ok();
        }
        assert_eq!(kinds(&other, draft(json!({}))), ["too_many"; 3]);

        let check = |more: Value| other.post("/events/check", draft(more)).ok();
        assert_eq!(check(json!({"expected_children": 99}))["safety_reasons"], json!([]));
        let crowd = check(json!({"expected_children": 90, "expected_adults": 10}));
        assert_eq!((&crowd["safety_reasons"], &crowd["safety_plan_required"]), (&json!(["crowd"]), &json!(true)));
        assert_eq!(check(json!({"kind": "swimming_class"}))["safety_reasons"], json!(["water"]));
        let evening = json!({"starts_at": "2024-06-08T10:00:00Z", "ends_at": "2024-06-08T11:30:00Z"});
        assert_eq!(check(evening)["safety_reasons"], json!(["night"]), "half past six in the evening");
        let risky = json!({"conditions": {"on_road": true, "with_fire": true}});
        assert_eq!(check(risky)["safety_reasons"], json!(["road", "fire"]));
        assert_eq!(check(json!({}))["on_day_off"], true, "a Saturday");
    });
}

#[test]
fn a_change_after_the_approval_asks_again_and_a_move_is_told() {
    each(|app| {
        let (youth, leader) = (app.sign_in("doan"), app.sign_in("lanhdao"));
        let body = json!({"joining_unit_ids": [app.unit_of("khupho1")]});
        let made = youth.post("/events", event(body)).ok();
        let again = |changes: Value| -> Value {
            let now = youth.get(&path(&made)).ok();
            if now["status"] == "draft" {
                step(&youth, &made, "propose", json!({}));
            }
            let approved = step(&leader, &made, "approve", json!({}));
            youth.patch(&path(&made), &approved["version"], changes).ok()["status"].clone()
        };
        assert_eq!(again(json!({"place": "Sân vận động"})), "proposed");
        assert_eq!(told(&app.sign_in("khupho1"))[0], "event_moved");
        assert_eq!(told(&leader)[0], "event_changed");
        assert_eq!(again(json!({"starts_at": "2024-06-08T00:30:00Z"})), "proposed");
        assert_eq!(again(json!({"expected_children": 60})), "proposed");
        assert_eq!(again(json!({"conditions": {"outdoors": true}})), "approved", "no danger by itself");
        let now = youth.get(&path(&made)).ok();
        let smaller = youth.patch(&path(&made), &now["version"], json!({"expected_children": 30})).ok();
        assert_eq!(smaller["status"], "approved");
        let text = youth.patch(&path(&made), &smaller["version"], json!({"title": "Ngày hội tuổi thơ"})).ok();
        assert_eq!(text["status"], "approved");
        let crowd = youth.patch(&path(&made), &text["version"], json!({"expected_children": 300})).ok();
        assert_eq!((&crowd["status"], &crowd["safety_plan"]["status"]), (&json!("proposed"), &json!("requested")));
        leader.post(&format!("{}/approve", path(&made)), json!({})).refused(409, "safety_plan_missing");
        assert_eq!(told(&app.sign_in("congan")), ["safety_plan_asked"]);

        step(&youth, &made, "cancel", json!({"reason": "Mưa bão"}));
        assert_eq!(told(&app.sign_in("khupho1"))[0], "event_cancelled");
        assert_eq!(told(&app.sign_in("congan"))[0], "event_cancelled");
        assert_eq!(youth.get("/events").ok()["total"], 0);
        assert_eq!(youth.get("/events?status=cancelled").ok()["total"], 1);
    });
}

#[test]
fn a_series_is_moved_and_approved_together_until_one_goes_its_own_way() {
    each(|app| {
        let (youth, leader) = (app.sign_in("doan"), app.sign_in("lanhdao"));
        let repeat = json!({"every": "week", "weekdays": [2, 6], "until": "2024-06-22"});
        let first = youth.post("/events", event(json!({"repeat": repeat}))).ok();
        assert_eq!(first["series_id"], first["id"]);
        let series = format!("/events?series_id={}", first["id"].as_str().unwrap());
        let days = |person: &Client| -> Vec<String> {
            let list = person.get(&series).ok();
            let rows = list["items"].as_array().expect("a list").clone();
            rows.iter().map(|row| row["starts_at"].as_str().unwrap()[5..10].to_owned()).collect()
        };
        assert_eq!(days(&youth), ["06-08", "06-11", "06-15", "06-18", "06-22"]);
        step(&youth, &first, "propose", json!({"following": true}));
        step(&leader, &first, "approve", json!({"following": true}));
        assert_eq!(youth.get(&format!("{series}&status=approved")).ok()["total"], 5);

        let second = youth.get(&series).ok()["items"][1].clone();
        let moved = youth.patch(&path(&second), &second["version"], json!({"place": "Sân khác"})).ok();
        assert_eq!((&moved["series_id"], &moved["status"]), (&Value::Null, &json!("proposed")));
        // The first leaves: the next one carries the series on.
        let first = youth.get(&path(&first)).ok();
        youth.patch(&path(&first), &first["version"], json!({"starts_at": "2024-06-08T00:00:00Z"})).ok();
        assert!(days(&youth).is_empty());
        let third = youth.get("/events?from=2024-06-15&to=2024-06-15").ok()["items"][0].clone();
        assert_eq!((&third["series_id"], &third["status"]), (&third["id"], &json!("approved")));
        let cancelled = step(&youth, &third, "cancel", json!({"reason": "Nghỉ hè sớm", "following": true}));
        assert_eq!(cancelled["status"], "cancelled");
        assert_eq!(youth.get("/events?status=cancelled").ok()["total"], 3);
    });
}

#[test]
fn the_list_finds_filters_sorts_and_becomes_a_file() {
    each(|app| {
        let youth = app.sign_in("doan");
        for day in 8..20 {
            let at = format!("2024-06-{day:02}T01:00:00Z");
            let end = format!("2024-06-{day:02}T03:00:00Z");
            let kind = if day % 2 == 0 { "sport" } else { "meeting" };
            let body = json!({"title": format!("Buổi {day}"), "kind": kind, "starts_at": at, "ends_at": end});
            youth.post("/events", event(body)).ok();
        }
        // Over midnight of the ward: on both days.
        let night =
            json!({"title": "Đêm trại", "starts_at": "2024-06-08T13:00:00Z", "ends_at": "2024-06-08T23:00:00Z"});
        youth.post("/events", event(night)).ok();
        let total = |filter: &str| youth.get(&format!("/events?{filter}")).ok()["total"].clone();
        assert_eq!(total("from=2024-06-09&to=2024-06-09"), 2);
        assert_eq!(
            (total("kind=sport,meeting"), total("kind=sport"), total("q=dem%20trai")),
            (json!(12), json!(6), json!(1))
        );
        assert_eq!(total(&format!("unit_id={}", app.unit_of("doan").as_str().unwrap())), 13);
        assert_eq!(total(&format!("unit_id={}", app.unit_of("vanhoa").as_str().unwrap())), 0);
        youth.get("/events?kind=parade").refused(400, "bad_parameter");
        youth.get("/events?sort=title").refused(400, "bad_parameter");
        let mut seen = Vec::new();
        let mut address = "/events?limit=5&sort=-starts_at".to_owned();
        loop {
            let page = youth.get(&address).ok();
            let items = page["items"].as_array().expect("a list").clone();
            seen.extend(items.iter().map(|row| row["starts_at"].as_str().unwrap().to_owned()));
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            address = format!("/events?limit=5&sort=-starts_at&cursor={cursor}");
        }
        assert_eq!(seen.len(), 13);
        assert!(seen.is_sorted_by(|a, b| a >= b));
        let file = youth.get("/events/export.xlsx?kind=sport");
        assert!(file.header("content-disposition").contains("su%2Dkien"));
        let csv = youth.with("Accept", "text/csv").get("/events?kind=sport").text();
        assert_eq!(csv.trim_end().lines().count(), 7, "a header and six lines");
    });
}

#[test]
fn calendar_programs_read_what_their_person_may() {
    each(|app| {
        let (youth, leader) = (app.sign_in("doan"), app.sign_in("lanhdao"));
        let long = "Ngày hội; vui, khỏe, an toàn cho tất cả các cháu thiếu niên nhi đồng của phường Ba Đình";
        let shown = youth.post("/events", event(json!({"title": long, "is_public": true}))).ok();
        youth.post("/events", event(json!({"title": "Họp trù bị", "kind": "meeting"}))).ok();
        let public = |app: &App| {
            // The public copy is kept for half a minute.
            app.wait(chrono::TimeDelta::seconds(31));
            app.anybody().get("/cong-khai/lich.ics").text()
        };
        assert!(!public(app).contains("BEGIN:VEVENT"), "a draft is nobody's but the ward's");
        step(&youth, &shown, "propose", json!({}));
        step(&leader, &shown, "approve", json!({}));
        let text = public(app);
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches("PRODID:").count(), 1);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "folded at 75 octets");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("SUMMARY:Ngày hội\\; vui\\, khỏe\\,"), "{unfolded}");
        assert!(unfolded.contains("DTSTART:20240608T010000Z\r\n") && unfolded.contains("STATUS:CONFIRMED"));
        assert_eq!(unfolded.matches("BEGIN:VEVENT").count(), 1);

        let made = youth.post("/me/calendar-feed", json!({})).ok();
        let address = made["path"].as_str().expect("a path").strip_prefix("/api/v1").expect("ours").to_owned();
        let private = app.anybody().get(&address);
        assert_eq!(private.status, 200);
        assert!(private.header("content-type").starts_with("text/calendar"));
        assert_eq!(private.text().matches("BEGIN:VEVENT").count(), 2);
        assert_eq!(youth.get("/me/calendar-feed").ok()["exists"], true);
        let stored = String::from_utf8_lossy(&app.stored()).into_owned();
        let token = address.split('=').next_back().expect("a token");
        assert!(!stored.contains(token), "the token lies open in the database");

        let neighbor = app.sign_in("khupho4").post("/me/calendar-feed", json!({"only_own": true})).ok();
        let own = neighbor["path"].as_str().expect("a path").replace("/api/v1", "");
        assert_eq!(app.anybody().get(&own).text().matches("BEGIN:VEVENT").count(), 0, "its unit has none");

        // Cancelled for everybody who once saw it.
        step(&youth, &shown, "cancel", json!({"reason": "Mưa bão"}));
        assert!(public(app).contains("STATUS:CANCELLED"));
        // Another address ends the first; an end ends all.
        let second = youth.post("/me/calendar-feed", json!({})).ok();
        app.anybody().get(&address).refused(404, "not_found");
        let second = second["path"].as_str().expect("a path").replace("/api/v1", "");
        assert_eq!(app.anybody().get(&second).status, 200);
        youth.delete("/me/calendar-feed");
        app.anybody().get(&second).refused(404, "not_found");
        app.anybody().get("/events.ics").refused(404, "not_found");
        // A right that ended ends the feed.
        let person = app.sign_in("khupho4").get("/me").ok();
        let user = format!("/users/{}", person["user"]["id"].as_str().expect("an id"));
        let admin = app.sign_in("quantri");
        admin.post(&format!("{user}/disable"), json!({})).ok();
        app.anybody().get(&own).refused(404, "not_found");
        app.sign_in("captren").post("/me/calendar-feed", json!({})).refused(404, "not_found");
    });
}
