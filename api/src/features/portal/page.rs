//! The page as HTML: one document, no script, every value escaped by the template (maud escapes what it is given).

use chrono::Datelike;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::{Value, json};

use super::content::{PublicEvent, PublicPage, PublicPlan, PublicText, PublicWard};
use super::hotlines::spaced;
use crate::calendar::{ward_time, ward_today};
use crate::db::types::Instant;

const STYLE: &str = include_str!("page.css");

/// Where the page stands: the address that people open, when the settings tell it, and the path.
#[derive(Clone, Debug)]
pub struct Place {
    /// `https://bup.example.vn`, without a slash at the end.
    pub origin: Option<String>,
    /// `/cong-khai` or, where there are several wards, `/cong-khai/ba-dinh`.
    pub path: String,
    /// `/bao-tin`, with the ward where there are several.
    pub report: String,
    /// `?ward=ba-dinh` where there are several.
    pub query: String,
}

impl Place {
    /// The place of a ward, among so many.
    pub fn of(ward: &PublicWard, wards: usize, origin: Option<String>) -> Self {
        let code = form_urlencoded::byte_serialize(ward.code.as_bytes()).collect::<String>().replace('+', "%20");
        if wards == 1 {
            return Self { origin, path: "/cong-khai".into(), report: "/bao-tin".into(), query: String::new() };
        }
        Self {
            origin,
            path: format!("/cong-khai/{code}"),
            report: format!("/bao-tin?phuong={code}"),
            query: format!("?ward={code}"),
        }
    }

    fn address(&self) -> String {
        format!("{}{}", self.origin.as_deref().unwrap_or(""), self.path)
    }
}

/// "Ủy ban nhân dân phường Ba Đình".
pub fn committee(ward: &str) -> String {
    let mut letters = ward.chars();
    let first: String = letters.next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
    let is_kind = ["Phường ", "Xã ", "Đặc khu ", "Thị trấn "].iter().any(|kind| ward.starts_with(kind));
    if is_kind {
        format!("Ủy ban nhân dân {first}{}", letters.as_str())
    } else {
        format!("Ủy ban nhân dân {ward}")
    }
}

/// What the page is called.
pub fn headline(page: &PublicPage) -> String {
    let theme = page.plan.as_ref().map(|plan| plan.theme.trim()).filter(|theme| !theme.is_empty());
    theme.map_or_else(|| format!("Vì trẻ em {}", page.ward.name), str::to_owned)
}

/// "Tháng hành động vì trẻ em · 01/6 – 30/6/2024".
pub fn period(plan: &PublicPlan) -> String {
    let (from, to) = (plan.starts_on, plan.ends_on);
    let day = |day: chrono::NaiveDate| format!("{:02}/{}", day.day(), day.month());
    let first = if from.year() == to.year() { day(from) } else { format!("{}/{}", day(from), from.year()) };
    format!("Tháng hành động vì trẻ em · {first}\u{a0}–\u{a0}{}/{}", day(to), to.year())
}

/// The whole page of a ward.
pub fn render(page: &PublicPage, place: &Place, now: Instant) -> String {
    let title = headline(page);
    let about = format!(
        "{}: số điện thoại cần gọi khi trẻ em gặp nguy hiểm, chương trình Tháng hành động vì trẻ em, lời khuyên an toàn.",
        page.ward.name
    );
    let calendar = format!("{}/lich.ics", place.path);
    let head = html! {
        link rel="canonical" href=(place.address());
        link rel="alternate" type="text/calendar" href=(calendar) title=(format!("Lịch sự kiện, {}", page.ward.name));
        link rel="alternate" type="application/json" href=(format!("/api/v1/public/page{}", place.query));
        meta property="og:type" content="website";
        meta property="og:locale" content="vi_VN";
        meta property="og:site_name" content=(committee(&page.ward.name));
        meta property="og:title" content=(title);
        meta property="og:description" content=(about);
        @if place.origin.is_some() { meta property="og:url" content=(place.address()); }
        (events_as_data(page, now))
    };
    let body = html! {
        header.top { div.in {
            p { (committee(&page.ward.name)) }
            h1 { (title) }
            @if let Some(plan) = &page.plan { p.when { (period(plan)) } }
            div.go {
                a.tell href=(place.report) { "Báo tin về trẻ em" }
                a.call href="tel:111" { "Gọi 111, miễn phí" }
            }
        } }
        main { div.in {
            (hotlines(page))
            @if !page.notices.is_empty() { (section("thong-bao", "Thông báo", html! {
                div.grid { @for note in &page.notices { article.card.notice { (text(note)) } } }
            })) }
            @if let Some(plan) = page.plan.as_ref().filter(|plan| !plan.slogans.is_empty()) {
                (section("thong-diep", "Thông điệp", html! {
                    ul.slogans { @for slogan in &plan.slogans { li { (slogan) } } }
                }))
            }
            (events(page, &calendar, now))
            (help(page, place))
            @if !page.advice.is_empty() { (section("an-toan", "Giữ an toàn cho trẻ", cards(&page.advice))) }
            @if !page.figures.is_empty() { (section("ket-qua", "Kết quả đến nay", html! {
                ul.grid.figures { @for figure in &page.figures {
                    li.card { strong { (figure.value) } (figure.label) }
                } }
            })) }
            @if !page.givers.is_empty() { (section("ung-ho", "Những tấm lòng vì trẻ em", cards(&page.givers))) }
            @if !page.voices.is_empty() { (section("tre-em-noi", "Trẻ em nói, phường làm", html! {
                div.grid { @for voice in &page.voices { article.card {
                    (text(voice))
                    @if !voice.reply.is_empty() { div.reply { p { b { "Phường đã làm" } } (paragraphs(&voice.reply)) } }
                } } }
            })) }
        } }
        footer.foot { div.in {
            p { (committee(&page.ward.name)) ". Trang này không nêu tên, ảnh hay chuyện riêng của trẻ em nào." }
            ul.links {
                li { a href=(format!("{}/ap-phich", place.path)) { "Áp phích để in" } }
                li { a href=(format!("/api/v1/public/page{}", place.query)) { "Dữ liệu mở (JSON)" } }
                li { a href="/dang-nhap" { "Đăng nhập cho cán bộ" } }
            }
        } }
    };
    document(&format!("{title} · {}", page.ward.name), &about, head, body)
}

