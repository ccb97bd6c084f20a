//! The summer: pupils handed over and back, groups, sessions, attendance from phones without a network.

use bup_tests::{App, Client, Value, docx_text, each, json};
use chrono::TimeDelta;

/// A pupil, made by the officer.
fn pupil(app: &App, name: &str, born: &str, neighborhood: &str, school: &str) -> Value {
    let body = json!({"full_name": name, "date_of_birth": born, "sex": "female", "grade": "3A",
        "neighborhood_id": app.unit_of(neighborhood), "school_id": app.unit_of(school),
        "guardians": [{"relation": "mother", "full_name": "Trần Thị Bình", "phone": "0912345678"}]});
    app.sign_in("chinhsach").post("/children", body).ok()
}

fn id(row: &Value) -> &str {
    row["id"].as_str().expect("an id")
}

fn path(row: &Value, rest: &str) -> String {
    format!("/summer/handovers/{}{rest}", id(row))
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(|one| one["full_name"].as_str()).collect()
}

fn kinds(handover: &Value) -> Vec<(&str, &str)> {
    let word = |one: &'_ Value, member: &str| -> &'static str {
        Box::leak(one[member].as_str().unwrap_or("").to_owned().into_boxed_str())
    };
    let all = handover["differences"].as_array().expect("differences");
    all.iter().map(|one| (word(one, "kind"), word(one, "full_name"))).collect()
}

/// The handover of a school to a neighborhood, prepared by the school itself.
fn prepared(app: &App, school: &str, neighborhood: &str) -> Value {
    let made = app.sign_in(school).post("/summer/handovers", json!({"year": 2024})).ok();
    let place = app.unit_of(neighborhood);
    let all = made["items"].as_array().expect("items");
    all.iter().rfind(|one| one["neighborhood_id"] == place).expect("a handover").clone()
}

fn received(app: &App, school: &str, neighborhood: &str) -> Value {
    let handover = prepared(app, school, neighborhood);
    app.sign_in(school).post(&path(&handover, "/hand-over"), json!({})).ok();
    app.sign_in(neighborhood).post(&path(&handover, "/receive"), json!({"position": "Trưởng khu phố"})).ok()
}

