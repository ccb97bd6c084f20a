//! Communications: who writes, approves and reports; what each sees; counts that equal their lists.

use bup::access::{Role, UnitKind};
use bup::auth::passwords;
use bup::setup::{self, NewUser};
use bup_tests::{App, Client, Value, each, json};

fn path(row: &Value, rest: &str) -> String {
    format!("/communications/{}{rest}", row["id"].as_str().expect("an id"))
}

fn script(app: &App, more: Value) -> Value {
    let mut body = json!({"channel": "loudspeaker", "title": "Phòng, chống đuối nước", "body": "Kính thưa bà con!",
        "starts_on": "2024-06-01", "ends_on": "2024-06-10", "schedule": {"times": ["17:00", "05:30"]},
        "unit_ids": [app.unit_of("khupho1"), app.unit_of("khupho2")]});
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    body
}

fn write(writer: &Client, body: Value) -> Value {
    writer.post("/communications", body).ok()
}

fn approved(app: &App, more: Value) -> Value {
    let item = write(&app.sign_in("vanhoa"), script(app, more));
    app.sign_in("vanhoa").post(&path(&item, "/approve"), json!({})).ok()
}

fn actions(row: &Value) -> Vec<&str> {
    row["allowed_actions"].as_array().expect("actions").iter().filter_map(Value::as_str).collect()
}

#[test]
fn a_script_is_written_approved_broadcast_and_ended() {
    each(|app| {
        let (culture, leader, head) = (app.sign_in("vanhoa"), app.sign_in("lanhdao"), app.sign_in("khupho1"));
        let draft = write(&app.sign_in("chinhsach"), script(app, json!({})));
        assert_eq!((&draft["status"], &draft["version"]), (&json!("draft"), &json!(1)));
        assert_eq!(draft["schedule"]["times"], json!(["05:30", "17:00"]), "in order");
        // Ten days, two times a day.
        assert_eq!((&draft["units"][0]["planned"], &draft["units_total"]), (&json!(20), &json!(2)));
        assert_eq!(culture.get("/notifications?unread=true").ok()["items"][0]["kind"], "communication_to_approve");
        head.get(&path(&draft, "")).refused(404, "not_found");

        leader.post(&path(&draft, "/return"), json!({"reason": ""})).refused(422, "invalid");
        let back = leader.post(&path(&draft, "/return"), json!({"reason": "Thiếu số 111"})).ok();
        assert_eq!((&back["status"], &back["status_reason"]), (&json!("returned"), &json!("Thiếu số 111")));
        leader.post(&path(&draft, "/approve"), json!({})).refused(409, "wrong_state");
        let mended = app.sign_in("chinhsach").patch(&path(&draft, ""), &back["version"], json!({"body": "Gọi 111."}));
        let mended = mended.ok();
        assert_eq!((&mended["status"], &mended["status_reason"]), (&json!("draft"), &json!("")));

        let approved = leader.post(&path(&draft, "/approve"), json!({})).ok();
        assert_eq!(
            (&approved["status"], &approved["approved_by"]["full_name"]),
            (&json!("approved"), &json!("Trần Thị Nga"))
        );
        assert_eq!(head.get("/notifications?unread=true").ok()["items"][0]["kind"], "communication_approved");
        assert_eq!(actions(&head.get(&path(&draft, "")).ok()), ["report"]);

        let told = head.post(&path(&draft, "/reports"), json!({"times": 4, "done_on": "2024-06-02"})).ok();
        assert_eq!((&told["unit"]["name"], &told["by"]["full_name"]), (&json!("Khu phố 1"), &json!("Nguyễn Văn Ân")));
        let seen = leader.get(&path(&draft, "")).ok();
        assert_eq!((&seen["units_reported"], &seen["units_total"]), (&json!(1), &json!(2)));
        assert_eq!(seen["units"][0]["unit"]["name"], "Khu phố 2", "who is missing stands first");
        assert_eq!((&seen["units"][1]["times"], &seen["units"][1]["last_on"]), (&json!(4), &json!("2024-06-02")));

        app.sign_in("chinhsach").post(&path(&draft, "/finish"), json!({})).ok();
        // Late is better than never.
        app.sign_in("khupho2").post(&path(&draft, "/reports"), json!({"times": 1})).ok();
        leader.post(&path(&draft, "/cancel"), json!({"reason": "x"})).refused(409, "wrong_state");
        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        for verb in ["create", "return", "update", "approve", "report", "finish"] {
            assert!(log.contains(&format!("communications.{verb}")), "{verb}");
        }
    });
}

