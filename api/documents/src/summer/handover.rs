use super::minutes::{Sides, Tally, by_grade, by_neighborhood, counts, documents, ending, parties, period, text};
use super::{HandoverMinutes, ListedChild, Sex};
use crate::decree30::{Align, Column, Document, Level, Paper, Table, opening, sentence, short_date};

/// BIÊN BẢN bàn giao, tiếp nhận trẻ em về sinh hoạt hè, with the list of children as an annex; a `.docx`.
pub fn handover_minutes(minutes: &HandoverMinutes) -> Vec<u8> {
    written(minutes).finish()
}

/// The same as a PDF.
pub fn handover_minutes_pdf(minutes: &HandoverMinutes) -> Vec<u8> {
    written(minutes).pdf()
}

fn written(minutes: &HandoverMinutes) -> Document {
    let subject = format!("Bàn giao, tiếp nhận trẻ em về sinh hoạt hè năm {}", minutes.summer.year);
    let sides = Sides { giver: &minutes.giver, receiver: &minutes.receiver, parents: &minutes.parents };
    let mut document = Document::new(&minutes.header, "BIÊN BẢN", &subject);
    document.legal_bases(&minutes.legal_bases);
    opening(&mut document, &minutes.meeting);
    parties(&mut document, &sides);
    document.paragraph("Các bên tiến hành bàn giao, tiếp nhận trẻ em về sinh hoạt hè tại địa phương với nội dung sau:");
    numbers(&mut document, minutes);
    documents(
        &mut document,
        &format!("Danh sách trẻ em bàn giao ({} em), theo Phụ lục kèm theo biên bản này.", minutes.children.len()),
        &minutes.documents,
    );
    document.heading(Level::Number, "Thời gian sinh hoạt hè");
    document.paragraph(&format!("Trẻ em sinh hoạt hè tại địa phương {}.", period(&minutes.summer)));
    duties(&mut document, minutes);
    ending(&mut document, &minutes.meeting, minutes.copies, &sides);
    document.annex(Paper::Landscape, &format!("Danh sách trẻ em bàn giao về sinh hoạt hè năm {}", minutes.summer.year));
    document.table(&list(&minutes.children));
    document.paragraph(&tally(&minutes.children).sentence("Danh sách có"));
    document
}

fn tally(children: &[ListedChild]) -> Tally {
    let mut tally = Tally::default();
    children.iter().for_each(|child| tally.add(child.sex));
    tally
}

fn numbers(document: &mut Document, minutes: &HandoverMinutes) {
    let children = &minutes.children;
    document.heading(Level::Roman, "NỘI DUNG BÀN GIAO");
    document.heading(Level::Number, "Số lượng trẻ em");
    document.paragraph(&tally(children).sentence("Tổng số trẻ em bàn giao"));
    document.paragraph(&format!(
        "Số trẻ em có hoàn cảnh đặc biệt hoặc cần lưu ý: {} em (thông tin từng em được trao đổi riêng với người có \
         trách nhiệm).",
        minutes.needing_attention
    ));
    if !children.is_empty() {
        let grades = by_grade(children.iter().map(|child| (child.grade, child.sex)));
        document.table(&counts("Theo khối lớp", grades));
        let places = by_neighborhood(children.iter().map(|child| (child.neighborhood.as_deref(), child.sex)));
        document.table(&counts("Theo khu phố", places));
    }
}

fn duties(document: &mut Document, minutes: &HandoverMinutes) {
    let duties = &minutes.duties;
    let sides = [("Nhà trường", &duties.school), ("Địa phương", &duties.locality), ("Gia đình", &duties.family)];
    if sides.iter().all(|(_, sentences)| sentences.is_empty()) {
        return;
    }
    document.heading(Level::Roman, "TRÁCH NHIỆM CỦA CÁC BÊN");
    for (side, sentences) in sides.into_iter().filter(|(_, sentences)| !sentences.is_empty()) {
        document.heading(Level::Number, side);
        for duty in sentences {
            document.item(&sentence(duty));
        }
    }
}

/// The twelve columns; weights are millimetres of a lying page.
fn list(children: &[ListedChild]) -> Table {
    let columns = [
        ("STT", 10, Align::Center),
        ("Họ và tên", 34, Align::Left),
        ("Ngày sinh", 21, Align::Center),
        ("Giới tính", 11, Align::Center),
        ("Lớp", 11, Align::Center),
        ("Trường", 26, Align::Left),
        ("Địa chỉ, khu phố", 32, Align::Left),
        ("Cha/mẹ/ người chăm sóc", 27, Align::Left),
        ("Điện thoại", 22, Align::Center),
        ("Đội viên/ nhi đồng", 18, Align::Center),
        ("Biết bơi", 13, Align::Center),
        ("Lưu ý sức khỏe khi tham gia hoạt động", 27, Align::Left),
    ];
    Table {
        columns: columns.map(|(title, weight, align)| Column::new(title, weight, align)).into(),
        rows: children.iter().enumerate().map(|(index, child)| row(index, child)).collect(),
        total: None,
        points: 11,
    }
}

fn row(index: usize, child: &ListedChild) -> Vec<String> {
    let address = [&child.address, &child.neighborhood];
    let address: Vec<&str> =
        address.into_iter().flatten().map(String::as_str).filter(|part| !part.trim().is_empty()).collect();
    let swims = child.swims.map_or("", |swims| if swims { "Có" } else { "Không" });
    vec![
        (index + 1).to_string(),
        child.name.clone(),
        short_date(child.born),
        child.sex.map_or("", Sex::vietnamese).to_owned(),
        text(&child.class),
        text(&child.school),
        address.join(", "),
        text(&child.caregiver),
        text(&child.phone),
        child.membership.vietnamese().to_owned(),
        swims.to_owned(),
        text(&child.health_note),
    ]
}