#[test]
fn children_are_handed_over_and_come_back() {
    each(|app| {
        for (name, place) in [("Lê An", "khupho1"), ("Đỗ Thị Ân", "khupho1"), ("Bùi Bình", "khupho2")] {
            pupil(app, name, "2015-02-03", place, "truong1");
        }
        let school = app.sign_in("truong1");
        let made = school.post("/summer/handovers", json!({"year": 2024}));
        assert_eq!(made.status, 201);
        let made = made.ok();
        assert_eq!((&made["made"], &made["children_added"]), (&json!(2), &json!(3)));
        let again = school.post("/summer/handovers", json!({"year": 2024})).ok();
        assert_eq!((&again["made"], &again["children_added"]), (&json!(0), &json!(0)));

        let handover = prepared(app, "truong1", "khupho1");
        let (head, doan) = (app.sign_in("khupho1"), app.sign_in("doan"));
        let seen = head.get(&path(&handover, "")).ok();
        assert_eq!(names(&seen["children"]), ["Lê An", "Đỗ Thị Ân"]);
        assert_eq!(seen["children"][0]["guardian"]["phone"], "0912345678");
        for hidden in ["personal_id", "circumstances", "risks", "poverty", "notes", "address", "health_insurance_no"] {
            assert!(seen["children"][0].get(hidden).is_none(), "{hidden}");
        }
        // What the school says, and what the head of the paper says.
        let child = id_of(&seen["children"][0]);
        let said = json!({"membership": "star", "note": "Hay ngượng", "academic": "Hoàn thành tốt"});
        let line = path(&handover, &format!("/children/{child}"));
        assert_eq!(school.patch(&line, &json!(1), said.clone()).ok()["membership"], "star");
        school.patch(&line, &json!(1), said).refused(412, "stale");
        head.patch(&line, &json!(2), json!({"note": "x"})).refused(403, "not_your_side");
        school.patch(&line, &json!(2), json!({"rating": "good"})).refused(409, "wrong_state");
        let changes = json!({"venue": "Nhà văn hóa khu phố 1", "begins_at": "07:30", "copies": 3,
            "school_representatives": [{"name": "Bà Lê Thị Hoa", "position": "Hiệu trưởng"}],
            "summer_from": "2024-06-03", "summer_to": "2024-08-18"});
        let changed = school.patch(&path(&handover, ""), &handover["version"], changes).ok();
        assert_eq!(changed["venue"], "Nhà văn hóa khu phố 1");
        let wrong = json!({"begins_at": "7h", "summer_to": "2024-01-01"});
        school.patch(&path(&handover, ""), &changed["version"], wrong).refused(422, "invalid");
        head.patch(&path(&handover, ""), &changed["version"], json!({"school_representatives": []}))
            .refused(403, "not_your_side");

        // Each side signs its own.
        doan.post(&path(&handover, "/hand-over"), json!({})).refused(403, "not_your_side");
        head.post(&path(&handover, "/receive"), json!({})).refused(409, "wrong_state");
        let given = school.post(&path(&handover, "/hand-over"), json!({"position": "Hiệu trưởng"})).ok();
        assert_eq!(
            (&given["status"], &given["handed_over"]["position"]),
            (&json!("handed_over"), &json!("Hiệu trưởng"))
        );
        school.patch(&path(&handover, ""), &given["version"], json!({"venue": "x"})).refused(403, "not_your_side");
        school.post(&path(&handover, "/receive"), json!({})).refused(403, "not_your_side");
        head.post(&path(&handover, "/reopen"), json!({"reason": " "})).refused(422, "invalid");
        let open = head.post(&path(&handover, "/reopen"), json!({"reason": "Thiếu một em"})).ok();
        assert_eq!((&open["status"], &open["handed_over"]), (&json!("prepared"), &Value::Null));
        school.post(&path(&handover, "/hand-over"), json!({})).ok();
        let taken = head.post(&path(&handover, "/receive"), json!({})).ok();
        assert_eq!((&taken["status"], &taken["received"]["position"]), (&json!("received"), &json!("Trưởng khu phố")));
        school.post(&path(&handover, "/reopen"), json!({"reason": "x"})).refused(409, "wrong_state");

        // In August.
        head.patch(&line, &json!(2), json!({"rating": "fair", "remarks": "Chăm"})).ok();
        school.post(&path(&handover, "/return"), json!({})).refused(403, "not_your_side");
        let stranger = json!({"children": [{"child_id": handover["id"], "rating": "good"}]});
        head.post(&path(&handover, "/return"), stranger).refused(422, "invalid");
        let other = id_of(&seen["children"][1]);
        let results = json!({"children": [{"child_id": other, "rating": "good", "commended": true}]});
        let back = head.post(&path(&handover, "/return"), results).ok();
        assert_eq!((&back["status"], &back["rated_count"]), (&json!("returned"), &json!(2)));
        let rated = school.get(&path(&handover, "")).ok();
        assert_eq!(
            (&rated["children"][0]["rating"], &rated["children"][1]["commended"]),
            (&json!("fair"), &json!(true))
        );
        assert_eq!(rated["allowed_actions"], json!([]), "the school writes nothing of the return");

        // Everybody was told, in general words.
        let told = |person: &Client| -> Vec<String> {
            let all = person.get("/notifications").ok();
            all["items"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(told(&school), ["summer_returned", "summer_received", "summer_reopened"]);
        assert_eq!(told(&head), ["summer_handed_over", "summer_handed_over"]);
        assert!(told(&doan).contains(&"summer_reopened".to_owned()));
    });
}

fn id_of(line: &Value) -> String {
    line["child_id"].as_str().expect("a child").to_owned()
}

#[test]
fn everybody_sees_their_own_handovers() {
    each(|app| {
        pupil(app, "Lê An", "2015-02-03", "khupho1", "truong1");
        let handover = prepared(app, "truong1", "khupho1");
        for stranger in ["khupho2", "truong2"] {
            let person = app.sign_in(stranger);
            assert_eq!(person.get("/summer/handovers").ok()["total"], 0);
            person.get(&path(&handover, "")).refused(404, "not_found");
            person.get(&path(&handover, "/minutes.docx")).refused(404, "not_found");
            person.post(&path(&handover, "/reopen"), json!({"reason": "x"})).refused(404, "not_found");
        }
        for owner in ["lanhdao", "chinhsach", "doan", "khupho1", "truong1"] {
            assert_eq!(
                app.sign_in(owner).get("/summer/handovers?year=2024&status=prepared").ok()["total"],
                1,
                "{owner}"
            );
        }
        for nobody in ["vanhoa", "congan", "mttq", "yte", "captren", "quantri"] {
            app.sign_in(nobody).get("/summer/handovers").refused(403, "forbidden");
        }
        assert_eq!(app.sign_in("lanhdao").get(&path(&handover, "")).ok()["allowed_actions"], json!([]));
        let officer = app.sign_in("chinhsach");
        officer.post("/summer/handovers", json!({"year": 2024})).refused(422, "invalid");
        officer
            .post("/summer/handovers", json!({"year": 2024, "school_id": app.unit_of("khupho1")}))
            .refused(422, "invalid");
        let by_officer = json!({"year": 2025, "school_id": app.unit_of("truong1")});
        assert_eq!(officer.post("/summer/handovers", by_officer).ok()["made"], 1);
        let foreign = json!({"year": 2024, "school_id": app.unit_of("truong1")});
        app.sign_in("truong2").post("/summer/handovers", foreign).refused(422, "invalid");
        officer.get("/summer/handovers?status=lost").refused(400, "bad_parameter");
        officer.get("/summer/handovers?q=an").refused(400, "bad_parameter");
    });
}

#[test]
fn what_does_not_fit_is_told() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let an = pupil(app, "Lê An", "2015-02-03", "khupho1", "truong1");
        let binh = pupil(app, "Bùi Bình", "2014-02-03", "khupho1", "truong1");
        let chi = pupil(app, "Vũ Chi", "2014-05-03", "khupho1", "truong1");
        let handover = prepared(app, "truong1", "khupho1");
        let (head, school) = (app.sign_in("khupho1"), app.sign_in("truong1"));
        assert_eq!(kinds(&head.get(&path(&handover, "")).ok()), []);
        // Nobody's pupil of school age, and a small child who is not missing.
        let lost = json!({"full_name": "Hồ Văn Dũng", "date_of_birth": "2013-01-01", "sex": "male",
            "neighborhood_id": app.unit_of("khupho1")});
        officer.post("/children", lost).ok();
        let small =
            json!({"full_name": "Hồ Thị Én", "date_of_birth": "2021-01-01", "neighborhood_id": app.unit_of("khupho1")});
        officer.post("/children", small).ok();
        // One moves, one changes school and is listed there too.
        let to = json!({"neighborhood_id": app.unit_of("khupho2")});
        officer.post(&format!("/children/{}/move", id(&an)), to).ok();
        let school2 = json!({"school_id": app.unit_of("truong2")});
        officer.patch(&format!("/children/{}", id(&binh)), &json!(1), school2).ok();
        let second = prepared(app, "truong2", "khupho1");
        let gone = json!({"moved_on": "2024-06-01", "to": "Hà Nội"});
        officer.post(&format!("/children/{}/move-out", id(&chi)), gone).ok();

        let seen = officer.get(&path(&handover, "")).ok();
        assert_eq!(
            kinds(&seen),
            [
                ("in_no_list", "Hồ Văn Dũng"),
                ("in_two_lists", "Bùi Bình"),
                ("lives_elsewhere", "Lê An"),
                ("lives_elsewhere", "Vũ Chi"),
                ("left_school", "Bùi Bình")
            ]
        );
        assert_eq!(seen["differences_count"], 4);
        assert_eq!(seen["differences"][1]["other_handover_id"], second["id"]);
        // A school is told of its own pupils alone, and of no list of another school.
        let told = school.get(&path(&handover, "")).ok();
        assert!(!kinds(&told).iter().any(|(kind, _)| *kind == "in_no_list"), "{told}");
        assert_eq!(told["differences"][0]["other_handover_id"], Value::Null);

        // A list is mended while it is prepared.
        let removed = school.delete(&path(&handover, &format!("/children/{}", id(&binh)))).ok();
        assert_eq!(names(&removed["children"]), ["Lê An", "Vũ Chi"]);
        let foreign = json!({"child_ids": [binh["id"]]});
        school.post(&path(&handover, "/children"), foreign).refused(422, "invalid");
        let new = pupil(app, "Mai Giang", "2014-05-03", "khupho2", "truong1");
        let added = school.post(&path(&handover, "/children"), json!({"child_ids": [new["id"], an["id"]]})).ok();
        assert_eq!(added["children_count"], 3);
        school.post(&path(&handover, "/hand-over"), json!({})).ok();
        school.post(&path(&handover, "/children"), json!({"child_ids": [new["id"]]})).refused(409, "wrong_state");
        // Whoever comes later is handed over by another paper.
        pupil(app, "Tạ Hà", "2014-05-03", "khupho1", "truong1");
        let later = prepared(app, "truong1", "khupho1");
        assert!(later["id"] != handover["id"] && later["children_count"] == 1, "{later}");
    });
}

