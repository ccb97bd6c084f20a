//! Webhooks: who hears of what, that everything arrives, and when it is given up.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bup::access::UnitKind;
use bup::config::Config;
use bup::{jobs, setup};
use bup_tests::receiver::{Message, Receiver};
use bup_tests::{App, Client, Value, each, each_with, json};
use chrono::TimeDelta;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::admin::behind_the_scenes;
use crate::service_accounts::{machine, of_superior, signed_in};

fn on_this_machine(config: &mut Config) {
    config.webhooks_allow_private = true;
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_else(|| panic!("{name} of {row}"))
}

fn path(row: &Value, rest: &str) -> String {
    format!("/webhooks/{}{rest}", text(row, "id"))
}

fn subscribe(client: &Client, receiver: &Receiver, events: &[&str]) -> Value {
    client.post("/webhooks", json!({"url": receiver.url, "events": events})).ok()
}

/// Runs the jobs at the next moment when one of the webhooks' may be due.
fn run(app: &App) {
    app.wait(TimeDelta::seconds(30));
    let ran = jobs::run_due(&app.gate);
    assert!(ran.iter().all(|one| one.result.is_ok()), "{ran:?}");
}

/// A neighborhood asks, and the officer passes it up.
fn escalate(app: &App, to: &str) -> String {
    let raised = app.sign_in("khupho1").post("/obstacles", json!({"title": "Loa hỏng", "description": "x"})).ok();
    let id = text(&raised, "id").to_owned();
    app.sign_in("chinhsach").post(&format!("/obstacles/{id}/escalate"), json!({"to": to, "note": "Xin hỗ trợ"})).ok();
    id
}

/// Whether one of the signatures is of this secret (Standard Webhooks).
fn is_signed(message: &Message, secret: &Value) -> bool {
    let key = STANDARD.decode(secret.as_str().expect("a secret").trim_start_matches("whsec_")).expect("base64");
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&key).expect("a key");
    let (id, timestamp) = (message.header("webhook-id"), message.header("webhook-timestamp"));
    mac.update(format!("{id}.{timestamp}.{}", message.body).as_bytes());
    let expected = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
    message.header("webhook-signature").split(' ').any(|one| one == expected)
}

#[test]
fn a_ward_and_its_superior_hear_what_is_theirs() {
    each_with(on_this_machine, |app| {
        let (ward, above, elsewhere) = (Receiver::start(), Receiver::start(), Receiver::start());
        let admin = app.sign_in("quantri");
        let hook = subscribe(&admin, &ward, &["obstacle.escalated", "plan.published"]);
        let bot = signed_in(app, &of_superior(app, "cap-tren-bim-son", "webhooks:manage,obstacles:read"));
        let hook_above = subscribe(&bot, &above, &["obstacle.escalated", "report.sent"]);
        behind_the_scenes(app, |cx| setup::unit(cx, None, UnitKind::Superior, "khac", "Ủy ban khác"));
        let stranger = signed_in(app, &of_superior(app, "khac", "webhooks:manage,obstacles:read"));
        subscribe(&stranger, &elsewhere, &["obstacle.escalated", "plan.published", "report.sent"]);

        let to_leader = escalate(app, "leader");
        let to_superior = escalate(app, "superior");
        run(app);
        let heard = ward.take();
        let rows: BTreeSet<String> =
            heard.iter().map(|one| one.json()["data"]["id"].as_str().expect("an id").to_owned()).collect();
        assert_eq!(rows, BTreeSet::from([to_leader, to_superior.clone()]));
        let first = &heard[0];
        let told = first.json();
        assert!(is_signed(first, &hook["secret"]));
        assert_eq!(told["id"], first.header("webhook-id"));
        assert_eq!(told["type"], "obstacle.escalated");
        assert_eq!(told["ward_id"], admin.get("/me").ok()["ward"]["id"]);
        assert!(text(&told, "occurred_at").starts_with("2024-06-03T01:00"));
        // Ids, and nothing else.
        let members: Vec<&String> = told.as_object().expect("an object").keys().collect();
        assert_eq!(members, ["data", "id", "occurred_at", "type", "ward_id"]);
        assert_eq!(told["data"].as_object().expect("an object").len(), 1);
        assert!(!first.body.contains("Loa"));
        let sent_at = app.clock.now().utc().timestamp().to_string();
        assert_eq!(first.header("webhook-timestamp"), sent_at);
        assert_eq!(first.header("content-type"), "application/json");

        // The upper level hears what was passed up to it, and fetches it with its own right.
        let heard = above.take();
        assert_eq!(heard.len(), 1);
        assert!(is_signed(&heard[0], &hook_above["secret"]));
        assert_eq!(heard[0].json()["data"]["id"], json!(to_superior));
        assert_eq!(bot.get(&format!("/obstacles/{to_superior}")).ok()["title"], "Loa hỏng");
        assert_eq!(elsewhere.take().len(), 0);

        let log = admin.get(&path(&hook, "/deliveries")).ok();
        assert_eq!((&log["total"], &log["items"][0]["status"]), (&json!(2), &json!("delivered")));
        let attempt = &log["items"][0]["attempts"][0];
        assert_eq!((&attempt["status"], &attempt["reason"]), (&json!(204), &json!("ok")));
        run(app);
        assert_eq!(ward.take().len(), 0);
    });
}

