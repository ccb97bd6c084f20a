//! The public page: what everybody is given, what nobody is, and how little a reader costs.

use bup_tests::{Answer, App, Client, Value, each, each_with, json};
use chrono::TimeDelta;

const HOSTILE: &str = "<script>alert('x')</script><img src=x>";

/// Until a change must be seen.
fn minute(app: &App) {
    app.wait(TimeDelta::seconds(31));
}

fn page(app: &App) -> String {
    let answer = app.anybody().get("/cong-khai");
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.text()
}

fn path(note: &Value, rest: &str) -> String {
    format!("/portal/notes/{}{rest}", note["id"].as_str().expect("an id"))
}

fn write(person: &Client, kind: &str, title: &str) -> Value {
    person.post("/portal/notes", json!({"kind": kind, "title": title, "body": format!("Lời của {title}")})).ok()
}

fn show(person: &Client, note: &Value) -> Answer {
    person.post(&path(note, "/show"), json!({}))
}

/// A plan with a task, published.
fn plan(app: &App, theme: &str) {
    let officer = app.sign_in("chinhsach");
    let task = json!({"key": "t1", "title": "Treo băng-rôn", "lead_unit_id": app.unit_of("doan")});
    let plan = json!({"title": "Kế hoạch", "year": 2024, "starts_on": "2024-06-01", "ends_on": "2024-06-30",
        "theme": theme, "slogans": ["Lắng nghe trẻ em", theme], "hotlines": ["111", "1800 1744"], "tasks": [task]});
    let plan = officer.post("/plans", plan).ok();
    assert!(!page(app).contains(theme), "a draft is nobody's");
    minute(app);
    officer.post(&format!("/plans/{}/publish", plan["id"].as_str().expect("an id")), json!({})).ok();
}

#[test]
fn everybody_reads_what_was_approved_and_nothing_else() {
    each(|app| {
        let (officer, culture) = (app.sign_in("chinhsach"), app.sign_in("vanhoa"));
        plan(app, "Hành động thiết thực");
        let advice = write(&officer, "advice", "Phòng đuối nước");
        assert_eq!((&advice["is_shown"], &advice["allowed_actions"]), (&json!(false), &json!(["edit"])));
        minute(app);
        let html = page(app);
        for word in [
            "Hành động thiết thực",
            "Lắng nghe trẻ em",
            "01/6\u{a0}–\u{a0}30/6/2024",
            "tel:111",
            "1800 1744",
            "tel:113",
        ] {
            assert!(html.contains(word), "{word}");
        }
        assert!(html.contains("0/1") && !html.contains("Phòng đuối nước"));

        show(&officer, &advice).refused(403, "forbidden");
        let shown = show(&culture, &advice).ok();
        assert_eq!((&shown["is_shown"], &shown["allowed_actions"]), (&json!(true), &json!(["edit", "hide"])));
        show(&culture, &advice).refused(409, "wrong_state");
        assert!(!page(app).contains("Phòng đuối nước"), "a copy is given out for a while");
        minute(app);
        assert!(page(app).contains("Phòng đuối nước"));

        // What is shown was approved as it stood; its place in the list may change.
        let moved = officer.patch(&path(&advice, ""), &shown["version"], json!({"position": 9})).ok();
        assert_eq!(moved["is_shown"], true);
        let mended = officer.patch(&path(&advice, ""), &moved["version"], json!({"body": "Lời khác"})).ok();
        assert_eq!(mended["is_shown"], false);
        officer.patch(&path(&advice, ""), &moved["version"], json!({"body": "x"})).refused(412, "stale");
        minute(app);
        assert!(!page(app).contains("Phòng đuối nước"));

        // The leader takes it back, too.
        show(&app.sign_in("lanhdao"), &advice).ok();
        app.sign_in("lanhdao").post(&path(&advice, "/hide"), json!({})).ok();
        minute(app);
        assert!(!page(app).contains("Phòng đuối nước"));
        let log = app.sign_in("quantri").get("/audit?limit=200").ok().to_string();
        assert!(log.contains("communications.show_note") && log.contains("communications.hide_note"));
        assert!(!log.contains("Lời khác"), "words that may hold a name do not stay in the log");
    });
}

