//! Taking part in events: places, consent, check-in, who is still here, and the right of a helper without an account.

use bup::access::{Role, UnitKind};
use bup::setup::{self, NewUser};
use bup_tests::{App, Client, Value, each, json};
use chrono::TimeDelta;

use crate::admin::behind_the_scenes;

fn id_of(row: &Value) -> String {
    row["id"].as_str().expect("an id").to_owned()
}

fn child_of(app: &App, neighborhood: &str, name: &str, born: &str) -> String {
    let body = json!({"full_name": name, "date_of_birth": born, "neighborhood_id": app.unit_of(neighborhood),
        "school_id": app.unit_of("truong1"), "medical_warning": "Dị ứng đậu phộng",
        "guardians": [{"relation": "mother", "full_name": "Mẹ của cháu", "phone": "0912345678"}]});
    id_of(&app.sign_in("chinhsach").post("/children", body).ok())
}

fn children(app: &App, neighborhood: &str, count: usize) -> Vec<String> {
    let names = ["Lê An", "Trần Bình", "Phạm Chi", "Vũ Dũng", "Đỗ Hà", "Bùi Khang"];
    names.iter().take(count).map(|name| child_of(app, neighborhood, name, "2014-03-05")).collect()
}

/// From nine to eleven of the tests' morning.
fn draft(app: &App, lead: &str, expected: i64, more: Value) -> String {
    let mut body = json!({"title": "Ngày hội thiếu nhi", "kind": "festival", "starts_at": "2024-06-03T02:00:00Z",
        "ends_at": "2024-06-03T04:00:00Z", "place": "Sân nhà văn hóa", "expected_children": expected,
        "expected_adults": 5});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    id_of(&app.sign_in(lead).post("/events", body).ok())
}

fn approved(app: &App, lead: &str, expected: i64, more: Value) -> String {
    let id = draft(app, lead, expected, more);
    app.sign_in(lead).post(&format!("/events/{id}/propose"), json!({})).ok();
    app.sign_in("lanhdao").post(&format!("/events/{id}/approve"), json!({})).ok();
    id
}

fn register(person: &Client, event: &str, ids: &[String]) -> Value {
    person.post(&format!("/events/{event}/registrations"), json!({"child_ids": ids})).ok()
}

fn agree(person: &Client, event: &str, ids: &[String]) {
    let said: Vec<Value> =
        ids.iter().map(|id| json!({"child_id": id, "parents": "agrees", "child": "agrees"})).collect();
    person.post(&format!("/events/{event}/registrations/opinions"), json!({"opinions": said})).ok();
}

fn marks(person: &Client, event: &str, marks: Value) -> Value {
    person.post(&format!("/events/{event}/attendance"), json!({"marks": marks})).ok()
}

fn mark(child: &str, kind: &str, at: &str) -> Value {
    json!({"child_id": child, "kind": kind, "marked_at": format!("2024-06-03T{at}:00Z")})
}

fn result(taken: &Value, at: usize) -> &str {
    taken["marks"][at]["result"].as_str().expect("a result")
}

