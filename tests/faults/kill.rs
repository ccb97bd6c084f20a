//! `kill -9` under mixed writes: what was acknowledged is there, nothing is half there, what was not answered can be sent
//! again and happens once.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::support::{
    Answer, Bup, Data, Failed, Options, Person, Value, check_whole, count, fresh, id, json, kind, png, query,
};

/// Tables whose rows the clients make, each with an audit row of its own id, and the word of the log for it.
const TABLES: [(&str, &str); 6] = [
    ("tasks", "tasks.create"),
    ("children", "children.create"),
    ("concerns", "concerns.create"),
    ("cases", "cases.create"),
    ("obstacles", "obstacles.create"),
    ("attachments", "own.upload"),
];

/// What a client asked for, and what it was told.
struct Sent {
    table: &'static str,
    path: String,
    key: String,
    body: Value,
    /// The row, when the answer came whole.
    acknowledged: Option<String>,
}

/// The people of the demo ward who write, each at several devices.
struct People {
    officer: Person,
    doan: Person,
    neighborhood: Person,
    doan_unit: Value,
    neighborhood_unit: Value,
}

impl People {
    fn sign_in(server: &Bup) -> Self {
        let (officer, doan, neighborhood) =
            (server.sign_in("chinhsach"), server.sign_in("doan"), server.sign_in("khupho1"));
        let unit = |person: &Person| person.get("/me").expect("an answer").ok()["unit"]["id"].clone();
        let (doan_unit, neighborhood_unit) = (unit(&doan), unit(&neighborhood));
        Self { officer, doan, neighborhood, doan_unit, neighborhood_unit }
    }

    fn at(&self, base: &str) -> Self {
        Self {
            officer: self.officer.at(base),
            doan: self.doan.at(base),
            neighborhood: self.neighborhood.at(base),
            doan_unit: self.doan_unit.clone(),
            neighborhood_unit: self.neighborhood_unit.clone(),
        }
    }

    fn who(&self, table: &str) -> &Person {
        match table {
            "task_updates" | "attachments" => &self.doan,
            "obstacles" => &self.neighborhood,
            _ => &self.officer,
        }
    }

    fn send(&self, sent: &Sent) -> Result<Answer, Failed> {
        let person = self.who(sent.table);
        match sent.table {
            "attachments" => person.upload_once(&sent.key, png()),
            _ => person.post_once(&sent.path, &sent.key, &sent.body),
        }
    }
}

/// Sends one request; false when the server is gone.
fn send(people: &People, sent: &mut Vec<Sent>, table: &'static str, path: &str, body: Value) -> bool {
    let key = format!("{table}-{:032x}", random());
    let mut one = Sent { table, path: path.to_owned(), key, body, acknowledged: None };
    let answer = people.send(&one);
    if let Ok(answer) = &answer {
        one.acknowledged = Some(id(&answer.ok()));
    }
    sent.push(one);
    answer.is_ok()
}

fn random() -> u128 {
    uuid::Uuid::now_v7().as_u128()
}

