use super::minutes::{Sides, Tally, by_grade, by_neighborhood, counts, documents, ending, parties, period, text};
use super::{Rating, ReturnMinutes, ReturnedChild, Sex};
use crate::decree30::{Align, Column, Document, Level, Paper, Table, opening, sentence, short_date};

/// BIÊN BẢN bàn giao trẻ em về nhà trường after the summer, with each child's rating as an annex; a `.docx`.
pub fn return_minutes(minutes: &ReturnMinutes) -> Vec<u8> {
    written(minutes).finish()
}

/// The same as a PDF.
pub fn return_minutes_pdf(minutes: &ReturnMinutes) -> Vec<u8> {
    written(minutes).pdf()
}

fn written(minutes: &ReturnMinutes) -> Document {
    let subject =
        format!("Bàn giao, tiếp nhận trẻ em từ địa phương về nhà trường\nsau sinh hoạt hè năm {}", minutes.summer.year);
    let sides = Sides { giver: &minutes.giver, receiver: &minutes.receiver, parents: &minutes.parents };
    let mut document = Document::new(&minutes.header, "BIÊN BẢN", &subject);
    document.legal_bases(&minutes.legal_bases);
    opening(&mut document, &minutes.meeting);
    parties(&mut document, &sides);
    document.paragraph("Các bên tiến hành bàn giao, tiếp nhận trẻ em về nhà trường với nội dung sau:");
    assessment(&mut document, minutes);
    numbers(&mut document, &minutes.children);
    documents(
        &mut document,
        &format!(
            "Danh sách trẻ em bàn giao kèm kết quả xếp loại, nhận xét ({} em), theo Phụ lục kèm theo biên bản này.",
            minutes.children.len()
        ),
        &minutes.documents,
    );
    document.paragraph(
        "Nhà trường tiếp nhận trẻ em, sử dụng kết quả sinh hoạt hè khi đánh giá học sinh; địa phương tiếp tục phối hợp \
         với nhà trường và gia đình trong việc quản lý, giáo dục, bảo vệ trẻ em trên địa bàn.",
    );
    ending(&mut document, &minutes.meeting, minutes.copies, &sides);
    document.annex(Paper::Landscape, &format!("Kết quả sinh hoạt hè của trẻ em năm {}", minutes.summer.year));
    document.table(&list(&minutes.children));
    document.paragraph(&tally(minutes.children.iter()).sentence("Danh sách có"));
    document
}

fn assessment(document: &mut Document, minutes: &ReturnMinutes) {
    document.heading(Level::Roman, "KẾT QUẢ SINH HOẠT HÈ");
    document.paragraph(&format!("Trẻ em đã sinh hoạt hè tại địa phương {}.", period(&minutes.summer)));
    for remark in &minutes.assessment {
        document.paragraph(&sentence(remark));
    }
}

fn numbers(document: &mut Document, children: &[ReturnedChild]) {
    document.heading(Level::Roman, "NỘI DUNG BÀN GIAO");
    document.heading(Level::Number, "Số lượng trẻ em");
    document.paragraph(&tally(children.iter()).sentence("Tổng số trẻ em bàn giao"));
    if !children.is_empty() {
        let grades = by_grade(children.iter().map(|child| (child.grade, child.sex)));
        document.table(&counts("Theo khối lớp", grades));
        let places = by_neighborhood(children.iter().map(|child| (child.neighborhood.as_deref(), child.sex)));
        document.table(&counts("Theo khu phố", places));
        document.heading(Level::Number, "Xếp loại, khen thưởng");
        document.table(&counts("Xếp loại", ratings(children)));
    }
    let commended = children.iter().filter(|child| child.commended).count();
    document.paragraph(&format!("Số trẻ em được biểu dương, khen thưởng: {commended} em."));
}

fn tally<'a>(children: impl Iterator<Item = &'a ReturnedChild>) -> Tally {
    let mut tally = Tally::default();
    children.for_each(|child| tally.add(child.sex));
    tally
}

/// All four, and those without one where there are any.
fn ratings(children: &[ReturnedChild]) -> Vec<(String, Tally)> {
    let of = |rating: Option<Rating>| tally(children.iter().filter(|child| child.rating == rating));
    let mut rows: Vec<_> =
        Rating::ALL.iter().map(|&rating| (rating.vietnamese().to_owned(), of(Some(rating)))).collect();
    let unrated = of(None);
    if unrated.all > 0 {
        rows.push(("Không xếp loại".to_owned(), unrated));
    }
    rows
}

fn list(children: &[ReturnedChild]) -> Table {
    let columns = [
        ("STT", 10, Align::Center),
        ("Họ và tên", 42, Align::Left),
        ("Ngày sinh", 22, Align::Center),
        ("Giới tính", 12, Align::Center),
        ("Lớp", 13, Align::Center),
        ("Khu phố", 28, Align::Left),
        ("Số buổi tham gia", 20, Align::Center),
        ("Xếp loại", 22, Align::Center),
        ("Khen thưởng", 20, Align::Center),
        ("Nhận xét của tiểu ban hoạt động hè", 63, Align::Left),
    ];
    Table {
        columns: columns.map(|(title, weight, align)| Column::new(title, weight, align)).into(),
        rows: children.iter().enumerate().map(|(index, child)| row(index, child)).collect(),
        total: None,
        points: 11,
    }
}

fn row(index: usize, child: &ReturnedChild) -> Vec<String> {
    vec![
        (index + 1).to_string(),
        child.name.clone(),
        short_date(child.born),
        child.sex.map_or("", Sex::vietnamese).to_owned(),
        text(&child.class),
        text(&child.neighborhood),
        child.sessions.map(|(came, held)| format!("{came}/{held}")).unwrap_or_default(),
        child.rating.map_or("", Rating::vietnamese).to_owned(),
        if child.commended { "x".to_owned() } else { String::new() },
        text(&child.remarks),
    ]
}