#[test]
fn each_role_does_what_the_matrix_gives_it() {
    each(|app| {
        let body = |person: &str| script(app, json!({"unit_ids": [app.unit_of(person)]}));
        for writer in ["doan", "congan", "mttq", "khupho1", "truong1", "yte"] {
            let person = app.sign_in(writer);
            let draft = write(&person, body(writer));
            assert_eq!(draft["lead_unit_id"], app.unit_of(writer), "{writer}");
            let may: &[&str] = if writer == "khupho1" { &["edit", "cancel"] } else { &["edit"] };
            assert_eq!(actions(&draft), may, "{writer}");
            let mended = person.patch(&path(&draft, ""), &draft["version"], json!({"title": "Sửa"})).ok();
            person.post(&path(&draft, "/approve"), json!({})).refused(403, "forbidden");
            person.post(&path(&draft, "/reports"), json!({"times": 1})).refused(409, "wrong_state");
            app.sign_in("vanhoa").post(&path(&draft, "/approve"), json!({})).ok();
            let approved = person.get(&path(&mended, "")).ok();
            let change = person.patch(&path(&draft, ""), &approved["version"], json!({"title": "Sửa nữa"}));
            match writer {
                // It has the right to update what it leads.
                "khupho1" => assert_eq!(change.ok()["status"], "draft"),
                _ => drop(change.refused(403, "communication_not_yours")),
            }
        }
        let lead = json!({"lead_unit_id": app.unit_of("khupho2")});
        let problem = app.sign_in("doan").post("/communications", script(app, lead)).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "leads_itself");
        for reader in ["lanhdao", "captren"] {
            app.sign_in(reader).post("/communications", script(app, json!({}))).refused(403, "forbidden");
        }
        for person in ["captren", "chinhsach"] {
            let item = write(&app.sign_in("vanhoa"), script(app, json!({})));
            app.sign_in(person).post(&path(&item, "/approve"), json!({})).refused(403, "forbidden");
        }
        app.sign_in("quantri").get("/communications").refused(403, "forbidden");
    });
}

#[test]
fn a_unit_sees_its_own_and_what_is_addressed_to_it_once_it_is_approved() {
    each(|app| {
        let (one, three) = (app.sign_in("khupho1"), app.sign_in("khupho3"));
        let own = write(&one, script(app, json!({"unit_ids": []})));
        assert_eq!(own["units"][0]["unit"]["name"], "Khu phố 1", "the lead does it where nobody is named");
        let others = write(&app.sign_in("khupho2"), script(app, json!({"unit_ids": [app.unit_of("khupho2")]})));
        let draft = write(&app.sign_in("vanhoa"), script(app, json!({})));
        let wide = approved(app, json!({"title": "Chủ đề"}));
        assert_eq!(one.get("/communications").ok()["total"], 2);
        for hidden in [&others, &draft] {
            one.get(&path(hidden, "")).refused(404, "not_found");
        }
        assert_eq!(three.get("/communications").ok()["total"], 0);
        for (verb, body) in [("reports", json!({"times": 1})), ("cancel", json!({"reason": "x"}))] {
            three.post(&path(&wide, &format!("/{verb}")), body).refused(404, "not_found");
        }
        three.get(&path(&wide, "/reports")).refused(404, "not_found");
        three.get(&path(&wide, "/script.docx")).refused(404, "not_found");
        // It does it, and changes nothing of it.
        one.patch(&path(&wide, ""), &wide["version"], json!({"title": "x"})).refused(403, "communication_not_yours");
        one.post(&path(&wide, "/cancel"), json!({"reason": "x"})).refused(403, "communication_not_yours");
        assert_eq!(
            app.sign_in("captren").get("/communications").ok()["total"],
            1,
            "the upper level sees what is approved"
        );
        assert_eq!(app.sign_in("lanhdao").get("/communications").ok()["total"], 4);
        // An approved one that was called off stays in sight, with the reason.
        app.sign_in("lanhdao").post(&path(&wide, "/cancel"), json!({"reason": "Đổi lịch"})).ok();
        assert_eq!(one.get(&path(&wide, "")).ok()["status_reason"], "Đổi lịch");
        assert_eq!(one.get("/notifications").ok()["items"][0]["kind"], "communication_cancelled");
    });
}