/// Names are letters: a number in syllables.
fn syllables(number: u128) -> String {
    (0..10)
        .map(|at| {
            ["An", "Ba", "Chi", "Du", "Em", "Gi", "Ha", "Kha"][usize::try_from(number >> (3 * at) & 7).unwrap_or(0)]
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// One device, writing until the server is gone.
fn write(people: &People, device: usize, stop: &AtomicBool) -> Vec<Sent> {
    let mut sent = Vec::new();
    let mut turn = device;
    while !stop.load(Ordering::Acquire) {
        let mark = format!("{:x}", random());
        let is_there = match turn % 5 {
            0 => {
                let task =
                    json!({"title": format!("Việc {mark}"), "due_on": "2024-06-15", "lead_unit_id": people.doan_unit});
                send(people, &mut sent, "tasks", "/tasks", task)
                    && last(&sent).is_none_or(|task| {
                        let path = format!("/tasks/{task}/updates");
                        send(people, &mut sent, "task_updates", &path, json!({"progress": 40, "note": mark}))
                    })
            }
            1 => {
                let name = format!("Nguyễn {}", syllables(random()));
                // A day of their own each: nobody is taken for somebody else, nor for grown up.
                let age = 400 + i64::try_from(random() >> 8 & 0xFFF).unwrap_or(0);
                let born = bup::clock::Clock::system().today() - chrono::TimeDelta::days(age);
                let child =
                    json!({"full_name": name, "date_of_birth": born, "neighborhood_id": people.neighborhood_unit});
                send(people, &mut sent, "children", "/children", child)
            }
            2 => {
                let told = json!({"narrative": mark, "received_via": "phone", "danger_level": "high"});
                send(people, &mut sent, "concerns", "/concerns", told)
                    && last(&sent).is_none_or(|concern| {
                        send(people, &mut sent, "cases", "/cases", json!({"concern_id": concern}))
                    })
            }
            3 => send(people, &mut sent, "attachments", "/attachments", Value::Null),
            _ => send(people, &mut sent, "obstacles", "/obstacles", json!({"title": mark, "description": "x"})),
        };
        if !is_there {
            break;
        }
        turn += 1;
    }
    sent
}

fn last(sent: &[Sent]) -> Option<String> {
    sent.last().and_then(|one| one.acknowledged.clone())
}

/// How many rounds for each database.
fn rounds() -> u32 {
    std::env::var("BUP_FAULT_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(4)
}

/// What all rounds came to.
#[derive(Default)]
struct Totals {
    acknowledged: usize,
    unanswered: usize,
    /// Of the unanswered, those that had happened.
    had_happened: usize,
    slowest_start: Duration,
}

#[test]
fn what_was_acknowledged_outlives_kill_9() {
    let rounds = rounds();
    for data in fresh() {
        let mut server = Bup::start(&data, &Options::default());
        let mut people = People::sign_in(&server);
        let mut known: BTreeSet<(&'static str, String)> = BTreeSet::new();
        let before = TABLES.map(|(table, _)| count(&data, table));
        let mut totals = Totals::default();
        for round in 0..rounds {
            // Tokens live for fifteen minutes, long runs longer.
            if round % 50 == 49 {
                people = People::sign_in(&server);
            }
            let sent = storm(&people, &mut server, round);
            let began = Instant::now();
            server = Bup::start(&data, &Options::default());
            totals.slowest_start = totals.slowest_start.max(began.elapsed());
            people = people.at(&server.base);
            settle(&data, &people, &sent, &mut known, &mut totals);
            for (at, (table, _)) in TABLES.iter().enumerate() {
                let mine = known.iter().filter(|(its, _)| its == table).count();
                assert_eq!(count(&data, table) - before[at], mine, "{table} in round {round}");
            }
            check_log(&data);
            if round % 10 == 9 || round + 1 == rounds {
                check_whole(&data);
            }
        }
        no_orphan_is_served(&data, &people);
        println!(
            "kill -9, {}: {rounds} rounds, {} writes acknowledged and all there, {} unanswered ({} of them had \
             happened) and once each after their repetition; slowest restart {} ms",
            kind(&data),
            totals.acknowledged,
            totals.unanswered,
            totals.had_happened,
            totals.slowest_start.as_millis()
        );
    }
}

/// Five devices write at once until the server is killed in the middle of it.
fn storm(people: &People, server: &mut Bup, round: u32) -> Vec<Sent> {
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let stop = &stop;
        let devices: Vec<_> = (0..5).map(|device| scope.spawn(move || write(people, device, stop))).collect();
        // Another moment in every round.
        std::thread::sleep(Duration::from_millis(250 + u64::from(round * 137 % 600)));
        server.kill();
        stop.store(true, Ordering::Release);
        devices.into_iter().flat_map(|device| device.join().expect("a device")).collect()
    })
}

/// Looks for everything that was acknowledged, and sends again what was not answered, twice.
fn settle(
    data: &Data,
    people: &People,
    sent: &[Sent],
    known: &mut BTreeSet<(&'static str, String)>,
    totals: &mut Totals,
) {
    for one in sent {
        let row = match &one.acknowledged {
            Some(row) => {
                totals.acknowledged += 1;
                row.clone()
            }
            None => {
                totals.unanswered += 1;
                let had_happened = query(
                    data,
                    &format!(
                        "SELECT CAST(status AS TEXT) AS line FROM idempotency_keys WHERE idempotency_key = '{}'",
                        one.key
                    ),
                );
                totals.had_happened += had_happened.len();
                let again = || id(&people.send(one).expect("an answer").ok());
                let row = again();
                assert_eq!(row, again(), "{} {}", one.table, one.key);
                row
            }
        };
        if one.table == "task_updates" {
            // Answered with its task.
            let updates = format!("task_updates WHERE note = '{}'", one.body["note"].as_str().expect("a note"));
            assert_eq!(count(data, &updates), 1, "{}", one.path);
            continue;
        }
        assert_eq!(count(data, &format!("{} WHERE id = '{row}'", one.table)), 1, "{} {row}", one.table);
        if matches!(one.table, "attachments" | "tasks" | "obstacles") {
            let read = people.who(one.table).get(&format!("/{}/{row}", one.table)).expect("an answer");
            assert_eq!(read.status, 200, "{} {row}: {}", one.table, read.text());
        }
        assert!(known.insert((one.table, row)), "{} twice", one.table);
    }
}

/// No row without its audit row, no audit row without its row, no key without its answer.
fn check_log(data: &Data) {
    for (table, action) in TABLES {
        let resource = action.split('.').next().unwrap_or("");
        let silent = format!(
            "{table} one WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.resource = '{resource}' AND a.row_id = one.id \
             AND a.action = '{action}')"
        );
        assert_eq!(count(data, &silent), 0, "{table} without an audit row");
        let lost = format!(
            "audit a WHERE a.action = '{action}' AND NOT EXISTS (SELECT 1 FROM {table} one WHERE one.id = a.row_id)"
        );
        assert_eq!(count(data, &lost), 0, "audit rows without {table}");
    }
    assert_eq!(count(data, "idempotency_keys WHERE status = 0"), 0, "a key without its answer");
}

/// Files that lie there without a row, because the server died between the two, are nobody's.
fn no_orphan_is_served(data: &Data, people: &People) {
    let known: BTreeSet<String> = query(data, "SELECT id AS line FROM attachments").into_iter().collect();
    let mut orphans = 0;
    for shelf in std::fs::read_dir(data.dir().join("attachments")).expect("a folder") {
        for file in std::fs::read_dir(shelf.expect("a shelf").path()).expect("a shelf") {
            let name = file.expect("a file").file_name().to_string_lossy().into_owned();
            if !known.contains(&name) {
                orphans += 1;
                let answer = people.doan.get(&format!("/attachments/{name}")).expect("an answer");
                assert!(matches!(answer.status, 400 | 404), "{name}: {}", answer.status);
            }
        }
    }
    println!("kill -9, {}: {} files with a row, {orphans} without one, none of these served", kind(data), known.len());
}