#[test]
fn a_merged_child_stays_on_its_list() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let gone = pupil(app, "Lê An", "2015-02-03", "khupho1", "truong1");
        let handover = prepared(app, "truong1", "khupho1");
        let body = json!({"full_name": "Lê Bảo An", "date_of_birth": "2015-02-03", "sex": "female",
            "neighborhood_id": app.unit_of("khupho1"), "school_id": app.unit_of("truong1")});
        let kept = officer.post("/children", body).ok();
        officer.post(&format!("/children/{}/merge", id(&kept)), json!({"other_id": gone["id"]})).ok();
        let seen = app.sign_in("khupho1").get(&path(&handover, "")).ok();
        assert_eq!(names(&seen["children"]), ["Lê Bảo An"]);
        assert_eq!(kinds(&seen), []);
        let again = app.sign_in("truong1").post("/summer/handovers", json!({"year": 2024})).ok();
        assert_eq!(again["children_added"], 0);
    });
}

/// Two rows of one child, each on a list, merged by the officer.
fn merge(app: &App, kept: &Value, gone: &Value) {
    let officer = app.sign_in("chinhsach");
    officer.post(&format!("/children/{}/merge", id(kept)), json!({"other_id": gone["id"]})).ok();
}

#[test]
fn rows_that_were_merged_later_are_still_in_two_lists() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let one = pupil(app, "Lê An", "2015-02-03", "khupho1", "truong1");
        let other = pupil(app, "Lê Bảo An", "2015-02-03", "khupho1", "truong2");
        let (first, second) = (prepared(app, "truong1", "khupho1"), prepared(app, "truong2", "khupho1"));
        assert_eq!(kinds(&officer.get(&path(&first, "")).ok()), []);
        merge(app, &one, &other);
        let seen = officer.get(&path(&first, "")).ok();
        assert_eq!(kinds(&seen), [("in_two_lists", "Lê An")]);
        assert_eq!(
            (&seen["differences"][0]["other_handover_id"], &seen["differences_count"]),
            (&second["id"], &json!(1))
        );
        let seen = officer.get(&path(&second, "")).ok();
        assert_eq!(kinds(&seen), [("in_two_lists", "Lê An"), ("left_school", "Lê An")]);
        assert_eq!(seen["differences"][0]["other_handover_id"], first["id"]);

        // Both rows on one list: it has one line too many.
        let twin = pupil(app, "Bùi Bình", "2014-02-03", "khupho2", "truong1");
        let again = pupil(app, "Bùi Thị Bình", "2014-02-03", "khupho2", "truong1");
        let list = prepared(app, "truong1", "khupho2");
        merge(app, &twin, &again);
        let seen = officer.get(&path(&list, "")).ok();
        assert_eq!((kinds(&seen), &seen["differences_count"]), (vec![("twice_in_list", "Bùi Bình")], &json!(1)));
        let line = seen["differences"][0]["child_id"].as_str().unwrap();
        let mended = app.sign_in("truong1").delete(&path(&list, &format!("/children/{line}"))).ok();
        assert_eq!((kinds(&mended), &mended["children_count"]), (vec![], &json!(1)));
    });
}

