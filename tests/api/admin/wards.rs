//! The ward itself: name, settings, days off.

use super::{column, mistakes};
use bup_tests::{each, json};

#[test]
fn everybody_reads_their_ward_and_the_administrator_changes_it() {
    each(|app| {
        let khupho1 = app.sign_in("khupho1");
        let wards = khupho1.get("/wards").ok();
        assert_eq!(column(&wards, "name"), ["Phường Ba Đình"]);
        let path = format!("/wards/{}", wards["items"][0]["id"].as_str().unwrap());
        assert_eq!(khupho1.get(&path).ok()["settings"]["answer_working_days"], 3);
        assert_eq!(khupho1.patch(&path, &json!(1), json!({})).refused(403, "forbidden")["permission"], "wards:update");
        assert_eq!(column(&app.sign_in("captren").get("/wards?q=ba%20dinh").ok(), "code"), ["ba-dinh"]);
        assert_eq!(khupho1.get("/wards?q=hai").ok()["total"], 0);

        let admin = app.sign_in("quantri");
        let changes = json!({"place": "Thanh Hóa", "settings": {"answer_working_days": 5}});
        let changed = admin.patch(&path, &json!(1), changes).ok();
        assert_eq!((&changed["name"], &changed["place"]), (&json!("Phường Ba Đình"), &json!("Thanh Hóa")));
        assert_eq!(changed["settings"]["answer_working_days"], 5);
        assert_eq!(changed["settings"]["reminder_days_before"], json!([3, 1]), "a setting left out stays");
        let stale = admin.patch(&path, &json!(1), json!({"name": "Khác"})).refused(412, "stale");
        assert_eq!(stale["current"]["place"], "Thanh Hóa");
        let wrong = json!({"name": "", "settings": {"digest_hour": 24, "reminder_days_after": [1, 1]}});
        let wrong = admin.patch(&path, &json!(2), wrong).refused(422, "invalid");
        let expected =
            ["name: required", "settings.reminder_days_after[1]: duplicate", "settings.digest_hour: out_of_range"];
        assert_eq!(mistakes(&wrong), expected);
        admin.patch(&path, &json!(2), json!({"code": "x"})).refused(400, "malformed");
    });
}

#[test]
fn a_ward_gives_out_its_own_hotlines() {
    each(|app| {
        let (admin, anybody) = (app.sign_in("quantri"), app.anybody());
        let path = format!("/wards/{}", admin.get("/wards").ok()["items"][0]["id"].as_str().unwrap());
        let shown = || anybody.get("/public/info").ok()["ward_hotlines"].clone();
        assert_eq!(shown()[0]["phone"], "0237000111", "the demo's");
        let hotlines = json!([
            {"label": "Đường dây nóng của phường", "phone": "0237 000 222", "hours": "7 giờ – 21 giờ"},
            {"label": "Công an phường", "phone": "+84237000333"}]);
        admin.patch(&path, &json!(1), json!({"settings": {"hotlines": hotlines}})).ok();
        assert_eq!(
            shown()[0],
            json!({"label": "Đường dây nóng của phường", "phone": "0237000222", "hours": "7 giờ – 21 giờ"})
        );
        assert_eq!(shown()[1], json!({"label": "Công an phường", "phone": "0237000333", "hours": ""}));
        let named = anybody.get("/public/info?ward=ba-dinh").ok();
        assert_eq!((&named["ward_name"], &named["ward_hotlines"]), (&json!("Phường Ba Đình"), &shown()));
        let unknown = anybody.get("/public/info?ward=khong-co").ok();
        assert_eq!((&unknown["ward_name"], &unknown["ward_hotlines"]), (&json!(null), &json!([])));

        let wrong = json!({"settings": {"hotlines": [{"label": "", "phone": "113"}, {"label": "A", "phone": " "}]}});
        let wrong = admin.patch(&path, &json!(2), wrong).refused(422, "invalid");
        let expected = [
            "settings.hotlines[0].phone: bad_phone",
            "settings.hotlines[0].label: required",
            "settings.hotlines[1].phone: required",
        ];
        assert_eq!(mistakes(&wrong), expected);
        let six = vec![json!({"label": "A", "phone": "0237000222"}); 6];
        let wrong = admin.patch(&path, &json!(2), json!({"settings": {"hotlines": six}})).refused(422, "invalid");
        assert_eq!(mistakes(&wrong), ["settings.hotlines: too_many"]);
        admin.patch(&path, &json!(2), json!({"settings": {"hotlines": []}})).ok();
        assert_eq!(shown(), json!([]));
    });
}

#[test]
fn days_off_are_kept_by_the_ward() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let ward = app.sign_in("doan").get("/me").ok()["ward"]["id"].as_str().unwrap().to_owned();
        let path = format!("/wards/{ward}/holidays");
        let off = json!({"day": "2024-09-03", "name": "Nghỉ Quốc khánh"});
        let first = admin.post(&path, off.clone());
        let made = first.ok();
        assert_eq!((first.status, &made["is_workday"]), (201, &json!(false)));
        admin.post(&path, json!({"day": "2024-05-04", "name": "Làm bù", "is_workday": true})).ok();
        admin.post(&path, json!({"day": "2025-01-28", "name": "Tết"})).ok();
        assert_eq!(mistakes(&admin.post(&path, off.clone()).refused(422, "invalid")), ["day: day_taken"]);
        assert_eq!(
            column(&app.sign_in("khupho1").get(&format!("{path}?year=2024")).ok(), "day"),
            ["2024-05-04", "2024-09-03"]
        );
        assert_eq!(admin.get(&path).ok()["total"], 3);
        app.sign_in("lanhdao").post(&path, off).refused(403, "forbidden");

        let one = format!("{path}/{}", made["id"].as_str().unwrap());
        assert_eq!(admin.delete(&one).status, 204);
        admin.delete(&one).refused(404, "not_found");
        assert_eq!(admin.get(&path).ok()["total"], 2);
    });
}