#[test]
fn everything_arrives_though_half_of_the_tries_fail() {
    each_with(on_this_machine, |app| {
        let receiver = Receiver::start();
        receiver.answer(|heard| if heard % 2 == 1 { 500 } else { 200 });
        let admin = app.sign_in("quantri");
        let hook = subscribe(&admin, &receiver, &["obstacle.escalated"]);
        let sent: BTreeSet<String> = (0..6).map(|_| escalate(app, "leader")).collect();
        for _ in 0..60 {
            app.wait(TimeDelta::minutes(5));
            run(app);
        }
        let admin = app.sign_in("quantri");
        let heard = receiver.take();
        assert!(heard.iter().all(|one| is_signed(one, &hook["secret"])));
        let arrived: Vec<String> = heard
            .iter()
            .filter(|one| one.status == 200)
            .map(|one| one.json()["data"]["id"].as_str().expect("an id").to_owned())
            .collect();
        assert_eq!(arrived.len(), sent.len(), "what was taken is not sent again");
        assert_eq!(arrived.into_iter().collect::<BTreeSet<_>>(), sent);
        // A refusal now and then holds up none of the others: the first run tried each of them.
        let first: BTreeSet<&str> = heard.iter().take(sent.len()).map(|one| one.header("webhook-id")).collect();
        assert_eq!(first.len(), sent.len());
        // What is sent again is the same message.
        let mut bodies: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for one in &heard {
            bodies.entry(one.header("webhook-id")).or_default().insert(&one.body);
        }
        assert!(bodies.len() == sent.len() && bodies.values().all(|bodies| bodies.len() == 1));
        let log = admin.get(&path(&hook, "/deliveries?limit=3")).ok();
        assert_eq!((&log["total"], log["items"].as_array().map(Vec::len)), (&json!(6), Some(3)));
        assert!(!String::from_utf8_lossy(&app.stored()).contains("MÁY NHẬN"), "the receiver's words are kept");
        assert_eq!(admin.get(&path(&hook, "")).ok()["failing_since"], Value::Null);
    });
}

#[test]
fn tries_grow_rarer_for_a_day_and_can_begin_again() {
    each_with(on_this_machine, |app| {
        let receiver = Receiver::start();
        receiver.answer(|_| 503);
        let admin = app.sign_in("quantri");
        let hook = subscribe(&admin, &receiver, &["obstacle.escalated"]);
        escalate(app, "leader");
        let mut tried = Vec::new();
        let message = |app: &App| app.sign_in("quantri").get(&path(&hook, "/deliveries")).ok()["items"][0].clone();
        for _ in 0..8 {
            run(app);
            assert_eq!(receiver.take().len(), 1);
            tried.push(app.clock.now().utc());
            let next = message(app)["next_try_at"].clone();
            let Some(next) = next.as_str() else { break };
            // Not a moment earlier.
            app.clock.set(next.parse::<chrono::DateTime<chrono::Utc>>().expect("a time") - TimeDelta::seconds(40));
            run(app);
            assert_eq!(receiver.take().len(), 0);
        }
        let pauses: Vec<i64> = tried.windows(2).map(|two| (two[1] - two[0]).num_minutes()).collect();
        let least = [1, 5, 30, 120, 300, 480, 540];
        assert_eq!(pauses.len(), least.len(), "{pauses:?}");
        for (pause, least) in pauses.iter().zip(least) {
            assert!((least..=least + least / 5 + 1).contains(pause), "{pauses:?}");
        }
        let given_up = message(app);
        assert_eq!((&given_up["status"], &given_up["tries"]), (&json!("failed"), &json!(8)));
        assert_eq!(given_up["attempts"].as_array().map(Vec::len), Some(8));
        assert_eq!(
            (&given_up["attempts"][7]["status"], &given_up["attempts"][7]["reason"]),
            (&json!(503), &json!("refused"))
        );
        app.wait(TimeDelta::hours(12));
        run(app);
        assert_eq!(receiver.take().len(), 0);

        receiver.answer(|_| 200);
        let replay = path(&hook, &format!("/deliveries/{}/replay", text(&given_up, "id")));
        let admin = app.sign_in("quantri");
        assert_eq!(admin.post(&replay, json!({})).ok()["status"], "pending");
        run(app);
        let heard = receiver.take();
        assert_eq!((heard.len(), heard[0].header("webhook-id")), (1, text(&given_up, "id")));
        assert_eq!((&message(app)["status"], &message(app)["tries"]), (&json!("delivered"), &json!(9)));
        // A message of another webhook is not found through this one.
        let other = subscribe(&admin, &receiver, &["plan.published"]);
        let foreign = path(&other, &format!("/deliveries/{}/replay", text(&given_up, "id")));
        admin.post(&foreign, json!({})).refused(404, "not_found");
    });
}

