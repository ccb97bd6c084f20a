//! Handovers from the list that a school keeps itself: compared with the registry, nothing kept, all or nothing.

use bup_tests::{Answer, App, Client, Value, each, json};

const HEAD: &str = "STT,Họ và tên,Ngày sinh,Giới tính,Lớp,Khu phố,Họ tên mẹ,Số điện thoại mẹ";

fn list(rows: &[&str]) -> Vec<u8> {
    format!("{HEAD}\n{}\n", rows.join("\n")).into_bytes()
}

fn pupil(app: &App, name: &str, born: &str, neighborhood: &str) -> Value {
    let body = json!({"full_name": name, "date_of_birth": born, "sex": "female", "grade": "3A",
        "neighborhood_id": app.unit_of(neighborhood), "school_id": app.unit_of("truong2"),
        "guardians": [{"relation": "mother", "full_name": "Trần Thị Bình", "phone": "0912345678"}]});
    app.sign_in("chinhsach").post("/children", body).ok()
}

fn send(person: &Client, path: &str, file: &[u8], fields: &[(&str, &str)]) -> Answer {
    let path = format!("/summer/handovers/list{path}");
    person.upload(&path, "hoc-sinh.csv", file.to_vec(), fields)
}

fn preview(person: &Client, file: &[u8]) -> Value {
    send(person, "/preview", file, &[("year", "2024")]).ok()
}

fn states(preview: &Value) -> Vec<&str> {
    preview["rows"].as_array().expect("rows").iter().filter_map(|row| row["state"].as_str()).collect()
}

fn take(person: &Client, file: &[u8], decisions: &Value) -> Answer {
    send(person, "", file, &[("year", "2024"), ("decisions", &decisions.to_string())])
}

fn choice(row: &Value, take: &str) -> Value {
    json!({"sheet": row["sheet"], "row": row["row"], "take": take})
}

#[test]
fn a_school_prepares_its_handovers_from_its_own_list() {
    each(|app| {
        let an = pupil(app, "Lê Thị An", "2015-02-03", "khupho1");
        let namesake = pupil(app, "Đỗ Minh Châu", "2015-05-06", "khupho2");
        let school = app.sign_in("truong2");
        let file = list(&[
            "1,LÊ THỊ AN,03/02/2015,Nữ,4A,Khu phố 3,Trần Thị Bình,0912345678",
            "2,Hồ Văn Dũng,04/05/2015,Nam,4A,KP 2,Ngô Thị Lan,0987654321",
            "3,Đỗ Minh Châu,2015,Nữ,4A,Khu phố 2,Trần Thị Bình,",
            "4,Hồ văn Dũng,04/05/2015,Nam,4A,KP2,Ngô Thị Lan,0987654321",
            "5,Mai Thị Én,31/02/2015,Nữ,4A,KP2,,",
            "6,Tạ Văn Giang,01/09/2014,Nam,4A,,Lý Thị Hạnh,",
        ]);
        let seen = preview(&school, &file);
        assert_eq!(states(&seen), ["found", "unknown", "unsure", "twice", "wrong", "unknown"]);
        assert_eq!(
            seen["counts"],
            json!({"found": 1, "listed": 0, "misfit": 0, "unsure": 1, "unknown": 2, "twice": 1, "wrong": 1})
        );
        let rows = &seen["rows"];
        assert_eq!((&rows[0]["alike"][0]["child_id"], &rows[2]["alike"][0]["child_id"]), (&an["id"], &namesake["id"]));
        assert_eq!(rows[1]["neighborhood"]["name"], "Khu phố 2");
        // Nothing was kept, and nothing made.
        assert_eq!(school.get("/children/import").ok()["total"], 0);
        assert_eq!(school.get("/children").ok()["total"], 2);
        assert_eq!(school.get("/summer/handovers").ok()["total"], 0);
        let stored = String::from_utf8_lossy(&app.stored()).into_owned();
        assert!(!stored.contains("Tạ Văn Giang"), "a preview is kept");

        // Of two alike somebody must have looked at each; nothing half done.
        let unseen = json!([choice(&rows[1], "add"), choice(&rows[2], "add")]);
        take(&school, &file, &unseen).refused(409, "look_again");
        let mut stranger = choice(&rows[2], "same");
        stranger["child_id"] = an["id"].clone();
        take(&school, &file, &json!([choice(&rows[1], "add"), stranger])).refused(422, "invalid");
        assert_eq!(school.get("/children").ok()["total"], 2);

        let mut same = choice(&rows[2], "same");
        same["child_id"] = namesake["id"].clone();
        let taken = take(&school, &file, &json!([choice(&rows[1], "add"), same])).ok();
        assert_eq!((&taken["made"], &taken["children_added"]), (&json!(2), &json!(3)));
        assert_eq!((&taken["children_made"], &taken["left_out"]), (&json!(1), &json!(3)));
        assert_eq!(school.get("/children").ok()["total"], 3);
        // The registry's own words stand: whoever moves somebody says so there.
        let child = school.get(&format!("/children/{}", an["id"].as_str().unwrap())).ok();
        assert_eq!((&child["version"], &child["grade"]), (&json!(1), &json!("3A")));
        let head = app.sign_in("khupho2");
        let place = head.get("/summer/handovers").ok()["items"][0].clone();
        let list = head.get(&format!("/summer/handovers/{}", place["id"].as_str().unwrap())).ok();
        let names: Vec<&Value> = list["children"].as_array().unwrap().iter().map(|one| &one["full_name"]).collect();
        assert_eq!(names, ["Đỗ Minh Châu", "Hồ Văn Dũng"]);
        let new = list["children"][1]["child_id"].as_str().unwrap();
        let history = head.get(&format!("/children/{new}/history")).ok();
        assert_eq!(history["items"][0]["source"], "handover");

        // Sent again, it finds them all.
        let again = preview(&school, &file);
        assert_eq!(states(&again), ["listed", "listed", "unsure", "twice", "wrong", "unknown"]);
        let twice = take(&school, &file, &json!([choice(&rows[1], "add")])).ok();
        assert_eq!((&twice["children_made"], &twice["children_added"]), (&json!(0), &json!(0)));
        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        assert!(log.contains("summer.take_list") && !log.contains("Hồ Văn Dũng"), "{log}");
    });
}

