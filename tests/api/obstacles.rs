//! Obstacles: raised by a unit, answered, passed up.

use bup_tests::{Value, each, json};

fn path(row: &Value, rest: &str) -> String {
    format!("/obstacles/{}{rest}", row["id"].as_str().unwrap_or(""))
}

#[test]
fn an_answer_reaches_the_neighborhood_that_asked() {
    each(|app| {
        let (khupho3, officer) = (app.sign_in("khupho3"), app.sign_in("chinhsach"));
        let raised =
            khupho3.post("/obstacles", json!({"title": "Loa hỏng", "description": "Chưa có kinh phí sửa"})).ok();
        // Three working days after Monday 3 June 2024.
        assert_eq!((&raised["status"], &raised["answer_due_on"]), (&json!("open"), &json!("2024-06-06")));
        assert_eq!(officer.get("/notifications?unread=true").ok()["items"][0]["kind"], "obstacle_raised");
        app.sign_in("khupho4").get(&path(&raised, "")).refused(404, "not_found");
        khupho3.post(&path(&raised, "/answer"), json!({"answer": "x"})).refused(403, "forbidden");
        officer.post(&path(&raised, "/close"), json!({})).refused(409, "wrong_state");
        let answered = officer.post(&path(&raised, "/answer"), json!({"answer": "Mượn loa của Đoàn phường"})).ok();
        assert_eq!(
            (&answered["status"], &answered["answered_by"]["full_name"]),
            (&json!("answered"), &json!("Lê Thu Hà"))
        );
        assert_eq!(khupho3.get("/notifications").ok()["items"][0]["kind"], "obstacle_answered");
        assert_eq!(officer.post(&path(&raised, "/close"), json!({})).ok()["status"], "closed");
    });
}

#[test]
fn the_upper_level_sees_only_what_was_passed_up_to_it() {
    each(|app| {
        let (officer, leader, superior) = (app.sign_in("chinhsach"), app.sign_in("lanhdao"), app.sign_in("captren"));
        let raised = app.sign_in("doan").post("/obstacles", json!({"title": "Thiếu bể bơi"})).ok();
        assert_eq!(superior.get("/obstacles").ok()["total"], 0);
        officer.post(&path(&raised, "/escalate"), json!({"to": "leader", "note": "Xin chỉ đạo"})).ok();
        superior.get(&path(&raised, "")).refused(404, "not_found");
        leader.post(&path(&raised, "/escalate"), json!({"to": "leader", "note": "x"})).refused(409, "wrong_state");
        leader.post(&path(&raised, "/escalate"), json!({"to": "superior", "note": "Đề nghị hỗ trợ"})).ok();
        assert_eq!(superior.get("/obstacles").ok()["total"], 1);
        let answered = superior.post(&path(&raised, "/answer"), json!({"answer": "Thị xã bố trí trong tháng 6"})).ok();
        assert_eq!(answered["status"], "answered");
        app.sign_in("quantri").get("/obstacles").refused(403, "forbidden");
    });
}

#[test]
fn an_open_one_may_be_mended_by_its_unit_under_its_version() {
    each(|app| {
        let khupho3 = app.sign_in("khupho3");
        let raised = khupho3.post("/obstacles", json!({"title": "Loa hỏng"})).ok();
        let mended = khupho3.patch(&path(&raised, ""), &raised["version"], json!({"title": "Loa hỏng hai cụm"})).ok();
        assert_eq!((&mended["title"], &mended["version"]), (&json!("Loa hỏng hai cụm"), &json!(2)));
        khupho3.patch(&path(&raised, ""), &json!(1), json!({"title": "x"})).refused(412, "stale");
        app.sign_in("khupho4").patch(&path(&raised, ""), &json!(2), json!({"title": "x"})).refused(404, "not_found");
        let foreign = json!({"title": "x", "task_id": "01900000-0000-7000-8000-000000000000"});
        khupho3.post("/obstacles", foreign).refused(422, "invalid");
    });
}