#[test]
fn what_was_approved_is_approved_again_after_a_change() {
    each(|app| {
        let (culture, head) = (app.sign_in("vanhoa"), app.sign_in("khupho1"));
        for change in [
            json!({"body": "Khác"}),
            json!({"title": "Khác"}),
            json!({"schedule": {"times": ["06:00"]}}),
            json!({"ends_on": "2024-06-12"}),
            json!({"places": [{"place": "Cổng chào", "count": 2}]}),
        ] {
            let item = approved(app, json!({}));
            let since = head.get("/changes").ok()["next_cursor"].as_str().expect("a cursor").to_owned();
            let changed = culture.patch(&path(&item, ""), &item["version"], change.clone()).ok();
            assert_eq!((&changed["status"], &changed["approved_at"]), (&json!("draft"), &Value::Null), "{change}");
            head.get(&path(&item, "")).refused(404, "not_found");
            let gone = head.get(&format!("/changes?since={since}")).ok();
            let gone = gone["items"]
                .as_array()
                .expect("items")
                .iter()
                .any(|one| one["id"] == item["id"] && one["gone"] == true);
            assert!(gone, "{change}: its phone is told to forget it");
        }
        let item = approved(app, json!({}));
        let campaign = json!({"name": "Đợt 1", "starts_on": "2024-06-01", "ends_on": "2024-06-30"});
        let campaign = culture.post("/communications/campaigns", campaign).ok();
        let units = json!([app.unit_of("khupho1"), app.unit_of("khupho3")]);
        let changed = json!({"campaign_id": campaign["id"], "reader": "Bà Mai", "unit_ids": units});
        let changed = culture.patch(&path(&item, ""), &item["version"], changed).ok();
        assert_eq!((&changed["status"], &changed["campaign_name"]), (&json!("approved"), &json!("Đợt 1")));
        assert_eq!(app.sign_in("khupho3").get("/notifications").ok()["items"][0]["kind"], "communication_approved");
        app.sign_in("khupho2").get(&path(&item, "")).refused(404, "not_found");
        culture.patch(&path(&item, ""), &item["version"], json!({"title": "x"})).refused(412, "stale");
        // Who has reported cannot be left out.
        head.post(&path(&item, "/reports"), json!({"times": 1})).ok();
        let now = culture.get(&path(&item, "")).ok();
        let without = json!({"unit_ids": [app.unit_of("khupho3")]});
        let problem = culture.patch(&path(&item, ""), &now["version"], without).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "has_reported");
    });
}

#[test]
fn a_report_is_ones_own_counted_once_and_can_be_withdrawn() {
    each(|app| {
        let item = approved(app, json!({}));
        let (head, officer) = (app.sign_in("khupho1"), app.sign_in("chinhsach"));
        let file = head.upload("/attachments", "loa.png", super::attachments::png(), &[]).ok();
        let body = json!({"times": 2, "note": "Loa rõ", "attachment_ids": [file["id"]]});
        let phone = head.with("Idempotency-Key", "bao-cao-1");
        let first = phone.post(&path(&item, "/reports"), body.clone()).ok();
        assert_eq!(phone.post(&path(&item, "/reports"), body).ok()["id"], first["id"], "sent twice, written once");
        let list = officer.get(&path(&item, "/reports")).ok();
        assert_eq!((&list["total"], &list["items"][0]["attachments"][0]["file_name"]), (&json!(1), &json!("loa.png")));
        let photo = format!("/attachments/{}", file["id"].as_str().expect("an id"));
        assert_eq!(app.sign_in("khupho2").get(&photo).status, 200, "it takes part too");
        app.sign_in("khupho3").get(&photo).refused(404, "not_found");

        let of_other = json!({"times": 1, "unit_id": app.unit_of("khupho2")});
        head.post(&path(&item, "/reports"), of_other.clone()).refused(403, "reports_itself");
        officer.post(&path(&item, "/reports"), of_other).ok();
        officer.post(&path(&item, "/reports"), json!({"times": 1})).refused(422, "invalid");
        for (wrong, code) in [
            (json!({"times": 0}), "out_of_range"),
            (json!({"times": 1, "done_on": "2024-06-04"}), "in_future"),
            (json!({"times": 1, "link": "javascript:alert(1)"}), "bad_link"),
        ] {
            let problem = head.post(&path(&item, "/reports"), wrong).refused(422, "invalid");
            assert_eq!(problem["errors"][0]["code"], code);
        }
        let withdraw = path(&item, &format!("/reports/{}/withdraw", first["id"].as_str().expect("an id")));
        app.sign_in("khupho2").post(&withdraw, json!({})).refused(403, "reports_itself");
        head.post(&withdraw, json!({})).ok();
        head.post(&withdraw, json!({})).refused(404, "not_found");
        let now = officer.get(&path(&item, "")).ok();
        assert_eq!((&now["units_reported"], &now["units"][0]["unit"]["name"]), (&json!(1), &json!("Khu phố 1")));
        assert_eq!((&now["units"][0]["times"], &now["units"][0]["last_on"]), (&json!(0), &Value::Null));
    });
}