#[test]
fn places_are_given_once_and_whoever_waits_moves_up() {
    each(|app| {
        let head = app.sign_in("khupho1");
        let ids = children(app, "khupho1", 6);
        let event = approved(app, "khupho1", 10, json!({"details": {"capacity": 3}}));
        // Two phones register at the same moment.
        let path = format!("/events/{event}/registrations");
        let (first, second) = std::thread::scope(|scope| {
            let one = scope.spawn(|| head.post(&path, json!({"child_ids": &ids[..3]})).ok());
            let other = scope.spawn(|| head.post(&path, json!({"child_ids": &ids[3..]})).ok());
            (one.join().expect("an answer"), other.join().expect("an answer"))
        });
        let sum = |field: &str| first[field].as_i64().unwrap() + second[field].as_i64().unwrap();
        assert_eq!((sum("registered"), sum("waiting")), (3, 3));
        let list = head.get(&path).ok();
        assert_eq!((&list["counts"]["registered"], &list["counts"]["waiting"]), (&json!(3), &json!(3)));
        let of = |status: &str| -> Vec<Value> {
            let items = list["items"].as_array().expect("items");
            items.iter().filter(|one| one["status"] == status).cloned().collect()
        };
        let mut queue = of("waiting");
        queue.sort_by_key(|one| one["queue"].as_i64());
        assert_eq!(queue.iter().map(|one| one["queue"].clone()).collect::<Vec<_>>(), [json!(1), json!(2), json!(3)]);
        assert_eq!(register(&head, &event, &ids)["already"], 6);

        let cancel = |child: &Value, body: Value| {
            head.post(&format!("{path}/{}/cancel", child["child_id"].as_str().expect("an id")), body)
        };
        cancel(&of("registered")[0], json!({"by": "child", "reason": " "})).refused(422, "invalid");
        let gone = cancel(&of("registered")[0], json!({"by": "child", "reason": "Cháu không thích"})).ok();
        assert_eq!(gone["moved_up"], 1);
        cancel(&of("registered")[0], json!({"by": "child", "reason": "x"})).refused(404, "not_found");
        let after = head.get(&path).ok();
        let moved = after["items"].as_array().unwrap().iter().find(|one| one["child_id"] == queue[0]["child_id"]);
        assert_eq!(moved.expect("the first")["status"], "registered");

        // More room lets all of them in.
        let row = head.get(&format!("/events/{event}")).ok();
        head.patch(&format!("/events/{event}"), &row["version"], json!({"details": {"capacity": 9}})).ok();
        let counts = head.get(&path).ok()["counts"].clone();
        assert_eq!(
            (&counts["registered"], &counts["waiting"], &counts["cancelled"]),
            (&json!(5), &json!(0), &json!(1))
        );
        // And the number cannot be taken from under those who are registered.
        let row = head.get(&format!("/events/{event}")).ok();
        let lower = head.patch(&format!("/events/{event}"), &row["version"], json!({"expected_children": 4}));
        assert_eq!(lower.refused(422, "invalid")["errors"][0]["code"], "below_registered");
        app.wait(TimeDelta::hours(4));
        let late = app.sign_in("khupho1").post(&path, json!({"child_ids": ids}));
        late.refused(409, "registration_closed");
    });
}

#[test]
fn nobody_registers_past_the_approved_number_or_a_crowd_without_its_plan() {
    each(|app| {
        let head = app.sign_in("khupho1");
        let ids = children(app, "khupho1", 4);
        let small = approved(app, "khupho1", 3, json!({}));
        let path = format!("/events/{small}/registrations");
        let problem = head.post(&path, json!({"child_ids": ids})).refused(409, "over_expected");
        assert_eq!((&problem["expected"], &problem["left"]), (&json!(3), &json!(3)));
        register(&head, &small, &ids[..3]);
        head.post(&path, json!({"child_ids": [ids[3]]})).refused(409, "over_expected");
        // The remedy asks for the approval again, and opens the place.
        let row = head.get(&format!("/events/{small}")).ok();
        let grown = head.patch(&format!("/events/{small}"), &row["version"], json!({"expected_children": 4})).ok();
        assert_eq!(grown["status"], "proposed");
        assert_eq!(register(&head, &small, &ids[3..])["registered"], 1);

        // The ward's threshold is a hundred, with the adults.
        let crowd = draft(app, "khupho1", 300, json!({"expected_adults": 97}));
        register(&head, &crowd, &ids[..2]);
        let more = head.post(&format!("/events/{crowd}/registrations"), json!({"child_ids": [ids[2]]}));
        more.refused(409, "safety_plan_missing");
        let everybody = json!({"neighborhood_id": app.unit_of("khupho1")});
        head.post(&format!("/events/{crowd}/registrations"), everybody).refused(409, "safety_plan_missing");
    });
}

