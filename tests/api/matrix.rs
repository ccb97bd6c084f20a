//! Who may do what, cell by cell: every operation of the document for every role over HTTP, and the matrix in the
//! code beside the table of the design.

use std::collections::{BTreeMap, BTreeSet};

use bup::access::matrix::grant;
use bup::access::{Action, Resource, Role, ScopeKind};
use bup_tests::operations::{ACCOUNTS, NO_ROW, Operation, operations};
use bup_tests::{Answer, Client, each, json};

/// The operations that need no sign-in: all of them, each for a reason that everybody sees.
const PUBLIC: [&str; 19] = [
    "POST /auth/login",
    "POST /auth/logout",
    "POST /auth/refresh",
    // A machine signs in.
    "POST /auth/token",
    "GET /public/info",
    // Before there is anybody who could sign in: the code that the server printed is the right.
    "GET /setup",
    "POST /setup",
    "POST /setup/check",
    // A child in danger: no account, no name.
    "POST /public/concerns",
    "GET /public/concerns/challenge",
    "GET /public/concerns/{code}",
    // The ward's public page as data.
    "GET /public/page",
    "GET /public/programme",
    // A service without an account: the token in the body is the right.
    "POST /public/referrals/open",
    "POST /public/referrals/answer",
    // A calendar program: the token of the address is the right.
    "GET /events.ics",
    // A helper at the gate without an account: likewise.
    "POST /public/event-grants/open",
    "POST /public/event-grants/attendance",
    "POST /public/event-grants/headcounts",
];

#[test]
fn every_operation_names_its_right_or_is_meant_for_everybody() {
    let without: BTreeSet<String> =
        operations().iter().filter(|one| one.permissions.is_empty()).map(Operation::name).collect();
    assert_eq!(without, PUBLIC.map(str::to_owned).into());
}

#[test]
fn every_operation_keeps_to_the_matrix_for_every_role() {
    let guarded: Vec<Operation> = operations().into_iter().filter(|one| !one.permissions.is_empty()).collect();
    each(|app| {
        let people: Vec<(Role, Client)> = ACCOUNTS.iter().map(|(role, name)| (*role, app.sign_in(name))).collect();
        for operation in &guarded {
            send_garbage(&app.anybody(), operation).refused(401, "not_signed_in");
            for (role, person) in &people {
                if operation.allows(*role) {
                    must_get_in(person, *role, operation);
                } else {
                    must_be_refused(person, *role, operation);
                }
            }
        }
    });
}

/// A body that nothing can be read from: whoever gets 401 or 403 for it was refused before it was read.
fn send_garbage(person: &Client, operation: &Operation) -> Answer {
    let media_type = operation.media_type.as_deref().unwrap_or("application/json");
    person.raw(&operation.method, &operation.path(NO_ROW), media_type, b"{\"garbage".to_vec())
}

fn must_be_refused(person: &Client, role: Role, operation: &Operation) {
    let answer = send_garbage(person, operation);
    assert_eq!(answer.status, 403, "{role} {}: {}", operation.name(), answer.text());
    let named = answer.refused(403, "forbidden")["permission"].clone();
    let missing: Vec<_> = operation.permissions.iter().filter(|(r, a)| grant(role, *r, *a).is_none()).collect();
    assert!(missing.iter().any(|(r, a)| named == format!("{r}:{a}")), "{role} {}: {named}", operation.name());
}