/// The frame of every page here.
fn document(title: &str, about: &str, head: Markup, body: Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="vi" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                title { (title) }
                meta name="description" content=(about);
                meta name="theme-color" content="#06395c";
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                (head)
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    };
    page.into_string()
}

fn section(id: &str, title: &str, content: Markup) -> Markup {
    html! { section aria-labelledby=(id) { h2 id=(id) { (title) } (content) } }
}

fn paragraphs(text: &str) -> Markup {
    html! { @for line in text.lines().filter(|line| !line.is_empty()) { p { (line) } } }
}

fn text(note: &PublicText) -> Markup {
    html! { h3 { (note.title) } (paragraphs(&note.body)) }
}

fn cards(notes: &[PublicText]) -> Markup {
    html! { div.grid { @for note in notes { article.card { (text(note)) } } } }
}

/// First of all, for whoever opens the page in need.
fn hotlines(page: &PublicPage) -> Markup {
    html! { section aria-label="Số điện thoại cần gọi" {
        ul.grid { @for line in &page.hotlines { li.card {
            a.line href=(format!("tel:{}", line.phone)) {
                strong { (spaced(&line.phone)) }
                b { (line.label) }
                @if !line.note.is_empty() { span.second { (line.note) } }
            }
        } } }
    } }
}

fn events(page: &PublicPage, calendar: &str, now: Instant) -> Markup {
    let (over, to_come): (Vec<_>, Vec<_>) = page.events.iter().partition(|event| event.is_over(now));
    if page.events.is_empty() {
        return html! {};
    }
    section(
        "chuong-trinh",
        "Chương trình và sự kiện",
        html! {
            div.grid {
                @for event in to_come { (one_event(event, false)) }
                @for event in over { (one_event(event, true)) }
            }
            ul.links { li { a href=(calendar) { "Thêm vào lịch của anh/chị" } } }
        },
    )
}

fn one_event(event: &PublicEvent, is_over: bool) -> Markup {
    let day = ward_today(event.starts_at.utc());
    let clock = ward_time(event.starts_at.utc());
    let clock = clock.rsplit(' ').next().unwrap_or("");
    html! { article.card.event.over[is_over] {
        p.day { time datetime=(event.starts_at.rfc3339()) { span { (format!("{:02}/{}", day.day(), day.month())) } (clock) } }
        div {
            h3 { (event.title) }
            p { span.tag { @if is_over { "Đã tổ chức" } @else { (event.kind_label) } } }
            @if !event.place.is_empty() { p { (event.place) } }
            @if !event.for_whom.is_empty() { p.second { "Dành cho: " (event.for_whom) } }
            @if !event.lead_unit_name.is_empty() { p.second { (event.lead_unit_name) } }
        }
    } }
}

