//! Signing in, staying signed in, signing out.

use bup_tests::{each, each_with, json};
use chrono::TimeDelta;

#[test]
fn every_demo_account_signs_in_and_knows_itself() {
    each(|app| {
        for (name, role) in
            [("lanhdao", "leader"), ("khupho7", "neighborhood"), ("captren", "superior"), ("quantri", "admin")]
        {
            let me = app.sign_in(name).get("/me").ok();
            assert_eq!(me["user"]["role"], role);
            assert_eq!(me["today"], "2024-06-03");
        }
        app.anybody().get("/me").refused(401, "not_signed_in");
    });
}

#[test]
fn a_wrong_password_says_the_same_as_an_unknown_name() {
    each(|app| {
        let wrong = app.anybody().post("/auth/login", json!({"username": "doan", "password": "x"}));
        let unknown = app.anybody().post("/auth/login", json!({"username": "nobody", "password": "x"}));
        let (a, b) = (wrong.refused(401, "invalid_credentials"), unknown.refused(401, "invalid_credentials"));
        assert_eq!(a["detail"], b["detail"]);
    });
}

#[test]
fn ten_failures_a_minute_lock_one_account_only() {
    each(|app| {
        let try_in =
            |password: &str| app.anybody().post("/auth/login", json!({"username": "doan", "password": password}));
        for _ in 0..10 {
            try_in("wrong").refused(401, "invalid_credentials");
        }
        let locked = try_in(bup::demo::PASSWORD);
        locked.refused(429, "rate_limited");
        assert!(locked.header("retry-after").parse::<u64>().is_ok_and(|seconds| (1..=60).contains(&seconds)));
        app.sign_in("congan").get("/me").ok();
        app.wait(TimeDelta::seconds(61));
        try_in(bup::demo::PASSWORD).ok();
    });
}

#[test]
fn a_refresh_token_works_once_and_its_reuse_ends_the_session() {
    each(|app| {
        let login = json!({"username": "doan", "password": bup::demo::PASSWORD, "client": "mobile"});
        let first = app.anybody().post("/auth/login", login).ok();
        let refresh = |token: &serde_json::Value| app.anybody().post("/auth/refresh", json!({"refresh_token": token}));
        let second = refresh(&first["refresh_token"]).ok();
        assert_ne!(first["refresh_token"], second["refresh_token"]);
        refresh(&first["refresh_token"]).refused(401, "refresh_reused");
        refresh(&second["refresh_token"]).refused(401, "session_expired");
        let token = second["access_token"].as_str().unwrap_or("").to_owned();
        app.anybody().with_token(&token).get("/me").refused(401, "not_signed_in");
    });
}

#[test]
fn an_access_token_ends_after_fifteen_minutes() {
    each(|app| {
        let doan = app.sign_in("doan");
        app.wait(TimeDelta::seconds(14 * 60 + 59));
        doan.get("/me").ok();
        app.wait(TimeDelta::seconds(1));
        doan.get("/me").refused(401, "not_signed_in");
        doan.post("/auth/refresh", json!({})).ok();
    });
}

/// Guesses that are on their way before the first of them has failed.
#[test]
fn many_guesses_at_once_are_no_way_round_the_limit() {
    // An unknown name costs what the settings say: long enough for all of them to have begun.
    each_with(
        |config| config.password_memory_kib = 8 * 1024,
        |app| {
            let statuses: Vec<u16> = std::thread::scope(|scope| {
                let guess = |at: usize| {
                    let body = json!({"username": "khongco", "password": format!("đoán {at}")});
                    let guesser = app.anybody();
                    scope.spawn(move || guesser.post("/auth/login", body).status)
                };
                let guesses: Vec<_> = (0..40).map(guess).collect();
                guesses.into_iter().map(|one| one.join().expect("an answer")).collect()
            });
            let told = statuses.iter().filter(|status| **status == 401).count();
            // Those whose turn ends in the same moment are one too many for a moment.
            assert!((10..=18).contains(&told), "{told} of 40 were told: {statuses:?}");
            assert!(statuses.iter().all(|status| matches!(status, 401 | 429)), "{statuses:?}");
        },
    );
}
