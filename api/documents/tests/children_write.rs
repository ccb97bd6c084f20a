//! The template and the file of rejected rows: written, filled or mended, and read again. All people are invented.

#[path = "support/sheets.rs"]
mod support;

use bup_documents::children::{self, Poverty, RejectedRow, Sex};
use bup_documents::sheets::{self, Cell, Workbook};
use support::*;

/// The same workbook with another text in one cell.
fn mend(workbook: &mut Workbook, from: &str, to: &str) {
    let cells = workbook.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows).flat_map(|row| &mut row.cells);
    let mut count = 0;
    for cell in cells {
        if cell.text() == Some(from) {
            *cell = Cell::Text(to.into());
            count += 1;
        }
    }
    assert!(count > 0, "{from} is not in the file");
}

#[test]
fn the_template_is_blank_until_it_is_filled() {
    let bytes = children::template().unwrap();
    let mut workbook = sheets::read(&bytes, "mau.xlsx").unwrap();
    let reading = children::read(&workbook, &options());
    assert!(rows(&reading).is_empty());
    assert_eq!(reading.sheets[0].skipped.as_ref().unwrap().code, "no_children");
    assert!(reading.sheets[0].skipped_rows.iter().any(|row| row.kind == "example"));
    // Every heading is understood as the field that it stands for.
    for column in &reading.sheets[0].columns {
        assert_eq!(column.field.map(|field| field.vietnamese().into_owned()), Some(column.header.clone()));
    }
    // Typing over the example makes it a child.
    mend(&mut workbook, "Ví dụ", "1");
    let reading = children::read(&workbook, &options());
    assert_eq!(names(&reading), ["Nguyễn Văn Mẫu"]);
    let row = rows(&reading)[0];
    assert!(row.problems.is_empty(), "{:?}", row.problems);
    let child = &row.child;
    assert_eq!((child.date_of_birth, child.sex), (day("2015-06-01"), Some(Sex::Male)));
    assert_eq!((child.poverty, child.can_swim), (Some(Poverty::None), Some(true)));
    assert_eq!(
        (child.circumstances.as_slice(), child.risks.as_slice()),
        (&["HC04".to_owned()][..], &["NC05".to_owned()][..])
    );
    assert_eq!(child.health_insurance_no.as_deref(), Some("TE1380000000000"));
    assert!(child.other.is_empty(), "{:?}", child.other);
}

#[test]
fn rejected_rows_come_back_as_they_stood_and_can_be_mended() {
    let bytes = with(
        &[
            &["DANH SÁCH TRẺ EM KHU PHỐ 9"],
            &["TT", "Họ và tên", "", "Ngày sinh", "CCCD", "SĐT mẹ"],
            &["", "Họ đệm", "Tên", "", "", ""],
            &["Lớp 5A"],
            &["1", "Nguyễn Văn", "An", "1/6/2015", "038215001234", "0912345678"],
            &["Lớp 5B"],
            &["1", "Trần Thị", "Bình", "31/02/2015", "#38315001235", "912345678"],
            &["2", "Lê", "", "@2015-06-03", "", ""],
            &["Tổng cộng: 3"],
        ],
        |page| merge(page, (1, 1, 1, 2), "Họ và tên"),
    );
    let workbook = sheets::read(&bytes, "a.xlsx").unwrap();
    let reading = children::read(&workbook, &options());
    assert_eq!(names(&reading), ["Nguyễn Văn An", "Trần Thị Bình", "Lê"]);
    let wrong: Vec<RejectedRow> = rows(&reading)
        .iter()
        .filter(|row| row.number >= 7)
        .map(|row| RejectedRow {
            sheet: 0,
            number: row.number,
            reasons: row.problems.iter().map(|problem| problem.message_vi.clone()).collect(),
        })
        .collect();
    assert_eq!(wrong.len(), 2);
    let given_back = children::rejected(&workbook, &reading, &wrong).unwrap();
    let mut again = sheets::read(&given_back, "loi.xlsx").unwrap();
    let cells: Vec<String> =
        again.sheets[0].rows.iter().flat_map(|row| row.cells.iter().map(Cell::to_string)).collect();
    for text in
        ["31/02/2015", "38315001235", "912345678", "03/06/2015", "Lớp 5B", "DANH SÁCH TRẺ EM KHU PHỐ 9", "Lỗi cần sửa"]
    {
        assert!(cells.iter().any(|cell| cell == text), "{text}");
    }
    for gone in ["Lớp 5A", "An", "Tổng cộng: 3"] {
        assert!(!cells.iter().any(|cell| cell == gone), "{gone}");
    }
    let unmended = children::read(&again, &options());
    assert_eq!(names(&unmended), ["Trần Thị Bình", "Lê"]);
    assert!(rows(&unmended)[0].has_errors());
    mend(&mut again, "31/02/2015", "28/02/2015");
    let mended = children::read(&again, &options());
    let first = rows(&mended)[0];
    assert!(!first.has_errors(), "{:?}", first.problems);
    assert_eq!(first.child.date_of_birth, day("2015-02-28"));
    assert_eq!((first.child.neighborhood.as_deref(), first.child.grade.as_deref()), (Some("Khu phố 9"), Some("5B")));
    assert_eq!(first.child.personal_id.as_deref(), Some("038315001235"));
    assert!(first.child.other.is_empty(), "{:?}", first.child.other);
}

#[test]
fn rejected_rows_of_nothing_and_of_strange_sheets() {
    let bytes = one(&[&["Họ tên", "NS"], &["Nguyễn Văn An", "2015"]]);
    let workbook = sheets::read(&bytes, "a.xlsx").unwrap();
    let reading = children::read(&workbook, &options());
    assert!(!children::rejected(&workbook, &reading, &[]).unwrap().is_empty());
    let stranger = RejectedRow { sheet: 7, number: 99, reasons: vec!["x".into()] };
    assert!(!children::rejected(&workbook, &reading, &[stranger]).unwrap().is_empty());
}