#[test]
fn a_receiver_that_is_gone_is_switched_off_and_its_keeper_told() {
    each_with(on_this_machine, |app| {
        let receiver = Receiver::start();
        receiver.answer(|_| 404);
        let hook = subscribe(&app.sign_in("quantri"), &receiver, &["obstacle.escalated"]);
        escalate(app, "leader");
        run(app);
        let shown = app.sign_in("quantri").get(&path(&hook, "")).ok();
        assert!(shown["failing_since"].is_string() && shown["active"] == true);
        app.wait(TimeDelta::days(3));
        run(app);
        let admin = app.sign_in("quantri");
        let shown = admin.get(&path(&hook, "")).ok();
        assert_eq!((&shown["active"], shown["switched_off_at"].is_string()), (&json!(false), true));
        let bell = admin.get("/notifications").ok();
        assert_eq!(
            (&bell["items"][0]["kind"], &bell["items"][0]["row_id"]),
            (&json!("webhook_switched_off"), &hook["id"])
        );
        receiver.take();
        admin.post(&path(&hook, "/ping"), json!({})).refused(409, "webhook_off");
        escalate(app, "leader");
        app.wait(TimeDelta::hours(12));
        run(app);
        assert_eq!(receiver.take().len(), 0);
        // Switched on again, it begins anew.
        receiver.answer(|_| 200);
        let on = app.sign_in("quantri").patch(&path(&hook, ""), &shown["version"], json!({"active": true})).ok();
        assert_eq!((&on["failing_since"], &on["switched_off_at"]), (&Value::Null, &Value::Null));
        run(app);
        assert_eq!(receiver.take().len(), 1, "what waited goes out, what happened meanwhile was not asked for");
    });
}

#[test]
fn a_test_message_and_two_signatures() {
    each_with(on_this_machine, |app| {
        let receiver = Receiver::start();
        let admin = app.sign_in("quantri");
        let hook = subscribe(&admin, &receiver, &["plan.published"]);
        let pinged = admin.post(&path(&hook, "/ping"), json!({})).ok();
        assert_eq!((&pinged["event"], &pinged["status"]), (&json!("ping"), &json!("pending")));
        run(app);
        let heard = receiver.take();
        assert_eq!(
            (heard.len(), &heard[0].json()["type"], &heard[0].json()["data"]["id"]),
            (1, &json!("ping"), &hook["id"])
        );

        let rotated = admin.post(&path(&hook, "/rotate"), json!({"grace_hours": 1})).ok();
        admin.post(&path(&hook, "/ping"), json!({})).ok();
        run(app);
        let both = &receiver.take()[0];
        assert!(is_signed(both, &hook["secret"]) && is_signed(both, &rotated["secret"]));
        app.wait(TimeDelta::hours(1));
        app.sign_in("quantri").post(&path(&hook, "/ping"), json!({})).ok();
        run(app);
        let one = &receiver.take()[0];
        assert!(!is_signed(one, &hook["secret"]) && is_signed(one, &rotated["secret"]));
    });
}

