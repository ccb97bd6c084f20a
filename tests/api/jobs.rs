//! What happens without anybody asking: reminders, mails, forgetting; by several processes at once, too.

use std::collections::BTreeSet;

use bup::config::{Config, SmtpSecurity};
use bup::db::schema::{idempotency_keys, job_leases, mails, notifications, refresh_tokens, sessions, tasks, users};
use bup::db::types::Instant;
use bup::jobs;
use bup_tests::mail::{Mail, MailServer};
use bup_tests::{App, Client, Value, each, each_with, json};
use chrono::TimeDelta;
use diesel::prelude::*;

/// Words that stand in the data and must not stand in a mail.
const TITLE: &str = "Giao quà cho cháu Nguyễn Thị Hoà Bình";
const NOTE: &str = "Nhà cháu ở ngõ 47 đường Lê Lợi";

/// A moment of the ward's time.
fn at(app: &App, local: &str) {
    app.clock.set(format!("{local}:00+07:00").parse().expect("a time"));
}

/// Runs the jobs that are due; all must go well.
#[track_caller]
fn run(app: &App) -> Vec<&'static str> {
    let ran = jobs::run_due(&app.gate);
    assert!(ran.iter().all(|one| one.result.is_ok()), "{ran:?}");
    ran.into_iter().map(|one| one.job).collect()
}

fn unit_of(app: &App, account: &str) -> Value {
    app.sign_in(account).get("/me").ok()["unit"]["id"].clone()
}

/// A task for the first neighborhood.
fn new_task(app: &App, due_on: &str) -> String {
    let body = json!({"title": TITLE, "description": NOTE, "lead_unit_id": unit_of(app, "khupho1"), "due_on": due_on});
    app.sign_in("chinhsach").post("/tasks", body).ok()["id"].as_str().expect("an id").to_owned()
}

fn act(app: &App, account: &str, task: &str, verb: &str, body: Value) {
    app.sign_in(account).post(&format!("/tasks/{task}/{verb}"), body).ok();
}

fn reminders_of(app: &App, task: &str) -> Vec<Value> {
    let list = app.sign_in("chinhsach").get(&format!("/tasks/{task}/reminders?limit=200")).ok();
    let mut items = list["items"].as_array().expect("a list").clone();
    items.reverse();
    items
}

fn set_email(app: &App, account: &str) -> String {
    let person: Client = app.sign_in(account);
    let address = format!("{account}@badinh.example");
    person
        .patch(
            "/me",
            &person.get("/me").ok()["version"],
            json!({"email": address, "current_password": bup::demo::PASSWORD}),
        )
        .ok();
    address
}

#[test]
fn a_unit_is_reminded_before_on_and_after_the_day() {
    each(|app| {
        let task = new_task(app, "2024-06-13");
        for day in 3..=25 {
            for hour in ["06:59", "07:00", "07:10", "12:00", "19:59", "20:00", "23:30"] {
                at(app, &format!("2024-06-{day:02}T{hour}"));
                run(app);
            }
        }
        let told = reminders_of(app, &task);
        let days: Vec<(&str, &str)> = told
            .iter()
            .map(|one| (one["kind"].as_str().unwrap_or(""), &one["sent_at"].as_str().unwrap_or("")[..13]))
            .collect();
        // Seven in the morning is midnight in UTC.
        let expected = [
            ("before_due", "2024-06-10T00"),
            ("before_due", "2024-06-12T00"),
            ("due", "2024-06-13T00"),
            ("overdue", "2024-06-14T00"),
            ("overdue", "2024-06-16T00"),
            ("overdue", "2024-06-20T00"),
        ];
        assert_eq!(days, expected);
        let bell = app.sign_in("khupho1").get("/notifications?limit=200").ok();
        let rung =
            bell["items"].as_array().expect("a list").iter().filter(|one| one["kind"] == "task_reminder").count();
        assert_eq!(rung, expected.len());
    });
}

