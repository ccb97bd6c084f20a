//! What a client may send that nobody expects, to every operation: always a problem with a sentence, never a 5xx.

use std::collections::HashMap;

use bup_tests::operations::{NO_ROW, Operation, operations, type_of};
use bup_tests::{Answer, App, Client, Value, each, json};

/// The people who may do what each operation is about, signed in once.
struct People(HashMap<&'static str, Client>);

impl People {
    fn new(app: &App, operations: &[Operation]) -> Self {
        Self(operations.iter().map(|one| one.account()).map(|name| (name, app.sign_in(name))).collect())
    }

    fn of(&self, operation: &Operation) -> &Client {
        &self.0[operation.account()]
    }
}

/// The answer must be a problem in Vietnamese under the id of its request.
#[track_caller]
fn problem(answer: &Answer, told: &str) -> Value {
    let told = format!("{told}: {} {}", answer.status, answer.text());
    assert!((400..500).contains(&answer.status), "{told}");
    assert_eq!(answer.header("content-type"), "application/problem+json", "{told}");
    let problem = answer.json();
    for member in ["type", "title", "detail", "code", "request_id"] {
        assert!(problem[member].as_str().is_some_and(|text| !text.is_empty()), "{told}");
    }
    assert_eq!(problem["status"], answer.status, "{told}");
    assert_eq!(problem["request_id"], answer.header("x-request-id"), "{told}");
    problem
}

#[track_caller]
fn refused(answer: &Answer, status: u16, code: &str, told: &str) -> Value {
    let problem = problem(answer, told);
    assert_eq!((answer.status, problem["code"].as_str()), (status, Some(code)), "{told}: {problem}");
    problem
}

/// Whatever came of it: no failure of the server, and a problem where it was refused.
#[track_caller]
fn answered(answer: &Answer, told: &str) {
    assert_ne!(answer.status, 401, "{told}: {}", answer.text());
    if answer.status >= 300 {
        problem(answer, told);
    }
}

#[test]
fn bodies_that_are_no_json_of_ours_are_refused() {
    let operations: Vec<Operation> = operations().into_iter().filter(Operation::takes_json).collect();
    each(|app| {
        let people = People::new(app, &operations);
        for operation in &operations {
            let (person, path, name) = (people.of(operation), operation.path(NO_ROW), operation.name());
            let send = |media_type: &str, body: &[u8]| person.raw(&operation.method, &path, media_type, body.to_vec());
            let broken: [&[u8]; 9] = [
                b"{\"title\":",
                b"{\"title\":\"\xff\xfe\"}",
                b"\xef\xbb\xbf{}",
                b"{}{}",
                b"null",
                b"\"text\"",
                b"[]",
                b"[\"x\",\"x\",\"x\",\"x\",\"x\",\"x\",\"x\",\"x\",\"x\"]",
                b"{\"nothing_of_that_name\":1}",
            ];
            for body in broken {
                refused(&send("application/json", body), 400, "malformed", &format!("{name} {}", body.escape_ascii()));
            }
            let deep = "[".repeat(10_000);
            refused(&send("application/json", deep.as_bytes()), 400, "malformed", &name);
            for (field, _) in operation.fields() {
                let body = format!("{{\"{field}\":{deep}");
                refused(&send("application/json", body.as_bytes()), 400, "malformed", &format!("{name} {field}"));
            }
            for media_type in [
                "text/plain",
                "application/xml",
                "multipart/form-data; boundary=x",
                "application/jsonx",
                "application/json-patch+json",
                "",
            ] {
                refused(&send(media_type, b"{}"), 415, "media_type", &format!("{name} {media_type}"));
            }
            let large = format!("{{\"title\":\"{}\"}}", "x".repeat(3 * 1024 * 1024));
            refused(&send("application/json", large.as_bytes()), 413, "too_large", &name);
        }
    });
}

#[test]
fn a_small_body_that_unfolds_into_a_large_one_is_refused() {
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut zip, &vec![b' '; 64 * 1024 * 1024]).expect("memory");
    let bomb = zip.finish().expect("memory");
    each(|app| {
        let person = app.sign_in("chinhsach").with("Content-Encoding", "gzip");
        refused(&person.raw("POST", "/tasks", "application/json", bomb.clone()), 413, "too_large", "bomb");
        refused(&person.raw("POST", "/tasks", "application/json", b"no gzip".to_vec()), 400, "malformed", "no gzip");
    });
}

