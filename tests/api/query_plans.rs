//! The hot lists walk along an index: what the server really asks of SQLite, explained by SQLite itself.

use std::sync::Mutex;

use bup::db::Conn;
use bup_tests::{App, each, json};
use diesel::connection::{Instrumentation, InstrumentationEvent};
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};

/// What all servers of this process asked, each of its own database.
static HEARD: Mutex<Vec<(String, String)>> = Mutex::new(Vec::new());

/// Listens to one connection.
#[derive(Default)]
struct Listener {
    database: String,
}

impl Instrumentation for Listener {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        // Its own counter stands aside for this listener.
        bup::db::statements::note(&event);
        match event {
            InstrumentationEvent::StartEstablishConnection { url, .. } => url.clone_into(&mut self.database),
            InstrumentationEvent::StartQuery { query, .. } if self.database.ends_with("bup.db") => {
                let mut heard = HEARD.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                heard.push((self.database.clone(), query.to_string()));
            }
            _ => {}
        }
    }
}

fn listen() -> Option<Box<dyn Instrumentation>> {
    Some(Box::new(Listener::default()))
}

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

/// The plan of each statement that reads one of these tables, as SQLite tells it.
fn plans(app: &App, tables: &[&str]) -> Vec<(String, Vec<String>)> {
    let Conn::Sqlite(mut conn) = app.database() else { return Vec::new() };
    let heard = std::mem::take(&mut *HEARD.lock().expect("no listener died"));
    let own = app.gate.services().config.data_dir.display().to_string();
    // Nothing is looked for where a list of ids is empty.
    let reads = |query: &&String| {
        (query.starts_with("SELECT") || query.starts_with("WITH"))
            && !query.contains("(1=0)")
            && tables.iter().any(|table| query.contains(&format!("FROM `{table}`")))
    };
    let mut plans = Vec::new();
    let asked = heard.iter().filter(|(database, _)| database.starts_with(&own)).map(|(_, query)| query);
    for query in asked.filter(reads) {
        let text = query.split(" -- binds").next().unwrap_or(query);
        let steps: Vec<Step> = sql_query(format!("EXPLAIN QUERY PLAN {text}")).load(&mut conn).expect(text);
        plans.push((text.to_owned(), steps.into_iter().map(|step| step.detail).collect()));
    }
    plans
}