#[test]
fn a_giver_is_named_with_consent_by_every_door() {
    each(|app| {
        let culture = app.sign_in("vanhoa");
        let giver = write(&culture, "giver", "Nhà hảo tâm A");
        show(&culture, &giver).refused(422, "invalid");
        let without = culture.patch(&path(&giver, ""), &giver["version"], json!({"consent_given": true}));
        assert_eq!(without.refused(422, "invalid")["errors"][0]["field"], "consent_how");
        culture
            .post("/portal/notes", json!({"kind": "giver", "title": "B", "consent_given": true}))
            .refused(422, "invalid");
        let agreed = json!({"consent_given": true, "consent_how": "Qua điện thoại"});
        let giver = culture.patch(&path(&giver, ""), &giver["version"], agreed).ok();
        let giver = show(&culture, &giver).ok();
        minute(app);
        assert!(page(app).contains("Nhà hảo tâm A"));
        assert!(app.anybody().get("/public/page").ok()["givers"].to_string().contains("Nhà hảo tâm A"));

        // Whoever takes consent back is hidden by that.
        let back = culture.patch(&path(&giver, ""), &giver["version"], json!({"consent_given": false})).ok();
        assert_eq!(back["is_shown"], false);
        minute(app);
        assert!(!page(app).contains("Nhà hảo tâm A"));

        // Nor by the database's own door.
        let shown = "UPDATE public_notes SET is_shown = (1 = 1) WHERE kind = 'giver'";
        assert!(diesel::RunQueryDsl::execute(diesel::sql_query(shown), &mut app.database()).is_err());
        // A kind does not change: that would be a door.
        culture.patch(&path(&giver, ""), &back["version"], json!({"kind": "advice"})).refused(400, "malformed");
    });
}

#[test]
fn no_child_is_on_the_page() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        plan(app, "Chung tay vì trẻ");
        let names = ["Nguyễn Thị Bí Mật", "Lê Văn Kín", "Trần Ẩn Danh", "Phạm Không Nêu", "Hoàng Giấu Tên"];
        for name in names {
            let body = json!({"full_name": name, "date_of_birth": "2016-05-01", "sex": "female",
                "neighborhood_id": app.unit_of("khupho1"), "school_id": app.unit_of("truong1")});
            let child = officer.post("/children", body).ok();
            let child = format!("/children/{}", child["id"].as_str().expect("an id"));
            officer.post(&format!("{child}/circumstances"), json!({"code": "NC01", "from_date": "2024-01-01"})).ok();
            let gift = json!({"kind": "gift", "on_date": "2024-06-01", "programme": "Quà 01/6"});
            officer.post(&format!("{child}/supports"), gift).ok();
            if name == names[3] {
                minute(app);
                assert!(page(app).contains("dưới 5"), "four children are not told");
            }
        }
        app.anybody()
            .post("/public/concerns", json!({"narrative": "Bé Na bị đánh", "child": {"full_name": "Bé Na"}}))
            .ok();
        minute(app);
        for address in [
            "/cong-khai",
            "/cong-khai/ap-phich",
            "/cong-khai/lich.ics",
            "/public/page",
            "/public/programme",
            "/sitemap.xml",
        ] {
            let answer = app.anybody().get(address);
            assert_eq!(answer.status, 200, "{address}");
            for name in names.iter().chain(&["Bé Na", "Khu phố 1", "Trường Mầm non", "dưới 5"]) {
                assert!(!answer.text().contains(name), "{name} in {address}");
            }
        }
        let figures = app.anybody().get("/public/page").ok()["figures"].clone();
        assert_eq!((&figures[1]["key"], &figures[1]["value"]), (&json!("children_reached"), &json!("5")));
    });
}

#[test]
fn words_are_words_and_not_markup() {
    each(|app| {
        let culture = app.sign_in("vanhoa");
        plan(app, HOSTILE);
        for kind in ["notice", "advice", "voice"] {
            let note = json!({"kind": kind, "title": HOSTILE, "body": HOSTILE, "reply": HOSTILE});
            show(&culture, &culture.post("/portal/notes", note).ok()).ok();
        }
        minute(app);
        for address in ["/cong-khai", "/cong-khai/ap-phich"] {
            let answer = app.anybody().get(address);
            assert!(answer.text().contains("alert("), "{address}");
            assert!(!answer.text().contains("<script>") && !answer.text().contains("<img"), "{address}");
            assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{address}");
        }
    });
}