#[test]
fn every_field_refuses_values_of_another_type() {
    let operations: Vec<Operation> = operations().into_iter().filter(Operation::takes_json).collect();
    each(|app| {
        let people = People::new(app, &operations);
        for operation in &operations {
            for (field, schema) in operation.fields() {
                for wrong in wrong_values(&schema) {
                    let told = format!("{} {field} {wrong}", operation.name());
                    let body = operation.sample_with(&field, json!("HERE")).to_string().replace("\"HERE\"", wrong);
                    let media_type = "application/json";
                    let answer = people.of(operation).raw(
                        &operation.method,
                        &operation.path(NO_ROW),
                        media_type,
                        body.into_bytes(),
                    );
                    let problem = problem(&answer, &told);
                    assert!([400, 422].contains(&answer.status), "{told}: {problem}");
                    assert!(
                        problem["field"].as_str().is_some_and(|place| place.starts_with(&field)),
                        "{told}: {problem}"
                    );
                    // What reads as JSON but does not fit is a mistake of a field, like any other.
                    if answer.status == 422 {
                        assert_eq!(problem["errors"][0]["field"], problem["field"], "{told}");
                    }
                }
            }
        }
    });
}

/// JSON that the schema of a field does not allow.
#[test]
fn a_body_that_does_not_fit_names_its_fields() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let mistake = |body: Value| officer.post("/tasks", body).refused(422, "invalid")["errors"][0].clone();
        let empty = mistake(json!({}));
        assert_eq!((&empty["field"], &empty["code"]), (&json!("title"), &json!("required")));
        let doan = app.unit_of("doan");
        let day = mistake(json!({"title": "x", "due_on": "2024-02-30", "lead_unit_id": doan}));
        assert_eq!((&day["field"], &day["code"]), (&json!("due_on"), &json!("wrong_value")));
        assert!(day["message"].as_str().is_some_and(|told| told.starts_with("Ngày này không có")), "{day}");
        let made = officer.post("/tasks", json!({"title": "x", "due_on": "2024-06-28", "lead_unit_id": doan})).ok();
        let path = format!("/tasks/{}", made["id"].as_str().expect("an id"));
        let returned = officer.post(&format!("{path}/return"), json!({})).refused(422, "invalid");
        assert_eq!(returned["errors"][0]["field"], "reason");
        let state = officer.patch(&path, &json!(1), json!({"status": "accepted"})).refused(400, "malformed");
        assert_eq!(
            (&state["errors"][0]["field"], &state["errors"][0]["code"]),
            (&json!("status"), &json!("unknown_field"))
        );
        let english = officer.with("Accept-Language", "en").post("/tasks", json!({})).refused(422, "invalid");
        assert_eq!(english["errors"][0]["message"], "Fill in this field.");
    });
}

#[test]
fn null_empties_what_may_be_empty_and_is_refused_elsewhere() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let doan = app.unit_of("doan");
        let new =
            json!({"title": "x", "description": "Mô tả", "due_on": "2024-06-28", "lead_unit_id": doan, "target": 5});
        let task = officer.post("/tasks", new).ok();
        let path = format!("/tasks/{}", task["id"].as_str().expect("an id"));
        for field in ["title", "due_on", "lead_unit_id", "priority", "each_unit", "progress", "evidence_required"] {
            let problem = officer.patch(&path, &json!(1), json!({field: null})).refused(422, "invalid");
            assert_eq!(
                (&problem["errors"][0]["field"], &problem["errors"][0]["code"]),
                (&json!(field), &json!("required"))
            );
        }
        let emptied = json!({"description": null, "joining_unit_ids": null, "target": null});
        let emptied = officer.patch(&path, &json!(1), emptied).ok();
        assert_eq!((&emptied["description"], &emptied["target"]), (&json!(""), &Value::Null));
    });
}

