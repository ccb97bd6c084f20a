//! Lists of children as wards have them: read into a preview, committed, taken back.

use bup_tests::{Client, Value, each, json};
use rust_xlsxwriter::Workbook;

/// A file whose sheets hold these rows.
fn xlsx(sheets: &[(&str, Vec<Vec<&str>>)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                if !cell.is_empty() {
                    sheet.write_string(row, column, *cell).expect("a cell");
                }
            }
        }
    }
    workbook.save_to_buffer().expect("a file")
}

const HEAD: [&str; 8] =
    ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Khu phố", "Số định danh", "Họ tên mẹ", "Số điện thoại mẹ"];

/// The list that the officer's colleague keeps: a title, a total, a mistake here and there.
fn list() -> Vec<u8> {
    let rows = vec![
        vec!["UBND PHƯỜNG BA ĐÌNH"],
        vec!["DANH SÁCH TRẺ EM NĂM 2024"],
        vec![],
        HEAD.to_vec(),
        vec!["1", "NGUYỄN THỊ HOÀ", "1/5/2016", "Nữ", "KP 1", "038316001234", "Trần Thị Bình", "912345678"],
        vec!["2", "Lê Văn Đạt", "03.02.2015", "Nam", "Khu phố 2", "", "Phạm Thị Lan", ""],
        vec!["3", "Đỗ Thị Mai", "2014", "Nữ", "khu pho 3", "", "", ""],
        vec!["4", "Trần Minh Khôi", "31/02/2015", "Nam", "KP1", "", "", ""],
        vec!["5", "Vũ Thị Yến", "5/6/2017", "Nữ", "Khu phố 99", "", "", ""],
        vec!["6", "Lê văn đạt", "03/02/2015", "Nam", "KP2", "", "Phạm Thị Lan", ""],
        vec!["", "Tổng cộng: 6 trẻ"],
    ];
    xlsx(&[("Danh sách", rows)])
}

fn upload(person: &Client, bytes: Vec<u8>) -> Value {
    person.upload("/children/import", "danh-sach.xlsx", bytes, &[]).ok()
}

fn states(import: &Value) -> Vec<(i64, String)> {
    let rows = import["rows"].as_array().expect("rows");
    rows.iter().map(|row| (row["row"].as_i64().unwrap(), row["state"].as_str().unwrap().to_owned())).collect()
}

fn path(import: &Value, rest: &str) -> String {
    format!("/children/import/{}{rest}", import["id"].as_str().expect("an id"))
}

#[test]
fn a_list_is_previewed_committed_and_taken_back() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let import = upload(&officer, list());
        let expected = [(5, "new"), (6, "new"), (7, "new"), (8, "wrong"), (9, "wrong"), (10, "duplicate")];
        assert_eq!(states(&import), expected.map(|(row, state)| (row, state.to_owned())), "{import:#}");
        assert_eq!(import["counts"], json!({"new": 3, "changed": 0, "duplicate": 1, "wrong": 2, "left_out": 0}));
        let first = &import["rows"][0]["child"];
        assert_eq!((&first["full_name"], &first["date_of_birth"]), (&json!("Nguyễn Thị Hoà"), &json!("2016-05-01")));
        assert_eq!(
            (&first["neighborhood_id"], &first["guardians"][0]["phone"]),
            (&app.unit_of("khupho1"), &json!("0912345678"))
        );
        assert_eq!(import["rows"][2]["child"]["birth_year_only"], true);
        let wrong = &import["rows"][3]["errors"];
        assert!(
            wrong.as_array().expect("errors").iter().any(|one| one["column"] == "C" && one["is_warning"] == false),
            "{wrong}"
        );
        assert_eq!(
            import["rows"][4]["errors"].as_array().expect("errors").last().expect("one")["code"],
            "neighborhood_unknown"
        );
        assert_eq!(import["rows"][5]["same_as_row"], 6);
        // Nothing is a child yet.
        assert_eq!(officer.get("/children").ok()["total"], 0);

        let problem = officer.post(&path(&import, "/commit"), json!({"mode": "all"})).refused(409, "has_wrong_rows");
        assert_eq!(problem["counts"]["wrong"], 2);
        let done = officer.post(&path(&import, "/commit"), json!({"mode": "good_rows"})).ok();
        assert_eq!((&done["status"], &done["counts"]["new"]), (&json!("committed"), &json!(3)));
        let listed = officer.get("/children").ok();
        assert_eq!(listed["total"], 3);
        officer.post(&path(&import, "/commit"), json!({"mode": "good_rows"})).refused(409, "import_done");

        // The rejected rows are a file that can be mended and read again.
        let rejected = officer.get(&path(&import, "/rejected.xlsx"));
        assert_eq!(rejected.status, 200);
        let again = upload(&officer, rejected.bytes);
        assert_eq!(again["counts"]["wrong"], 2, "{again:#}");

        // The same file a second time says nothing new.
        let second = upload(&officer, list());
        assert_eq!(second["counts"], json!({"new": 0, "changed": 0, "duplicate": 4, "wrong": 2, "left_out": 0}));

        // Whoever was worked on since stays.
        let touched = listed["items"]
            .as_array()
            .expect("items")
            .iter()
            .find(|one| one["full_name"] == "Lê Văn Đạt")
            .expect("Đạt");
        let child = format!("/children/{}", touched["id"].as_str().expect("an id"));
        officer.patch(&child, &touched["version"], json!({"grade": "3A"})).ok();
        let undone = officer.post(&path(&import, "/undo"), json!({})).ok();
        assert_eq!(undone["status"], "undone");
        assert_eq!(
            undone["kept"],
            json!([{"child_id": touched["id"], "code": touched["code"], "reason": "changed_since"}])
        );
        assert_eq!(officer.get("/children").ok()["total"], 1);
        assert!(!String::from_utf8_lossy(&app.stored()).contains("038316001234"));
        officer.post(&path(&import, "/undo"), json!({})).refused(409, "import_not_committed");
    });
}

