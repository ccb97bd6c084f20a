//! The overview: one request, few statements, and every number the total of a list with the same filter.

use bup_tests::{App, Client, Value, each, json};
use chrono::TimeDelta;

fn id(row: &Value) -> &str {
    row["id"].as_str().expect("an id")
}

fn total(person: &Client, list: &str) -> i64 {
    person.get(list).ok()["total"].as_i64().unwrap_or_else(|| panic!("no total of {list}"))
}

/// Puts two objects together.
fn with(mut body: Value, more: Value) -> Value {
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    body
}

fn plan(app: &App) -> Value {
    let officer = app.sign_in("chinhsach");
    let body = json!({
        "title": "Tháng hành động vì trẻ em năm 2024", "year": 2024, "starts_on": "2024-06-01", "ends_on": "2024-06-30",
        "theme": "Hành động thiết thực", "slogans": [], "hotlines": ["111"],
        "sections": [{"key": "V", "number": "V", "title": "TỔ CHỨC THỰC HIỆN"},
            {"key": "V.6", "number": "6", "title": "Các khu phố", "parent_key": "V"}],
        "tasks": [
            {"key": "t1", "section_key": "V", "title": "Chỉ đạo các chi đoàn", "lead_unit_id": app.unit_of("doan"),
             "due_on": "2024-06-01"},
            {"key": "t2", "section_key": "V.6", "title": "Tuyên truyền", "lead_unit_kind": "neighborhood",
             "all_units_of_kind": true, "lead_unit_id": null, "due_on": "2024-06-02"},
            {"key": "t3", "section_key": "V", "title": "Treo băng-rôn", "lead_unit_id": app.unit_of("vanhoa"),
             "due_on": "2024-06-05"},
            {"key": "t4", "title": "Báo cáo", "lead_unit_id": app.unit_of("doan"), "due_on": "2024-06-20"},
            {"key": "t5", "title": "Thăm trẻ em", "lead_unit_id": app.unit_of("mttq"), "due_on": "2024-06-20"},
        ],
    });
    let plan = officer.post("/plans", body).ok();
    officer.post(&format!("/plans/{}/publish", id(&plan)), json!({})).ok();
    // Outside of the plan.
    officer
        .post("/tasks", json!({"title": "Việc khác", "due_on": "2024-06-15", "lead_unit_id": app.unit_of("doan")}))
        .ok();
    plan
}

fn task(app: &App, title: &str) -> String {
    let list = app.sign_in("chinhsach").get("/tasks?limit=100").ok();
    let found = list["items"].as_array().expect("items").iter().find(|one| one["title"] == title).cloned();
    format!("/tasks/{}", id(&found.expect("the task")))
}

