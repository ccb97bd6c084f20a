//! Phiếu sinh hoạt hè: two cards a sheet, fronts on one page and their backs on the next, to be printed on both sides
//! (turned at the long edge) and cut in the middle. A card is then an A5 sheet.

use std::fmt::Write;

use super::minutes::or_blank;
use super::{ActivityCard, Sex};
use crate::decree30::{
    Align, BLANK, Look, Margins, Pages, Paper, capitals, cell, docx, field, gap, layout_table, line, mm, page_break,
    paragraph, short_date, underline, whole_row,
};

const EDGE: i64 = mm(9);
const SIDE: i64 = mm(14);
const WIDTH: i64 = 11_906 - 2 * SIDE;
/// Half of the paper less what the margin took of it: the cut is exactly in the middle.
const UPPER: i64 = 16_838 / 2 - EDGE;
/// A little less below, where the paragraphs around the table need their room.
const LOWER: i64 = UPPER - mm(1);

/// Cards of children, front and back, ready to be cut; a `.docx`.
pub fn activity_cards(cards: &[ActivityCard]) -> Vec<u8> {
    let mut xml = String::new();
    for (index, sheet) in cards.chunks(2).enumerate() {
        page_break(&mut xml, index > 0);
        halves(&mut xml, sheet, front);
        page_break(&mut xml, true);
        halves(&mut xml, sheet, back);
    }
    let margins = Margins { top: EDGE, bottom: EDGE, left: SIDE, right: SIDE };
    docx("Phiếu sinh hoạt hè", &[Pages { paper: Paper::Portrait, margins, xml }], false)
}

fn halves(out: &mut String, sheet: &[ActivityCard], side: fn(&mut String, &ActivityCard)) {
    layout_table(out, &[WIDTH]);
    for (index, card) in sheet.iter().enumerate() {
        let (height, border) = match index {
            0 => (
                UPPER,
                r#"<w:tcBorders><w:bottom w:val="dashed" w:sz="4" w:space="0" w:color="808080"/></w:tcBorders>"#,
            ),
            _ => (LOWER, ""),
        };
        let _ = write!(
            out,
            r#"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{WIDTH}" w:type="dxa"/>{border}</w:tcPr>"#
        );
        if index > 0 {
            gap(out, EDGE);
        }
        side(out, card);
        out.push_str("</w:tc></w:tr>");
    }
    out.push_str("</w:tbl>");
}