#[test]
fn counts_are_the_totals_of_their_lists() {
    each(|app| {
        let culture = app.sign_in("vanhoa");
        let campaign = json!({"name": "Đợt 1", "starts_on": "2024-06-01", "ends_on": "2024-06-30"});
        let campaign = culture.post("/communications/campaigns", campaign).ok();
        let units = json!([app.unit_of("khupho1"), app.unit_of("khupho2"), app.unit_of("khupho10")]);
        for number in 0..6 {
            let places = json!([{"place": "Cổng chào", "count": 3, "unit_id": app.unit_of("khupho1")}]);
            let item = approved(
                app,
                json!({"unit_ids": units, "places": places,
                "channel": if number % 2 == 0 { "loudspeaker" } else { "banner" },
                "campaign_id": if number < 4 { campaign["id"].clone() } else { Value::Null }}),
            );
            for (at, who) in ["khupho1", "khupho10"].iter().enumerate() {
                if (number + at) % 3 != 0 {
                    app.sign_in(who).post(&path(&item, "/reports"), json!({"times": number + 1})).ok();
                }
            }
        }
        // A draft and one that was called off count nowhere.
        write(&culture, script(app, json!({})));
        let off = approved(app, json!({}));
        culture.post(&path(&off, "/cancel"), json!({"reason": "x"})).ok();
        let of_campaign = format!("campaign_id={}", campaign["id"].as_str().expect("an id"));
        for (reader, rows) in [("lanhdao", 6), ("khupho1", 2), ("captren", 6)] {
            let reader = app.sign_in(reader);
            for filter in ["", of_campaign.as_str(), "from=2024-06-05&to=2024-06-30", "from=2024-07-01"] {
                let counts = reader.get(&format!("/communications/counts?{filter}")).ok();
                let expected = if filter == "from=2024-07-01" { 0 } else { rows };
                assert_eq!(counts["total"], expected, "{filter}");
                for count in counts["items"].as_array().expect("counts") {
                    let (unit, channel) = (count["unit"]["id"].as_str().expect("a unit"), count["channel"].as_str());
                    let rows = format!(
                        "/communications?status=approved,done&unit_id={unit}&channel={}&{filter}",
                        channel.expect("a channel")
                    );
                    assert_eq!(reader.get(&rows).ok()["total"], count["items"], "{rows}");
                    assert_eq!(reader.get(&format!("{rows}&reported=true")).ok()["total"], count["reported"], "{rows}");
                    let missing = reader.get(&format!("{rows}&reported=false")).ok()["total"].as_i64();
                    assert_eq!(missing, count["items"].as_i64().zip(count["reported"].as_i64()).map(|(a, b)| a - b));
                    let items = reader.get(&rows).ok();
                    let sum = |field: &str| -> i64 {
                        let shares =
                            items["items"].as_array().expect("items").iter().flat_map(|item| item["units"].as_array());
                        let own = shares.flatten().filter(|share| share["unit"]["id"] == unit);
                        own.filter_map(|share| share[field].as_i64()).sum()
                    };
                    assert_eq!(
                        (Some(sum("planned")), Some(sum("times"))),
                        (count["planned"].as_i64(), count["times"].as_i64())
                    );
                }
            }
        }
        let all = app.sign_in("lanhdao").get("/communications/counts").ok();
        let names: Vec<&str> =
            all["items"].as_array().expect("counts").iter().filter_map(|one| one["unit"]["name"].as_str()).collect();
        assert_eq!(names, ["Khu phố 1", "Khu phố 1", "Khu phố 2", "Khu phố 2", "Khu phố 10", "Khu phố 10"]);
        // Three banners hang at its place; the others hang one at least.
        assert_eq!((&all["items"][1]["planned"], &all["items"][3]["planned"]), (&json!(9), &json!(3)));
    });
}