#[test]
fn who_has_nothing_to_do_is_not_reminded() {
    each(|app| {
        let [submitted, accepted, cancelled, draft, returned] = [(); 5].map(|()| new_task(app, "2024-06-04"));
        for task in [&submitted, &accepted, &returned] {
            act(app, "khupho1", task, "start", json!({}));
            act(app, "khupho1", task, "submit", json!({}));
        }
        act(app, "lanhdao", &accepted, "accept", json!({}));
        act(app, "lanhdao", &returned, "return", json!({"reason": NOTE}));
        act(app, "chinhsach", &cancelled, "cancel", json!({"reason": NOTE}));
        diesel::update(tasks::table.find(&draft))
            .set(tasks::is_published.eq(false))
            .execute(&mut app.database())
            .expect("a draft");
        for day in ["03", "04", "05"] {
            at(app, &format!("2024-06-{day}T08:00"));
            run(app);
        }
        for task in [&submitted, &accepted, &cancelled, &draft] {
            assert_eq!(reminders_of(app, task), Vec::<Value>::new());
        }
        assert_eq!(reminders_of(app, &returned).len(), 3);
    });
}

#[test]
fn the_next_report_answers_a_reminder() {
    each(|app| {
        let task = new_task(app, "2024-06-04");
        run(app);
        assert_eq!(reminders_of(app, &task)[0]["answered_at"], Value::Null);
        app.wait(TimeDelta::hours(1));
        act(app, "khupho1", &task, "updates", json!({"note": "Chiều nay xong", "progress": 80}));
        let told = reminders_of(app, &task);
        assert_eq!((told.len(), &told[0]["answer"]), (1, &json!("Chiều nay xong")));
        assert_eq!(told[0]["answered_at"], "2024-06-03T02:00:00.000Z");
        // The answer is for yesterday's; today is another day.
        at(app, "2024-06-04T08:00");
        run(app);
        assert_eq!(reminders_of(app, &task)[1]["answered_at"], Value::Null);
    });
}

#[test]
fn several_processes_run_a_job_once() {
    let server = MailServer::start();
    each_with(with_mail(&server), |app| {
        set_email(app, "khupho1");
        let task = new_task(app, "2024-06-03");
        let config = || app.gate.services().config.clone();
        let gates: Vec<_> =
            (0..4).map(|_| bup::server::open(config(), app.clock.clone()).expect("another process")).collect();
        let ran: Vec<&str> = std::thread::scope(|scope| {
            let all: Vec<_> = gates.iter().map(|gate| scope.spawn(|| jobs::run_due(gate))).collect();
            let all = all.into_iter().flat_map(|one| one.join().expect("no panic"));
            all.inspect(|one| assert!(one.result.is_ok(), "{one:?}")).map(|one| one.job).collect()
        });
        for job in ["deadlines", "mornings", "urgent mails", "post", "webhooks", "forgetting", "checkup"] {
            assert_eq!(ran.iter().filter(|one| **one == job).count(), 1, "{job}: {ran:?}");
        }
        // Whoever had the post may have been before the others' mornings.
        app.wait(TimeDelta::minutes(5));
        run(app);
        assert_eq!(reminders_of(app, &task).len(), 1);
        // An urgent mail may get in between a reminder and the digest that would have counted it: two mails then, but
        // never the same one twice.
        let subjects: Vec<String> = server.take().into_iter().map(|mail| mail.subject).collect();
        let different: BTreeSet<&String> = subjects.iter().collect();
        assert!(!subjects.is_empty() && different.len() == subjects.len(), "{subjects:?}");
    });
}

#[test]
fn a_lease_is_kept_and_a_lost_one_ends() {
    let server = MailServer::start();
    each_with(with_mail(&server), |app| {
        assert_eq!(run(app), ["deadlines", "mornings", "urgent mails", "post", "webhooks", "forgetting", "checkup"]);
        assert_eq!(run(app), Vec::<&str>::new());
        app.wait(TimeDelta::seconds(30));
        assert_eq!(run(app), ["post", "webhooks"]);
        let until = app.clock.now().plus(TimeDelta::minutes(30));
        let held = (job_leases::holder.eq("another process"), job_leases::until.eq(until));
        diesel::update(job_leases::table.find("mornings")).set(held).execute(&mut app.database()).expect("a lease");
        app.wait(TimeDelta::minutes(29));
        assert!(!run(app).contains(&"mornings"));
        app.wait(TimeDelta::minutes(1));
        assert!(run(app).contains(&"mornings"));
    });
}

fn with_mail(server: &MailServer) -> impl Fn(&mut Config) {
    |config| {
        config.smtp = Some(server.settings());
        config.public_url = Some("https://bup.badinh.example".to_owned());
    }
}