#[test]
fn the_minutes_of_the_return_have_a_meeting_of_their_own() {
    each(|app| {
        pupil(app, "Lê An", "2015-02-03", "khupho1", "truong1");
        let handover = received(app, "truong1", "khupho1");
        let head = app.sign_in("khupho1");
        let returned = head.post(&path(&handover, "/return"), json!({})).ok();
        let school = app.sign_in("truong1");
        assert_eq!(head.get(&path(&handover, "")).ok()["allowed_actions"], json!(["edit"]));
        assert_eq!(school.get(&path(&handover, "")).ok()["allowed_actions"], json!([]));
        let meeting = json!({"return_venue": "Sân trường", "returns_on": "2024-08-16", "return_begins_at": "14:00",
            "return_ends_at": "15:30"});
        let written = head.patch(&path(&handover, ""), &returned["version"], meeting.clone()).ok();
        assert_eq!((&written["return_begins_at"], &written["returns_on"]), (&json!("14:00"), &json!("2024-08-16")));
        let version = &written["version"];
        for late in [json!({"venue": "x"}), json!({"copies": 9}), json!({"summer_to": "2024-08-01"})] {
            head.patch(&path(&handover, ""), version, late).refused(409, "wrong_state");
        }
        let backwards = head.patch(&path(&handover, ""), version, json!({"return_ends_at": "13:00"}));
        assert_eq!(backwards.refused(422, "invalid")["errors"][0]["code"], "time_order");
        school.patch(&path(&handover, ""), version, meeting).refused(403, "not_your_side");
        let text = docx_text(&head.get(&path(&handover, "/minutes.docx")).bytes);
        for said in ["14 giờ 00", "15 giờ 30", "Sân trường", "16 tháng 8 năm 2024"] {
            assert!(text.contains(said), "{said}: {text}");
        }
    });
}

