//! Phiếu sinh hoạt hè: two cards a sheet, fronts on one page and their backs on the next, to be printed on both sides
//! (turned at the long edge) and cut in the middle. A card is then an A5 sheet.

use super::{ActivityCard, Sex};
use crate::decree30::{
    Align, BLANK, Blocks, Cell, Look, MOTTO, Margins, NATION, Pages, Paper, Row, Signature, capitals, cell, clean,
    docx, field, gap, layout_table, line, lines, mm, or_blank, page_break, paragraph, pdf, row, short_date,
    side_by_side, underline, width,
};

const EDGE: i64 = mm(9);
const SIDE: i64 = mm(14);
const WIDTH: i64 = 11_906 - 2 * SIDE;
/// Half of the paper less what the margin took of it: the cut is exactly in the middle.
const UPPER: i64 = 16_838 / 2 - EDGE;
/// A little less below, where the paragraphs around the table need their room.
const LOWER: i64 = UPPER - mm(1);
/// The head of a card in two columns.
const RIGHT: i64 = mm(92);
const LEFT: i64 = WIDTH - RIGHT;
/// Half of it less the space between two who sign.
const SIGNER: i64 = WIDTH / 2 - mm(3);
/// One more line of 13 pt.
const LINE: i64 = 300;
const REMARKS: &str = "Nhận xét của tiểu ban hoạt động hè";

const TITLE: &str = "Phiếu sinh hoạt hè";

/// Cards of children, front and back, ready to be cut; a `.docx`.
pub fn activity_cards(cards: &[ActivityCard]) -> Vec<u8> {
    docx(TITLE, &[pages(cards)], false)
}

/// The same as a PDF.
pub fn activity_cards_pdf(cards: &[ActivityCard]) -> Vec<u8> {
    pdf(TITLE, "", &[pages(cards)], false)
}

fn pages(cards: &[ActivityCard]) -> Pages {
    let mut blocks = Blocks::new();
    for (index, sheet) in sheets(cards).into_iter().enumerate() {
        page_break(&mut blocks, index > 0);
        halves(&mut blocks, sheet, front);
        page_break(&mut blocks, true);
        halves(&mut blocks, sheet, back);
    }
    let margins = Margins { top: EDGE, bottom: EDGE, left: SIDE, right: SIDE };
    Pages { paper: Paper::Portrait, margins, blocks }
}

/// Pairs of cards; one that is too long for half a page has a sheet of its own, or the backs of all that follow would
/// be printed behind other children's fronts.
fn sheets(cards: &[ActivityCard]) -> Vec<&[ActivityCard]> {
    let mut sheets = Vec::new();
    let mut rest = cards;
    while let [first, others @ ..] = rest {
        let pair = others.first().is_some_and(|second| !is_long(first) && !is_long(second));
        let (sheet, after) = rest.split_at(if pair { 2 } else { 1 });
        sheets.push(sheet);
        rest = after;
    }
    sheets
}

fn is_long(card: &ActivityCard) -> bool {
    front_room(card) == Room::Missing || back_room(card) == Room::Missing
}

/// What half a page has left for a side of a card.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Plenty,
    /// Enough with less space between lines and for signatures.
    Tight,
    Missing,
}

impl Room {
    /// By the height of what a side says beyond one line a field, against what there is for it.
    fn for_height(height: i64, plenty: i64, tight: i64) -> Self {
        match height {
            _ if height <= plenty => Self::Plenty,
            _ if height <= tight => Self::Tight,
            _ => Self::Missing,
        }
    }

    const fn spacing(self) -> i64 {
        if matches!(self, Self::Tight) { 40 } else { 80 }
    }

    const fn signing(self) -> i64 {
        if matches!(self, Self::Tight) { mm(12) } else { mm(18) }
    }
}

fn front_room(card: &ActivityCard) -> Room {
    let school = extra_lines(&capitals(&card.school), 11, LEFT)
        + extra_lines(&capitals(card.school_parent.as_deref().unwrap_or_default()), 11, LEFT);
    let fields: i64 = front_fields(card)
        .iter()
        .map(|row| {
            let extra = |field: &Field<'_>| field.extra_lines();
            row.iter().map(extra).max().unwrap_or_default()
        })
        .sum();
    Room::for_height((school + fields) * LINE, mm(18), mm(32))
}