/// Nothing but numbers, general sentences and the link.
#[track_caller]
fn tells_nothing(app: &App, mail: &Mail, task: &str) {
    let unit = app.sign_in("khupho1").get("/me").ok();
    let names =
        [&unit["user"]["full_name"], &unit["unit"]["name"]].map(|name| name.as_str().expect("a name").to_owned());
    for planted in names.iter().map(String::as_str).chain([TITLE, NOTE, task, "Hoà", "Lê Lợi"]) {
        for place in [&mail.subject, &mail.text, &mail.raw] {
            assert!(!place.contains(planted), "{planted} is in the mail: {place}");
        }
    }
}

#[test]
fn what_is_urgent_comes_as_one_mail_that_tells_nothing() {
    let server = MailServer::start();
    each_with(with_mail(&server), |app| {
        run(app);
        let address = set_email(app, "khupho1");
        let [first, second] = [(); 2].map(|()| new_task(app, "2024-06-30"));
        for task in [&first, &second] {
            act(app, "khupho1", task, "start", json!({}));
            act(app, "khupho1", task, "submit", json!({}));
            act(app, "lanhdao", task, "return", json!({"reason": NOTE}));
        }
        act(app, "chinhsach", &first, "remind", json!({"message": NOTE}));
        app.wait(TimeDelta::minutes(5));
        run(app);
        let mails = server.take();
        assert_eq!(mails.len(), 1, "{mails:?}");
        let mail = &mails[0];
        assert_eq!((&mail.to, mail.subject.as_str()), (&address, "Búp Trên Cành: anh/chị có 3 việc cần xem"));
        assert!(
            mail.text.contains("Một việc của đơn vị anh/chị bị trả lại (2 lần)\n- Anh/chị được đôn đốc một việc\n"),
            "{}",
            mail.text
        );
        assert!(mail.text.contains("https://bup.badinh.example/thong-bao\n"), "{}", mail.text);
        assert!(mail.raw.contains("Auto-Submitted: auto-generated"), "{}", mail.raw);
        tells_nothing(app, mail, &first);
        app.wait(TimeDelta::minutes(5));
        run(app);
        assert_eq!(server.take().len(), 0);
    });
}

#[test]
fn no_mail_for_what_was_read_or_without_an_address() {
    let server = MailServer::start();
    each_with(with_mail(&server), |app| {
        run(app);
        set_email(app, "khupho1");
        let task = new_task(app, "2024-06-30");
        let both = json!({"title": TITLE, "lead_unit_id": unit_of(app, "khupho2"), "due_on": "2024-06-30"});
        let other = app.sign_in("chinhsach").post("/tasks", both).ok()["id"].as_str().expect("an id").to_owned();
        act(app, "chinhsach", &task, "remind", json!({}));
        act(app, "chinhsach", &other, "remind", json!({}));
        app.sign_in("khupho1").post("/notifications/read-all", json!({})).ok();
        app.wait(TimeDelta::minutes(5));
        run(app);
        assert_eq!(server.take().len(), 0);
        // The next morning has nothing new for either.
        at(app, "2024-06-04T07:00");
        run(app);
        assert_eq!(server.take().len(), 0);
    });
}

#[test]
fn without_a_mail_server_nothing_waits_in_a_queue() {
    each(|app| {
        set_email(app, "khupho1");
        act(app, "chinhsach", &new_task(app, "2024-06-03"), "remind", json!({}));
        assert_eq!(run(app), ["deadlines", "mornings", "webhooks", "forgetting", "checkup"]);
        let mut conn = app.database();
        assert_eq!(mails::table.count().get_result::<i64>(&mut conn), Ok(0));
        let marked = notifications::table.filter(notifications::mailed_at.is_not_null()).count();
        assert_eq!(marked.get_result::<i64>(&mut conn), Ok(0));
    });
}