#[test]
fn papers_are_made_and_recorded() {
    each(|app| {
        pupil(app, "Lê An", "2015-02-03", "khupho1", "truong1");
        let handover = received(app, "truong1", "khupho1");
        let head = app.sign_in("khupho1");
        for paper in ["minutes.docx", "cards.docx", "list.xlsx"] {
            let file = head.get(&path(&handover, &format!("/{paper}")));
            assert!(file.status == 200 && file.bytes.starts_with(b"PK"), "{paper}: {}", file.text());
        }
        head.post(&path(&handover, "/return"), json!({})).ok();
        let file = head.get(&path(&handover, "/minutes.docx"));
        assert!(file.header("content-disposition").contains("ve%2Dtruong"));
        let log = app.sign_in("quantri").get("/audit?action=summer.export").ok();
        assert_eq!(log["total"], 4);
        assert!(!app.sign_in("quantri").get("/audit?limit=200").ok().to_string().contains("Lê An"));
    });
}

/// A group of khu phố 1 with the children of its received handover.
fn group(app: &App) -> Value {
    received(app, "truong1", "khupho1");
    let body = json!({"year": 2024, "name": "Nhóm nhi đồng", "from_handovers": true,
        "leaders": [{"name": "Ngô Thị Lan", "phone": "0912 345 678", "unit": "Chi đoàn khu phố 1"}]});
    app.sign_in("khupho1").post("/summer/groups", body).ok()
}

fn session(app: &App, group: &Value) -> Value {
    let body = json!({"group_id": group["id"], "on_date": "2024-06-03", "starts_at": "07:30", "place": "Nhà văn hóa",
        "content": "Kỹ năng phòng, chống đuối nước"});
    app.sign_in("khupho1").post("/summer/sessions", body).ok()
}

#[test]
fn groups_sessions_and_opinions() {
    each(|app| {
        pupil(app, "Lê An", "2015-02-03", "khupho1", "truong1");
        let group = group(app);
        assert_eq!(names(&group["members"]), ["Lê An"]);
        assert_eq!(group["leaders"][0]["phone"], "0912345678");
        let (head, doan) = (app.sign_in("khupho1"), app.sign_in("doan"));
        let at = format!("/summer/groups/{}", id(&group));
        app.sign_in("khupho2").get(&at).refused(404, "not_found");
        app.sign_in("truong1").get(&at).refused(404, "not_found");
        let body = json!({"year": 2024, "name": "x", "neighborhood_id": app.unit_of("khupho2")});
        head.post("/summer/groups", body.clone()).refused(422, "invalid");
        app.sign_in("truong1").post("/summer/groups", body.clone()).refused(422, "invalid");
        doan.post("/summer/groups", body).ok();
        assert_eq!(head.get("/summer/groups").ok()["total"], 1);

        let own = json!({"full_name": "Vũ Chi", "date_of_birth": "2018-02-03"});
        let chi = head.post("/children", own).ok();
        let grown = head.post(&format!("{at}/members"), json!({"child_ids": [chi["id"]]})).ok();
        assert_eq!(names(&grown["members"]), ["Lê An", "Vũ Chi"]);
        let stranger = pupil(app, "Bùi Bình", "2014-02-03", "khupho2", "truong1");
        head.post(&format!("{at}/members"), json!({"child_ids": [stranger["id"]]})).refused(422, "invalid");

        let an = id_of(&group["members"][0]);
        let say = |child: &Value| {
            json!({"group_id": group["id"], "opinions": [
                {"child_id": an, "parents": "agrees", "child": child, "method": "Phiếu hỏi"},
                {"child_id": chi["id"], "parents": "declines"}]})
        };
        let problem = head.post("/summer/opinions", say(&Value::Null)).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "child_opinion_missing");
        assert_eq!(head.post("/summer/opinions", say(&json!("agrees"))).ok()["total"], 2);
        head.post("/summer/opinions", say(&json!("declines"))).ok();
        let said = head.get(&format!("/summer/opinions?group_id={}", id(&group))).ok();
        assert_eq!(said["total"], 2);
        assert_eq!(head.get(&at).ok()["members"][0]["opinion"]["child"], "declines");
        let members = head.get(&at).ok()["members"].clone();
        assert_eq!((&members[0]["must_be_asked"], &members[1]["must_be_asked"]), (&json!(true), &json!(false)));

        let session = session(app, &group);
        let roster = head.get(&format!("/summer/attendance?session_id={}", id(&session))).ok();
        assert_eq!(roster["opinions"], json!({"agree": 0, "decline": 2, "unasked": 0}));
        let line = &roster["items"][0];
        assert_eq!((&line["consent"], &line["child_consent"]), (&json!("agrees"), &json!("declines")));
        assert_eq!(session["missing"], json!(["programme", "duration", "audience", "form", "staff", "expected"]));
        let place = format!("/summer/sessions/{}", id(&session));
        let more = json!({"programme": "Kỹ năng", "duration": "90 phút", "audience": "Nhi đồng", "form": "Tập trung",
            "staff": "3 đoàn viên", "expected": 20});
        assert_eq!(head.patch(&place, &session["version"], more).ok()["missing"], json!([]));
        app.sign_in("khupho2").get(&place).refused(404, "not_found");
        head.post(&format!("{place}/cancel"), json!({"reason": ""})).refused(422, "invalid");
        head.post(&format!("{place}/cancel"), json!({"reason": "Mưa bão"})).ok();
        head.post(&format!("{place}/cancel"), json!({"reason": "x"})).refused(409, "cancelled");
        assert_eq!(head.get("/summer/sessions").ok()["total"], 0);
        assert_eq!(head.get("/summer/sessions?cancelled=true").ok()["total"], 1);
        let smaller = head.delete(&format!("{at}/members/{an}")).ok();
        assert_eq!(names(&smaller["members"]), ["Vũ Chi"]);
    });
}

