//! Files of every kind, and files that mean harm.

#[path = "support/sheets.rs"]
mod support;

use std::io::Write;

use bup_documents::ReadError;
use bup_documents::children;
use bup_documents::sheets::{self, Cell, FileKind, SheetFault};
use calamine::Reader;
use proptest::prelude::*;
use support::*;
use zip::write::SimpleFileOptions;

fn fault(bytes: &[u8]) -> SheetFault {
    match sheets::read(bytes, "a.xlsx") {
        Err(ReadError::Sheet(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, body) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(body).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RELS: &str =
    r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    zipped(&[
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ])
}

fn sample() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    fill(page, &[&["Họ tên", "Ngày sinh", "GT", "Số"], &["Nguyễn Văn An", "@2015-06-01", "Nam", "#38215001234"]]);
    page.write_boolean(1, 5, true).unwrap();
    page.write_formula(1, 6, rust_xlsxwriter::Formula::new("=D2*2").set_result("76430002468")).unwrap();
    merge(page, (3, 0, 4, 1), "Khu phố 3");
    page.write_string(4, 3, "x").unwrap();
    page.set_row_hidden(4).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn cells_rows_and_merges() {
    let workbook = sheets::read(&sample(), "a.xlsx").unwrap();
    assert_eq!(workbook.kind, FileKind::Xlsx);
    let sheet = &workbook.sheets[0];
    let row = &sheet.rows[1];
    assert_eq!((row.number, row.hidden), (2, false));
    assert_eq!(row.cells[1], Cell::Date("2015-06-01".parse().unwrap()));
    assert_eq!(row.cells[3], Cell::Number(38_215_001_234.0));
    assert_eq!((&row.cells[4], &row.cells[5]), (&Cell::Empty, &Cell::Bool(true)));
    assert_eq!(row.cells[6], Cell::Number(76_430_002_468.0));
    let last = sheet.rows.last().unwrap();
    assert_eq!((last.number, last.hidden), (5, true));
    assert_eq!(last.cells[..2], [Cell::Text("Khu phố 3".into()), Cell::Text("Khu phố 3".into())]);
    assert_eq!(sheet.merges.len(), 1);
}

/// Another reader, written by others, says the same.
#[test]
fn calamine_reads_the_same_cells() {
    for bytes in [sample(), children::template().unwrap(), include_bytes!("fixtures/children/openpyxl.xlsx").to_vec()] {
        let ours = sheets::read(&bytes, "a.xlsx").unwrap();
        let mut theirs: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        for sheet in &ours.sheets {
            let range = theirs.worksheet_range(&sheet.name).unwrap();
            for (row, column, cell) in range.used_cells() {
                let (top, left) = range.start().unwrap();
                let number = top + u32::try_from(row).unwrap() + 1;
                let found = sheet
                    .rows
                    .iter()
                    .find(|row| row.number == number)
                    .unwrap()
                    .cell(left + u32::try_from(column).unwrap());
                match (cell, found) {
                    (calamine::Data::String(text), Cell::Text(ours)) => assert_eq!(text.as_str(), &**ours),
                    (calamine::Data::Float(number), Cell::Number(ours)) => assert_eq!(number, ours),
                    (calamine::Data::DateTime(date), Cell::Date(ours)) => {
                        assert_eq!(date.as_datetime().unwrap().date(), *ours)
                    }
                    (calamine::Data::Bool(value), Cell::Bool(ours)) => assert_eq!(value, ours),
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

#[test]
fn csv_in_every_encoding() {
    let text = "STT;Họ tên;Ngày sinh;GT\r\n1;\"Nguyễn Văn\nAn\";1/6/2015;Nam\r\n";
    let mut utf16 = vec![0xFF, 0xFE];
    utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let mut bom = vec![0xEF, 0xBB, 0xBF];
    bom.extend(text.as_bytes());
    for bytes in [text.as_bytes().to_vec(), utf16, bom, text.replace(';', "\t").into_bytes()] {
        let workbook = sheets::read(&bytes, "C:\\KP 3.csv").unwrap();
        assert_eq!((workbook.kind, workbook.sheets[0].name.as_str()), (FileKind::Text, "KP 3"));
        let reading = children::read(&workbook, &options());
        assert_eq!(names(&reading), ["Nguyễn Văn An"]);
        assert_eq!(drafts(&reading)[0].neighborhood.as_deref(), Some("Khu phố 3"));
    }
}

#[test]
fn committed_files_of_other_programs() {
    let read = |bytes: &[u8], name: &str| {
        let workbook = sheets::read(bytes, name).unwrap();
        children::read(&workbook, &options())
    };
    for (bytes, name) in [
        (include_bytes!("fixtures/children/openpyxl.xlsx").as_slice(), "a.xlsx"),
        (include_bytes!("fixtures/children/xlwt.xls"), "a.xls"),
        (include_bytes!("fixtures/children/odfpy.ods"), "a.ods"),
        (include_bytes!("fixtures/children/utf16.csv"), "a.csv"),
        (include_bytes!("fixtures/children/windows-1258.csv"), "a.csv"),
    ] {
        let reading = read(bytes, name);
        assert_eq!(names(&reading), ["Nguyễn Văn Ước", "Trần Thị Bưởi", "Đỗ Quốc Khỏe"], "{name}");
        let children = drafts(&reading);
        let days: Vec<_> = children.iter().map(|child| child.date_of_birth).collect();
        assert_eq!(days, [day("2015-06-01"), day("2016-02-29"), day("2017-01-01")], "{name}");
        assert!(children[2].birth_year_only, "{name}");
        assert_eq!(children[0].personal_id.as_deref(), Some("038215001234"), "{name}");
        assert!(children.iter().all(|child| child.neighborhood.as_deref() == Some("Khu phố 3")), "{name}");
    }
    let xls = sheets::read(include_bytes!("fixtures/children/xlwt.xls"), "a.xls").unwrap();
    assert_eq!(xls.kind, FileKind::Xls);
    assert!(xls.sheets[0].rows.iter().any(|row| row.hidden));
    let ods = sheets::read(include_bytes!("fixtures/children/odfpy.ods"), "a.ods").unwrap();
    assert_eq!(ods.kind, FileKind::Ods);
    assert!(ods.sheets[0].rows.iter().any(|row| row.hidden));
}

#[test]
fn refusals_say_what_it_is() {
    assert_eq!(fault(b""), SheetFault::Empty);
    assert_eq!(fault(b"  \n\n"), SheetFault::Empty);
    assert_eq!(fault(&vec![b'a'; sheets::MAX_BYTES + 1]), SheetFault::TooLarge);
    assert_eq!(fault(&one(&[])), SheetFault::Empty);
    assert_eq!(fault(&zipped(&[("word/document.xml", b"<a/>")])), SheetFault::Word);
    assert_eq!(fault(&zipped(&[("a.txt", b"a")])), SheetFault::OtherArchive);
    assert_eq!(fault(&zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text")])), SheetFault::Word);
    assert_eq!(fault(&zipped(&[("xl/workbook.bin", b"a")])), SheetFault::Binary);
    let error = sheets::read(b"%PDF-1.7", "a.xlsx").unwrap_err();
    assert_eq!(error.code(), "sheet_file_pdf");
    assert!(error.vietnamese().contains("Excel") && error.english().contains("Excel"));
}

#[test]
fn harm_is_refused() {
    let dtd = r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData/></worksheet>"#;
    assert_eq!(fault(&xlsx(dtd, "<sst/>")), SheetFault::Dtd);
    let entity = "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    assert_eq!(fault(&xlsx(entity, "<sst/>")), SheetFault::Dtd);
    // 60 MB of blanks pack into 60 kB.
    let blank = format!("<worksheet>{}</worksheet>", " ".repeat(60 << 20));
    assert_eq!(fault(&xlsx(&blank, "<sst/>")), SheetFault::Bomb);
    // Sizes that are only claimed take no memory.
    let strings = r#"<sst uniqueCount="99999999999999"><si><t>An</t></si></sst>"#;
    let sheet = r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576" t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>"#;
    let workbook = sheets::read(&xlsx(sheet, strings), "a.xlsx").unwrap();
    assert_eq!((workbook.sheets[0].rows.len(), workbook.sheets[0].rows[0].number), (1, 1_048_576));
    // A million formatted empty rows are no rows.
    let rows: String = (1..=300_000).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/></row>")).collect();
    let sheet = format!(
        "<worksheet><sheetData>{rows}<row r=\"300001\"><c t=\"str\"><v>An</v></c></row></sheetData></worksheet>"
    );
    assert_eq!(sheets::read(&xlsx(&sheet, "<sst/>"), "a.xlsx").unwrap().sheets[0].rows.len(), 1);
    let rows: String = (1..=60_001).map(|row| format!("{row}\n")).collect();
    assert_eq!(fault(rows.as_bytes()), SheetFault::TooManyRows);
    assert_eq!(fault("a,".repeat(201).as_bytes()), SheetFault::TooManyColumns);
}

#[test]
fn cut_files_end_in_a_refusal_or_in_fewer_rows() {
    let files = [
        sample(),
        include_bytes!("fixtures/children/xlwt.xls").to_vec(),
        include_bytes!("fixtures/children/odfpy.ods").to_vec(),
        include_bytes!("fixtures/children/utf16.csv").to_vec(),
    ];
    for file in files {
        for length in (0..file.len()).step_by((file.len() / 150).max(1)) {
            let _ = sheets::read(&file[..length], "a").map(|workbook| children::read(&workbook, &options()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000), start in 0..4_usize) {
        let head: &[u8] = [b"".as_slice(), b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE"][start];
        let bytes = [head, &bytes].concat();
        let _ = sheets::read(&bytes, "a").map(|workbook| children::read(&workbook, &options()));
    }

    #[test]
    fn flipped_bytes_never_panic(flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), which in 0..3_usize) {
        let mut file = [
            include_bytes!("fixtures/children/openpyxl.xlsx").as_slice(),
            include_bytes!("fixtures/children/xlwt.xls"),
            include_bytes!("fixtures/children/odfpy.ods"),
        ][which].to_vec();
        for (place, value) in flips {
            let place = place.index(file.len());
            file[place] = value;
        }
        let _ = sheets::read(&file, "a").map(|workbook| children::read(&workbook, &options()));
    }

    #[test]
    fn any_cells_are_read_without_panic(cells in prop::collection::vec(prop::collection::vec("\\PC{0,12}|[0-9/.]{1,12}|x|Nam|Khu phố 3|Họ tên|Ngày sinh", 0..8), 0..20)) {
        let text = cells.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
        if let Ok(workbook) = sheets::read(text.as_bytes(), "a.tsv") {
            let reading = children::read(&workbook, &options());
            let rejected: Vec<_> = rows(&reading).iter().map(|row| children::RejectedRow { sheet: 0, number: row.number, reasons: vec![] }).collect();
            prop_assert!(children::rejected(&workbook, &reading, &rejected).is_ok());
        }
    }
}