#[test]
fn nobody_comes_in_who_was_not_asked() {
    each(|app| {
        let head = app.sign_in("khupho1");
        let six = child_of(app, "khupho1", "Bé Sáu", "2017-06-04");
        // Seven on the day of the event.
        let seven = child_of(app, "khupho1", "Bé Bảy", "2017-06-03");
        let event = approved(app, "khupho1", 10, json!({}));
        register(&head, &event, &[six.clone(), seven.clone()]);
        let both = json!([mark(&six, "in", "00:50"), mark(&seven, "in", "00:50")]);
        let taken = marks(&head, &event, both.clone());
        assert_eq!((result(&taken, 0), result(&taken, 1)), ("consent_missing", "consent_missing"));
        assert_eq!(
            (&taken["marks"][0]["ask"], &taken["marks"][1]["ask"]),
            (&json!(["parents"]), &json!(["parents", "child"]))
        );
        let say = |child: &str, parents: &str, own: Value| {
            let opinion = json!({"child_id": child, "parents": parents, "child": own, "method": "Điện thoại"});
            head.post(&format!("/events/{event}/registrations/opinions"), json!({"opinions": [opinion]}))
        };
        say(&six, "agrees", Value::Null).ok();
        let problem = say(&seven, "agrees", Value::Null).refused(422, "invalid");
        assert_eq!(
            (&problem["errors"][0]["field"], &problem["errors"][0]["code"]),
            (&json!("opinions[0].child"), &json!("child_opinion_missing"))
        );
        say(&seven, "agrees", json!("declines")).ok();
        let taken = marks(&head, &event, both.clone());
        assert_eq!((result(&taken, 0), result(&taken, 1)), ("saved", "declined"));
        say(&seven, "agrees", json!("agrees")).ok();
        let taken = marks(&head, &event, both);
        assert_eq!((result(&taken, 0), result(&taken, 1)), ("same", "saved"));
        let adults = head.get(&format!("/events/{event}/registrations")).ok()["adults"].clone();
        assert_eq!(adults, json!({"needed": 1, "helpers": 0, "expected": 5, "missing": 0}));
    });
}