#[test]
fn lists_and_papers_come_as_files() {
    each(|app| {
        let culture = app.sign_in("vanhoa");
        let places = json!([{"place": "Ngã tư đường Hoa Phượng", "count": 2, "unit_id": app.unit_of("khupho1"),
            "latitude": 20.08, "longitude": 105.86}]);
        let banner = approved(app, json!({"channel": "banner", "title": "=1+1", "places": places}));
        let item = approved(app, json!({}));
        let csv = culture.with("Accept", "text/csv").get("/communications").text();
        assert!(csv.starts_with('\u{feff}') && csv.contains("Loa truyền thanh") && csv.contains("'=1+1"), "{csv}");
        let counts = culture.with("Accept", "text/csv").get("/communications/counts").text();
        assert!(counts.contains("Khu phố 1,Loa truyền thanh,1,0,20,0,"), "{counts}");
        for file in [
            "/communications/export.xlsx?channel=banner".to_owned(),
            "/communications/counts.xlsx".to_owned(),
            "/communications/banners.docx".to_owned(),
            path(&item, "/script.docx"),
            path(&banner, "/script.docx"),
        ] {
            let answer = app.sign_in("khupho1").get(&file);
            assert!(answer.status == 200 && answer.bytes.starts_with(b"PK"), "{file}: {}", answer.text());
        }
        assert_eq!(banner["places"][0]["latitude"], 20.08);
    });
}

#[test]
fn what_cannot_be_is_refused() {
    each(|app| {
        let culture = app.sign_in("vanhoa");
        let refused = |more: Value| -> String {
            let problem = culture.post("/communications", script(app, more)).refused(422, "invalid");
            let error = problem["errors"][0].clone();
            format!("{}: {}", error["field"].as_str().expect("a field"), error["code"].as_str().expect("a code"))
        };
        let nobody = json!("01900000-0000-7000-8000-000000000000");
        let own = app.unit_of("khupho1");
        assert_eq!(refused(json!({"title": " "})), "title: required");
        assert_eq!(refused(json!({"ends_on": "2024-05-01"})), "ends_on: date_order");
        assert_eq!(refused(json!({"ends_on": "2026-06-01"})), "ends_on: period_too_long");
        assert_eq!(refused(json!({"schedule": {"times": ["25:00"]}})), "schedule.times[0]: bad_time");
        assert_eq!(refused(json!({"schedule": {"weekdays": [8]}})), "schedule.weekdays: bad_weekday");
        assert_eq!(refused(json!({"unit_ids": [own, own]})), "unit_ids[1]: duplicate");
        assert_eq!(refused(json!({"unit_ids": [nobody]})), "unit_ids[0]: unknown_id");
        assert_eq!(refused(json!({"campaign_id": nobody})), "campaign_id: unknown_id");
        assert_eq!(refused(json!({"task_id": nobody})), "task_id: unknown_id");
        assert_eq!(refused(json!({"section_id": nobody})), "section_id: unknown_id");
        assert_eq!(refused(json!({"places": [{"place": "x", "count": 0}]})), "places[0].count: out_of_range");
        assert_eq!(
            refused(json!({"places": [{"place": "x", "count": 1, "latitude": 20.0}]})),
            "places[0].latitude: half_a_point"
        );
        assert_eq!(refused(json!({"link": "ftp://x"})), "link: bad_link");
        // Approved is what can be carried out.
        let empty = write(&culture, script(app, json!({"body": ""})));
        culture.post(&path(&empty, "/approve"), json!({})).refused(409, "text_missing");
        let never = write(&culture, script(app, json!({"schedule": {}})));
        culture.post(&path(&never, "/approve"), json!({})).refused(409, "times_missing");
        let campaign = json!({"name": "Đợt 1", "starts_on": "2024-06-01", "ends_on": "2024-06-30"});
        app.sign_in("doan").post("/communications/campaigns", campaign.clone()).refused(403, "campaign_is_wards");
        let made = culture.post("/communications/campaigns", campaign).ok();
        let address = format!("/communications/campaigns/{}", made["id"].as_str().expect("an id"));
        assert_eq!(culture.patch(&address, &json!(1), json!({"name": "Đợt hè"})).ok()["name"], "Đợt hè");
        culture.patch(&address, &json!(1), json!({"name": "x"})).refused(412, "stale");
        assert_eq!(app.sign_in("khupho1").get("/communications/campaigns").ok()["items"][0]["may_change"], false);
    });
}