fn must_get_in(person: &Client, role: Role, operation: &Operation) {
    let (person, path) = (person.with("If-Match", "\"1\""), operation.path(NO_ROW));
    let answer = if operation.media_type.as_deref() == Some("multipart/form-data") {
        person.upload(&path, "ke-hoach.txt", include_bytes!("../fixtures/plans/2024/ke-hoach.txt").to_vec(), &[])
    } else {
        let body = if operation.takes_json() { operation.sample().to_string() } else { String::new() };
        person.raw(&operation.method, &path, "application/json", body.into_bytes())
    };
    let told = format!("{role} {}: {} {}", operation.name(), answer.status, answer.text());
    assert!(answer.status < 500 && answer.status != 401, "{told}");
    let problem = answer.json();
    let refused = operation.permissions.iter().any(|(r, a)| problem["permission"] == format!("{r}:{a}"));
    assert!(!(answer.status == 403 && refused), "{told}");
    if operation.names_a_row() {
        assert_eq!((answer.status, &problem["code"]), (404, &json!("not_found")), "{told}");
    }
}

/// The cells of the table: the scope of each action that a role has with a resource.
type Table = BTreeMap<(Resource, Role, Action), ScopeKind>;

#[test]
fn the_matrix_in_the_code_is_the_table_of_the_design() {
    let (table, named) = read_table(include_str!("../fixtures/matrix.txt"));
    let unnamed: Vec<Resource> = Resource::ALL.iter().copied().filter(|one| !named.contains(one)).collect();
    // The ward's name and one's own account are everybody's, so the design's table does not name them.
    assert_eq!(unnamed, [Resource::Wards, Resource::Own]);
    for resource in named {
        for role in Role::ALL {
            for action in Action::ALL {
                let designed = table.get(&(resource, *role, *action)).copied();
                assert_eq!(grant(*role, resource, *action), designed, "{resource}:{action} for {role}");
            }
        }
    }
}

fn read_table(text: &str) -> (Table, BTreeSet<Resource>) {
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let mut rows = rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    let roles: Vec<Role> =
        rows.next().expect("a head")[1..].iter().map(|word| Role::parse(word).expect(word)).collect();
    assert_eq!(roles, Role::ALL);
    let (mut table, mut named) = (Table::new(), BTreeSet::new());
    for row in rows {
        let resource = resource_of(row[0]);
        assert!(named.insert(resource), "{} stands there twice", row[0]);
        assert_eq!(row.len(), roles.len() + 1, "{}", row[0]);
        for (role, cell) in roles.iter().zip(&row[1..]) {
            for (action, scope) in read_cell(cell) {
                assert_eq!(table.insert((resource, *role, action), scope), None, "{}: {cell}", row[0]);
            }
        }
    }
    (table, named)
}

fn read_cell(cell: &str) -> Vec<(Action, ScopeKind)> {
    if cell == "–" {
        return Vec::new();
    }
    let mut rights = Vec::new();
    for grant in cell.split(' ') {
        let (letters, sign) = grant.split_once(':').unwrap_or_else(|| panic!("{cell}"));
        rights.extend(letters.chars().map(|letter| (action_of(letter), scope_of(sign))));
    }
    rights
}

fn action_of(letter: char) -> Action {
    match letter {
        'R' => Action::Read,
        'C' => Action::Create,
        'U' => Action::Update,
        'A' => Action::Approve,
        other => panic!("{other} is no action"),
    }
}

fn scope_of(sign: &str) -> ScopeKind {
    match sign {
        "W" => ScopeKind::Ward,
        "U" => ScopeKind::Unit,
        "N" => ScopeKind::Neighborhood,
        "S" => ScopeKind::School,
        "@" => ScopeKind::Assigned,
        "own" => ScopeKind::Own,
        "↓" => ScopeKind::Below,
        other => panic!("{other} is no scope"),
    }
}

fn resource_of(row: &str) -> Resource {
    match row {
        "safety plans" => Resource::SafetyPlans,
        "summer handovers, attendance" => Resource::Summer,
        "concerns (intake)" => Resource::Concerns,
        "contributions, allocations, sponsorships" => Resource::Resources,
        "forums, consultations" => Resource::Consultations,
        "inspections, commendations" => Resource::Inspections,
        "users, units, service accounts" => Resource::Accounts,
        "audit log" => Resource::Audit,
        word => Resource::parse(word).unwrap_or_else(|| panic!("{word} is no resource")),
    }
}