#[test]
fn a_session_for_a_whole_neighborhood_reaches_everybody_once() {
    each(|app| {
        for name in ["Lê An", "Bùi Bình", "Vũ Chi"] {
            pupil(app, name, "2015-02-03", "khupho1", "truong1");
        }
        let group = group(app);
        let (head, doan) = (app.sign_in("khupho1"), app.sign_in("doan"));
        let members = format!("/summer/groups/{}/members", id(&group));
        head.delete(&format!("{members}/{}", id_of(&group["members"][2]))).ok();
        let second = json!({"year": 2024, "name": "Nhóm Sen", "from_handovers": false});
        let second = head.post("/summer/groups", second).ok();
        let both = json!({"child_ids": [group["members"][0]["child_id"]]});
        head.post(&format!("/summer/groups/{}/members", id(&second)), both).ok();
        let reach = head.get("/summer/reach?year=2024").ok();
        assert_eq!((&reach["children"], &reach["without_group"]), (&json!(3), &json!(1)));
        let groups: Vec<&Value> = reach["groups"].as_array().unwrap().iter().map(|one| &one["members_count"]).collect();
        assert_eq!(groups, [&json!(2), &json!(1)]);
        let place = app.unit_of("khupho1");
        let named = format!("/summer/reach?year=2024&neighborhood_id={}", place.as_str().unwrap());
        assert_eq!(doan.get(&named).ok(), reach);
        app.sign_in("khupho2").get(&named).refused(422, "invalid");
        app.sign_in("truong1").get("/summer/reach?year=2024").refused(422, "invalid");
        doan.get("/summer/reach").refused(400, "bad_parameter");

        let body = json!({"on_date": "2024-06-03", "place": "Sân vận động", "content": "Hội thi"});
        let whole = head.post("/summer/sessions", body).ok();
        session(app, &group);
        assert_eq!(head.get("/summer/sessions?whole=true").ok()["items"][0]["id"], whole["id"]);
        assert_eq!(head.get("/summer/sessions?whole=true").ok()["total"], 1);
        let roster = head.get(&format!("/summer/attendance?session_id={}", id(&whole))).ok();
        assert_eq!(roster["items"].as_array().map(Vec::len), Some(3));
        assert_eq!(roster["opinions"], json!({"agree": 0, "decline": 0, "unasked": 3}));
    });
}

fn mark(child: &Value, state: &str, at: &str) -> Value {
    json!({"child_id": child, "state": state, "marked_at": at})
}