fn back_room(card: &ActivityCard) -> Room {
    let titles = extra_lines(&capitals(&card.unit), 12, WIDTH)
        + (extra_lines(&capitals(&card.committee), 12, SIGNER) - 1).max(0)
        + (extra_lines(&format!("TM. {}", capitals(&card.unit)), 12, SIGNER) - 2).max(0);
    let child: i64 = back_fields(card).iter().flatten().map(Field::extra_lines).sum();
    let remarks = remarks(card).map_or(mm(24), |remarks| {
        let points = points_of(remarks);
        // The height of a line of type, 1.15 times its size, in twips.
        (extra_lines(&clean(remarks), points, WIDTH) + 1) * points * 23
    });
    Room::for_height((titles + child) * LINE + remarks, mm(38), mm(46))
}

/// Lines beyond the first.
fn extra_lines(text: &str, points: i64, room: i64) -> i64 {
    i64::try_from(lines(text, points, room).len()).unwrap_or(i64::MAX / LINE / 100) - 1
}

fn halves(out: &mut Blocks, sheet: &[ActivityCard], side: fn(&mut Blocks, &ActivityCard)) {
    let half = |(index, card): (usize, &ActivityCard)| {
        let upper = index == 0;
        let content = cell(WIDTH, |out| {
            if !upper {
                gap(out, EDGE);
            }
            side(out, card);
        });
        let height = if upper { UPPER } else { LOWER };
        Row { header: false, height: Some(height), cells: vec![Cell { cut: upper, ..content }] }
    };
    layout_table(out, &[WIDTH], sheet.iter().enumerate().map(half).collect());
}

fn front(out: &mut Blocks, card: &ActivityCard) {
    let room = front_room(card);
    let school = cell(LEFT, |out| {
        if let Some(parent) = &card.school_parent {
            paragraph(out, &Look::centered(11), &capitals(parent));
        }
        let school = capitals(&card.school);
        paragraph(out, &Look::centered(11).bold(), &school);
        underline(out, &school, 11, LEFT);
    });
    let nation = cell(RIGHT, |out| {
        paragraph(out, &Look::centered(11).bold(), NATION);
        paragraph(out, &Look::centered(12).bold(), MOTTO);
        line(out, width(MOTTO, 12), RIGHT);
    });
    layout_table(out, &[LEFT, RIGHT], vec![row(vec![school, nation])]);
    paragraph(out, &Look::centered(16).bold().spaced(200, 0), "PHIẾU SINH HOẠT HÈ");
    paragraph(out, &Look::centered(13).bold().spaced(0, 120), &format!("Năm {}", card.year));
    for row in front_fields(card) {
        fields(out, &row, room);
    }
    let sides = [
        signature(&["XÁC NHẬN CỦA NHÀ TRƯỜNG"], "(Ký tên, đóng dấu)", None),
        signature(&["GIÁO VIÊN CHỦ NHIỆM"], "(Ký, ghi rõ họ tên)", card.teacher.as_deref()),
    ];
    signatures(out, card, &sides, room);
}

fn front_fields(card: &ActivityCard) -> Vec<Vec<Field<'_>>> {
    let address = [card.address.as_deref(), card.neighborhood.as_deref()];
    let address: Vec<&str> = address.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    vec![
        vec![
            Field::new("Họ tên học sinh", 50, Some(&card.name)),
            Field::new("Ngày sinh", 28, Some(&short_date(card.born))),
            Field::new("Giới tính", 22, card.sex.map(Sex::vietnamese)),
        ],
        vec![
            Field::new("Lớp", 22, card.class.as_deref()),
            Field::new("Học lực", 38, card.academic.as_deref()),
            Field::new("Hạnh kiểm cuối năm", 40, card.conduct.as_deref()),
        ],
        vec![Field::new("Năng khiếu cá nhân", 100, card.talents.as_deref())],
        vec![Field::new("Địa chỉ", 100, Some(&address.join(", ")))],
        vec![Field::new("Họ tên cha", 50, card.father.as_deref()), Field::new("Họ tên mẹ", 50, card.mother.as_deref())],
    ]
}

