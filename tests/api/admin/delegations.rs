//! KT. CHỦ TỊCH: one leader signs for another between two days.

use super::{column, mistakes, user};
use bup_tests::{each, json};
use chrono::TimeDelta;

#[test]
fn a_leader_delegates_their_own_signature() {
    each(|app| {
        let (chair, deputy) = (app.sign_in("chutich"), app.sign_in("lanhdao"));
        let (chair_id, deputy_id) = (user(&chair, "chutich")["id"].clone(), user(&chair, "lanhdao")["id"].clone());
        let new = json!({"to_user_id": deputy_id, "starts_on": "2024-06-04", "ends_on": "2024-06-06", "reason": "Đi công tác"});
        let once = chair.with("Idempotency-Key", "kt-1");
        let made = once.post("/delegations", new.clone()).ok();
        assert_eq!((&made["status"], &made["from_user"]["full_name"]), (&json!("planned"), &json!("Nguyễn Hữu Thọ")));
        assert_eq!(once.post("/delegations", new.clone()).ok(), made);
        assert_eq!(column(&app.sign_in("chinhsach").get("/delegations").ok(), "reason"), ["Đi công tác"]);

        let overlap =
            json!({"to_user_id": deputy_id, "starts_on": "2024-06-06", "ends_on": "2024-06-20", "reason": "Nghỉ phép"});
        let refused = chair.post("/delegations", overlap.clone()).refused(409, "delegation_overlap");
        assert!(refused["detail"].as_str().unwrap().contains("04/06/2024 – 06/06/2024"), "{refused}");
        let for_other = json!({"from_user_id": chair_id, "to_user_id": deputy_id, "starts_on": "2024-07-01", "ends_on": "2024-07-02", "reason": "x"});
        let refused = deputy.post("/delegations", for_other.clone()).refused(422, "invalid");
        assert_eq!(mistakes(&refused), ["from_user_id: own_signature_only"]);

        assert_eq!(deputy.get("/me").ok()["delegations"], json!([]));
        app.wait(TimeDelta::days(1));
        let deputy = app.sign_in("lanhdao");
        assert_eq!(deputy.get("/me").ok()["delegations"][0]["id"], made["id"]);
        let revoke = format!("/delegations/{}/revoke", made["id"].as_str().unwrap());
        deputy.post(&revoke, json!({})).refused(403, "delegation_not_yours");
        let chair = app.sign_in("chutich");
        assert_eq!(chair.post(&revoke, json!({})).ok()["status"], "revoked");
        chair.post(&revoke, json!({})).refused(409, "delegation_over");
        assert_eq!(deputy.get("/me").ok()["delegations"], json!([]));
        chair.post("/delegations", overlap).ok();
        app.sign_in("quantri").post("/delegations", for_other).ok();
        assert_eq!(column(&chair.get("/delegations").ok(), "starts_on"), ["2024-07-01", "2024-06-06", "2024-06-04"]);
    });
}

#[test]
fn people_and_days_must_be_right() {
    each(|app| {
        let admin = app.sign_in("quantri");
        let (chair, officer) = (user(&admin, "chutich")["id"].clone(), user(&admin, "chinhsach")["id"].clone());
        let wrong = |from: &serde_json::Value, to: &serde_json::Value, starts_on: &str, ends_on: &str| {
            let new = json!({"from_user_id": from, "to_user_id": to, "starts_on": starts_on, "ends_on": ends_on, "reason": "x"});
            mistakes(&admin.post("/delegations", new).refused(422, "invalid"))
        };
        let (first, last) = ("2024-06-10", "2024-06-11");
        assert_eq!(wrong(&chair, &officer, first, last), ["to_user_id: not_a_leader"]);
        assert_eq!(wrong(&officer, &chair, first, last), ["from_user_id: not_a_leader"]);
        assert_eq!(wrong(&chair, &chair, first, last), ["to_user_id: same_person"]);
        let deputy = user(&admin, "lanhdao")["id"].clone();
        assert_eq!(wrong(&chair, &deputy, last, first), ["ends_on: date_order"]);
        assert_eq!(wrong(&chair, &deputy, "2024-06-01", "2024-06-02"), ["ends_on: all_past"]);
        for name in ["chinhsach", "doan"] {
            let refused = app.sign_in(name).post("/delegations", json!({})).refused(403, "forbidden");
            assert_eq!(refused["permission"], "accounts:approve");
        }
        app.sign_in("doan").get("/delegations").refused(403, "forbidden");
    });
}

#[test]
fn a_delegation_ends_with_the_account_and_is_written_into_the_log() {
    each(|app| {
        let (admin, chair) = (app.sign_in("quantri"), app.sign_in("chutich"));
        let deputy = user(&admin, "lanhdao");
        let new = json!({"to_user_id": deputy["id"], "starts_on": "2024-06-03", "ends_on": "2024-06-30", "reason": "Nghỉ phép"});
        let made = chair.post("/delegations", new).ok();
        assert_eq!(made["status"], "active");

        let me = app.sign_in("lanhdao");
        let third = json!({"to_user_id": user(&admin, "chutich")["id"], "starts_on": "2024-08-01", "ends_on": "2024-08-02", "reason": "x"});
        me.post("/delegations", third).ok();
        let log = admin.get("/audit?action=accounts.delegate").ok();
        let newest = &log["items"][0];
        assert_eq!(
            (&newest["actor"]["id"], &newest["acting_for"]["full_name"]),
            (&deputy["id"], &json!("Nguyễn Hữu Thọ"))
        );

        admin.post(&format!("/users/{}/disable", deputy["id"].as_str().unwrap()), json!({})).ok();
        assert_eq!(column(&admin.get("/delegations").ok(), "status"), ["revoked", "revoked"]);
    });
}