fn wrong_values(schema: &Value) -> Vec<&'static str> {
    let mut wrong = match type_of(schema) {
        "string" => vec!["5", "true", "[]", "{}", "1e400"],
        "integer" => vec!["\"1\"", "true", "[]", "{}", "1.5", "1e30", "99999999999999999999999"],
        "boolean" => vec!["\"true\"", "1", "[]", "{}"],
        "array" => vec!["\"x\"", "5", "{}", "[[]]", "[{}]"],
        "object" => vec!["\"x\"", "5", "[]", "true", "{\"nothing_of_that_name\":1}"],
        _ => Vec::new(),
    };
    let is_word = schema["enum"].is_array() || ["uuid", "date", "date-time"].iter().any(|one| schema["format"] == *one);
    if is_word {
        wrong.extend(["\"\"", "\"nothing of that kind\"", "\"2024-13-45\"", "\"\\u0000\""]);
    }
    wrong
}

#[test]
fn control_characters_and_endless_lines_never_break_the_server() {
    let operations: Vec<Operation> = operations().into_iter().filter(Operation::takes_json).collect();
    let endless = "ă".repeat(40_000);
    each(|app| {
        // A hostile value must meet a row that is there, or it would not be looked at.
        let officer = app.sign_in("chinhsach");
        make_rows(app, &officer);
        for operation in &operations {
            // Signed in anew: some operations end the sessions of whom they are about.
            let person = app.sign_in(operation.account());
            for text in ["\0", "a\0\u{1b}\u{7f}\u{202e}\u{feff}%_\\'\";--\u{d7ff}\u{10ffff}", &endless] {
                for body in operation.variants(&|schema| is_text(schema).then(|| json!(text))) {
                    let (id, tag) = row_of(&officer, operation);
                    let media_type = "application/json";
                    let answer = person.with("If-Match", tag).raw(
                        &operation.method,
                        &operation.path(&id),
                        media_type,
                        body.to_string().into_bytes(),
                    );
                    let told = format!("{} {:.300}: {}", operation.name(), body.to_string(), answer.status);
                    // Sign-in itself refuses with 401.
                    assert!(
                        answer.status < 500 && (answer.status != 401 || operation.permissions.is_empty()),
                        "{told}"
                    );
                    if answer.status >= 300 {
                        problem(&answer, &told);
                    }
                }
            }
        }
    });
}

fn is_text(schema: &Value) -> bool {
    type_of(schema) == "string" && schema["format"].is_null() && schema["enum"].is_null()
}

/// The id and version of some row that an operation may be about.
fn row_of(officer: &Client, operation: &Operation) -> (String, String) {
    let row = existing_row(officer, operation).unwrap_or_default();
    let tag = format!("\"{}\"", row["version"].as_i64().unwrap_or(1));
    (row["id"].as_str().unwrap_or(NO_ROW).to_owned(), tag)
}

#[test]
fn days_beyond_any_calendar_never_break_the_server() {
    let operations = operations();
    each(|app| {
        let officer = app.sign_in("chinhsach");
        make_rows(app, &officer);
        let people = People::new(app, &operations);
        for operation in &operations {
            let (person, name) = (people.of(operation), operation.name());
            for day in ["-262143-01-01", "0000-01-01", "9999-12-31", "+262142-12-31"] {
                for body in operation.variants(&|schema| (schema["format"] == "date").then(|| json!(day))) {
                    let (id, tag) = row_of(&officer, operation);
                    let (path, text) = (operation.path(&id), body.to_string().into_bytes());
                    let answer = person.with("If-Match", tag).raw(&operation.method, &path, "application/json", text);
                    answered(&answer, &format!("{name} {body}"));
                }
                for (parameter, place) in &operation.parameters {
                    if place == "query" && operation.method == "GET" {
                        let (id, _) = row_of(&officer, operation);
                        let query = format!("{parameter}={}", day.replace('+', "%2B"));
                        let answer = person.get(&format!("{}?{query}", operation.path(&id)));
                        answered(&answer, &format!("{name} {query}"));
                    }
                }
            }
        }
    });
}