#[test]
fn another_child_of_the_same_name_is_added_once_somebody_looked() {
    each(|app| {
        let namesake = pupil(app, "Đỗ Minh Châu", "2015-05-06", "khupho2");
        let school = app.sign_in("truong2");
        let file = list(&["1,Đỗ Minh Châu,2015,Nữ,4A,Khu phố 2,Trần Thị Bình,"]);
        let seen = preview(&school, &file);
        let mut other = choice(&seen["rows"][0], "add");
        other["not_duplicate_of"] = json!([namesake["id"]]);
        let taken = take(&school, &file, &json!([other])).ok();
        assert_eq!((&taken["children_made"], &taken["children_added"]), (&json!(1), &json!(1)));
        // The decision is kept: nobody is asked again.
        assert_eq!(app.sign_in("chinhsach").get("/children/duplicates").ok()["total"], 0);
    });
}

#[test]
fn the_ward_may_do_it_for_a_school_and_others_may_not() {
    each(|app| {
        let elsewhere = json!({"full_name": "Lê Thị An", "date_of_birth": "2015-02-03",
            "neighborhood_id": app.unit_of("khupho1"), "school_id": app.unit_of("truong3")});
        let officer = app.sign_in("chinhsach");
        officer.post("/children", elsewhere).ok();
        let file = list(&["1,Lê Thị An,03/02/2015,Nữ,4A,Khu phố 1,,"]);
        send(&officer, "/preview", &file, &[("year", "2024")]).refused(422, "invalid");
        let school = app.unit_of("truong2");
        let fields = [("year", "2024"), ("school_id", school.as_str().unwrap())];
        assert_eq!(states(&send(&officer, "/preview", &file, &fields).ok()), ["misfit"]);
        assert_eq!(send(&officer, "", &file, &fields).ok()["left_out"], 1);
        // A school learns nothing of children who are not its own.
        let own = app.sign_in("truong2");
        let seen = preview(&own, &file);
        assert_eq!((states(&seen), &seen["rows"][0]["alike"]), (vec!["unknown"], &json!([])));
        let foreign = app.unit_of("truong3");
        let fields = [("year", "2024"), ("school_id", foreign.as_str().unwrap())];
        send(&own, "/preview", &file, &fields).refused(422, "invalid");
        for nobody in ["khupho1", "doan", "lanhdao", "congan"] {
            send(&app.sign_in(nobody), "/preview", &file, &[("year", "2024")]).refused(403, "forbidden");
        }

        for fields in
            [vec![], vec![("year", "x")], vec![("year", "1999")], vec![("year", "2024"), ("decisions", "[1]")]]
        {
            send(&own, "", &file, &fields).refused(422, "invalid");
        }
        send(&own, "/preview", b"%PDF-1.7", &[("year", "2024")]).refused(415, "sheet_file_pdf");
    });
}