#[test]
fn whoever_was_spoken_with_since_stays_when_a_list_is_taken_back() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let import = upload(&officer, list());
        officer.post(&path(&import, "/commit"), json!({"mode": "good_rows"})).ok();
        app.wait(chrono::TimeDelta::minutes(1));
        let officer = app.sign_in("chinhsach");
        let listed = officer.get("/children").ok();
        let of = |name: &str| {
            let found = listed["items"].as_array().expect("items").iter().find(|one| one["full_name"] == name);
            format!("/children/{}", found.expect(name)["id"].as_str().expect("an id"))
        };
        let consent = json!({"purpose": "photos", "given_on": "2024-06-03", "child_agrees": true,
            "representative_name": "Phạm Thị Lan", "representative_relation": "mẹ", "representative_agrees": true});
        officer.post(&format!("{}/consents", of("Lê Văn Đạt")), consent).ok();
        let group = json!({"code": "HC04", "from_date": "2024-01-01"});
        officer.post(&format!("{}/circumstances", of("Đỗ Thị Mai")), group).ok();
        let undone = officer.post(&path(&import, "/undo"), json!({})).ok();
        assert_eq!(undone["kept"].as_array().expect("kept").len(), 2, "{undone}");
        assert_eq!(officer.get("/children").ok()["total"], 2);
    });
}

#[test]
fn a_row_adds_to_what_is_known_and_takes_nothing_away() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let made = officer
            .post(
                "/children",
                json!({"full_name": "Nguyễn Thị Hòa", "date_of_birth": "2016-05-01", "sex": "female",
                "neighborhood_id": app.unit_of("khupho1"), "grade": "2A", "notes": "Ở với bà",
                "guardians": [{"relation": "grandparent", "full_name": "Lê Thị Sáu", "phone": "0911111111"}]}),
            )
            .ok();
        let import = upload(&officer, list());
        let row = &import["rows"][0];
        assert_eq!(
            (&row["state"], &row["matched_child_id"], &row["likeness"]),
            (&json!("changed"), &made["id"], &json!("likely"))
        );
        officer.post(&path(&import, "/commit"), json!({"mode": "good_rows"})).ok();
        let child = format!("/children/{}", made["id"].as_str().expect("an id"));
        let known = officer.get(&child).ok();
        assert_eq!(
            (&known["personal_id"], &known["grade"], &known["notes"]),
            (&json!("038316001234"), &json!("2A"), &json!("Ở với bà"))
        );
        let names: Vec<&str> = known["guardians"]
            .as_array()
            .expect("guardians")
            .iter()
            .filter_map(|one| one["full_name"].as_str())
            .collect();
        assert_eq!(names, ["Lê Thị Sáu", "Trần Thị Bình"]);
        officer.post(&path(&import, "/undo"), json!({})).ok();
        let back = officer.get(&child).ok();
        assert_eq!((&back["personal_id"], &back["full_name"]), (&Value::Null, &json!("Nguyễn Thị Hòa")));
        assert_eq!(back["guardians"].as_array().expect("guardians").len(), 1);
    });
}