#[test]
fn the_words_of_the_plan_are_at_hand() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let choices = |who: &str| app.sign_in(who).get("/communications/choices").ok();
        assert_eq!(choices("khupho1")["plan"], Value::Null);
        let plan = json!({"title": "Kế hoạch", "year": 2024, "starts_on": "2024-06-01", "ends_on": "2024-06-30",
            "theme": "Hành động thiết thực", "slogans": ["Lắng nghe trẻ em"], "hotlines": ["111"],
            "sections": [{"key": "V", "number": "V", "title": "TỔ CHỨC THỰC HIỆN"}],
            "tasks": [{"key": "t", "section_key": "V", "title": "Tuyên truyền", "lead_unit_id": app.unit_of("vanhoa"),
                "due_on": "2024-06-30", "confidence": 0.9, "reasons": [], "source": "x"}],
            "warnings": []});
        let plan = officer.post("/plans", plan).ok();
        officer.post(&format!("/plans/{}/publish", plan["id"].as_str().expect("an id")), json!({})).ok();
        let seen = choices("vanhoa");
        assert_eq!(
            (&seen["plan"]["slogans"], &seen["plan"]["hotlines"]),
            (&json!(["Lắng nghe trẻ em"]), &json!(["111"]))
        );
        let names: Vec<&str> =
            seen["units"].as_array().expect("units").iter().filter_map(|one| one["name"].as_str()).collect();
        let place = |name: &str| names.iter().position(|one| *one == name);
        assert!(place("Khu phố 2") < place("Khu phố 10"), "{names:?}");
    });
}

#[test]
fn a_unit_that_merges_hands_over_its_share() {
    each(|app| {
        let item = approved(app, json!({}));
        for (who, times) in [("khupho1", 2), ("khupho2", 3)] {
            app.sign_in(who).post(&path(&item, "/reports"), json!({"times": times})).ok();
        }
        let own = write(&app.sign_in("khupho1"), script(app, json!({"unit_ids": []})));
        let (from, into) = (app.unit_of("khupho1"), app.unit_of("khupho2"));
        let merge = json!({"into_unit_id": into, "effective_on": "2024-06-03", "note": "Nghị quyết"});
        app.sign_in("quantri").post(&format!("/units/{}/merge", from.as_str().expect("an id")), merge).ok();
        let seen = app.sign_in("khupho2").get(&path(&item, "")).ok();
        assert_eq!(
            (&seen["units_total"], &seen["units"][0]["times"], &seen["units"][0]["planned"]),
            (&json!(1), &json!(5), &json!(40))
        );
        assert_eq!(app.sign_in("khupho2").get(&path(&own, "")).ok()["lead_unit"]["name"], "Khu phố 2");
    });
}

#[test]
fn two_wards_see_nothing_of_each_other() {
    each(|app| {
        let hash = passwords::hash(bup::demo::PASSWORD, &app.gate.services().config).expect("a hash");
        let unit = super::admin::behind_the_scenes(app, |cx| {
            let ward = setup::ward(cx, "dong-son", "Phường Đông Sơn", "Bỉm Sơn", None)?;
            let unit = setup::unit(cx, Some(&ward), UnitKind::Culture, "van-hoa", "Văn hóa Đông Sơn")?;
            let new = NewUser {
                ward: Some(&ward),
                unit: &unit,
                username: "ds.vanhoa",
                full_name: "Người Đông Sơn",
                position: "",
                role: Role::CultureOfficer,
                password_hash: &hash,
                must_change_password: false,
            };
            setup::user(cx, &new)?;
            Ok(unit)
        });
        let item = approved(app, json!({}));
        let campaign = json!({"name": "Đợt 1", "starts_on": "2024-06-01", "ends_on": "2024-06-30"});
        let campaign = app.sign_in("vanhoa").post("/communications/campaigns", campaign).ok();
        let theirs = app.sign_in("ds.vanhoa");
        for list in ["/communications", "/communications/campaigns", "/communications/counts"] {
            assert_eq!(theirs.get(list).ok()["total"], 0, "{list}");
        }
        theirs.get(&path(&item, "")).refused(404, "not_found");
        theirs.post(&path(&item, "/cancel"), json!({"reason": "x"})).refused(404, "not_found");
        theirs.post(&path(&item, "/reports"), json!({"times": 1})).refused(404, "not_found");
        let address = format!("/communications/campaigns/{}", campaign["id"].as_str().expect("an id"));
        theirs.patch(&address, &json!(1), json!({"name": "x"})).refused(404, "not_found");
        let foreign = script(app, json!({"unit_ids": [unit]}));
        app.sign_in("vanhoa").post("/communications", foreign).refused(422, "invalid");
    });
}