/// One part done, one begun, one handed in; an event of each kind, a script, a concern, children, a handover.
fn fill(app: &App) -> Value {
    let (officer, youth, leader) = (app.sign_in("chinhsach"), app.sign_in("doan"), app.sign_in("lanhdao"));
    let plan = plan(app);
    let shared = task(app, "Tuyên truyền");
    for (head, ends) in [("khupho1", true), ("khupho2", false)] {
        let person = app.sign_in(head);
        person.post(&format!("{shared}/start"), json!({})).ok();
        if ends {
            person.post(&format!("{shared}/submit"), json!({})).ok();
            officer.post(&format!("{shared}/accept"), json!({"unit_id": app.unit_of(head)})).ok();
        }
    }
    app.sign_in("khupho3").post(&format!("{shared}/start"), json!({})).ok();
    app.sign_in("khupho3").post(&format!("{shared}/submit"), json!({})).ok();
    let banners = task(app, "Treo băng-rôn");
    app.sign_in("vanhoa").post(&format!("{banners}/start"), json!({})).ok();
    app.sign_in("vanhoa").post(&format!("{banners}/submit"), json!({})).ok();
    officer.post(&format!("{banners}/accept"), json!({})).ok();
    youth.post(&format!("{}/start", task(app, "Báo cáo")), json!({})).ok();

    let event = |more: Value| {
        with(
            json!({"title": "Ngày hội", "kind": "festival", "starts_at": "2024-06-08T01:00:00Z",
                "ends_at": "2024-06-08T03:00:00Z", "place": "Nhà văn hóa", "expected_children": 40,
                "budget": [{"source": "state", "planned": 5_000_000, "spent": 1_000_000}]}),
            more,
        )
    };
    let point = json!({"lat": 20.0651, "lng": 105.8572});
    let near = youth.post("/events", event(json!({"point": point}))).ok();
    youth.post(&format!("/events/{}/propose", id(&near)), json!({})).ok();
    leader.post(&format!("/events/{}/approve", id(&near)), json!({})).ok();
    let by_water = json!({"starts_at": "2024-06-15T01:00:00Z", "ends_at": "2024-06-15T03:00:00Z",
        "conditions": {"near_water": true}, "budget": [{"source": "mobilised", "planned": 2_000_000}]});
    let by_water = youth.post("/events", event(by_water)).ok();
    assert_eq!(by_water["safety_plan_required"], true);
    let autumn = json!({"starts_at": "2024-09-01T01:00:00Z", "ends_at": "2024-09-01T03:00:00Z"});
    let autumn = youth.post("/events", event(autumn)).ok();
    youth.post(&format!("/events/{}/propose", id(&autumn)), json!({})).ok();

    let script = json!({"channel": "loudspeaker", "title": "Phòng, chống đuối nước", "body": "Kính thưa bà con!",
        "starts_on": "2024-06-01", "ends_on": "2024-06-10", "schedule": {"times": ["17:00"]},
        "unit_ids": [app.unit_of("khupho1"), app.unit_of("khupho2")]});
    let culture = app.sign_in("vanhoa");
    let script = culture.post("/communications", script).ok();
    culture.post(&format!("/communications/{}/approve", id(&script)), json!({})).ok();
    let report = json!({"done_on": "2024-06-02", "times": 2});
    app.sign_in("khupho1").post(&format!("/communications/{}/reports", id(&script)), report).ok();
    let banner = json!({"channel": "banner", "title": "Vì trẻ em", "starts_on": "2024-06-01", "ends_on": "2024-06-30",
        "places": [{"place": "Cổng chào", "count": 2, "latitude": 20.07, "longitude": 105.86}]});
    culture.post("/communications", banner).ok();

    let child = |name: &str, more: Value| {
        let body = json!({"full_name": name, "date_of_birth": "2016-05-01", "sex": "female", "grade": "3A",
            "neighborhood_id": app.unit_of("khupho1"), "school_id": app.unit_of("truong1"),
            "guardians": [{"relation": "mother", "full_name": "Trần Thị Bình", "phone": "0912345678"}]});
        officer.post("/children", with(body, more)).ok()
    };
    child("Lê An", json!({"can_swim": true}));
    child("Bùi Bình", json!({"poverty": "poor"}));
    child(
        "Hà Chi",
        json!({"date_of_birth": "2021-02-01", "neighborhood_id": app.unit_of("khupho2"),
        "school_id": null, "grade": "", "health_insurance_no": "1234567890"}),
    );
    app.sign_in("truong1").post("/summer/handovers", json!({"year": 2024})).ok();

    let told = json!({"narrative": "Bị đánh", "received_via": "phone", "danger_level": "high",
        "child": {"full_name": "Lò Thị Măng", "estimated_age": 9, "sex": "female"}});
    officer.post("/concerns", told.clone()).ok();
    let concern = officer.post("/concerns", told).ok();
    officer.post("/cases", json!({"concern_id": concern["id"]})).ok();
    let stuck = json!({"title": "Thiếu kinh phí", "description": "Chưa có tiền mua quà"});
    app.sign_in("khupho1").post("/obstacles", stuck).ok();
    plan
}