#[test]
fn two_phones_in_one_session_are_both_kept() {
    each(|app| {
        let an = pupil(app, "Lê An", "2015-02-03", "khupho1", "truong1");
        let binh = pupil(app, "Bùi Bình", "2014-02-03", "khupho1", "truong1");
        let session = session(app, &group(app));
        let (head, doan) = (app.sign_in("khupho1"), app.sign_in("doan"));
        let leave = json!({"child_id": binh["id"], "from_date": "2024-06-01", "to_date": "2024-06-05",
            "reason": "Về quê", "asked_by": "Mẹ"});
        let leave = head.post("/summer/leaves", leave).ok();
        app.sign_in("khupho2").get(&format!("/summer/leaves/{}", id(&leave))).refused(404, "not_found");
        let roster = || head.get(&format!("/summer/attendance?session_id={}", id(&session))).ok();
        let before = roster();
        assert_eq!(names(&before["items"]), ["Lê An", "Bùi Bình"]);
        assert_eq!((&before["items"][0]["state"], &before["items"][0]["default_state"]), (&Value::Null, &Value::Null));
        assert_eq!(
            (&before["items"][1]["default_state"], &before["items"][1]["leave_reason"]),
            (&json!("excused"), &json!("Về quê"))
        );

        // Handed over to khu phố 1, living in khu phố 2: whoever looks after it writes down its leave.
        let guest = pupil(app, "Mai Giang", "2014-05-03", "khupho2", "truong1");
        let days = json!({"child_id": guest["id"], "from_date": "2024-06-01", "to_date": "2024-06-05", "reason": "Ốm"});
        head.post("/summer/leaves", days.clone()).refused(422, "invalid");
        let at = format!("/summer/groups/{}/members", session["group_id"].as_str().unwrap());
        doan.post(&at, json!({"child_ids": [guest["id"]]})).ok();
        let leave = head.post("/summer/leaves", days).ok();
        head.post(&format!("/summer/leaves/{}/cancel", id(&leave)), json!({"reason": "Đã khỏe"})).ok();
        head.delete(&format!("{at}/{}", id(&guest))).ok();

        app.wait(TimeDelta::minutes(8));
        let send = |person: &Client, marks: Value| {
            person.post("/summer/attendance", json!({"session_id": session["id"], "marks": marks})).ok()
        };
        let first = json!([
            mark(&an["id"], "present", "2024-06-03T01:05:00Z"),
            mark(&binh["id"], "excused", "2024-06-03T01:05:01Z")
        ]);
        let taken = send(&head, first.clone());
        assert_eq!((&taken["saved"], &taken["marks"][0]["result"]), (&json!(2), &json!("saved")));
        assert_eq!(send(&head, first)["marks"][0]["result"], "same");
        // An earlier word that arrives later.
        let late = send(&doan, json!([mark(&an["id"], "absent", "2024-06-03T01:02:00Z")]));
        assert_eq!(
            (&late["kept"], &late["marks"][0]["result"], &late["marks"][0]["state"]),
            (&json!(1), &json!("kept"), &json!("present"))
        );
        assert_eq!(late["marks"][0]["marked_at"], "2024-06-03T01:05:00.000Z");
        assert!(late["marks"][0]["marked_by"]["full_name"].is_string());
        let seen = roster();
        assert_eq!(
            (&seen["items"][0]["state"], &seen["items"][0]["conflicts"][0]["state"]),
            (&json!("present"), &json!("absent"))
        );
        // A later one wins; a clock that runs ahead is taken for now.
        let wins = send(&doan, json!([mark(&an["id"], "late", "2034-06-03T01:10:00Z")]));
        assert_eq!(
            (&wins["marks"][0]["state"], &wins["marks"][0]["marked_at"]),
            (&json!("late"), &json!("2024-06-03T01:08:00.000Z"))
        );
        app.wait(TimeDelta::minutes(3));
        assert_eq!(send(&head, json!([mark(&an["id"], "present", "2024-06-03T01:10:00Z")]))["saved"], 1);

        // Somebody came along; somebody is nobody's.
        let own = json!({"full_name": "Vũ Chi", "date_of_birth": "2016-02-03"});
        let chi = head.post("/children", own).ok();
        let foreign = pupil(app, "Hồ Dũng", "2014-02-03", "khupho2", "truong1");
        let walked = send(
            &head,
            json!([
            {"child_id": chi["id"], "state": "present", "note": "Đi cùng chị"}, {"child_id": foreign["id"], "state": "present"}]),
        );
        assert_eq!((&walked["saved"], &walked["refused"]), (&json!(1), &json!(1)));
        assert_eq!(walked["marks"][1]["state"], Value::Null);
        let seen = roster();
        assert_eq!(names(&seen["items"]), ["Lê An", "Bùi Bình", "Vũ Chi"]);
        assert_eq!((&seen["items"][2]["walk_in"], &seen["counts"]["present"]), (&json!(true), &json!(2)));

        app.sign_in("khupho2")
            .post(
                "/summer/attendance",
                json!({"session_id": session["id"], "marks": [mark(&an["id"], "absent", "2024-06-03T01:10:00Z")]}),
            )
            .refused(404, "not_found");
        app.sign_in("truong1")
            .get(&format!("/summer/attendance?session_id={}", id(&session)))
            .refused(404, "not_found");
        head.get("/summer/attendance").refused(400, "bad_parameter");
        head.post("/summer/attendance", json!({"session_id": session["id"], "marks": []})).refused(422, "invalid");
        // A repetition from the outbox is one request.
        let body = json!({"session_id": session["id"], "marks": [{"child_id": an["id"], "state": "present"}]});
        let phone = head.with("Idempotency-Key", "so-3-0001");
        assert_eq!(phone.post("/summer/attendance", body.clone()).ok(), phone.post("/summer/attendance", body).ok());
    });
}

