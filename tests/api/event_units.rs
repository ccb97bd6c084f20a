//! The units that an event can have, for whoever plans: the list of units itself is the desk's.

use bup_tests::each;

#[test]
fn whoever_plans_can_choose_among_the_wards_units() {
    each(|app| {
        let youth = app.sign_in("doan");
        let answer = youth.get("/events/units").ok();
        let units = answer["items"].as_array().unwrap();
        assert_eq!(units.iter().filter(|unit| unit["kind"] == "neighborhood").count(), 11);
        assert!(units.iter().all(|unit| unit["kind"] != "superior" && unit["name"].is_string()));
        youth.get("/events/units?colour=red").refused(400, "bad_parameter");
        app.sign_in("quantri").get("/events/units").refused(403, "forbidden");
    });
}
