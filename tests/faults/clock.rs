//! A clock that jumps while the server runs: nobody is locked out for longer than they must, jobs neither stop nor run
//! twice for a day, the log stays whole and says when the clock was set back.

use std::collections::BTreeSet;
use std::time::Duration;

use bup::doctor::State;
use bup_tests::mail::MailServer;

use crate::support::shim::WrongClock;
use crate::support::{Bup, Person, Value, check_whole, count, doctor, fresh, id, json, kind, query, until};

const DAY: i64 = 24 * 3600;

/// Seconds from now to an hour of today in the ward: jobs have their hours, tests run at any.
pub fn to_hour(hour: i64) -> i64 {
    let now = bup::clock::Clock::system().now().utc().timestamp() + 7 * 3600;
    hour * 3600 - now.rem_euclid(DAY)
}

fn task(unit: &Value, title: &str) -> Value {
    json!({"title": title, "due_on": "2024-06-15", "lead_unit_id": unit})
}

/// Signed in still, or again by the refresh token, or by the password: one of them must do.
fn come_back(server: &Bup, person: &mut Person, username: &str) -> &'static str {
    match person.get("/me").expect("an answer").status {
        200 => "token",
        401 => {
            if person.renew().expect("an answer").is_ok() {
                return "refresh";
            }
            *person = server.sign_in(username);
            "password"
        }
        other => panic!("{other}"),
    }
}

#[test]
fn a_clock_that_jumps_locks_nobody_out_and_stops_no_job() {
    for data in fresh() {
        let morning = to_hour(9);
        let (clock, mails) = (WrongClock::new(morning), MailServer::start());
        let options = clock
            .options()
            .with("BUP_SMTP__HOST", "127.0.0.1")
            .with("BUP_SMTP__PORT", mails.settings().port)
            .with("BUP_SMTP__FROM", "bup@badinh.example")
            .with("BUP_SMTP__SECURITY", "none");
        let server = Bup::start(&data, &options);
        let (mut officer, mut doan) = (server.sign_in("chinhsach"), server.sign_in("doan"));
        let unit = doan.get("/me").expect("an answer").ok()["unit"]["id"].clone();
        let me = doan.get("/me").expect("an answer").ok();
        doan.patch(
            "/me",
            &me["version"],
            json!({"email": "doan@badinh.example", "current_password": bup::demo::PASSWORD}),
        )
        .expect("an answer")
        .ok();
        let mut made = BTreeSet::new();
        let mut cursor = None;
        // A day ahead and back, a leap of a month and back, a day behind and right again.
        for (at, days) in [0, 1, 0, 30, 0, -1, 0].into_iter().enumerate() {
            let ran = last_run(&data, "deadlines");
            clock.is_wrong_by(morning + days * DAY);
            let way = come_back(&server, &mut officer, "chinhsach");
            come_back(&server, &mut doan, "doan");
            assert!(days > 1 || way != "password" || at > 3, "{days}: the session lives for a month");
            for turn in 0..3 {
                let row = officer.post("/tasks", task(&unit, &format!("Việc {at}.{turn}"))).expect("an answer").ok();
                assert!(made.insert(id(&row)), "an id twice");
            }
            // What a phone hears of never stops at a moment that was ahead.
            cursor = Some(heard(&doan, cursor, &made));
            // A job runs at the hour that the clock shows now, whatever it showed before.
            if at > 0 {
                until("the job runs", Duration::from_secs(30), || last_run(&data, "deadlines") != ran);
            }
        }
        locked_out_for_a_minute(&server, &clock, morning);

        assert!(
            server.log().contains("clock was set back") && server.log().contains("set forward"),
            "{}",
            server.log()
        );
        // One digest a person and day of the ward: of today, tomorrow, in a month, and perhaps yesterday.
        let mut digests: Vec<String> =
            query(&data, "SELECT user_id || subject || substr(CAST(body AS TEXT), 1, 140) AS line FROM mails");
        let all = digests.len();
        digests.sort();
        digests.dedup();
        assert!(all > 1, "no digest came");
        assert_eq!(digests.len(), all, "a digest came twice");
        assert_eq!(count(&data, "tasks"), made.len());
        drop(server);
        check_whole(&data);
        let (state, told) = doctor(&data, "clock");
        assert!(state != State::Ok, "{told}");
        println!("{}: 7 settings of the clock, {} tasks, the doctor says: {told}", kind(&data), made.len());
    }
}

/// What changed since the last time holds the newest rows.
fn heard(
    person: &Person,
    cursor: Option<(String, BTreeSet<String>)>,
    made: &BTreeSet<String>,
) -> (String, BTreeSet<String>) {
    let Some((mut since, known)) = cursor else {
        let answer = person.get("/changes").expect("an answer").ok();
        return (answer["next_cursor"].as_str().expect("a cursor").to_owned(), made.clone());
    };
    let mut told = BTreeSet::new();
    for _ in 0..20 {
        let answer = person.get(&format!("/changes?since={since}")).expect("an answer").ok();
        let items = answer["items"].as_array().expect("items");
        told.extend(items.iter().filter_map(|one| one["id"].as_str().map(str::to_owned)));
        since = answer["next_cursor"].as_str().expect("a cursor").to_owned();
        if answer["more"] == false {
            let missed: Vec<&String> = made.difference(&known).filter(|one| !told.contains(*one)).collect();
            assert!(missed.is_empty(), "never heard of {missed:?}");
            return (since, made.clone());
        }
    }
    panic!("the changes have no end");
}

fn last_run(data: &crate::support::Data, job: &str) -> Vec<String> {
    let text = "SELECT CAST(last_run_at AS TEXT) AS line FROM job_leases WHERE last_run_at IS NOT NULL";
    query(data, &format!("{text} AND name = '{job}'"))
}

/// Ten wrong passwords while the clock is ahead bar the account for a minute, not until that day has come.
fn locked_out_for_a_minute(server: &Bup, clock: &WrongClock, morning: i64) {
    clock.is_wrong_by(morning + DAY);
    let wrong = json!({"username": "khupho1", "password": "khong dung"});
    let anybody = server.anybody();
    let statuses: Vec<u16> =
        (0..12).map(|_| anybody.post("/auth/login", wrong.clone()).expect("an answer").status).collect();
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    clock.is_wrong_by(morning);
    server.sign_in("khupho1");
}