#[test]
fn a_year_that_no_plan_knows_is_refused_where_days_are_computed() {
    each(|app| {
        let superior = app.sign_in("captren");
        for year in ["-1139", "-1", "1999", "2101", "262142", "-2147483648", "2147483647"] {
            for path in ["/reports/overview", "/indicators/values"] {
                superior.get(&format!("{path}?year={year}")).refused(400, "bad_parameter");
            }
        }
        superior.get("/reports/overview?year=2100").ok();
    });
}

/// A plan, a task and an obstacle, so that lists are not empty.
fn make_rows(app: &App, officer: &Client) {
    let units = officer.get("/me").ok();
    let task = json!({"title": "Treo băng-rôn", "lead_unit_id": units["unit"]["id"], "due_on": "2024-06-10"});
    officer.post("/tasks", task).ok();
    let all = operations();
    let plan = all.iter().find(|one| one.name() == "POST /plans").expect("plans are made");
    officer.post("/plans", plan.sample()).ok();
    app.sign_in("khupho1").post("/obstacles", json!({"title": "Thiếu loa"})).ok();
    make_summer(app, officer);
}

/// A handover with a child, a group, a session, a leave; an accident.
fn make_summer(app: &App, officer: &Client) {
    let (place, school) = (app.unit_of("khupho1"), app.unit_of("truong1"));
    let child = json!({"full_name": "Lê Thị Mai", "date_of_birth": "2015-02-03", "sex": "female",
        "neighborhood_id": place, "school_id": school});
    let child = officer.post("/children", child).ok();
    officer.post("/summer/handovers", json!({"year": 2024, "school_id": school})).ok();
    let group = json!({"year": 2024, "neighborhood_id": place, "name": "Nhóm 1"});
    let group = officer.post("/summer/groups", group).ok();
    officer
        .post(
            &format!("/summer/groups/{}/members", group["id"].as_str().unwrap_or("")),
            json!({"child_ids": [child["id"]]}),
        )
        .ok();
    let session = json!({"group_id": group["id"], "on_date": "2024-06-03", "place": "Nhà văn hóa", "content": "Bơi"});
    officer.post("/summer/sessions", session).ok();
    let days = json!({"child_id": child["id"], "from_date": "2024-06-01", "to_date": "2024-06-02", "reason": "Ốm"});
    officer.post("/summer/leaves", days).ok();
    let fall = json!({"child_id": child["id"], "happened_on": "2024-06-01", "kind": "fall", "place_kind": "home",
        "outcome": "recovered"});
    officer.post("/injuries", fall).ok();
}

/// Some row of the collection that an operation's address begins with.
fn existing_row(officer: &Client, operation: &Operation) -> Option<Value> {
    let (collection, _) = operation.template.split_once("/{")?;
    let rows = officer.get(collection);
    let rows = if rows.status == 200 { rows.json() } else { Value::Null };
    // The last one: the first user is the one who asks.
    rows["items"].as_array().and_then(|items| items.last().cloned())
}

#[test]
fn parameters_are_known_and_read_with_care() {
    let operations: Vec<Operation> = operations();
    each(|app| {
        let people = People::new(app, &operations);
        for operation in &operations {
            let (person, path, name) = (people.of(operation), operation.path(NO_ROW), operation.name());
            let body = if operation.takes_json() { operation.sample().to_string() } else { String::new() };
            let media_type = operation.media_type.as_deref().unwrap_or("application/json");
            let send = |query: &str| {
                person.raw(&operation.method, &format!("{path}?{query}"), media_type, body.clone().into_bytes())
            };
            assert_eq!(refused(&send("khong_co=1"), 400, "bad_parameter", &name)["parameter"], "khong_co", "{name}");
            let query = operation.parameters.iter().filter(|(_, place)| place == "query");
            for (parameter, _) in query {
                let values =
                    ["", "%00", "%FF", "x%00y", "-1", "99999999999999999999", "%F0%9F%A6%86", "';--", "..%2f", "null"];
                for value in values {
                    let told = format!("{name} {parameter}={value}");
                    answered(&send(&format!("{parameter}={value}")), &told);
                }
                refused(&send(&format!("{parameter}=1&{parameter}=2")), 400, "bad_parameter", &name);
            }
        }
    });
}