#[test]
fn a_reader_who_has_it_is_told_so() {
    each(|app| {
        plan(app, "Chung tay vì trẻ");
        minute(app);
        let anybody = app.anybody();
        for address in ["/cong-khai", "/public/page", "/public/programme", "/cong-khai/lich.ics"] {
            let first = anybody.get(address);
            let tag = first.header("etag").to_owned();
            assert_eq!(first.header("cache-control"), "public, max-age=60, stale-while-revalidate=600", "{address}");
            assert!(tag.starts_with('"') && first.header("vary").contains("accept-encoding"), "{address}");
            let again = anybody.with("If-None-Match", &tag).get(address);
            assert_eq!((again.status, again.bytes.len(), again.header("etag")), (304, 0, tag.as_str()), "{address}");

            let packed = anybody.with("Accept-Encoding", "gzip, br").get(address);
            assert_eq!(packed.header("content-encoding"), "gzip", "{address}");
            assert_ne!(packed.header("etag"), tag, "other bytes, another tag");
            let mut text = String::new();
            let mut reader = flate2::read::GzDecoder::new(packed.bytes.as_slice());
            std::io::Read::read_to_string(&mut reader, &mut text).expect("gzip");
            assert_eq!(text, first.text(), "{address}");
            assert_eq!(anybody.with("Accept-Encoding", "gzip;q=0").get(address).header("content-encoding"), "");
            assert_eq!(anybody.raw("HEAD", address, "text/plain", Vec::new()).bytes.len(), 0);
        }
        // Nothing changed, so the tag is the same when it is made anew.
        let tag = anybody.get("/cong-khai").header("etag").to_owned();
        minute(app);
        assert_eq!(anybody.with("If-None-Match", &tag).get("/cong-khai").status, 304);
    });
}

#[test]
fn while_the_database_is_away_the_last_copy_is_given() {
    each(|app| {
        plan(app, "Chung tay vì trẻ");
        minute(app);
        let html = page(app);
        if !app.cut_off(true) {
            return;
        }
        assert_eq!(page(app), html);
        minute(app);
        assert_eq!(page(app), html);
        app.cut_off(false);
        let fresh = App::second(app);
        assert_eq!(page(&fresh), html);
    });
}

#[test]
fn an_empty_ward_has_a_page_with_numbers_to_call() {
    each(|app| {
        let html = page(app);
        assert!(html.contains("Vì trẻ em Phường Ba Đình") && html.contains("tel:111") && html.contains("12 giờ"));
        assert!(!html.contains("Kết quả đến nay") && !html.contains("Thông điệp"));
        let json = app.anybody().get("/public/page").ok();
        assert_eq!((&json["plan"], &json["hotlines"][0]["phone"]), (&Value::Null, &json!("111")));
        assert_eq!(app.anybody().get("/cong-khai/ba-dinh").status, 200);
        let nothing = app.anybody().get("/cong-khai/khong-co");
        assert!(nothing.status == 404 && nothing.text().contains("tel:111"), "{}", nothing.text());
        app.anybody().get("/public/page?ward=khong-co").refused(404, "not_found");
        app.anybody().get("/public/page?x=1").refused(400, "bad_parameter");
    });
}

#[test]
fn each_ward_has_its_own_page() {
    each(|app| {
        let culture = app.sign_in("vanhoa");
        show(&culture, &write(&culture, "notice", "Chỉ của Ba Đình")).ok();
        crate::admin::behind_the_scenes(app, |cx| {
            bup::setup::ward(cx, "dong-son", "Phường Đông Sơn", "Bỉm Sơn", None).map(drop)
        });
        minute(app);
        let list = page(app);
        assert!(
            list.contains("/cong-khai/ba-dinh")
                && list.contains("Phường Đông Sơn")
                && !list.contains("Chỉ của Ba Đình")
        );
        let (own, other) =
            (app.anybody().get("/cong-khai/ba-dinh").text(), app.anybody().get("/cong-khai/dong-son").text());
        assert!(own.contains("Chỉ của Ba Đình") && own.contains("/bao-tin?phuong=ba-dinh"));
        assert!(!other.contains("Chỉ của Ba Đình") && other.contains("/bao-tin?phuong=dong-son"));
        app.anybody().get("/public/page").refused(400, "bad_parameter");
        assert_eq!(app.anybody().get("/public/page?ward=dong-son").ok()["ward"]["name"], "Phường Đông Sơn");
        assert!(app.anybody().get("/sitemap.xml").text().contains("/cong-khai/dong-son"));
        assert_eq!(app.anybody().get("/cong-khai/dong-son/ap-phich").status, 200);
    });
}