#[test]
fn each_imports_its_own_and_sees_its_own_imports() {
    each(|app| {
        let head = app.sign_in("khupho2");
        let import = upload(&head, list());
        let of = |row: usize| import["rows"][row]["state"].as_str().expect("a state");
        assert_eq!((of(0), of(1)), ("wrong", "new"));
        head.post(&path(&import, "/commit"), json!({"mode": "good_rows"})).ok();
        assert_eq!(head.get("/children").ok()["total"], 1);
        app.sign_in("khupho3").get(&path(&import, "")).refused(404, "not_found");
        app.sign_in("khupho3").post(&path(&import, "/undo"), json!({})).refused(404, "not_found");
        assert_eq!(app.sign_in("khupho3").get("/children/import").ok()["total"], 0);
        assert_eq!(app.sign_in("chinhsach").get("/children/import").ok()["total"], 1);
        for nobody in ["lanhdao", "doan", "yte", "congan"] {
            app.sign_in(nobody).upload("/children/import", "a.xlsx", list(), &[]).refused(403, "forbidden");
        }
        // A school reads its pupils wherever they live.
        let rows = vec![
            vec!["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Lớp", "Khu phố"],
            vec!["1", "Bùi Văn Nam", "01/09/2015", "Nam", "3A", "KP 5"],
            vec!["2", "Mai Thị Hoa", "02/10/2015", "Nữ", "3A", "Phường Ngọc Trạo"],
        ];
        let school = app.sign_in("truong2");
        let import = upload(&school, xlsx(&[("3A", rows)]));
        assert_eq!(import["counts"]["new"], 2, "{import:#}");
        school.post(&path(&import, "/commit"), json!({"mode": "all"})).ok();
        let pupils = school.get("/children").ok();
        assert_eq!(pupils["total"], 2);
        assert!(
            pupils["items"].as_array().expect("items").iter().all(|one| one["school_id"] == app.unit_of("truong2"))
        );
        assert_eq!(app.sign_in("khupho5").get("/children").ok()["total"], 1);
    });
}

#[test]
fn columns_are_mapped_again_and_the_mapping_is_remembered() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let rows = || {
            vec![
                vec!["Cột lạ", "Họ và tên", "Ngày sinh", "Giới tính", "Khu phố"],
                vec!["5A", "Bùi Văn Nam", "01/09/2013", "Nam", "KP 5"],
                vec!["5B", "Lê Thị Hà", "01/10/2013", "Nữ", "KP 6"],
            ]
        };
        let first = upload(&officer, xlsx(&[("Tờ 1", rows())]));
        let mut mapping = first["mapping"].clone();
        mapping["Tờ 1"]["0"] = json!("grade");
        let file = xlsx(&[("Tờ 1", rows())]);
        let again = officer.upload("/children/import", "a.xlsx", file, &[("mapping", &mapping.to_string())]).ok();
        assert_eq!(again["rows"][0]["child"]["grade"], "5A");
        officer.post(&path(&again, "/commit"), json!({"mode": "all"})).ok();
        // The next file with these headings is read in the same way.
        let mut next = rows();
        next[1][1] = "Bùi Văn Bắc";
        let third = upload(&officer, xlsx(&[("Tờ khác", next)]));
        assert_eq!(third["rows"][0]["child"]["grade"], "5A");
        let bad = officer.upload("/children/import", "a.xlsx", list(), &[("mapping", "{\"x\": 5}")]);
        assert_eq!(bad.refused(422, "invalid")["errors"][0]["field"], "mapping");
    });
}

#[test]
fn files_that_are_none_are_refused_with_advice() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        for (bytes, statuses) in [
            (b"%PDF-1.7 scan".to_vec(), [415, 422]),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old".to_vec(), [415, 422]),
            (b"PK\x03\x04 broken".to_vec(), [415, 422]),
            (vec![0xff, 0xd8, 0xff, 0xe0], [415, 422]),
        ] {
            let answer = officer.upload("/children/import", "danh-sach.xlsx", bytes, &[]);
            assert!(statuses.contains(&answer.status), "{}", answer.text());
            let problem = answer.json();
            assert!(problem["detail"].as_str().is_some_and(|text| !text.is_ascii()), "{problem}");
        }
        assert_eq!(officer.get("/children/import/template.xlsx").status, 200);
        let template = officer.get("/children/import/template.xlsx").bytes;
        let read = upload(&officer, template);
        assert_eq!(read["counts"]["new"], 0, "the example is nobody");
    });
}