fn number(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("{value} is no number"))
}

const LIVE: &str = "assigned,in_progress,submitted,returned,accepted";

/// Every number that the reader is shown beside the total of its list.
fn compare(name: &str, person: &Client, seen: &Value) {
    let equal = |what: &str, number_: &Value, list: &str| {
        assert_eq!(number(number_), total(person, list), "{name}: {what} and {list}");
    };
    let plan = seen["plan"]["id"].as_str().map_or(String::new(), |plan| format!("&plan_id={plan}"));
    let (from, to) = (seen["from"].as_str().unwrap(), seen["to"].as_str().unwrap());
    let period = format!("&from={from}&to={to}");
    if let Some(tasks) = seen.get("tasks") {
        let states = |tally: &Value, more: &str| {
            equal("all", &tally["total"], &format!("/tasks?status={LIVE}{more}"));
            equal("done", &tally["done"], &format!("/tasks?status=accepted{more}"));
            equal("late", &tally["late"], &format!("/tasks?overdue=true{more}"));
            let doing = "in_progress,submitted,returned";
            equal("doing", &tally["doing"], &format!("/tasks?overdue=false&status={doing}{more}"));
            equal("todo", &tally["todo"], &format!("/tasks?overdue=false&status=assigned{more}"));
        };
        states(tasks, &plan);
        equal("to review", &tasks["to_review"], &format!("/tasks?needs_review=true{plan}"));
        let (today, until) = (seen["today"].as_str().unwrap(), tasks["due_soon_until"].as_str().unwrap());
        let soon = format!("/tasks?due_from={today}&due_to={until}&status=assigned,in_progress,returned{plan}");
        equal("due soon", &tasks["due_soon"], &soon);
        for section in tasks["by_section"].as_array().unwrap() {
            states(section, &format!("&section_id={}{plan}", section["section_id"].as_str().unwrap()));
        }
        for unit in tasks["by_unit"].as_array().unwrap() {
            for (member, state) in
                [("total", "any"), ("done", "done"), ("doing", "doing"), ("late", "late"), ("todo", "todo")]
            {
                let list = format!("/tasks?unit_id={}&part={state}{plan}", id(&unit["unit"]));
                equal(unit["unit"]["name"].as_str().unwrap(), &unit[member], &list);
            }
        }
        for week in tasks["weeks"].as_array().unwrap() {
            let monday: chrono::NaiveDate = week["starts_on"].as_str().unwrap().parse().unwrap();
            let list = format!("/tasks?status={LIVE}&due_from={monday}&due_to={}{plan}", monday + TimeDelta::days(6));
            equal("due in a week", &week["due"], &list);
        }
    }
    if let Some(obstacles) = seen.get("obstacles") {
        equal("obstacles", &obstacles["open"], "/obstacles?status=open,escalated");
        equal("late obstacles", &obstacles["late"], "/obstacles?late=true");
    }
    if let Some(reach) = seen.get("children") {
        equal("children", &reach["children"], "/children");
        for one in reach["programmes"].as_array().unwrap() {
            let list = format!("/children?programme={}&year=2024", one["programme"].as_str().unwrap());
            equal("entitled", &one["entitled"], &list);
            equal("reached", &one["reached"], &format!("{list}&reached=true"));
            equal("not reached", &one["not_reached"], &format!("{list}&reached=false"));
        }
    }
    if let Some(cases) = seen.get("cases") {
        let open = "open,initial_assessment,assessment,planned,decided,implementing,reviewed";
        equal("open cases", &cases["open"], &format!("/cases?status={open}"));
        equal("late cases", &cases["late"], "/cases?late=true");
    }
    if let Some(concerns) = seen.get("concerns") {
        equal("waiting", &concerns["waiting"], "/concerns?status=received,screened");
        equal("new", &concerns["new"], "/concerns?status=received");
        equal("emergency", &concerns["emergency"], "/concerns?status=received,screened&danger_level=emergency");
        equal("received", &concerns["received"], &format!("/concerns?{}", &period[1..]));
    }
    if let Some(events) = seen.get("events") {
        equal("events", &events["total"], &format!("/events?{}", &period[1..]));
        for one in events["by_status"].as_array().unwrap() {
            equal("by state", &one["count"], &format!("/events?status={}{period}", one["status"].as_str().unwrap()));
        }
        let (monday, sunday) = (events["week_from"].as_str().unwrap(), events["week_to"].as_str().unwrap());
        equal("this week", &events["this_week"], &format!("/events?from={monday}&to={sunday}"));
        equal("proposed", &events["waiting"], "/events?status=proposed");
        let today = seen["today"].as_str().unwrap();
        let list = format!("/events?without_safety_plan=true&status=draft,proposed,approved&from={today}");
        equal("without a plan", &events["without_safety_plan"], &list);
    }
    if let Some(communications) = seen.get("communications") {
        equal("scripts", &communications["total"], &format!("/communications?status=approved,done{period}"));
        equal("drafts", &communications["waiting"], &format!("/communications?status=draft{period}"));
        let counts = person.get(&format!("/communications/counts?{}", &period[1..])).ok();
        for one in communications["by_channel"].as_array().unwrap() {
            let channel = one["channel"].as_str().unwrap();
            let list = format!("/communications?channel={channel}&status=approved,done{period}");
            equal("by channel", &one["items"], &list);
            let sum = |member: &str| -> i64 {
                let of = counts["items"].as_array().unwrap().iter().filter(|count| count["channel"] == channel);
                of.map(|count| number(&count[member])).sum()
            };
            for (member, count) in
                [("shares", "items"), ("reported", "reported"), ("planned", "planned"), ("times", "times")]
            {
                assert_eq!(number(&one[member]), sum(count), "{name}: {member} of {channel}");
            }
        }
    }
    if let Some(summer) = seen.get("summer") {
        for one in summer["by_status"].as_array().unwrap() {
            let list = format!("/summer/handovers?year=2024&status={}", one["status"].as_str().unwrap());
            equal("handovers", &one["lists"], &list);
        }
    }
}