#[test]
fn the_digest_comes_once_a_day_with_figures_only() {
    let server = MailServer::start();
    each_with(with_mail(&server), |app| {
        let address = set_email(app, "khupho1");
        let late = new_task(app, "2024-06-04");
        new_task(app, "2024-06-06");
        new_task(app, "2024-06-09");
        let far = new_task(app, "2024-06-10");
        act(app, "chinhsach", &far, "updates", json!({"kind": "comment", "note": NOTE}));
        at(app, "2024-06-06T06:59");
        run(app);
        assert_eq!(server.take().len(), 0, "before the hour");
        for time in ["07:00", "07:10", "15:00", "23:00"] {
            at(app, &format!("2024-06-06T{time}"));
            run(app);
        }
        let mails = server.take();
        assert_eq!(mails.len(), 1, "{mails:?}");
        let mail = &mails[0];
        assert_eq!(mail.to, address);
        // The day's reminders (on the day, three days before) are in the digest, not in a mail of their own.
        assert_eq!(mail.subject, "Búp Trên Cành: 1 việc quá hạn, 2 việc sắp đến hạn, 7 thông báo mới");
        assert!(mail.text.contains("Đơn vị anh/chị được giao một việc (4 lần)\n"), "{}", mail.text);
        assert!(mail.text.contains("Anh/chị được đôn đốc một việc (2 lần)\n"), "{}", mail.text);
        tells_nothing(app, mail, &late);
        at(app, "2024-06-07T09:00");
        run(app);
        let next = server.take();
        assert_eq!(next.len(), 1, "{next:?}");
        assert!(
            next[0].subject.starts_with("Búp Trên Cành: 2 việc quá hạn, 2 việc sắp đến hạn"),
            "{}",
            next[0].subject
        );
        assert_ne!(next[0].message_id, mail.message_id);
    });
}

#[test]
fn the_upper_level_hears_of_what_is_passed_up() {
    let server = MailServer::start();
    each_with(with_mail(&server), |app| {
        run(app);
        let address = set_email(app, "captren");
        let obstacle = app.sign_in("khupho1").post("/obstacles", json!({"title": TITLE})).ok()["id"].clone();
        let path = format!("/obstacles/{}/escalate", obstacle.as_str().expect("an id"));
        app.sign_in("chinhsach").post(&path, json!({"to": "superior", "note": NOTE})).ok();
        app.wait(TimeDelta::minutes(5));
        run(app);
        let mails = server.take();
        assert_eq!(mails.iter().map(|mail| &mail.to).collect::<Vec<_>>(), [&address]);
        tells_nothing(app, &mails[0], obstacle.as_str().expect("an id"));
    });
}

fn one_mail_waits(app: &App) {
    set_email(app, "khupho1");
    act(app, "chinhsach", &new_task(app, "2024-06-30"), "remind", json!({}));
}

/// Tries, whether it was sent, and the last error of the only mail.
fn only_mail(app: &App) -> (i32, bool, Option<String>) {
    let columns = (mails::tries, mails::sent_at, mails::last_error);
    let rows: Vec<(i32, Option<Instant>, Option<String>)> =
        mails::table.select(columns).load(&mut app.database()).expect("the mails");
    assert_eq!(rows.len(), 1);
    let (tries, sent_at, error) = rows[0].clone();
    (tries, sent_at.is_some(), error)
}

#[test]
fn a_refused_mail_is_tried_again_after_growing_pauses() {
    let server = MailServer::start();
    each_with(with_mail(&server), |app| {
        one_mail_waits(app);
        server.refuse(&["550 5.1.1 no such mailbox", "451 4.7.1 come back later"]);
        assert_eq!(run(app).len(), 7, "a refused mail is no failure of the job");
        let (tries, sent, error) = only_mail(app);
        assert_eq!((tries, sent), (1, false));
        assert!(error.is_some_and(|error| error.contains("550")));
        app.wait(TimeDelta::seconds(59));
        run(app);
        assert_eq!(only_mail(app).0, 1, "not before its time");
        app.wait(TimeDelta::seconds(20));
        // Not ours to hurry: whoever asks to come back later may mean the server as a whole.
        let post = jobs::run_due(&app.gate);
        assert!(post.iter().any(|one| one.job == "post" && one.result.is_err()), "{post:?}");
        assert_eq!(only_mail(app).0, 2);
        app.wait(TimeDelta::minutes(5));
        run(app);
        assert_eq!(only_mail(app), (3, true, None));
        assert_eq!(server.take().len(), 1);
    });
}

