//! The page beside hostile words, and the promises that it makes: light, without a script, the numbers first.

use super::content::{PublicEvent, PublicFigure, PublicPage, PublicPlan, PublicText, PublicWard};
use super::hotlines;
use super::page::{self, Place};
use super::poster::{self, Paper};
use crate::db::types::{Id, Instant};

const HOSTILE: &str = "</style></script><script>alert('x')</script>\"><img src=x onerror=alert(1)>&amp;";

fn now() -> Instant {
    Instant::parse("2024-06-03T01:00:00Z").unwrap()
}

fn event(words: &str, day: i64, status: &str) -> PublicEvent {
    let starts_at = now().plus(chrono::TimeDelta::days(day));
    PublicEvent {
        id: Id::new(now()),
        title: words.to_owned(),
        kind_label: words.to_owned(),
        starts_at,
        ends_at: Some(starts_at.plus(chrono::TimeDelta::hours(2))),
        place: words.to_owned(),
        for_whom: words.to_owned(),
        lead_unit_name: words.to_owned(),
        status: status.to_owned(),
    }
}

fn page_of(words: &str) -> PublicPage {
    let note = || PublicText { title: words.to_owned(), body: format!("{words}\n{words}"), reply: words.to_owned() };
    PublicPage {
        ward: PublicWard { code: "ba-dinh".into(), name: format!("Phường {words}") },
        plan: Some(PublicPlan {
            year: 2024,
            theme: words.to_owned(),
            starts_on: "2024-06-01".parse().unwrap(),
            ends_on: "2024-06-30".parse().unwrap(),
            slogans: vec![words.to_owned(); 6],
        }),
        hotlines: hotlines::all(&[], &[hotline(words)]),
        notices: vec![note(); 2],
        events: vec![event(words, 2, "approved"), event(words, -1, "held")],
        advice: vec![note(); 7],
        figures: vec![PublicFigure { key: "x".into(), value: words.to_owned(), label: words.to_owned() }],
        givers: vec![note(); 4],
        voices: vec![note(); 3],
        emergency_hours: 12,
        plan_working_days: 5,
    }
}

fn place(page: &PublicPage) -> Place {
    Place::of(&page.ward, 1, Some("https://bup.example.vn".into()))
}

fn hotline(words: &str) -> crate::setup::Hotline {
    crate::setup::Hotline { label: words.to_owned(), phone: "0912345678".to_owned(), hours: words.to_owned() }
}

#[test]
fn no_word_of_anybody_becomes_markup() {
    let page = page_of(HOSTILE);
    let list = page::render_list(std::slice::from_ref(&page.ward), None);
    let poster = poster::render(&page, &place(&page), "https://bup.example.vn", Paper::A3);
    for html in [page::render(&page, &place(&page), now()), list, poster] {
        assert!(html.contains("alert("), "the words are there");
        assert!(!html.contains("<img") && !html.contains("<script>"), "{html}");
        assert_eq!(html.matches("</style>").count(), 1);
        assert!(html.matches("<script").count() <= 1 && html.matches("</script>").count() <= 1, "{html}");
    }
}

#[test]
fn the_data_for_search_engines_can_be_read() {
    let page = page_of(HOSTILE);
    let html = page::render(&page, &place(&page), now());
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    let (text, _) = rest.split_once("</script>").unwrap();
    let data: serde_json::Value = serde_json::from_str(text).unwrap();
    let events = &data["@graph"];
    assert_eq!((events[0]["@type"].as_str(), events[0]["name"].as_str()), (Some("Event"), Some(HOSTILE)));
    assert!(events[1].is_null(), "what is over is not announced");
}

#[test]
fn it_is_light_and_the_numbers_come_first() {
    let words = "Không để trẻ nhỏ một mình gần ao, hồ, sông, giếng, dù chỉ một phút. Rào ao, đậy giếng.";
    let mut page = page_of(words);
    page.events = (0..18).map(|day| event("Ngày hội đọc sách của trẻ em", day - 6, "approved")).collect();
    let html = page::render(&page, &place(&page), now());
    assert!(html.len() < 30_000, "{} bytes", html.len());
    let (_, body) = html.split_once("<body>").unwrap();
    let at = |word: &str| body.find(word).unwrap_or_else(|| panic!("no {word}"));
    assert!(at("tel:111") < at("<h2") && at("tel:113") < at("<h2"));
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(html.contains("<html lang=\"vi\">") && !html.contains(" src=") && !html.contains("@import"));
}

#[test]
fn upcoming_events_stand_before_those_that_were_held() {
    let page =
        PublicPage { events: vec![event("Sắp tới", 2, "approved"), event("Xong", -2, "reported")], ..page_of("x") };
    let html = page::render(&page, &place(&page), now());
    assert!(html.find("Sắp tới") < html.rfind("Xong"));
    assert_eq!(html.matches("Đã tổ chức").count(), 1);
    let none = page::render(&PublicPage { events: Vec::new(), ..page_of("x") }, &place(&page), now());
    assert!(!none.contains("Chương trình và sự kiện") && !none.contains("ld+json"));
}

#[test]
fn several_wards_have_an_address_each() {
    let ward = PublicWard { code: "a b/ế".into(), name: "Phường A".into() };
    let place = Place::of(&ward, 2, None);
    assert_eq!(place.path, "/cong-khai/a%20b%2F%E1%BA%BF");
    assert_eq!(Place::of(&ward, 1, None).report, "/bao-tin");
    assert_eq!(page::committee("Phường Ba Đình"), "Ủy ban nhân dân phường Ba Đình");
    assert_eq!(page::committee("Ba Đình"), "Ủy ban nhân dân Ba Đình");
}

#[test]
fn a_poster_has_two_codes() {
    let page = page_of("Trẻ em");
    let html = poster::render(&page, &place(&page), "https://bup.example.vn", Paper::A4);
    assert_eq!(html.matches("<svg").count(), 2);
    assert!(html.contains("https://bup.example.vn/bao-tin") && html.contains("size:A4"));
}
