//! The poster: on a notice board, a school gate or a shop door, for those who have no link to tap.

use maud::{DOCTYPE, PreEscaped, html};

use super::content::PublicPage;
use super::hotlines::spaced;
use super::page::{Place, committee, headline, period};
use super::qr;

const STYLE: &str = include_str!("poster.css");

/// The size of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    A4,
    A3,
}

impl Paper {
    /// A3 is A4 made larger by the square root of two, letters and all.
    fn style(self) -> &'static str {
        match self {
            Self::A4 => "@page{size:A4;margin:12mm}html{font-size:16px}",
            Self::A3 => {
                "@page{size:A3;margin:17mm}html{font-size:16px}@media print{html{font-size:22.6px}.codes svg{width:57mm}}"
            }
        }
    }
}

/// The poster of a ward; `origin` is the address that phones will open.
pub fn render(page: &PublicPage, place: &Place, origin: &str, paper: Paper) -> String {
    let (report, site) = (format!("{origin}{}", place.report), format!("{origin}{}", place.path));
    let title = format!("Áp phích · {}", page.ward.name);
    let poster = format!("{}/ap-phich", place.path);
    let page = html! {
        (DOCTYPE)
        html lang="vi" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) }
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                style { (PreEscaped(STYLE)) (PreEscaped(paper.style())) }
            }
            body {
                nav.bar aria-label="In áp phích" {
                    a href=(place.path) { "Về trang công khai" }
                    @if paper == Paper::A4 { a href=(format!("{poster}?kho=a3")) { "Khổ A3" } }
                    @else { a href=(poster) { "Khổ A4" } }
                    span { "In: Ctrl+P trên máy tính; trên điện thoại chọn Chia sẻ, rồi In." }
                }
                main.sheet {
                    header.top {
                        p.who { (committee(&page.ward.name)) }
                        h1 { (headline(page)) }
                        @if let Some(plan) = &page.plan { p.when { (period(plan)) } }
                    }
                    section.call aria-labelledby="goi" {
                        h2 id="goi" { "Trẻ em gặp nguy hiểm? Gọi ngay" }
                        ul.lines { @for line in page.hotlines.iter().take(5) { li {
                            strong { (spaced(&line.phone)) }
                            b { (line.label) }
                            @if !line.note.is_empty() { p { (line.note) } }
                        } } }
                    }
                    div.codes {
                        section aria-labelledby="bao" {
                            (qr::code(&report, "Mã QR: báo tin về trẻ em"))
                            div {
                                h2 id="bao" { "Báo tin về trẻ em" }
                                p { "Không cần nêu tên. " (report) }
                            }
                        }
                        section aria-labelledby="xem" {
                            (qr::code(&site, "Mã QR: trang công khai của phường"))
                            div {
                                h2 id="xem" { "Chương trình, lời khuyên an toàn" }
                                p { (site) }
                            }
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}