#[test]
fn a_mail_is_given_up_after_ten_tries() {
    let server = MailServer::start();
    each_with(with_mail(&server), |app| {
        one_mail_waits(app);
        server.take_senders();
        server.refuse(&["550 5.7.1 refused"; 50]);
        for _ in 0..300 {
            jobs::run_due(&app.gate);
            app.wait(TimeDelta::minutes(15));
        }
        let (tries, sent, error) = only_mail(app);
        assert_eq!((tries, sent, server.take_senders()), (10, false, 10));
        assert!(error.is_some_and(|error| error.contains("refused")));
        server.refuse(&[]);
    });
}

#[test]
fn a_server_that_is_away_or_unsafe_gets_nothing() {
    let server = MailServer::start();
    // Nobody listens there: the port is free again.
    let away = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port").local_addr().expect("an address").port();
    let no_server = |config: &mut Config| {
        with_mail(&server)(config);
        config.smtp.as_mut().expect("mail").port = away;
    };
    let no_tls = |config: &mut Config| {
        with_mail(&server)(config);
        config.smtp.as_mut().expect("mail").security = SmtpSecurity::Starttls;
    };
    let settings: [&dyn Fn(&mut Config); 2] = [&no_server, &no_tls];
    for settings in settings {
        each_with(settings, |app| {
            one_mail_waits(app);
            let ran = jobs::run_due(&app.gate);
            let failed: Vec<_> = ran.iter().filter(|one| one.result.is_err()).map(|one| one.job).collect();
            assert_eq!((ran.len(), failed), (7, vec!["post"]));
            let (tries, sent, error) = only_mail(app);
            assert_eq!((tries, sent, error.is_some()), (1, false, true));
            assert_eq!(server.take().len(), 0);
        });
    }
}

#[test]
fn a_mail_to_somebody_who_left_is_dropped() {
    let server = MailServer::start();
    each_with(with_mail(&server), |app| {
        one_mail_waits(app);
        server.refuse(&["451 4.7.1 later"]);
        jobs::run_due(&app.gate);
        let person = app.sign_in("khupho1");
        person
            .patch(
                "/me",
                &person.get("/me").ok()["version"],
                json!({"email": null, "current_password": bup::demo::PASSWORD}),
            )
            .ok();
        app.wait(TimeDelta::minutes(5));
        run(app);
        let (tries, sent, error) = only_mail(app);
        assert_eq!((tries, sent, error.is_some()), (10, false, true));
        assert_eq!(server.take().len(), 0);
    });
}

#[test]
fn what_is_old_is_forgotten_and_nothing_else() {
    each(|app| {
        let keyed = app.sign_in("khupho1").with("Idempotency-Key", "k1");
        keyed.post("/obstacles", json!({"title": "Thiếu loa"})).ok();
        let leaving = app.sign_in("doan");
        leaving.post("/auth/logout", json!({})).ok();
        app.sign_in("doan").upload("/attachments", "anh.png", PNG.to_vec(), &[]).ok();
        new_task(app, "2025-06-01");
        app.sign_in("khupho1").post("/notifications/read-all", json!({})).ok();
        let files = || files_in(&app.gate.services().config.data_dir.join("attachments"));
        let before = counts(app);
        assert_eq!((before.keys, files()), (1, 1));

        run(app);
        assert_eq!((counts(app), files()), (before.clone(), 1));
        app.wait(TimeDelta::hours(25));
        run(app);
        assert_eq!((counts(app), files()), (Counts { keys: 0, ..before.clone() }, 0));
        app.wait(TimeDelta::days(89));
        let kept = app.sign_in("yte");
        run(app);
        assert!(counts(app).sessions < before.sessions + 1 && counts(app).sessions > 1, "only those that ended");
        // Thirty days of life, ninety of rest.
        app.wait(TimeDelta::days(31));
        run(app);
        assert_eq!((counts(app).sessions, counts(app).tokens), (1, 1));
        kept.get("/me").refused(401, "not_signed_in");
        assert_eq!(counts(app).notifications, before.notifications);
        app.wait(TimeDelta::days(250));
        run(app);
        let left = counts(app).notifications;
        assert!(left < before.notifications && left > 0, "read ones only");
    });
}

#[derive(Clone, Debug, PartialEq)]
struct Counts {
    keys: i64,
    sessions: i64,
    tokens: i64,
    notifications: i64,
}