fn front(out: &mut String, card: &ActivityCard) {
    const RIGHT: i64 = mm(92);
    const LEFT: i64 = WIDTH - RIGHT;
    const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
    layout_table(out, &[LEFT, RIGHT]);
    whole_row(out, |out| {
        cell(out, LEFT, |out| {
            if let Some(parent) = &card.school_parent {
                paragraph(out, &Look::centered(11), &capitals(parent));
            }
            let school = capitals(&card.school);
            paragraph(out, &Look::centered(11).bold(), &school);
            underline(out, &school, 11, LEFT);
        });
        cell(out, RIGHT, |out| {
            paragraph(out, &Look::centered(11).bold(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            paragraph(out, &Look::centered(12).bold(), MOTTO);
            line(out, crate::decree30::width(MOTTO, 12), RIGHT);
        });
    });
    out.push_str("</w:tbl>");
    paragraph(out, &Look::centered(16).bold().spaced(200, 0), "PHIẾU SINH HOẠT HÈ");
    paragraph(out, &Look::centered(13).bold().spaced(0, 120), &format!("Năm {}", card.year));
    let sex = card.sex.map(Sex::vietnamese);
    let born = short_date(card.born);
    fields(out, &[("Họ tên học sinh", 50, Some(&card.name)), ("Ngày sinh", 28, Some(&born)), ("Giới tính", 22, sex)]);
    fields(
        out,
        &[
            ("Lớp", 22, card.class.as_deref()),
            ("Học lực", 38, card.academic.as_deref()),
            ("Hạnh kiểm cuối năm", 40, card.conduct.as_deref()),
        ],
    );
    fields(out, &[("Năng khiếu cá nhân", 100, card.talents.as_deref())]);
    let address = [card.address.as_deref(), card.neighborhood.as_deref()];
    let address = address.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ");
    fields(out, &[("Địa chỉ", 100, Some(&address))]);
    fields(out, &[("Họ tên cha", 50, card.father.as_deref()), ("Họ tên mẹ", 50, card.mother.as_deref())]);
    let date = format!("{}, ngày {BLANK} tháng {BLANK} năm {}", or_blank(Some(&card.place)), card.year);
    signatures(
        out,
        &date,
        [
            ("XÁC NHẬN CỦA NHÀ TRƯỜNG", "(Ký tên, đóng dấu)", None),
            ("GIÁO VIÊN CHỦ NHIỆM", "(Ký, ghi rõ họ tên)", card.teacher.as_deref()),
        ],
    );
}

fn back(out: &mut String, card: &ActivityCard) {
    paragraph(out, &Look::centered(14).bold(), "NHẬN XÉT KẾT QUẢ HOẠT ĐỘNG HÈ");
    paragraph(out, &Look::centered(12).bold().spaced(0, 120), &capitals(&card.unit));
    // On both sides: a copy of one side must not lose its child.
    fields(out, &[("Học sinh", 60, Some(&card.name)), ("Lớp", 40, card.class.as_deref())]);
    let sessions = card.sessions.map(|(came, held)| format!("{came}/{held}"));
    fields(
        out,
        &[
            ("Số buổi tham gia sinh hoạt", 45, sessions.as_deref()),
            match card.rating {
                Some(rating) => ("Xếp loại", 55, Some(rating.vietnamese())),
                None => ("Xếp loại (tốt, khá, trung bình, yếu)", 55, None),
            },
        ],
    );
    match card.remarks.as_deref().map(str::trim).filter(|remarks| !remarks.is_empty()) {
        Some(remarks) => {
            paragraph(out, &Look::new(13).spaced(60, 60), "Nhận xét của tiểu ban hoạt động hè:");
            // Long remarks in smaller letters, so that the card stays half a page.
            let points = match remarks.chars().count() {
                0..=400 => 13,
                401..=700 => 11,
                _ => 9,
            };
            let look = Look { align: Align::Justified, ..Look::new(points).spaced(0, 60) };
            for line in remarks.lines() {
                paragraph(out, &look, line);
            }
        }
        None => {
            fields(out, &[("Nhận xét của tiểu ban hoạt động hè", 100, None)]);
            for _ in 0..3 {
                fields(out, &[("", 100, None)]);
            }
        }
    }
    let date = format!("{}, ngày {BLANK} tháng {BLANK} năm {}", or_blank(Some(&card.place)), card.year);
    let committee = format!("XÁC NHẬN CỦA\n{}", capitals(&card.committee));
    let unit = format!("TM. {}", capitals(&card.unit));
    signatures(
        out,
        &date,
        [
            (&committee, "(Ký tên, đóng dấu)", card.committee_head.as_deref()),
            (&unit, "(Ký, ghi rõ họ tên)", card.unit_head.as_deref()),
        ],
    );
}

/// One line of fields; parts of its width in hundredths.
fn fields(out: &mut String, fields: &[(&str, i64, Option<&str>)]) {
    let widths: Vec<i64> = fields.iter().map(|(_, part, _)| WIDTH * part / 100).collect();
    layout_table(out, &widths);
    whole_row(out, |out| {
        for ((label, _, value), width) in fields.iter().zip(&widths) {
            cell(out, *width, |out| field(out, &Look::new(13).spaced(50, 50), label, *value, *width - mm(2)));
        }
    });
    out.push_str("</w:tbl>");
    gap(out, 20);
}

fn signatures(out: &mut String, date: &str, sides: [(&str, &str, Option<&str>); 2]) {
    let half = WIDTH / 2;
    gap(out, mm(2));
    layout_table(out, &[half, half]);
    whole_row(out, |out| {
        for (index, (title, hint, name)) in sides.into_iter().enumerate() {
            cell(out, half, |out| {
                paragraph(out, &Look::centered(12).italic(), if index == 0 { "" } else { date });
                paragraph(out, &Look::centered(12).bold(), title);
                paragraph(out, &Look::centered(11).italic(), hint);
                paragraph(out, &Look::centered(12).bold().spaced(mm(16), 0), name.unwrap_or_default());
            });
        }
    });
    out.push_str("</w:tbl>");
    // A cell ends in a paragraph.
    gap(out, 20);
}