#[test]
fn hot_lists_walk_along_an_index() {
    diesel::connection::set_default_instrumentation(listen).expect("a listener");
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let head = app.sign_in("khupho1");
        let child = json!({"full_name": "Nguyễn Thị Hoà", "date_of_birth": "2016-05-01", "neighborhood_id": app.unit_of("khupho1")});
        let child = officer.post("/children", child).ok();
        let other = json!({"full_name": "Lê Văn Đạt", "date_of_birth": "2015-02-03", "neighborhood_id": app.unit_of("khupho1")});
        officer.post("/children", other).ok();
        let task = json!({"title": "Treo băng-rôn", "lead_unit_id": app.unit_of("khupho1"), "due_on": "2024-06-20"});
        officer.post("/tasks", task).ok();
        let _ = plans(app, &[]);
        for person in [&officer, &head] {
            for path in [
                "/tasks",
                "/tasks?sort=-updated_at",
                "/tasks?sort=title",
                "/obstacles",
                "/children",
                "/children?circumstance=HC04",
                "/children?has_risk=true&without_insurance=true",
                "/children?sort=-updated_at",
                "/children?sort=date_of_birth",
                "/children?limit=1",
                "/children/coverage",
                "/changes?since=1~",
            ] {
                person.get(path).ok();
            }
            person.post("/children/search", json!({"q": "hoa"})).ok();
            person.get(&format!("/children/{}", child["id"].as_str().expect("an id"))).ok();
        }
        let told = officer.post("/concerns", json!({"narrative": "x"})).ok();
        let case = officer.post("/cases", json!({"concern_id": told["id"]})).ok();
        let police = app.sign_in("congan");
        for person in [&officer, &police] {
            for path in ["/concerns", "/concerns?status=received", "/cases", "/cases?late=true", "/cases?mine=true"] {
                person.get(path).ok();
            }
        }
        for path in ["/audit/sign-ins", "/audit/sign-ins?failed=true", "/audit/sign-ins?result=locked&from=2024-06-03"]
        {
            officer.get(path).ok();
            app.sign_in("quantri").get(path).ok();
        }
        let lost = json!({"kind": "lost_device", "what_happened": "x", "discovered_at": "2024-06-03T01:00:00Z"});
        let lost = head.post("/data-breaches", lost).ok();
        for person in [&officer, &head] {
            for path in ["", "?sort=due_at&clock_runs=true", "?clock_runs=false", "?status=open&kind=lost_device"] {
                person.get(&format!("/data-breaches{path}")).ok();
            }
            person.get(&format!("/data-breaches/{}", lost["id"].as_str().expect("an id"))).ok();
        }
        let event = json!({"title": "Lớp bơi", "kind": "swimming_class", "starts_at": "2024-06-20T01:00:00Z",
            "ends_at": "2024-06-20T03:00:00Z", "place": "Bể bơi", "expected_children": 20,
            "joining_unit_ids": [app.unit_of("khupho1")], "repeat": {"every": "week", "until": "2024-07-12"}});
        let event = officer.post("/events", event).ok();
        let event = format!("/events/{}", event["id"].as_str().expect("an id"));
        officer.post(&format!("{event}/propose"), json!({"following": true})).ok();
        for person in [&officer, &head, &police] {
            for path in ["/safety-plans", "/safety-plans?status=approved", &format!("{event}/safety-plan")] {
                person.get(path).ok();
            }
        }
        officer.get(&format!("/cases/{}/folder", case["id"].as_str().expect("an id"))).ok();
        officer.get(&format!("/cases/{}/looks", case["id"].as_str().expect("an id"))).ok();
        app.sign_in("yte").get("/referrals").ok();
        let admin = app.sign_in("quantri");
        let hook = json!({"url": "https://receiver.invalid/", "events": ["plan.published"]});
        let hook = admin.post("/webhooks", hook).ok();
        let hook = format!("/webhooks/{}", hook["id"].as_str().expect("an id"));
        admin.post(&format!("{hook}/ping"), json!({})).ok();
        admin.get(&format!("{hook}/deliveries")).ok();
        officer.get("/portal/notes").ok();
        app.anybody().get("/public/page").ok();
        let script =
            json!({"channel": "loudspeaker", "title": "Chủ đề", "starts_on": "2024-06-01", "ends_on": "2024-06-30"});
        let script = officer.post("/communications", script).ok();
        for person in [&officer, &head] {
            for path in ["", "?sort=-updated_at", "?sort=title&reported=false", "/counts", "/campaigns"] {
                person.get(&format!("/communications{path}")).ok();
            }
        }
        officer.get(&format!("/communications/{}/reports", script["id"].as_str().expect("an id"))).ok();
        let event = json!({"title": "Ngày hội", "kind": "festival", "starts_at": "2024-06-03T02:00:00Z",
            "ends_at": "2024-06-03T04:00:00Z", "place": "Sân", "expected_children": 9});
        let event = head.post("/events", event).ok()["id"].as_str().expect("an id").to_owned();
        head.post(&format!("/events/{event}/registrations"), json!({"child_ids": [child["id"]]})).ok();
        for path in ["registrations", "attendance", "headcounts", "cards", "helpers"] {
            head.get(&format!("/events/{event}/{path}")).ok();
        }
        head.get("/events/helpers").ok();
        let visit = json!({"kind": "inspection", "title": "Kiểm tra", "starts_on": "2024-06-03", "ends_on": "2024-06-05",
            "unit_ids": [app.unit_of("khupho1")]});
        let visit = officer.post("/inspections", visit).ok()["id"].as_str().expect("an id").to_owned();
        let asked = json!({"unit_id": app.unit_of("khupho1"), "text": "Rào ao", "due_on": "2024-06-05"});
        officer.post(&format!("/inspections/{visit}/recommendations"), asked).ok();
        let praise =
            json!({"kind": "unit", "unit_id": app.unit_of("khupho1"), "form": "Giấy khen", "achievement": "Tốt"});
        let praise = officer.post("/commendations", praise).ok();
        let decision = json!({"commendation_ids": [praise["id"]], "title": "có thành tích"});
        app.sign_in("lanhdao").post("/commendations/decisions", decision).ok();
        for person in [&officer, &head] {
            for path in [
                "/inspections",
                "/inspections?sort=-updated_at",
                "/inspections?sort=title&done_from=2024-06-01",
                "/recommendations",
                "/recommendations?late=true&mine=true",
                "/recommendations?sort=-updated_at",
                "/commendations",
                "/commendations?sort=name",
                "/commendations?sort=-updated_at",
                "/commendations/decisions",
                "/commendations/candidates",
            ] {
                person.get(path).ok();
            }
            person.get(&format!("/inspections/{visit}")).ok();
        }
        bup::jobs::run_due(&app.gate);
        officer.get("/children/duplicates").ok();
        app.sign_in("lanhdao").get("/audit").ok();
        let growing = [
            "children",
            "tasks",
            "obstacles",
            "audit",
            "concerns",
            "cases",
            "case_entries",
            "case_forms",
            "case_deadlines",
            "case_assignees",
            "case_referrals",
            "case_glass",
            "public_notes",
            "child_supports",
            "communications",
            "communication_units",
            "communication_reports",
            "events",
            "safety_plans",
            "inspections",
            "inspection_visits",
            "inspection_recommendations",
            "commendations",
            "commendation_tasks",
            "event_registrations",
            "event_opinions",
            "event_marks",
            "event_headcounts",
            "event_grants",
            "event_duties",
            "event_helpers",
            "webhook_deliveries",
            "webhook_attempts",
            "sign_ins",
            "attachments",
            "breaches",
            "breach_measures",
        ];
        let plans = plans(app, &growing);
        assert!(plans.len() > 40 || matches!(app.database(), Conn::Pg(_)), "{} statements were heard", plans.len());
        for (query, steps) in plans {
            let told = format!("{query}\n{steps:#?}");
            // A table may be walked when it is small by nature; these grow with the years.
            let walked = |step: &String| growing.iter().any(|table| *step == format!("SCAN {table}"));
            assert!(!steps.iter().any(walked), "{told}");
            // What counts all children, or looks for the same child twice, reads an index and no row.
            let counts = query.contains("AS bounded") && !query.contains("date_of_birth");
            let groups = query.contains("GROUP BY `children`");
            if counts || groups {
                let reads_index = |step: &String| step.contains("children USING COVERING INDEX");
                assert!(steps.iter().any(reads_index), "{told}");
            }
        }
    });
}