fn counts(app: &App) -> Counts {
    let mut conn = app.database();
    Counts {
        keys: idempotency_keys::table.count().get_result(&mut conn).expect("keys"),
        sessions: sessions::table.count().get_result(&mut conn).expect("sessions"),
        tokens: refresh_tokens::table.count().get_result(&mut conn).expect("tokens"),
        notifications: notifications::table.count().get_result(&mut conn).expect("notifications"),
    }
}

fn files_in(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| if entry.path().is_dir() { files_in(&entry.path()) } else { 1 }).sum()
}

/// One transparent pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";

#[test]
fn a_line_break_in_a_name_or_an_address_is_no_header_of_a_mail() {
    let server = MailServer::start();
    each_with(with_mail(&server), |app| {
        let person = app.sign_in("khupho1");
        let version = || person.get("/me").ok()["version"].clone();
        for address in ["a@badinh.example\r\nBcc: evil@evil.example", "a@badinh.example\nBcc: evil@evil.example"] {
            let answer = person.patch("/me", &version(), json!({"email": address}));
            // Either it is refused, or what is kept is one line that is an address.
            assert_eq!(answer.status, 422, "{}", answer.text());
        }
        let name = "Lê Thị Hoa\r\nBcc: evil@evil.example\r\n\r\nXin chào";
        let named = person.patch("/me", &version(), json!({"full_name": name})).ok();
        assert_eq!(named["user"]["full_name"], "Lê Thị Hoa Bcc: evil@evil.example Xin chào", "one line");
        set_email(app, "khupho1");
        new_task(app, "2024-06-04");
        run(app);
        for mail in server.take() {
            let head = mail.raw.split("\r\n\r\n").next().unwrap_or("").to_lowercase();
            assert!(!mail.raw.contains("evil@evil.example") && !head.contains("bcc:"), "{}", mail.raw);
        }
        // Even where somebody wrote it into the database, nothing goes out.
        diesel::update(users::table.filter(users::username.eq("khupho1")))
            .set(users::email.eq("a@badinh.example\r\nBcc: evil@evil.example"))
            .execute(&mut app.database())
            .expect("a bad address");
        new_task(app, "2024-06-04");
        at(app, "2024-06-04T08:00");
        run(app);
        assert!(server.take().iter().all(|mail| !mail.raw.contains("evil@evil.example")));
    });
}

#[test]
fn the_head_of_the_log_goes_to_another_disk_and_to_the_administrator() {
    let server = MailServer::start();
    let elsewhere = tempfile::tempdir().expect("another disk");
    let file = elsewhere.path().join("heads.txt");
    let settings = |config: &mut Config| {
        with_mail(&server)(config);
        config.audit_copy_mail = true;
        config.audit_copy_file = Some(file.clone());
    };
    each_with(settings, |app| {
        // What the run before left, on the other database.
        let _ = (std::fs::remove_file(&file), server.take());
        set_email(app, "quantri");
        set_email(app, "khupho2");
        run(app);
        let heads = bup::audit::copies::read(&std::fs::read_to_string(&file).expect("a copy"));
        assert_eq!(heads.len(), 1);
        let mails = server.take();
        assert_eq!(mails.len(), 1, "only who keeps the machine, and nobody else without news");
        let mailed = bup::audit::copies::read(&mails[0].text);
        assert_eq!((mailed.len(), mails[0].to.contains("quantri")), (1, true), "{}", mails[0].text);
        let all = [heads, mailed].concat();
        assert!(bup::audit::copies::compare(&app.gate, &all).expect("an answer").is_empty());
        // Once a day.
        app.wait(TimeDelta::hours(1));
        run(app);
        assert_eq!(server.take().len(), 0);
        at(app, "2024-06-04T08:00");
        run(app);
        assert_eq!(bup::audit::copies::read(&std::fs::read_to_string(&file).expect("a copy")).len(), 2);
        assert_eq!(server.take().len(), 1);
        // A folder that is not there is a failure that is tried again, not a copy that is thought made.
        std::fs::remove_file(&file).expect("it is gone");
        std::fs::create_dir(&file).expect("in its place");
        at(app, "2024-06-05T08:00");
        assert!(jobs::run_due(&app.gate).iter().any(|one| one.job == "audit copy" && one.result.is_err()));
        std::fs::remove_dir(&file).expect("mended");
        app.wait(TimeDelta::minutes(16));
        run(app);
        assert_eq!(bup::audit::copies::read(&std::fs::read_to_string(&file).expect("a copy")).len(), 1);
    });
}
