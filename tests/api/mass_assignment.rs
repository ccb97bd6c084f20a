//! Members that decide who somebody is, whose a row is, or how far it has come: no body may carry them, whoever sends it.

use std::collections::{BTreeMap, BTreeSet};

use bup_tests::operations::{NO_ROW, Operation, operations};
use bup_tests::{Client, each, json};

/// What the server alone writes. Verbs change a state, and where a member of this name is an honest field of a body, it
/// stands in `TAKEN` with the reason.
const OURS: [&str; 34] = [
    "id",
    "code",
    "ward_id",
    "ward",
    "unit_id",
    "unit",
    "role",
    "roles",
    "permissions",
    "scope",
    "scopes",
    "status",
    "version",
    "user_id",
    "username",
    "is_admin",
    "password_hash",
    "must_change_password",
    "totp_enabled",
    "totp_secret",
    "created_by",
    "created_by_id",
    "uploaded_by_id",
    "approved_by_id",
    "decided_by_id",
    "submitted_at",
    "approved_at",
    "closed_at",
    "deleted_at",
    "created_at",
    "updated_at",
    "owner_kind",
    "owner_id",
    "acting_for_id",
];

/// Fields of bodies that are called so and are their sender's to say.
const TAKEN: [(&str, &str); 32] = [
    // Who signs in.
    ("POST /auth/login", "username"),
    // Filters of a search.
    ("POST /cases/search", "status"),
    ("POST /children/export.xlsx", "status"),
    ("POST /children/search", "status"),
    ("POST /concerns/search", "status"),
    // The group of the law; what came of a request.
    ("POST /children/{id}/circumstances", "code"),
    ("POST /children/{id}/data-requests/{request_id}/answer", "status"),
    // The unit that something is about or goes to, within the ward and the right of whoever says it.
    ("POST /commendations", "unit_id"),
    ("POST /communications/{id}/reports", "unit_id"),
    ("POST /concerns/{id}/screen", "unit_id"),
    ("POST /events/helpers", "unit_id"),
    ("POST /inspections/{id}/recommendations", "unit_id"),
    ("POST /tasks/{id}/accept", "unit_id"),
    ("POST /tasks/{id}/return", "unit_id"),
    ("POST /tasks/{id}/start", "unit_id"),
    ("POST /tasks/{id}/submit", "unit_id"),
    ("POST /tasks/{id}/updates", "unit_id"),
    // The event that is moved is no clash with itself.
    ("POST /events/check", "id"),
    // Which ward a concern is for, where there are several.
    ("POST /public/concerns", "ward"),
    // What an administrator gives: never more than a machine may have, never to themselves.
    ("POST /service-accounts", "unit_id"),
    ("POST /service-accounts", "scopes"),
    ("PATCH /service-accounts/{id}", "unit_id"),
    ("PATCH /service-accounts/{id}", "scopes"),
    // The code that the server printed.
    ("POST /setup", "code"),
    ("POST /setup/check", "code"),
    ("POST /units", "code"),
    ("PATCH /units/{id}", "code"),
    ("POST /users", "username"),
    ("POST /users", "role"),
    ("POST /users", "unit_id"),
    ("PATCH /users/{id}", "role"),
    ("PATCH /users/{id}", "unit_id"),
];

fn is_taken(operation: &Operation, field: &str) -> bool {
    TAKEN.iter().any(|(name, one)| *name == operation.name() && *one == field)
}

#[test]
fn bodies_take_no_member_that_is_the_servers() {
    let all: Vec<Operation> = operations().into_iter().filter(Operation::takes_json).collect();
    let mut taken = Vec::new();
    for operation in &all {
        for (field, _) in operation.fields() {
            if OURS.contains(&field.as_str()) && !is_taken(operation, &field) {
                taken.push(format!("(\"{}\", \"{field}\")", operation.name()));
            }
        }
    }
    assert!(taken.is_empty(), "bodies with members of the server:\n{}", taken.join(",\n"));
    for (name, field) in TAKEN {
        let operation = all.iter().find(|one| one.name() == name).unwrap_or_else(|| panic!("{name} is not there"));
        assert!(operation.fields().iter().any(|(one, _)| one == field), "{name} takes no {field} any more");
    }
    each(|app| {
        let guarded = all.iter().filter(|one| !one.permissions.is_empty()).map(Operation::account);
        let people: BTreeMap<&str, Client> =
            guarded.collect::<BTreeSet<_>>().into_iter().map(|name| (name, app.sign_in(name))).collect();
        let anybody = app.anybody();
        for operation in &all {
            let person = if operation.permissions.is_empty() { &anybody } else { &people[operation.account()] };
            let own: Vec<String> = operation.fields().into_iter().map(|(field, _)| field).collect();
            // Each body is closed, so that a few stand for all.
            let some = ["role", "ward_id"];
            for field in some.iter().filter(|field| !own.iter().any(|one| one == *field)) {
                let body = operation.sample_with(field, json!("x")).to_string();
                let answer =
                    person.raw(&operation.method, &operation.path(NO_ROW), "application/json", body.into_bytes());
                let told = format!("{} {field}: {} {}", operation.name(), answer.status, answer.text());
                assert_eq!((answer.status, &answer.json()["code"]), (400, &json!("malformed")), "{told}");
            }
        }
    });
}

#[test]
fn nobody_makes_themselves_somebody_else() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let other = json!(app.unit_of("lanhdao"));
        for account in ["doan", "khupho1", "chinhsach", "lanhdao", "quantri", "captren"] {
            let person = app.sign_in(account);
            let before = person.get("/me").ok();
            let (version, id) = (&before["version"], before["user"]["id"].as_str().expect("an id"));
            for (field, value) in [
                ("role", json!("admin")),
                ("unit_id", other.clone()),
                ("ward_id", other.clone()),
                ("ward", other.clone()),
                ("status", json!("active")),
                ("id", json!(NO_ROW)),
                ("version", json!(99)),
                ("username", json!("khac")),
                ("position", json!("Chủ tịch")),
                ("permissions", json!([])),
                ("must_change_password", json!(false)),
                ("totp_enabled", json!(false)),
                ("created_by_id", json!(NO_ROW)),
                ("created_at", json!("2020-01-01T00:00:00Z")),
                ("password_hash", json!("x")),
                ("password", json!("mật khẩu mới 4711")),
            ] {
                person.patch("/me", version, json!({field: value})).refused(400, "malformed");
                // Beside what may be changed, too: nothing of such a body is taken.
                person.patch("/me", version, json!({"full_name": "Đổi Tên", field: value})).refused(400, "malformed");
                if account != "quantri" {
                    let through_admin = person.patch(&format!("/users/{id}"), version, json!({field: value}));
                    assert!([400, 403].contains(&through_admin.status), "{account} {field}: {}", through_admin.text());
                }
            }
            assert_eq!(person.get("/me").ok(), before, "{account}");
        }
        // The administrator changes others, and not their own place.
        let me = admin.get("/me").ok();
        let path = format!("/users/{}", me["user"]["id"].as_str().expect("an id"));
        let row = admin.get(&path).ok();
        for body in [json!({"role": "leader"}), json!({"status": "disabled"}), json!({"ward_id": NO_ROW})] {
            let answer = admin.patch(&path, &row["version"], body.clone());
            assert!(answer.status >= 400, "{body}: {}", answer.text());
        }
        assert_eq!(admin.get(&path).ok(), row);
    });
}