/// What to do, whom to call, what happens then: Law on Children, Decree 56/2017 arts 25 to 28 and 31, in plain words. The
/// figures are the ward's settings, because the law may change them.
fn help(page: &PublicPage, place: &Place) -> Markup {
    section(
        "giup-tre",
        "Khi thấy một trẻ em cần giúp",
        html! {
            div.card {
                ol.steps {
                    li { b { "Trẻ đang gặp nguy hiểm: gọi ngay " a href="tel:111" { "111" } " hoặc " a href="tel:113" { "113" } "." }
                        " Cả hai số gọi được ngày và đêm." }
                    li { b { "Thấy nghi ngờ cũng cứ báo." }
                        " Ai biết trẻ bị đánh, bị hại, bị bỏ mặc, hay có nguy cơ như vậy, đều phải báo ngay cho tổng đài 111, công an hoặc phường. Xác minh là việc của những người có trách nhiệm." }
                    li { b { "Không cần nêu tên." } " Phường giữ kín ai đã báo tin." }
                    li { b { "Đừng tra hỏi trẻ, đừng đăng lên mạng" } " tên, ảnh, trường, nhà của trẻ: lộ ra là trẻ bị hại thêm lần nữa." }
                }
                div.after {
                    h3 { "Sau khi anh/chị báo tin" }
                    ul.steps {
                        li { "Phường ghi lại ngay và xem trẻ có đang nguy hiểm không." }
                        li { "Trẻ bị hại nặng hoặc có thể bị hại nặng: phải có biện pháp bảo vệ khẩn cấp trong " (page.emergency_hours) " giờ." }
                        li { "Trẻ cần hỗ trợ: trong " (page.plan_working_days) " ngày làm việc có kế hoạch hỗ trợ, can thiệp trình Chủ tịch Ủy ban nhân dân phê duyệt." }
                        li { "Anh/chị nhận một mã để xem tin đã được xử lý đến đâu." }
                    }
                }
                ul.links {
                    li { a href=(place.report) { "Viết tin báo cho phường" } }
                    li { a href="/bao-tin/theo-doi" { "Xem tin đã báo đến đâu" } }
                }
            }
        },
    )
}

/// The events to come, for search engines (schema.org).
fn events_as_data(page: &PublicPage, now: Instant) -> Markup {
    let events: Vec<Value> =
        page.events.iter().filter(|event| !event.is_over(now)).map(|one| as_data(page, one)).collect();
    if events.is_empty() {
        return html! {};
    }
    let graph = json!({"@context": "https://schema.org", "@graph": events});
    // A tag within the text would end the element: JSON may write its bracket otherwise.
    let text = graph.to_string().replace('<', "\\u003c");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

fn as_data(page: &PublicPage, event: &PublicEvent) -> Value {
    let place = if event.place.is_empty() { &page.ward.name } else { &event.place };
    json!({
        "@type": "Event",
        "name": event.title,
        "startDate": event.starts_at.rfc3339(),
        "endDate": event.ends_at.unwrap_or(event.starts_at).rfc3339(),
        "location": {"@type": "Place", "name": place, "address": page.ward.name},
    })
}

/// The page of an installation with several wards: which one?
pub fn render_list(wards: &[PublicWard], origin: Option<String>) -> String {
    let about = "Trang công khai về trẻ em của các phường: số điện thoại cần gọi, chương trình, lời khuyên an toàn.";
    let address = format!("{}/cong-khai", origin.unwrap_or_default());
    let head = html! { link rel="canonical" href=(address); };
    let body = html! {
        header.top { div.in {
            h1 { "Vì trẻ em" }
            p.when { "Chọn phường của anh/chị" }
            div.go { a.call href="tel:111" { "Gọi 111, miễn phí" } }
        } }
        main { div.in { ul.grid { @for ward in wards {
            li.card { a.line href=(Place::of(ward, 2, None).path) { strong { (ward.name) } } }
        } } } }
    };
    document("Vì trẻ em", about, head, body)
}

/// What stands there instead of a page: it is always said whom to call.
pub fn render_absence(is_unknown: bool) -> String {
    let (title, what) = if is_unknown {
        ("Không có trang này", "Địa chỉ này không có. Có thể phường đã đổi tên.")
    } else {
        ("Trang chưa mở được", "Máy chủ đang bận. Hãy thử lại sau ít phút.")
    };
    let body = html! {
        header.top { div.in {
            h1 { (title) }
            p.when { (what) " Trẻ đang gặp nguy hiểm thì gọi ngay, đừng chờ trang này." }
            div.go {
                a.tell href="tel:111" { "Gọi 111, miễn phí" }
                a.call href="tel:113" { "Gọi 113" }
            }
        } }
        main { div.in { div.card { a href="/cong-khai" { "Về trang công khai" } } } }
    };
    document(title, what, html! { meta name="robots" content="noindex"; }, body)
}

/// The addresses that search engines may show.
pub fn render_sitemap(origin: &str, paths: &[String]) -> String {
    let list = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for path in paths { url { loc { (origin) (path) } } }
        }
    };
    list.into_string()
}