#[test]
fn attendance_makes_counts_and_a_rating() {
    each(|app| {
        let an = pupil(app, "Lê An", "2015-02-03", "khupho1", "truong1");
        let group = group(app);
        let head = app.sign_in("khupho1");
        for state in ["present", "late", "absent", "excused"] {
            let session = session(app, &group);
            head.post(
                "/summer/attendance",
                json!({"session_id": session["id"], "marks": [{"child_id": an["id"], "state": state}]}),
            )
            .ok();
        }
        let dropped = session(app, &group);
        head.post(
            "/summer/attendance",
            json!({"session_id": dropped["id"], "marks": [{"child_id": an["id"], "state": "absent"}]}),
        )
        .ok();
        head.post(&format!("/summer/sessions/{}/cancel", id(&dropped)), json!({"reason": "Mưa"})).ok();
        head.post(
            "/summer/attendance",
            json!({"session_id": dropped["id"], "marks": [{"child_id": an["id"], "state": "absent"}]}),
        )
        .refused(409, "cancelled");

        let handover = head.get("/summer/handovers").ok()["items"][0].clone();
        let line = head.get(&path(&handover, "")).ok()["children"][0].clone();
        assert_eq!((&line["sessions_came"], &line["sessions_held"]), (&json!(2), &json!(3)));
        assert_eq!((&line["proposed_rating"], &line["rating"]), (&json!("fair"), &Value::Null));
        let counts = app.sign_in("doan").get("/summer/counts?year=2024").ok();
        let of = |at: usize| counts["items"][at].clone();
        assert_eq!((&of(0)["group_id"], &of(0)["received"], &of(0)["sessions"]), (&Value::Null, &json!(1), &json!(4)));
        assert_eq!(
            (&of(1)["group_name"], &of(1)["members"], &of(1)["rate"]),
            (&json!("Nhóm nhi đồng"), &json!(1), &json!(66))
        );
        assert_eq!(of(1)["attendance"], json!({"present": 1, "late": 1, "excused": 1, "absent": 1}));
        assert_eq!(app.sign_in("khupho2").get("/summer/counts?year=2024").ok()["total"], 0);
        assert_eq!(
            app.sign_in("truong1").get("/summer/counts?year=2024").ok()["items"].as_array().map(Vec::len),
            Some(1)
        );
    });
}

#[test]
fn a_merged_unit_hands_its_summer_on() {
    each(|app| {
        let an = pupil(app, "Lê An", "2015-02-03", "khupho1", "truong1");
        let group = group(app);
        let admin = app.sign_in("quantri");
        let (from, into) = (app.unit_of("khupho1"), app.unit_of("khupho2"));
        let unit = format!("/units/{}", from.as_str().unwrap());
        let busy = admin.post(&format!("{unit}/close"), json!({"note": "Giải thể"})).refused(409, "unit_still_busy");
        assert!(busy["detail"].as_str().unwrap().contains("1 trẻ em và 2 việc sinh hoạt hè"), "{busy}");
        let merge = json!({"into_unit_id": into, "effective_on": "2024-06-03", "note": "Nghị quyết 15"});
        admin.post(&format!("{unit}/merge"), merge).ok();
        let head = app.sign_in("khupho2");
        assert_eq!(head.get("/summer/handovers").ok()["total"], 1);
        assert_eq!(names(&head.get(&format!("/summer/groups/{}", id(&group))).ok()["members"]), ["Lê An"]);
        let child = head.get(&format!("/children/{}", id(&an))).ok();
        assert_eq!((&child["neighborhood_id"], &child["version"]), (&into, &json!(2)));
        let history = head.get(&format!("/children/{}/history", id(&an))).ok();
        assert_eq!(history["items"][0]["source"], "move");
    });
}