#[test]
fn a_forged_cursor_is_refused_or_shows_a_page() {
    use base64::Engine;
    let forge = |cursor: Value| base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(cursor.to_string());
    let paged: Vec<Operation> = operations().into_iter().filter(|one| has_parameter(one, "cursor")).collect();
    let orders = [
        "due_on",
        "-due_on",
        "-priority",
        "-updated_at",
        "title",
        "-created_at",
        "answer_due_on",
        "name",
        "-at",
        "-sent_at",
        "-seq",
        "-discovered_at",
        "due_at",
    ];
    each(|app| {
        let people = People::new(app, &paged);
        for operation in &paged {
            let path = operation.path(NO_ROW);
            for sort in orders {
                for value in
                    ["", "\0", "x", "1", "9999999999999999999", "2024-06-03", "2024-06-03T01:00:00Z", "-262143-01-01"]
                {
                    let cursor = forge(json!({"s": sort, "v": value, "i": NO_ROW}));
                    let sort_too =
                        if has_parameter(operation, "sort") { format!("&sort={sort}") } else { String::new() };
                    let told = format!("{} {sort} {}", operation.name(), value.escape_debug());
                    let answer = people.of(operation).get(&format!("{path}?cursor={cursor}{sort_too}"));
                    answered(&answer, &told);
                }
            }
        }
    });
}

fn has_parameter(operation: &Operation, name: &str) -> bool {
    operation.parameters.iter().any(|(known, _)| known == name)
}

/// Acts of one's own account, where a repetition does no harm; searches and looks; files, which are read first or stored nowhere.
const TAKES_NO_KEY: [&str; 22] = [
    "POST /attachments",
    "POST /cases/search",
    "POST /cases/{id}/break-glass",
    "POST /cases/{id}/referrals/{referral_id}/link",
    "POST /children/export.xlsx",
    "POST /children/import",
    "POST /children/search",
    "POST /concerns/search",
    "POST /concerns/{id}/reporter",
    "POST /events/check",
    "POST /events/{id}/grants",
    "POST /me/calendar-feed",
    "POST /me/password",
    "POST /me/totp",
    "POST /me/totp/confirm",
    "POST /me/totp/disable",
    "POST /me/totp/recovery-codes",
    "POST /notifications/{id}/read",
    "POST /plans/import",
    "POST /plans/{id}/import",
    "POST /summer/handovers/list",
    "POST /summer/handovers/list/preview",
];

#[test]
fn the_document_names_the_header_of_repetitions_where_it_is_heeded() {
    for operation in operations().iter().filter(|one| one.method == "POST" && !one.permissions.is_empty()) {
        let told = has_parameter(operation, "Idempotency-Key");
        assert_ne!(told, TAKES_NO_KEY.contains(&operation.name().as_str()), "{}", operation.name());
    }
    let theirs = TAKES_NO_KEY.map(|name| name.replace("POST ", "/api/v1"));
    assert_eq!(theirs.as_slice(), bup::docs::TAKES_NO_KEY, "the list in docs/answers.rs is another");
}

#[test]
fn versions_and_keys_that_are_none_are_refused() {
    let operations: Vec<Operation> = operations().into_iter().filter(|one| !one.permissions.is_empty()).collect();
    each(|app| {
        let officer = app.sign_in("chinhsach");
        make_rows(app, &officer);
        let people = People::new(app, &operations);
        for operation in &operations {
            let (person, name) = (people.of(operation), operation.name());
            let body = if operation.takes_json() { operation.sample().to_string() } else { String::new() };
            let media_type = operation.media_type.as_deref().unwrap_or("application/json");
            let send = |person: &Client, id: &str| {
                person.raw(&operation.method, &operation.path(id), media_type, body.clone().into_bytes())
            };
            if operation.method == "PATCH" {
                let row = existing_row(&officer, operation);
                let id = row.as_ref().and_then(|row| row["id"].as_str()).unwrap_or(NO_ROW);
                for tag in
                    ["", "x", "\"x\"", "*", "W/\"1\"", "\"99999999999999999999\"", "\"-1\"", "\"1\", \"2\"", "“1”"]
                {
                    let answer = send(&person.with("If-Match", tag), id);
                    let problem = problem(&answer, &format!("{name} {tag}"));
                    assert!([404, 412].contains(&answer.status), "{name} {tag}: {problem}");
                }
                assert!([404, 428].contains(&send(person, id).status), "{name}");
            }
            if operation.method == "POST" {
                let long = "k".repeat(129);
                for key in ["", "khóa", &long] {
                    let answer = send(&person.with("Idempotency-Key", key), NO_ROW);
                    answered(&answer, &format!("{name} {key}"));
                    let code = answer.json()["code"].clone();
                    assert!(
                        code == "idempotency_key_bad" || TAKES_NO_KEY.contains(&name.as_str()),
                        "{name} {key}: {code}"
                    );
                }
            }
        }
    });
}

