//! What the server says about itself: alive, ready, its numbers, its document; and what it says of nothing.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use bup::http::network::Networks;
use bup_tests::operations::operations;
use bup_tests::{Value, each, each_with, json};

#[test]
fn it_is_alive_and_ready() {
    each(|app| {
        let anybody = app.anybody();
        for (path, word) in [("/healthz", "ok"), ("/readyz", "ready")] {
            let answer = anybody.get(path);
            assert_eq!((answer.status, answer.text().as_str()), (200, word));
        }
    });
}

#[test]
fn monitors_may_ask_without_the_body() {
    each(|app| {
        let doan = app.sign_in("doan");
        for path in ["/healthz", "/readyz", "/me", "/tasks"] {
            let answer = doan.raw("HEAD", path, "text/plain", Vec::new());
            assert_eq!((answer.status, answer.bytes.len()), (200, 0), "{path}");
        }
        assert_eq!(app.anybody().raw("HEAD", "/me", "text/plain", Vec::new()).status, 401);
        assert_eq!(doan.raw("HEAD", "/tasks/bulk", "text/plain", Vec::new()).status, 404);
    });
}

#[test]
fn a_database_that_goes_away_is_told_at_once_and_missed_no_longer_than_it_is_away() {
    each(|app| {
        let doan = app.sign_in("doan");
        if !app.cut_off(true) {
            // A file does not go away.
            return;
        }
        for path in ["/readyz", "/me", "/tasks"] {
            let started = Instant::now();
            let answer = doan.get(path);
            // A third of a second by itself: nobody waits for what cannot come.
            assert!(started.elapsed() < Duration::from_secs(2), "{path}: {:?}", started.elapsed());
            answer.refused(503, "unavailable");
            assert!(answer.header("retry-after").parse::<u32>().is_ok(), "{path}");
        }
        doan.post("/notifications/read-all", json!({})).refused(503, "unavailable");
        assert_eq!(doan.get("/healthz").status, 200);
        app.cut_off(false);
        let back = Instant::now();
        while doan.get("/readyz").status != 200 {
            assert!(back.elapsed() < Duration::from_secs(10), "it does not come back");
        }
        doan.get("/me").ok();
    });
}

#[test]
fn the_numbers_count_routes() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        for id in ["0190163d-8694-739b-aea5-966c26f8ad90", "0190163d-8694-739b-aea5-966c26f8ad91"] {
            officer.get(&format!("/tasks/{id}")).refused(404, "not_found");
        }
        officer.raw("BREW", "/tasks", "text/plain", Vec::new()).refused(405, "method_not_allowed");
        let answer = app.anybody().get("/metrics");
        assert!(answer.header("content-type").starts_with("text/plain; version=0.0.4"), "{answer:?}");
        let text = answer.text();
        let counted = "bup_requests_total{method=\"GET\",route=\"/api/v1/tasks/{id}\",status=\"4xx\"} ";
        let line = text.lines().find_map(|line| line.strip_prefix(counted));
        assert!(line.is_some_and(|count| count.parse::<u64>().is_ok_and(|count| count >= 2)), "{text}");
        assert!(text.contains("bup_request_seconds") && !text.contains("0190163d") && !text.contains("BREW"), "{text}");
    });
}

#[test]
fn the_numbers_are_for_this_machine_or_for_those_with_the_token() {
    each(|app| {
        // A proxy on this machine says who asks.
        app.anybody().with("X-Forwarded-For", "203.0.113.7").get("/metrics").refused(401, "not_signed_in");
    });
    let with_token = |config: &mut bup::config::Config| config.metrics_token = Some("do-4711".to_owned().into());
    each_with(with_token, |app| {
        app.anybody().get("/metrics").refused(401, "not_signed_in");
        app.anybody().with_token("x").get("/metrics").refused(401, "not_signed_in");
        assert_eq!(app.anybody().with_token("do-4711").get("/metrics").status, 200);
    });
}