#[test]
fn the_demo_list_goes_in_by_the_thousand() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let mut rows: Vec<Vec<String>> = vec![HEAD.iter().map(|one| (*one).to_owned()).collect()];
        for number in 0..1200 {
            rows.push(vec![
                number.to_string(),
                format!("Nguyễn Văn {}", word(number)),
                format!("{:02}/{:02}/2015", number % 28 + 1, number % 12 + 1),
                "Nam".to_owned(),
                format!("KP {}", number % 11 + 1),
                String::new(),
                format!("Trần Thị {}", word(number + 7)),
                String::new(),
            ]);
        }
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let import = upload(&officer, xlsx(&[("Cả phường", rows)]));
        assert_eq!(import["counts"]["new"], 1200, "{}", import["counts"]);
        assert_eq!(import["rows"].as_array().expect("rows").len(), 200);
        let page = officer.get(&path(&import, "/rows?limit=200&state=new")).ok();
        let cursor = page["next_cursor"].as_str().expect("more").to_owned();
        let next = officer.get(&path(&import, &format!("/rows?limit=200&state=new&cursor={cursor}"))).ok();
        assert_eq!((&next["total"], &next["items"][0]["row"]), (&json!(1200), &json!(202)));
        officer.post(&path(&import, "/commit"), json!({"mode": "all"})).ok();
        assert_eq!(officer.get("/children").ok()["total"], 1200);
    });
}

/// One row of a preview, by its number in Excel.
fn row_of(import: &Value, number: i64) -> Value {
    let rows = import["rows"].as_array().expect("rows");
    rows.iter().find(|row| row["row"] == number).cloned().expect("the row")
}

fn place(import: &Value, row: &Value) -> String {
    path(import, &format!("/rows/{}", row["position"]))
}

#[test]
fn a_wrong_cell_is_corrected_in_the_preview() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let import = upload(&officer, list());
        let wrong = row_of(&import, 8);
        assert_eq!(
            (&wrong["cells"]["2"], &wrong["errors"][0]["field"]),
            (&json!("31/02/2015"), &json!("date_of_birth"))
        );
        assert_eq!(row_of(&import, 6)["cells"], json!({}), "what is right is not shown twice");
        // Another slip is told like the first one.
        let still =
            officer.patch(&place(&import, &wrong), &import["version"], json!({"cells": {"2": "30/02/2015"}})).ok();
        assert_eq!((&still["row"]["state"], &still["row"]["cells"]["2"]), (&json!("wrong"), &json!("30/02/2015")));
        let good =
            officer.patch(&place(&import, &wrong), &still["version"], json!({"cells": {"2": "28/02/2015"}})).ok();
        assert_eq!(
            (&good["row"]["state"], &good["row"]["child"]["date_of_birth"]),
            (&json!("new"), &json!("2015-02-28"))
        );
        assert_eq!(good["row"]["child"]["neighborhood_id"], app.unit_of("khupho1"));
        assert_eq!(good["counts"], json!({"new": 4, "changed": 0, "duplicate": 1, "wrong": 1, "left_out": 0}));
        // An old version, a column that is none, a row that is none, somebody else's import.
        let place_of = |row: &Value| place(&import, row);
        officer.patch(&place_of(&wrong), &import["version"], json!({"left_out": true})).refused(412, "stale");
        let cells = json!({"cells": {"77": "x"}});
        let problem = officer.patch(&place_of(&wrong), &good["version"], cells).refused(422, "invalid");
        assert_eq!(problem["errors"][0]["code"], "no_such_column");
        officer.patch(&path(&import, "/rows/99"), &good["version"], json!({})).refused(404, "not_found");
        officer.patch(&path(&import, "/rows/x"), &good["version"], json!({})).refused(404, "not_found");
        let head = app.sign_in("khupho1");
        head.patch(&place_of(&wrong), &good["version"], json!({"left_out": true})).refused(404, "not_found");
        // The last wrong row is left out, and nothing stands in the way of the whole list.
        let last = row_of(&import, 9);
        let out = officer.patch(&place_of(&last), &good["version"], json!({"left_out": true})).ok();
        assert_eq!((&out["row"]["state"], &out["counts"]["left_out"]), (&json!("left_out"), &json!(1)));
        let back = officer.patch(&place_of(&last), &out["version"], json!({"left_out": false})).ok();
        assert_eq!((&back["row"]["state"], &back["counts"]["wrong"]), (&json!("wrong"), &json!(1)));
        officer.patch(&place_of(&last), &back["version"], json!({"left_out": true})).ok();
        let only = officer.get(&path(&import, "/rows?state=left_out")).ok();
        assert_eq!((&only["total"], &only["items"][0]["row"]), (&json!(1), &json!(9)));
        let stored = app.stored();
        for hidden in ["31/02/2015", "28/02/2015", "038316001234", "Trần Minh Khôi"] {
            assert!(!String::from_utf8_lossy(&stored).contains(hidden), "{hidden} lies in the open");
        }
        officer.post(&path(&import, "/commit"), json!({"mode": "all"})).ok();
        assert_eq!(officer.get("/children").ok()["total"], 4);
        officer.patch(&place_of(&last), &json!(7), json!({"left_out": false})).refused(409, "import_done");
    });
}