#[test]
fn the_notes_are_kept_by_the_ward_alone() {
    each(|app| {
        let culture = app.sign_in("vanhoa");
        let note = write(&culture, "voice", "Con muốn có sân chơi");
        for person in ["doan", "khupho1", "truong1"] {
            let person = app.sign_in(person);
            assert_eq!(person.get("/portal/notes").ok()["total"], 0);
            person.get(&path(&note, "")).refused(404, "not_found");
            person
                .post("/portal/notes", json!({"kind": "advice", "title": "x", "body": "x"}))
                .refused(403, "ward_only");
            person.post("/portal/notes/starters", json!({})).refused(403, "ward_only");
        }
        app.sign_in("khupho1")
            .patch(&path(&note, ""), &note["version"], json!({"title": "x"}))
            .refused(404, "not_found");
        app.sign_in("quantri").get("/portal/notes").refused(403, "forbidden");
        assert_eq!(app.sign_in("captren").get("/portal/notes").ok()["total"], 1);
        let problem = culture
            .post(
                "/portal/notes",
                json!({"kind": "advice", "title": "", "position": 0, "starts_on":
            "2024-06-02", "ends_on": "2024-06-01"}),
            )
            .refused(422, "invalid");
        let fields: Vec<_> = problem["errors"].as_array().expect("errors").iter().map(|e| e["field"].clone()).collect();
        assert_eq!(fields, ["title", "body", "position", "ends_on"]);
    });
}

#[test]
fn a_ward_begins_with_advice_by_one_tap() {
    each(|app| {
        let (officer, culture) = (app.sign_in("chinhsach"), app.sign_in("vanhoa"));
        write(&officer, "advice", "Phòng bỏng");
        assert_eq!(officer.post("/portal/notes/starters", json!({})).ok()["added"], 6);
        let notes = officer.get("/portal/notes?kind=advice").ok();
        assert!(notes["items"].as_array().expect("notes").iter().all(|note| note["is_shown"] == false));
        assert_eq!(culture.post("/portal/notes/starters", json!({})).ok()["added"], 0, "each once");
        let burn = write(&culture, "notice", "Hết hạn");
        let days = json!({"starts_on": "2024-05-01", "ends_on": "2024-06-02"});
        let burn = culture.patch(&path(&burn, ""), &burn["version"], days).ok();
        show(&culture, &burn).ok();
        minute(app);
        assert!(!page(app).contains("Hết hạn"), "its days are over");
    });
}

#[test]
fn search_engines_are_told_where_to_look() {
    let with_address =
        |config: &mut bup::config::Config| config.public_url = Some("https://bup.example.vn/".to_owned());
    each_with(with_address, |app| {
        let robots = app.anybody().get("/robots.txt").text();
        assert!(robots.contains("Allow: /cong-khai\n") && robots.contains("Disallow: /\n"), "{robots}");
        assert!(robots.contains("Sitemap: https://bup.example.vn/sitemap.xml"));
        assert!(app.anybody().get("/sitemap.xml").text().contains("<loc>https://bup.example.vn/cong-khai</loc>"));
        let html = page(app);
        assert!(html.contains("<link rel=\"canonical\" href=\"https://bup.example.vn/cong-khai\">"));
        assert!(html.contains("og:url") && html.contains("type=\"text/calendar\" href=\"/cong-khai/lich.ics\""));
        let poster = app.anybody().with("Host", "evil.example").get("/cong-khai/ap-phich").text();
        assert!(poster.contains("https://bup.example.vn/bao-tin") && !poster.contains("evil.example"));
    });
    each(|app| {
        let poster = app.anybody().get("/cong-khai/ap-phich?kho=a3");
        assert!(poster.text().contains(&format!("{}/bao-tin", app.base)) && poster.text().contains("size:A3"));
        assert!(poster.header("cache-control").starts_with("private"));
        assert!(!page(app).contains(&app.base), "the kept page holds nobody's own address");
    });
}
