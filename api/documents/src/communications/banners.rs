use chrono::NaiveDate;

use crate::decree30::{Align, Column, Document, Header, Level, Signature, Table, short_date};

/// Where something hangs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Who hangs it: "Khu phố 3".
    pub unit: String,
    pub place: String,
    /// "Băng-rôn", "Áp-phích".
    pub kind: String,
    pub text: String,
    pub count: u32,
    pub note: String,
}

/// Danh sách vị trí treo băng-rôn, áp-phích.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BannerList {
    pub header: Header,
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// In the order of their units: each unit's places stand in one table.
    pub places: Vec<Place>,
}

/// The bytes of the `.docx`.
pub fn banner_list_docx(list: &BannerList) -> Vec<u8> {
    written(list).finish()
}

/// The same as a PDF.
pub fn banner_list_pdf(list: &BannerList) -> Vec<u8> {
    written(list).pdf()
}

fn written(list: &BannerList) -> Document {
    let mut document = Document::new(&list.header, "DANH SÁCH", "Vị trí treo băng-rôn, áp-phích tuyên truyền");
    if let Some((from, to)) = list.period {
        let (from, to) = (short_date(Some(from)), short_date(Some(to)));
        document.paragraph(&format!("Thời gian treo: từ ngày {from} đến ngày {to}."));
    }
    let count = |places: &[Place]| places.iter().map(|place| u64::from(place.count)).sum::<u64>();
    document.paragraph(&format!(
        "Tổng số: {} băng-rôn, áp-phích tại {} vị trí.",
        count(&list.places),
        list.places.len()
    ));
    for places in list.places.chunk_by(|one, next| one.unit == next.unit) {
        let unit = places.first().map_or("", |place| place.unit.as_str());
        document.heading(Level::Roman, unit);
        document.table(&table(places, count(places)));
    }
    let maker = Signature { lines: vec!["NGƯỜI LẬP".to_owned()], hint: None, name: None };
    document.signatures(&[maker], &[]);
    document
}

fn table(places: &[Place], total: u64) -> Table {
    let row = |(number, place): (usize, &Place)| {
        vec![
            number.to_string(),
            place.place.clone(),
            place.kind.clone(),
            place.text.clone(),
            place.count.to_string(),
            place.note.clone(),
        ]
    };
    let sum = ["", "Cộng", "", "", &total.to_string(), ""].map(str::to_owned).to_vec();
    Table {
        columns: vec![
            Column::new("TT", 1, Align::Center),
            Column::new("Vị trí", 5, Align::Left),
            Column::new("Loại", 2, Align::Left),
            Column::new("Nội dung", 6, Align::Left),
            Column::new("Số lượng", 2, Align::Center),
            Column::new("Ghi chú", 3, Align::Left),
        ],
        rows: (1..).zip(places).map(row).collect(),
        total: Some(sum),
        points: 12,
    }
}