fn back(out: &mut Blocks, card: &ActivityCard) {
    let room = back_room(card);
    paragraph(out, &Look::centered(14).bold(), "NHẬN XÉT KẾT QUẢ HOẠT ĐỘNG HÈ");
    paragraph(out, &Look::centered(12).bold().spaced(0, 120), &capitals(&card.unit));
    for row in back_fields(card) {
        fields(out, &row, room);
    }
    match remarks(card) {
        Some(remarks) => {
            paragraph(out, &Look::new(13).spaced(60, 60), &format!("{REMARKS}:"));
            let look = Look { align: Align::Justified, ..Look::new(points_of(remarks)) };
            for line in clean(remarks).lines() {
                paragraph(out, &look, line);
            }
        }
        None => {
            fields(out, &[Field::new(REMARKS, 100, None)], room);
            for _ in 0..3 {
                fields(out, &[Field::new("", 100, None)], room);
            }
        }
    }
    let sides = [
        signature(&["XÁC NHẬN CỦA", &card.committee], "(Ký tên, đóng dấu)", card.committee_head.as_deref()),
        signature(&[&format!("TM. {}", card.unit)], "(Ký, ghi rõ họ tên)", card.unit_head.as_deref()),
    ];
    signatures(out, card, &sides, room);
}

fn back_fields(card: &ActivityCard) -> Vec<Vec<Field<'_>>> {
    let sessions = card.sessions.map(|(came, held)| format!("{came}/{held}"));
    let rating = match card.rating {
        Some(rating) => Field::new("Xếp loại", 55, Some(rating.vietnamese())),
        None => Field::new("Xếp loại (tốt, khá, trung bình, yếu)", 55, None),
    };
    vec![
        // The child on both sides: a copy of one must not lose whose it is.
        vec![Field::new("Học sinh", 60, Some(&card.name)), Field::new("Lớp", 40, card.class.as_deref())],
        vec![Field::new("Số buổi tham gia sinh hoạt", 45, sessions.as_deref()), rating],
    ]
}

fn remarks(card: &ActivityCard) -> Option<&str> {
    card.remarks.as_deref().map(str::trim).filter(|remarks| !remarks.is_empty())
}

/// Long remarks in smaller letters, so that the card stays half a page.
fn points_of(remarks: &str) -> i64 {
    match remarks.chars().count() {
        0..=400 => 13,
        401..=700 => 11,
        _ => 9,
    }
}

/// A label, its part of the line in hundredths, and what is known of it.
struct Field<'a> {
    label: &'a str,
    part: i64,
    value: Option<String>,
}

impl<'a> Field<'a> {
    fn new(label: &'a str, part: i64, value: Option<&str>) -> Self {
        Self { label, part, value: value.map(|value| clean(value).replace('\n', " ")) }
    }

    fn extra_lines(&self) -> i64 {
        let words = format!("{}: {}", self.label, self.value.as_deref().unwrap_or_default());
        extra_lines(&words, 13, WIDTH * self.part / 100)
    }
}

fn fields(out: &mut Blocks, fields: &[Field<'_>], room: Room) {
    let widths: Vec<i64> = fields.iter().map(|field| WIDTH * field.part / 100).collect();
    let look = Look::new(13).spaced(room.spacing(), room.spacing());
    let cells = fields
        .iter()
        .zip(&widths)
        .map(|(part, width)| cell(*width, |out| field(out, &look, part.label, part.value.as_deref(), *width - mm(2))));
    layout_table(out, &widths, vec![row(cells.collect())]);
    gap(out, 20);
}

fn signatures(out: &mut Blocks, card: &ActivityCard, sides: &[Signature; 2], room: Room) {
    let half = WIDTH / 2;
    let date = format!("{}, ngày {BLANK} tháng {BLANK} năm {}", or_blank(Some(&card.place)), card.year);
    gap(out, mm(4));
    let cells = vec![
        cell(half, |out| paragraph(out, &Look::new(12), "")),
        cell(half, |out| paragraph(out, &Look::centered(12).italic(), &date)),
    ];
    layout_table(out, &[half, half], vec![row(cells)]);
    gap(out, 20);
    side_by_side(out, sides, 12, room.signing(), WIDTH);
    // A cell ends in a paragraph.
    gap(out, 20);
}

fn signature(lines: &[&str], hint: &str, name: Option<&str>) -> Signature {
    Signature {
        lines: lines.iter().map(|&line| line.to_owned()).collect(),
        hint: Some(hint.to_owned()),
        name: name.map(str::to_owned),
    }
}