fn parts(seen: &Value) -> Vec<&str> {
    ["tasks", "obstacles", "children", "cases", "concerns", "events", "communications", "summer", "wards"]
        .into_iter()
        .filter(|part| seen.get(part).is_some())
        .collect()
}

#[test]
fn every_number_of_the_overview_is_the_total_of_a_list() {
    each(|app| {
        let plan = fill(app);
        let all = ["tasks", "obstacles", "children", "cases", "concerns", "events", "communications", "summer"];
        let without = |gone: &[&str]| all.into_iter().filter(|part| !gone.contains(part)).collect::<Vec<_>>();
        for (name, wanted) in [
            ("lanhdao", all.to_vec()),
            ("chinhsach", all.to_vec()),
            ("khupho1", without(&["cases", "concerns"])),
            ("khupho2", without(&["cases", "concerns"])),
            ("truong1", without(&["cases", "concerns"])),
            ("doan", without(&["cases", "concerns"])),
            ("yte", without(&["cases", "concerns", "summer"])),
            ("vanhoa", without(&["cases", "concerns", "children", "summer"])),
            ("mttq", without(&["cases", "concerns", "children", "summer"])),
            ("congan", without(&["cases", "concerns", "children", "summer"])),
            ("quantri", Vec::new()),
        ] {
            let person = app.sign_in(name);
            let seen = person.get("/dashboard/overview").ok();
            assert_eq!(parts(&seen), wanted, "{name}");
            assert_eq!((&seen["plan"]["id"], &seen["from"]), (&plan["id"], &json!("2024-06-01")), "{name}");
            compare(name, &person, &seen);
            compare(
                name,
                &person,
                &person.get("/dashboard/overview?all_tasks=true&from=2024-06-01&to=2024-09-30").ok(),
            );
        }

        // The numbers of the leader are those that were made.
        let leader = app.sign_in("lanhdao");
        let seen = leader.get("/dashboard/overview").ok();
        let tasks = &seen["tasks"];
        let states = ["done", "doing", "late", "todo", "total"].map(|member| number(&tasks[member]));
        assert_eq!(states, [1, 1, 2, 1, 5]);
        let of = |code: &str| {
            let units = tasks["by_unit"].as_array().unwrap();
            let unit = units.iter().find(|one| one["unit"]["id"] == app.unit_of(code)).expect("the unit").clone();
            (number(&unit["done"]), number(&unit["doing"]), number(&unit["late"]), number(&unit["oldest_late_days"]))
        };
        assert_eq!((of("khupho1"), of("khupho3"), of("khupho4")), ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 1)));
        assert_eq!(of("doan"), (0, 1, 1, 2));
        assert_eq!(tasks["weeks"][0], json!({"starts_on": "2024-05-27", "due": 2, "done": 0}));
        assert_eq!(tasks["weeks"][1], json!({"starts_on": "2024-06-03", "due": 1, "done": 1}));
        let events = &seen["events"];
        assert_eq!((&events["without_safety_plan"], &events["this_week"]), (&json!(1), &json!(1)));
        assert_eq!(events["money"][0], json!({"source": "state", "planned": 5_000_000, "spent": 1_000_000}));
        assert_eq!(events["places"].as_array().map(Vec::len), Some(1));
        assert_eq!((&seen["cases"]["open"], &seen["concerns"]["waiting"]), (&json!(1), &json!(1)));
        // Numbers only: nothing of the child or the case in the answer.
        let text = seen.to_string();
        assert!(!text.contains("Măng") && !text.contains("Lê An") && !text.contains("Bị đánh"));

        leader.get("/dashboard/overview?from=2024-06-10&to=2024-06-01").refused(400, "bad_parameter");
        leader
            .get(&format!("/dashboard/overview?plan_id={}", app.unit_of("doan").as_str().expect("an id")))
            .refused(404, "not_found");
    });
}