#[test]
fn the_document_is_served_with_a_page_to_try_it() {
    each(|app| {
        let document = app.anybody().get("/openapi.json");
        assert_eq!(document.json(), serde_json::to_value(bup::server::openapi()).expect("JSON"));
        assert_eq!(app.anybody().get("/api/docs").status, 200);
        let page = app.anybody().get("/api/docs/");
        assert!(page.status == 200 && page.header("content-type").starts_with("text/html"), "{page:?}");
        let text = page.text();
        let assets: Vec<&str> =
            text.split(['"', '\'']).filter(|word| word.ends_with(".js") || word.ends_with(".css")).collect();
        assert!(!assets.is_empty(), "{text}");
        for asset in assets {
            assert!(!asset.contains("//"), "{asset} comes from elsewhere");
            let path = format!("/api/docs/{}", asset.trim_start_matches("./"));
            assert_eq!(app.anybody().get(&path).status, 200, "{path}");
        }
    });
}

#[test]
fn the_document_is_whole() {
    let document = serde_json::to_value(bup::server::openapi()).expect("JSON");
    let mut references = Vec::new();
    collect_references(&document, &mut references);
    for reference in references {
        let pointer = reference.strip_prefix('#').expect("a reference within the document");
        assert!(document.pointer(pointer).is_some(), "{reference} is not there");
    }
    let mut names = BTreeSet::new();
    for operation in operations() {
        let told = operation.name();
        let places: BTreeSet<&str> =
            operation.template.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        let said: BTreeSet<&str> =
            operation.parameters.iter().filter(|(_, place)| place == "path").map(|(name, _)| name.as_str()).collect();
        assert_eq!(places, said, "{told}");
        let described = &document["paths"][format!("/api/v1{}", operation.template)][operation.method.to_lowercase()];
        assert!(described["summary"].as_str().is_some_and(|text| !text.is_empty()), "{told} has no summary");
        assert!(described["tags"].as_array().is_some_and(|tags| tags.len() == 1), "{told} needs one tag");
        let name = described["operationId"].as_str().expect("a name").to_owned();
        assert!(names.insert(name), "{told}: its name is taken");
        let answers = described["responses"].as_object().expect("answers");
        assert!(answers.contains_key("default"), "{told}: no problem");
        assert!(answers.keys().any(|status| status.starts_with('2')), "{told}: no success");
        if operation.method == "PATCH" {
            assert!(operation.parameters.iter().any(|(name, _)| name == "If-Match"), "{told} takes no version");
        }
    }
}

fn collect_references(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            references.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| collect_references(member, references));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_references(item, references)),
        _ => {}
    }
}

#[test]
fn what_is_not_there_is_a_problem_too() {
    each(|app| {
        let anybody = app.anybody();
        for path in
            ["/khong-co", "/tasks/0190163d-8694-739b-aea5-966c26f8ad90/khong-co", "/api/khong-co", "/api/v2/tasks"]
        {
            anybody.get(path).refused(404, "no_route");
            anybody.post(path, json!({})).refused(404, "no_route");
        }
        anybody.raw("PUT", "/tasks", "application/json", Vec::new()).refused(405, "method_not_allowed");
        anybody.delete("/auth/login").refused(405, "method_not_allowed");
    });
}

#[test]
fn every_answer_carries_the_headers_of_a_careful_server() {
    each(|app| {
        let doan = app.sign_in("doan");
        for path in ["/me", "/khong-co", "/healthz", "/api/docs/", "/tasks"] {
            let answer = doan.get(path);
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
            let policy = answer.header("content-security-policy");
            for part in ["default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"] {
                assert!(policy.contains(part), "{path}: {policy}");
            }
            assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
            assert_eq!(
                answer.header("permissions-policy"),
                "camera=(self), geolocation=(self), microphone=()",
                "{path}"
            );
            assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
            // Without https an address would lock itself out.
            assert!(answer.header("strict-transport-security").is_empty(), "{path}");
            assert!(!answer.header("x-request-id").is_empty(), "{path}");
            assert!(answer.header("server").is_empty(), "{path}");
        }
        for path in ["/tasks", "/me", "/units", "/notifications"] {
            assert_eq!(app.sign_in("chinhsach").get(path).header("cache-control"), "no-store", "{path}");
        }
    });
}