#[test]
fn marks_come_late_and_twice_and_the_latest_stands() {
    each(|app| {
        let (head, officer) = (app.sign_in("khupho1"), app.sign_in("chinhsach"));
        let ids = children(app, "khupho1", 3);
        let event = approved(app, "khupho1", 2, json!({}));
        let early = draft(app, "khupho1", 10, json!({}));
        register(&head, &event, &ids[..2]);
        agree(&head, &event, &ids);
        let not_yet = json!({"marks": [mark(&ids[0], "in", "00:50")]});
        head.post(&format!("/events/{early}/attendance"), not_yet).refused(409, "not_approved");

        // The way out arrives before the way in.
        let phone = head.with("Idempotency-Key", "diem-danh-1");
        let out = marks(&phone, &event, json!([mark(&ids[0], "out", "00:55")]));
        assert_eq!(marks(&phone, &event, json!([mark(&ids[0], "out", "00:55")])), out);
        let late = marks(&officer, &event, json!([mark(&ids[0], "in", "00:30")]));
        assert_eq!((result(&late, 0), &late["marks"][0]["state"]), ("kept", &json!("out")));
        assert_eq!(late["counts"]["left"], 1);
        let again = marks(&head, &event, json!([mark(&ids[0], "out", "00:55"), mark(&ids[1], "in", "00:56")]));
        assert_eq!((result(&again, 0), result(&again, 1)), ("same", "saved"));
        // A phone whose clock runs ahead does not win for ever.
        marks(&head, &event, json!([mark(&ids[1], "out", "09:00")]));
        app.wait(TimeDelta::minutes(1));
        let back = marks(&officer, &event, json!([mark(&ids[1], "in", "01:01")]));
        assert_eq!((result(&back, 0), &back["counts"]["here"]), ("saved", &json!(1)));

        // Children at the gate are real: in, recorded, and everybody who must know is told.
        let in_all: Vec<Value> = ids.iter().map(|id| mark(id, "in", "01:01")).collect();
        let crowd = marks(&head, &event, json!(in_all));
        assert_eq!((&crowd["over_by"], &crowd["counts"]["here"]), (&json!(1), &json!(3)));
        for told in ["congan", "lanhdao"] {
            let bell = app.sign_in(told).get("/notifications").ok();
            let kinds: Vec<&Value> = bell["items"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
            assert_eq!(kinds.iter().filter(|kind| **kind == "event_overfull").count(), 1, "{told}");
        }
        let roster = head.get(&format!("/events/{event}/attendance")).ok();
        let walk_in = roster["items"].as_array().unwrap().iter().find(|one| one["child_id"] == ids[2].as_str());
        assert_eq!(walk_in.expect("the third")["walk_in"], true);
        // A slip of the finger.
        let slip = marks(&head, &event, json!([{"child_id": ids[2], "kind": "none"}]));
        assert_eq!((&slip["counts"]["here"], &slip["over_by"]), (&json!(2), &json!(0)));

        let counted = head.post(&format!("/events/{event}/headcounts"), json!({"counted": 1, "note": "Ở cổng"})).ok();
        assert_eq!((&counted["expected"], &counted["difference"]), (&json!(2), &json!(-1)));
        let kept = app.sign_in("congan").get(&format!("/events/{event}/headcounts")).ok();
        assert_eq!((&kept["items"][0]["counted"], &kept["items"][0]["note"]), (&json!(1), &json!("Ở cổng")));
        assert!(kept["items"][0]["counted_by"].is_string());
    });
}

#[test]
fn everybody_sees_and_registers_as_far_as_their_right_goes() {
    each(|app| {
        let own = child_of(app, "khupho1", "Lê An", "2014-05-01");
        let other = child_of(app, "khupho2", "Bùi Bình", "2014-05-01");
        let event = approved(app, "doan", 10, json!({}));
        let path = format!("/events/{event}/registrations");
        let (first, second) = (app.sign_in("khupho1"), app.sign_in("khupho2"));
        let problem = first.post(&path, json!({"child_ids": [own, other]})).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "child_outside");
        register(&first, &event, std::slice::from_ref(&own));
        let all = json!({"neighborhood_id": app.unit_of("khupho2"), "birth_year_from": 2010, "birth_year_to": 2014});
        second.post(&path, all).ok();
        // A neighborhood sees its own, whoever organises sees all, and others the numbers.
        for (person, names) in [
            ("khupho1", 1),
            ("khupho2", 1),
            ("doan", 2),
            ("chinhsach", 2),
            ("yte", 2),
            ("khupho3", 0),
            ("congan", 0),
            ("mttq", 0),
            ("vanhoa", 0),
            ("captren", 0),
        ] {
            let reader = app.sign_in(person);
            let list = reader.get(&path).ok();
            assert_eq!(
                (list["items"].as_array().unwrap().len(), &list["counts"]["registered"]),
                (names, &json!(2)),
                "{person}"
            );
            let roster = reader.get(&format!("/events/{event}/attendance")).ok();
            let cards = reader.get(&format!("/events/{event}/cards")).ok();
            assert_eq!(
                (roster["items"].as_array().unwrap().len(), cards["total"].as_u64()),
                (names, Some(names as u64)),
                "{person}"
            );
            if names == 0 {
                let told = format!("{list}{roster}{cards}");
                assert!(
                    !told.contains("Lê An") && !told.contains("Bùi Bình") && !told.contains("0912345678"),
                    "{person}"
                );
            }
        }
        let card = app.sign_in("doan").get(&format!("/events/{event}/cards")).ok()["items"][0].clone();
        let code = card["code"].as_str().expect("a code");
        assert_eq!(code.len(), 9);
        for nobody in ["mttq", "vanhoa"] {
            let person = app.sign_in(nobody);
            assert_eq!(
                person.post(&path, json!({"child_ids": [own]})).refused(403, "forbidden")["permission"],
                "children:read"
            );
            let one = json!({"marks": [{"child_id": own, "kind": "in"}]});
            person.post(&format!("/events/{event}/attendance"), one).refused(403, "forbidden");
        }
        app.sign_in("congan").post(&path, json!({"child_ids": [own]})).refused(403, "forbidden");
        // A neighborhood marks and withdraws its own.
        agree(&first, &event, std::slice::from_ref(&own));
        let taken = marks(&first, &event, json!([{"child_id": own, "kind": "in"}, {"child_id": other, "kind": "in"}]));
        assert_eq!((result(&taken, 0), result(&taken, 1)), ("saved", "unknown"));
        let gone = json!({"by": "parents", "reason": "x"});
        first.post(&format!("{path}/{other}/cancel"), gone).refused(404, "not_found");

        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        assert!(log.contains("events.read_registrations") && log.contains("events.mark") && !log.contains("Lê An"));

        stranger(app);
        let outside = app.sign_in("ds.khupho1");
        outside.get(&path).refused(404, "not_found");
        outside.post(&path, json!({"child_ids": [own]})).refused(404, "not_found");
        let elsewhere = draft(app, "ds.khupho1", 10, json!({}));
        let theirs = json!({"marks": [{"child_id": own, "kind": "in"}]});
        outside
            .post(&format!("/events/{elsewhere}/registrations"), json!({"child_ids": [own]}))
            .refused(422, "invalid");
        outside.post(&format!("/events/{elsewhere}/attendance"), theirs).refused(409, "not_approved");
    });
}