#[test]
fn what_is_no_id_is_not_there() {
    let operations: Vec<Operation> = operations().into_iter().filter(Operation::names_a_row).collect();
    let long = "a".repeat(4000);
    let places = [
        "..%2f",
        "..%2f..%2fetc%2fpasswd",
        "%00",
        "%ff",
        "x",
        "0190163d-8694-739b-aea5-966c26f8ad9",
        "%7Bid%7D",
        "1%20OR%201=1",
        "..;",
        &long,
    ];
    each(|app| {
        let people = People::new(app, &operations);
        for operation in &operations {
            let body = if operation.takes_json() { operation.sample().to_string() } else { String::new() };
            for place in places {
                let person = people.of(operation).with("If-Match", "\"1\"");
                let path = operation.path(place);
                let answer = person.raw(&operation.method, &path, "application/json", body.clone().into_bytes());
                let problem = problem(&answer, &format!("{} {place:.40}", operation.name()));
                assert!([404, 405].contains(&answer.status), "{} {place:.40}: {problem}", operation.name());
            }
        }
    });
}

#[test]
fn a_method_that_an_address_does_not_take_is_named() {
    let operations = operations();
    each(|app| {
        let person = app.sign_in("chinhsach");
        for operation in &operations {
            // `/tasks/bulk` is read as `/tasks/{id}` too.
            let takes = |other: &&Operation| other.matches(&operation.path(NO_ROW));
            let known: Vec<&str> = operations.iter().filter(takes).map(|other| other.method.as_str()).collect();
            for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"] {
                if !known.contains(&method) {
                    let answer = person.raw(method, &operation.path(NO_ROW), "application/json", Vec::new());
                    let told = format!("{method} {}", operation.template);
                    let problem = refused(&answer, 405, "method_not_allowed", &told);
                    // RFC 9110, 15.5.6.
                    let allowed: Vec<&str> = answer.header("allow").split(", ").collect();
                    assert!(known.iter().all(|known| allowed.contains(known)), "{told}: {allowed:?}");
                    assert_eq!(problem["allowed"], json!(allowed), "{told}");
                }
            }
        }
    });
}

#[test]
fn problems_speak_the_language_that_is_asked_for() {
    let operations = operations();
    each(|app| {
        let person = app.sign_in("chinhsach");
        for operation in &operations {
            let send = |person: &Client| {
                let path = format!("{}/khong-co", operation.path(NO_ROW));
                (person.raw(&operation.method, &path, "application/json", b"{".to_vec()), operation.name())
            };
            let (vietnamese, name) = send(&person);
            let (english, _) = send(&person.with("Accept-Language", "en-GB,en;q=0.9,vi;q=0.5"));
            let (vietnamese, english) = (problem(&vietnamese, &name), problem(&english, &name));
            assert!(!vietnamese["title"].as_str().is_some_and(str::is_ascii), "{vietnamese}");
            assert!(english["title"].as_str().is_some_and(str::is_ascii), "{english}");
            assert_ne!(vietnamese["detail"], english["detail"], "{name}");
            assert_eq!(vietnamese["code"], english["code"], "{name}");
        }
        for (sent, kept) in [("don-7-0123456789", true), ("x\"<script>", false), ("ngắn", false)] {
            let answer = app.anybody().with("X-Request-Id", sent).get("/me");
            assert_eq!(answer.header("x-request-id") == sent, kept, "{sent}");
            assert_eq!(answer.refused(401, "not_signed_in")["request_id"], answer.header("x-request-id"));
        }
    });
}