#[test]
fn the_same_child_twice_in_a_file_is_judged_again_with_its_twin() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let import = upload(&officer, list());
        let (first, twin) = (row_of(&import, 6), row_of(&import, 10));
        assert_eq!(twin["same_as_row"], 6);
        let out = officer.patch(&place(&import, &first), &import["version"], json!({"left_out": true})).ok();
        assert_eq!((&out["others"][0]["row"], &out["others"][0]["state"]), (&json!(10), &json!("new")));
        let back = officer.patch(&place(&import, &first), &out["version"], json!({"left_out": false})).ok();
        assert_eq!((&back["row"]["state"], &back["others"][0]["state"]), (&json!("new"), &json!("duplicate")));
        // Another day of birth makes two children of them.
        let other = json!({"cells": {"2": "4/2/2015"}});
        let two = officer.patch(&place(&import, &twin), &back["version"], other).ok();
        assert_eq!((&two["row"]["state"], &two["counts"]["duplicate"]), (&json!("new"), &json!(0)));
    });
}

#[test]
fn a_verdict_holds_until_the_children_change() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let import = upload(&officer, list());
        let child = json!({"full_name": "Nguyễn Thị Hòa", "date_of_birth": "2016-05-01", "sex": "female",
            "neighborhood_id": app.unit_of("khupho1"), "personal_id": "038316001234"});
        let made = officer.post("/children", child).ok();
        let rows = officer.get(&path(&import, "/rows?state=changed")).ok();
        assert_eq!((&rows["total"], &rows["items"][0]["matched_child_id"]), (&json!(1), &made["id"]));
        let path_of = format!("/children/{}", made["id"].as_str().expect("an id"));
        officer.patch(&path_of, &made["version"], json!({"full_name": "Lò Thị Pá", "personal_id": null})).ok();
        assert_eq!(officer.get(&path(&import, "")).ok()["counts"]["changed"], 0);
    });
}

#[test]
fn a_neighborhood_is_chosen_where_the_list_has_no_column_for_it() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let rows = vec![vec!["Họ và tên", "Ngày sinh", "Giới tính"], vec!["Bùi Văn Nam", "01/09/2015", "Nam"]];
        let import = upload(&officer, xlsx(&[("Danh sách", rows)]));
        let row = row_of(&import, 2);
        assert_eq!((&row["state"], &row["errors"][0]["field"]), (&json!("wrong"), &json!("neighborhood")));
        let named = json!({"neighborhood": "Khu phố 4"});
        let done = officer.patch(&place(&import, &row), &import["version"], named).ok();
        assert_eq!(
            (&done["row"]["state"], &done["row"]["child"]["neighborhood_id"]),
            (&json!("new"), &app.unit_of("khupho4"))
        );
    });
}

#[test]
fn a_verdict_does_not_pass_from_the_officer_to_a_neighborhood() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        // A child of khu phố 5, of whom khu phố 2 knows nothing.
        let child = json!({"full_name": "Lê Văn Đạt", "date_of_birth": "2015-02-03", "sex": "male",
            "neighborhood_id": app.unit_of("khupho5")});
        officer.post("/children", child).ok();
        let head = app.sign_in("khupho2");
        let import = upload(&head, list());
        assert_eq!(row_of(&import, 6)["state"], "new");
        assert_ne!(row_of(&officer.get(&path(&import, "")).ok(), 6)["state"], "new");
        assert_eq!(row_of(&head.get(&path(&import, "")).ok(), 6)["state"], "new");
        assert_eq!(row_of(&head.get(&path(&import, "")).ok(), 6)["matched_child_id"], Value::Null);
    });
}

/// A made-up word of letters for a number.
fn word(number: usize) -> String {
    let letters = ["A", "Ba", "Ca", "Da", "Ga", "Ha", "La", "Ma", "Na", "Sa"];
    let digit = |place: usize| letters[number / place % 10].to_lowercase();
    let text = format!("{}{}{}{}", digit(1000), digit(100), digit(10), digit(1));
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}