/// Somebody of another ward.
fn stranger(app: &App) {
    let hash = bup::auth::passwords::hash(bup::demo::PASSWORD, &app.gate.services().config).expect("a hash");
    behind_the_scenes(app, |cx| {
        let ward = setup::ward(cx, "dong-son", "Phường Đông Sơn", "Bỉm Sơn", None)?;
        let unit = setup::unit(cx, Some(&ward), UnitKind::Neighborhood, "khu-pho-1", "Khu phố Đông Sơn 1")?;
        let new = NewUser {
            ward: Some(&ward),
            unit: &unit,
            username: "ds.khupho1",
            full_name: "Người Đông Sơn",
            position: "",
            role: Role::Neighborhood,
            password_hash: &hash,
            must_change_password: false,
        };
        setup::user(cx, &new).map(drop)
    });
}

#[test]
fn a_helper_without_an_account_sees_one_event_for_its_time() {
    each(|app| {
        let head = app.sign_in("khupho1");
        let ids = children(app, "khupho1", 3);
        let event = approved(app, "khupho1", 10, json!({}));
        register(&head, &event, &ids[..2]);
        agree(&head, &event, &ids);
        let helper = json!({"full_name": "Trần Văn Giúp", "phone": "0987654321", "vetted_on": "2023-06-01",
            "vetting_expires_on": "2024-06-02"});
        let helper = head.post("/events/helpers", helper).ok();
        assert_eq!(helper["vetting"], "expired");
        let grants = format!("/events/{event}/grants");
        let body = json!({"helper_id": helper["id"]});
        let refused = head.post(&grants, body.clone()).refused(422, "invalid");
        assert_eq!(refused["errors"][0]["code"], "unknown_id");
        head.post(&format!("/events/{event}/helpers"), json!({"helper_id": helper["id"], "duty": "Cổng chính"})).ok();
        let refused = head.post(&grants, body.clone()).refused(422, "invalid");
        assert_eq!(refused["errors"][0]["code"], "not_vetted");
        let fresh = json!({"vetting_expires_on": "2025-06-01"});
        let path = format!("/events/helpers/{}", id_of(&helper));
        head.patch(&path, &helper["version"], fresh).ok();
        app.sign_in("khupho2").patch(&path, &json!(2), json!({"note": "x"})).refused(404, "not_found");
        app.sign_in("khupho2").post(&grants, body.clone()).refused(404, "not_found");
        let late = json!({"helper_id": helper["id"], "until": "2024-06-03T06:00:01Z"});
        assert_eq!(head.post(&grants, late).refused(422, "invalid")["errors"][0]["code"], "bad_until");

        let old = head.post(&grants, body.clone()).ok()["token"].clone();
        let made = head.post(&grants, body.clone()).ok();
        let token = made["token"].clone();
        let stored = String::from_utf8_lossy(&app.stored()).into_owned();
        assert!(!stored.contains(token.as_str().expect("a token")), "the token lies open in the database");
        let anybody = app.anybody();
        let open = |token: &Value| anybody.post("/public/event-grants/open", json!({"token": token}));
        open(&old).refused(404, "grant_ended");
        let shown = open(&token).ok();
        assert_eq!((shown["attendance"]["items"].as_array().unwrap().len(), &shown["duty"]), (2, &json!("Cổng chính")));
        assert_eq!(shown["attendance"]["items"][0]["phone"], "0912345678");
        let send =
            |marks: Value| anybody.post("/public/event-grants/attendance", json!({"token": token, "marks": marks}));
        let taken = send(json!([mark(&ids[0], "in", "00:58"), mark(&ids[2], "in", "00:58")])).ok();
        assert_eq!((result(&taken, 0), result(&taken, 1)), ("saved", "unknown"));
        assert_eq!(taken["marks"][0]["marked_by"], "Trần Văn Giúp");
        let count = json!({"token": token, "count": {"counted": 1}});
        assert_eq!(anybody.post("/public/event-grants/headcounts", count).ok()["counted_by"], "Trần Văn Giúp");
        // It opens nothing else.
        let as_bearer = app.anybody().with_token(token.as_str().expect("a token"));
        as_bearer.get("/children").refused(401, "not_signed_in");
        as_bearer.get(&format!("/events/{event}/registrations")).refused(401, "not_signed_in");
        let used = head.get(&format!("/events/{event}/helpers")).ok()["items"][0]["grant"].clone();
        assert_eq!(used["uses"], 3);
        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        assert!(log.contains("events.use_grant") && log.contains("events.give_grant"));

        head.post(&format!("{grants}/{}/revoke", made["id"].as_str().unwrap()), json!({})).ok();
        open(&token).refused(404, "grant_ended");
        send(json!([mark(&ids[1], "in", "00:59")])).refused(404, "grant_ended");

        // It ends two hours after the event, whatever was said.
        let third = head.post(&grants, body.clone()).ok()["token"].clone();
        open(&third).ok();
        // Whoever tries tokens without end is stopped.
        let mut last = 0;
        for at in 0..40 {
            last = open(&json!(format!("sai-{at}"))).status;
        }
        assert_eq!(last, 429);
        app.wait(TimeDelta::minutes(299));
        open(&third).ok();
        app.wait(TimeDelta::minutes(2));
        open(&third).refused(404, "grant_ended");
    });
}

#[test]
fn a_grant_is_given_only_by_whoever_sees_children_and_ends_with_the_helper() {
    each(|app| {
        let front = app.sign_in("mttq");
        let event = approved(app, "mttq", 10, json!({}));
        let helper = front.post("/events/helpers", json!({"full_name": "Lê Thị Đỡ", "vetted_on": "2024-01-01"})).ok();
        let duty = json!({"helper_id": helper["id"], "duty": "Y tế"});
        front.post(&format!("/events/{event}/helpers"), duty).ok();
        let body = json!({"helper_id": helper["id"]});
        let path = format!("/events/{event}/grants");
        assert_eq!(front.post(&path, body.clone()).refused(403, "forbidden")["permission"], "children:read");
        let token = app.sign_in("chinhsach").post(&path, body).ok()["token"].clone();
        let open = || app.anybody().post("/public/event-grants/open", json!({"token": token}));
        open().ok();
        front.delete(&format!("/events/{event}/helpers/{}", id_of(&helper))).ok();
        open().refused(404, "grant_ended");
        assert_eq!(app.sign_in("captren").get("/events/helpers").ok()["total"], 0);
    });
}