#[test]
fn a_clock_that_ran_out_is_seen_in_numbers() {
    each(|app| {
        fill(app);
        app.wait(TimeDelta::days(10));
        for name in ["lanhdao", "chinhsach"] {
            let person = app.sign_in(name);
            let seen = person.get("/dashboard/overview").ok();
            assert_eq!((&seen["cases"]["late"], &seen["cases"]["on_time"]), (&json!(1), &json!(0)), "{name}");
            let clocks = seen["cases"]["by_clock"].as_array().unwrap();
            assert!(clocks.iter().any(|clock| clock["kind"] == "plan_5wd" && clock["late"] == 1), "{clocks:?}");
            assert_eq!(number(&seen["obstacles"]["late"]), 1);
            compare(name, &person, &seen);
        }
    });
}

#[test]
fn the_upper_level_sees_a_row_a_ward_in_numbers() {
    each(|app| {
        fill(app);
        let above = app.sign_in("captren");
        let seen = above.get("/dashboard/overview").ok();
        assert_eq!(parts(&seen), ["wards"]);
        let rows = seen["wards"].as_array().unwrap();
        let row = &rows[0];
        assert_eq!((rows.len(), &row["ward_name"]), (1, &json!("Phường Ba Đình")));
        let states = ["done", "doing", "late", "todo", "total"].map(|member| number(&row["tasks"][member]));
        assert_eq!(states, [1, 1, 2, 2, 6], "with the one outside of the plan");
        // Too few to be told, and what was not passed up is the ward's own.
        assert_eq!(row["cases"], json!({"concerns": null, "open": null, "late": 0}));
        assert_eq!(number(&row["obstacles"]["open"]), total(&above, "/obstacles?status=open,escalated"));
        assert_eq!(number(&row["tasks"]["total"]), total(&above, &format!("/tasks?status={LIVE}")));
        assert_eq!(number(&row["tasks"]["late"]), total(&above, "/tasks?overdue=true"));
        let year = "from=2024-01-01&to=2024-12-31";
        assert_eq!(number(&row["events"]["total"]), total(&above, &format!("/events?{year}")));
        let scripts = total(&above, &format!("/communications?status=approved,done&{year}"));
        assert_eq!(number(&row["communications"]["total"]), scripts);
        assert_eq!((&row["communications"]["shares"], &row["communications"]["reported"]), (&json!(2), &json!(1)));
        let text = seen.to_string();
        assert!(!text.contains("Khu phố") && !text.contains("Lê An"), "{text}");
    });
}