#[test]
fn several_processes_send_each_message_once() {
    each_with(on_this_machine, |app| {
        let receiver = Receiver::start();
        subscribe(&app.sign_in("quantri"), &receiver, &["obstacle.escalated"]);
        let sent: BTreeSet<String> = (0..8).map(|_| escalate(app, "leader")).collect();
        app.wait(TimeDelta::seconds(30));
        let second = App::second(app);
        second.clock.set(app.clock.now().utc());
        let gates = [&app.gate, &second.gate, &app.gate, &second.gate];
        std::thread::scope(|scope| {
            for gate in gates {
                scope.spawn(move || jobs::run_due(gate));
            }
        });
        run(app);
        let heard = receiver.take();
        assert_eq!(heard.len(), sent.len());
        let rows: BTreeSet<String> =
            heard.iter().map(|one| one.json()["data"]["id"].as_str().expect("an id").to_owned()).collect();
        assert_eq!(rows, sent);
    });
}

#[test]
fn a_machine_keeps_its_own_and_loses_them_with_its_account() {
    each_with(on_this_machine, |app| {
        let (receiver, admin) = (Receiver::start(), app.sign_in("quantri"));
        let account = machine(app, &["webhooks:manage"], json!({}));
        let (one, two) = (signed_in(app, &account), signed_in(app, &machine(app, &["webhooks:manage"], json!({}))));
        let by_admin = subscribe(&admin, &receiver, &["plan.published"]);
        let own = subscribe(&one, &receiver, &["obstacle.escalated"]);
        assert_eq!((&own["service_account_id"], &own["created_by"]), (&account["id"], &Value::Null));
        assert_eq!(one.get("/webhooks").ok()["total"], 1);
        for foreign in [path(&by_admin, ""), path(&by_admin, "/deliveries")] {
            one.get(&foreign).refused(404, "not_found");
        }
        two.get(&path(&own, "")).refused(404, "not_found");
        two.patch(&path(&own, ""), &json!(1), json!({"active": false})).refused(404, "not_found");
        two.post(&path(&own, "/ping"), json!({})).refused(404, "not_found");
        // The administrator sees all of the ward's, and who keeps them.
        let list = admin.get("/webhooks").ok();
        assert_eq!(
            (&list["total"], &list["items"][1]["service_account_name"]),
            (&json!(2), &json!("Phần mềm của thị xã"))
        );
        // A repetition makes no second one.
        let key = one.with("Idempotency-Key", "w-1");
        let first = subscribe(&key, &receiver, &["plan.published"]);
        let again = subscribe(&key, &receiver, &["plan.published"]);
        assert_eq!((&first["id"], &again["secret"]), (&again["id"], &Value::Null));

        let revoke = format!("/service-accounts/{}/revoke", text(&account, "id"));
        admin.post(&revoke, json!({"reason": "Hết hợp đồng"})).ok();
        assert_eq!(admin.get(&path(&own, "")).ok()["active"], false);
        escalate(app, "leader");
        run(app);
        assert_eq!(receiver.take().len(), 0);
        for nobody in ["chinhsach", "captren", "khupho1"] {
            app.sign_in(nobody).get("/webhooks").refused(403, "forbidden");
        }
        app.sign_in("lanhdao").get("/webhooks").ok();
        app.sign_in("lanhdao").post("/webhooks", json!({})).refused(403, "forbidden");
    });
}

#[test]
fn what_lies_within_is_refused() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let subscribe = |url: &str| admin.post("/webhooks", json!({"url": url, "events": ["plan.published"]}));
        for (url, code) in [
            ("http://receiver.example.vn/", "bad_webhook_url"),
            ("https://receiver.example.vn:22/", "bad_webhook_url"),
            ("https://a:b@receiver.example.vn/", "bad_webhook_url"),
            ("https://127.0.0.1/", "private_webhook_url"),
            ("https://169.254.169.254/latest/meta-data/", "private_webhook_url"),
            ("https://[::ffff:10.0.0.1]/", "private_webhook_url"),
            ("https://localhost/", "private_webhook_url"),
        ] {
            let problem = subscribe(url).refused(422, "invalid");
            assert_eq!(
                (&problem["errors"][0]["field"], &problem["errors"][0]["code"]),
                (&json!("url"), &json!(code)),
                "{url}"
            );
        }
        // A name that leads inside is found out when something is sent.
        let hook = subscribe("https://127.1:8443/").ok();
        admin.post(&path(&hook, "/ping"), json!({})).ok();
        run(app);
        let sent = admin.get(&path(&hook, "/deliveries")).ok()["items"][0].clone();
        assert_eq!((&sent["status"], &sent["attempts"][0]["reason"]), (&json!("pending"), &json!("private_address")));
        for at in 0..19 {
            subscribe(&format!("https://receiver.example.vn/{at}")).ok();
        }
        subscribe("https://receiver.example.vn/20").refused(409, "too_many_webhooks");
    });
}