#[test]
fn browsers_that_came_by_tls_stay_with_it() {
    let https = |config: &mut bup::config::Config| config.public_url = Some("https://bup.badinh.example".to_owned());
    each_with(https, |app| {
        for path in ["/me", "/khong-co", "/healthz", "/api/docs/", "/cong-khai"] {
            let header = app.anybody().get(path).header("strict-transport-security").to_owned();
            assert_eq!(header, "max-age=31536000; includeSubDomains", "{path}");
        }
    });
}

/// No page of another address reads an answer of ours: no header ever allows it, whoever asks.
#[test]
fn no_other_origin_is_let_in() {
    let operations = operations();
    each(|app| {
        let doan = app.sign_in("doan").with("Origin", "https://evil.example");
        let with_method = doan.with("Access-Control-Request-Method", "PATCH");
        // One middleware answers for all; every fourth is enough to see it.
        for operation in operations.iter().step_by(4) {
            let path = operation.path("0190163d-8694-739b-aea5-966c26f8ad90");
            for (person, method) in [(&doan, operation.method.as_str()), (&with_method, "OPTIONS")] {
                let answer = person.raw(method, &path, "application/json", b"{".to_vec());
                let opened: Vec<&str> = answer
                    .headers
                    .keys()
                    .map(|name| name.as_str())
                    .filter(|name| name.starts_with("access-control-"))
                    .collect();
                assert!(opened.is_empty(), "{method} {path}: {opened:?}");
                assert!(method != "OPTIONS" || answer.status >= 400, "{path}: {}", answer.status);
            }
        }
    });
}

/// Whom the limits of sign-in take somebody for: three tries an address.
#[test]
fn only_named_proxies_say_who_asks() {
    let try_from = |app: &bup_tests::App, list: &str| {
        let login = json!({"username": "khongco", "password": "x"});
        app.anybody().with("X-Forwarded-For", list).post("/auth/login", login).status
    };
    // The proxy on this machine is believed: its last entry counts, whatever the visitor wrote before it.
    each_with(
        |config| config.login_attempts_per_minute = 3,
        |app| {
            for number in 0..3 {
                assert_eq!(try_from(app, &format!("10.9.8.{number}, 203.0.113.7")), 401);
            }
            assert_eq!(try_from(app, "10.9.8.77, 203.0.113.7"), 429, "forged entries are no other address");
            assert_eq!(try_from(app, "203.0.113.7, 203.0.113.8"), 401, "another visitor");
            assert_eq!(try_from(app, "203.0.113.7"), 429);
            // A header twice is one list.
            let twice = app.anybody().with("X-Forwarded-For", "203.0.113.50").with("X-Forwarded-For", "203.0.113.7");
            assert_eq!(twice.post("/auth/login", json!({"username": "khongco", "password": "x"})).status, 429);
        },
    );
    // Two proxies, one behind the other.
    let chain = |config: &mut bup::config::Config| {
        config.login_attempts_per_minute = 3;
        config.trusted_proxies = Networks::parse(["127.0.0.1, 172.29.83.0/28"]).expect("ranges");
    };
    each_with(chain, |app| {
        for number in 0..3 {
            assert_eq!(try_from(app, &format!("1.1.1.{number}, 203.0.113.7, 172.29.83.10")), 401);
        }
        assert_eq!(try_from(app, "203.0.113.7, 172.29.83.11"), 429);
    });
    // This machine is no proxy of ours: it counts itself, however often it claims to be another.
    let nobody = |config: &mut bup::config::Config| {
        config.login_attempts_per_minute = 3;
        config.trusted_proxies = Networks::parse(["203.0.113.200"]).expect("an address");
    };
    each_with(nobody, |app| {
        for number in 0..3 {
            assert_eq!(try_from(app, &format!("203.0.113.{number}")), 401);
        }
        assert_eq!(try_from(app, "203.0.113.99"), 429);
        assert_eq!(
            app.anybody().with("X-Forwarded-For", "203.0.113.7").get("/metrics").status,
            200,
            "it is this machine"
        );
    });
}