#[test]
fn the_home_screen_and_the_overview_take_few_statements() {
    each(|app| {
        fill(app);
        // Something waits for the officer and the leader.
        let stuck = json!({"title": "Cần ý kiến", "description": "Chưa thống nhất"});
        let stuck = app.sign_in("khupho2").post("/obstacles", stuck).ok();
        let up = json!({"to": "leader", "note": "Vượt thẩm quyền"});
        app.sign_in("chinhsach").post(&format!("/obstacles/{}/escalate", id(&stuck)), up).ok();
        for path in ["/dashboard", "/dashboard/overview"] {
            for name in ["lanhdao", "chinhsach", "khupho1", "doan", "captren"] {
                let answer = app.sign_in(name).get(path);
                answer.ok();
                let sent: usize = answer.header("x-statements").parse().expect("a number of statements");
                assert!((1..=12).contains(&sent), "{name}: {sent} statements for {path}");
            }
        }
        let waits = app.sign_in("lanhdao").get("/dashboard").ok()["waiting_for_me"].clone();
        let kinds: Vec<&str> = waits.as_array().unwrap().iter().filter_map(|one| one["kind"].as_str()).collect();
        assert_eq!(kinds, ["task_review", "obstacle"], "{waits:#}");
        assert_eq!(waits[1]["unit"]["id"], app.unit_of("khupho2"));
    });
}

/// What the busiest screens cost, those of the sign-in check included. A number may fall; whoever lets it rise says why.
#[test]
fn the_hottest_routes_take_few_statements() {
    each(|app| {
        let plan = fill(app);
        let officer = app.sign_in("chinhsach");
        let first = |list: &str| id(&officer.get(list).ok()["items"][0]).to_owned();
        let (child, task, event) = (first("/children"), first("/tasks"), first("/events"));
        let sent = |answer: bup_tests::Answer| -> usize {
            answer.ok();
            answer.header("x-statements").parse().expect("a number of statements")
        };
        for (most, path) in [
            (7, "/me".to_owned()),
            (4, "/notifications".to_owned()),
            (6, "/tasks".to_owned()),
            (5, format!("/tasks/{task}")),
            (9, "/children".to_owned()),
            // A look at a child is written down.
            (14, format!("/children/{child}")),
            (11, "/events".to_owned()),
            (11, format!("/events/{event}")),
            (8, "/cases".to_owned()),
            (5, format!("/plans/{}", id(&plan))),
        ] {
            let count = sent(officer.get(&path));
            assert!((1..=most).contains(&count), "{count} statements for GET {path}");
        }
        let count = sent(officer.post("/children/search", json!({"q": "le an"})));
        assert!((1..=9).contains(&count), "{count} statements for a search");
        let version = officer.get(&format!("/children/{child}")).ok()["version"].clone();
        let count = sent(officer.patch(&format!("/children/{child}"), &version, json!({"notes": "x"})));
        assert!((1..=20).contains(&count), "{count} statements for a change");
        let count = sent(officer.post(&format!("/tasks/{task}/updates"), json!({"kind": "comment", "note": "x"})));
        assert!((1..=20).contains(&count), "{count} statements for an update");
    });
}
