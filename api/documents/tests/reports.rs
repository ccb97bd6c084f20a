//! The report on the Action Month, read from the parts that are written: the measures of Decree 30/2020, the formulas.

mod samples;

use std::io::{Cursor, Read};

use bup_documents::reports::*;
use calamine::{Data, Reader, Xlsx};
use samples::report::report;

fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The paragraph with these words in it.
fn paragraph<'a>(document: &'a str, words: &str) -> &'a str {
    let at = document.find(words).unwrap_or_else(|| panic!("no {words}"));
    let start = document[..at].rfind("<w:p>").unwrap();
    &document[start..at + document[at..].find("</w:p>").unwrap()]
}

#[test]
fn every_part_has_the_size_and_place_that_the_decree_gives_it() {
    let file = report_docx(&report());
    let document = part(&file, "word/document.xml");
    let (bold, italic) = ("<w:b/>", "<w:i/>");
    let size = |points: u32| format!(r#"<w:sz w:val="{}"/>"#, points * 2);
    let center = r#"<w:jc w:val="center"/>"#;
    let justified = r#"<w:jc w:val="both"/>"#;
    for (words, has, has_not) in [
        ("ỦY BAN NHÂN DÂN", vec![bold, center, &size(12)], vec![italic]),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", vec![bold, center, &size(12)], vec![italic]),
        ("Độc lập - Tự do - Hạnh phúc", vec![bold, center, &size(13)], vec![italic]),
        ("Số: 05/BC-UBND", vec![center, &size(13)], vec![bold, italic]),
        ("Ba Đình, ngày 08 tháng 7 năm 2024", vec![italic, center, &size(13)], vec![bold]),
        (">BÁO CÁO<", vec![bold, center, &size(14)], vec![italic]),
        ("Kết quả thực hiện Tháng", vec![bold, center, &size(14)], vec![italic]),
        ("Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;", vec![italic, justified, &size(14)], vec![bold]),
        ("hướng dẫn thực hiện Tháng hành động vì trẻ em.", vec![italic, justified, &size(14)], vec![bold]),
        ("Thực hiện Kế hoạch số 45", vec![justified, r#"w:firstLine="720""#, &size(14)], vec![bold, italic]),
        ("I. CÔNG TÁC CHỈ ĐẠO", vec![bold, "<w:keepNext/>", r#"w:val="Heading1""#], vec![italic]),
        ("4. Công tác bảo vệ trẻ em", vec![bold, r#"w:val="Heading2""#], vec![italic]),
        ("b) Hỗ trợ, can thiệp", vec![r#"w:val="Heading3""#], vec![bold, italic]),
        ("phường Ba Đình./.", vec!["<w:keepNext/>", justified], vec![bold]),
        ("TM. ỦY BAN NHÂN DÂN", vec![bold, center, &size(14)], vec![italic]),
        ("PHÓ CHỦ TỊCH", vec![bold, center, &size(14)], vec![italic]),
        ("Nguyễn Thị Hoà", vec![bold, center, &size(14)], vec![italic]),
        ("Nơi nhận:", vec![bold, italic, &size(12)], vec![]),
        ("- Như trên;", vec![&size(11)], vec![bold, italic]),
        ("- Lưu: VT, VHXH.", vec![&size(11)], vec![bold, italic]),
    ] {
        let found = paragraph(&document, words);
        has.iter().for_each(|has| assert!(found.contains(has), "{words}: {has} in {found}"));
        has_not.iter().for_each(|has| assert!(!found.contains(has), "{words}: {has} in {found}"));
    }
    let sections: Vec<&str> = document.split("<w:sectPr>").skip(1).collect();
    let margins = r#"<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701""#;
    assert!(sections.iter().all(|section| section.contains(margins)), "20, 15, 20 and 30 mm");
    assert!(sections[0].contains("<w:titlePg/>") && sections[1].contains(r#"w:orient="landscape""#));
    assert!(!document.contains("w:rFonts") && part(&file, "word/styles.xml").contains("Times New Roman"));
}

#[test]
fn signer_and_recipients_stand_beside_each_other() {
    let document = part(&report_docx(&report()), "word/document.xml");
    let at = document.find("Nơi nhận:").unwrap();
    let table = &document[document[..at].rfind("<w:tbl>").unwrap()..];
    let table = &table[..table.find("</w:tbl>").unwrap()];
    assert!(table.contains("PHÓ CHỦ TỊCH") && table.contains("Nguyễn Thị Hoà"));
    assert_eq!(table.matches("<w:cantSplit/>").count(), 1);
}

#[test]
fn no_day_or_number_can_be_changed_by_a_digit_before_it() {
    let mut paper = report();
    for (number, date, words) in [
        (Some(9), samples::day(2024, 2, 9), ["Số: 09/BC-UBND", "ngày 09 tháng 02 năm 2024"]),
        (Some(10), samples::day(2024, 3, 10), ["Số: 10/BC-UBND", "ngày 10 tháng 3 năm 2024"]),
        (Some(120), samples::day(2024, 12, 1), ["Số: 120/BC-UBND", "ngày 01 tháng 12 năm 2024"]),
        (None, None, ["Số: ……/BC-UBND", "ngày …… tháng …… năm ……"]),
    ] {
        (paper.header.number, paper.header.date) = (number, date);
        let document = part(&report_docx(&paper), "word/document.xml");
        words.iter().for_each(|words| assert!(document.contains(words), "{words}"));
    }
}

#[test]
fn the_annex_repeats_its_head_and_tells_no_small_number() {
    let document = part(&report_docx(&report()), "word/document.xml");
    let annex = document.split("</w:sectPr>").nth(1).unwrap();
    assert!(annex.contains("SỐ LIỆU KẾT QUẢ THỰC HIỆN THÁNG HÀNH ĐỘNG VÌ TRẺ EM NĂM 2024"));
    assert!(
        annex.contains("(Kèm theo Báo cáo số 05/BC-UBND ngày 08 tháng 7 năm 2024 của Ủy ban nhân dân phường Ba Đình)")
    );
    assert_eq!(annex.matches("<w:cantSplit/>").count(), annex.matches("<w:tr>").count());
    // Two parts of the annex around a table of its own.
    assert_eq!(annex.matches("<w:tblHeader/>").count(), 3);
    for told in ["3.412", "+23", "100,7", ">6,6<", "+0,8", "142.500.000", "&lt;5", "bí mật đời sống riêng tư", "XIV"]
    {
        assert!(annex.contains(told), "{told}");
    }
    assert!(!annex.contains("children.boys") && !annex.contains("special."), "codes are hidden");
    let small = annex.split("<w:tr>").find(|row| row.contains("HIV")).unwrap();
    assert_eq!(small.matches("&lt;5").count(), 2, "{small}");
    assert!(small.contains(">…<"));
    // Without a year to compare with, the annex stands.
    let mut paper = report();
    paper.appendix.last_period.clear();
    let document = part(&report_docx(&paper), "word/document.xml");
    assert!(!document.contains("landscape") && !document.contains("giảm (-)"));
    paper.appendix.blocks.clear();
    assert!(!part(&report_docx(&paper), "word/document.xml").contains("Phụ lục"));
}

#[test]
fn charts_are_pictures_with_words() {
    let file = report_docx(&report());
    let document = part(&file, "word/document.xml");
    assert_eq!(document.matches("<w:drawing>").count(), 2);
    let described = "descr=\"Biểu đồ Tỷ lệ hoàn thành nhiệm vụ theo đơn vị. Công an phường: 100%; ";
    assert!(document.contains(described), "{document}");
    assert!(part(&file, "[Content_Types].xml").contains(r#"Extension="png""#));
    let relations = part(&file, "word/_rels/document.xml.rels");
    for number in [1, 2] {
        assert!(document.contains(&format!(r#"r:embed="rIdPicture{number}""#)));
        assert!(relations.contains(&format!(r#"Target="media/image{number}.png""#)));
        let mut zip = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
        let mut picture = Vec::new();
        zip.by_name(&format!("word/media/image{number}.png")).unwrap().read_to_end(&mut picture).unwrap();
        assert!(picture.starts_with(b"\x89PNG") && picture.len() < 60_000, "{}", picture.len());
    }
    assert!(paragraph(&document, "Biểu đồ 2. Số suất quà").contains("<w:i/>"));
}

#[test]
fn a_draft_says_so() {
    let draft = ReportPaper { is_draft: true, ..report() };
    let file = report_docx(&draft);
    assert!(paragraph(&part(&file, "word/document.xml"), "DỰ THẢO").contains("<w:b/>"));
    assert!(part(&file, "word/footer1.xml").contains("Bản dự thảo, chưa ban hành"));
    assert!(part(&report_xlsx(&draft), "xl/worksheets/sheet1.xml").contains("DỰ THẢO"));
    assert!(!part(&report_docx(&report()), "word/document.xml").contains("DỰ THẢO"));
}

#[test]
fn an_empty_report_is_a_report() {
    let empty = ReportPaper::default();
    assert!(part(&report_docx(&empty), "word/document.xml").contains("<w:sectPr>"));
    assert!(report_pdf(&empty).starts_with(b"%PDF"));
    assert!(part(&report_xlsx(&empty), "xl/workbook.xml").contains("Phụ lục"));
}

fn workbook(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// What a formula of ours computes from the numbers on its sheet.
fn computed(formula: &str, number: &dyn Fn(&str) -> f64) -> f64 {
    let inner = |name: &str| formula.strip_prefix(name).and_then(|rest| rest.strip_suffix(')'));
    if let Some(parts) = inner("SUM(") {
        return parts
            .split(',')
            .map(|part| match part.split_once(':') {
                Some((first, last)) => {
                    let row = |cell: &str| cell[1..].parse::<u32>().unwrap();
                    (row(first)..=row(last)).map(|row| number(&format!("{}{row}", &first[..1]))).sum::<f64>()
                }
                None => number(part),
            })
            .sum();
    }
    if let Some(ratio) = inner("ROUND(").and_then(|inner| inner.strip_suffix("*100,1")) {
        let (part, whole) = ratio.split_once('/').unwrap();
        return (number(part) / number(whole) * 1_000.0).round() / 10.0;
    }
    let difference = inner("ROUND(").and_then(|inner| inner.strip_suffix(",1")).unwrap_or(formula);
    let (now, then) = difference.split_once('-').unwrap();
    ((number(now) - number(then)) * 10.0).round() / 10.0
}

#[test]
fn formulas_give_what_the_report_tells() {
    let mut book = workbook(report_xlsx(&report()));
    let mut count = 0;
    for sheet in ["Phụ lục", "Bảng 1"] {
        let values = book.worksheet_range(sheet).unwrap();
        let formulas = book.worksheet_formula(sheet).unwrap();
        let number = |cell: &str| {
            let column = u32::from(cell.as_bytes()[0] - b'A');
            let row = cell[1..].parse::<u32>().unwrap() - 1;
            match values.get_value((row, column)) {
                Some(Data::Float(number)) => *number,
                Some(Data::Int(number)) => f64::from(i32::try_from(*number).unwrap()),
                other => panic!("{cell}: {other:?}"),
            }
        };
        let (top, left) = formulas.start().unwrap();
        for (row, column, formula) in formulas.cells().filter(|(_, _, formula)| !formula.is_empty()) {
            let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
            let told = values.get_value(at).unwrap().to_string().parse::<f64>().unwrap();
            let found = computed(formula, &number);
            assert!((told - found).abs() < 1e-9, "{sheet} {at:?} {formula}: {told} {found}");
            count += 1;
        }
    }
    assert!(count > 150, "{count}");
    let formulas = book.worksheet_formula("Phụ lục").unwrap();
    let all: Vec<&String> = formulas.cells().map(|(_, _, formula)| formula).collect();
    for formula in
        ["SUM(D8:D9)", "SUM(E8:E9)", "ROUND(D13/D7*100,1)", "D7-E7", "ROUND(D7/E7*100,1)", "ROUND(D28-E28,1)"]
    {
        assert!(all.iter().any(|found| *found == formula), "{formula} in {all:?}");
    }
}

#[test]
fn what_a_formula_would_not_give_is_told_plainly() {
    let mut paper = report();
    let indicators = &mut paper.appendix.blocks[0].indicators;
    // The parts do not add up to it, one is not told, one is unknown.
    indicators[0].value = Value::Number(3_413);
    indicators[2].last = Value::Small;
    indicators[6].measured = Measured::Sum(vec!["nowhere".to_owned()]);
    indicators[3].measured = Measured::Sum(vec!["children.0".to_owned()]);
    let mut book = workbook(report_xlsx(&paper));
    let values = book.worksheet_range("Phụ lục").unwrap();
    assert_eq!(values.get_value((6, 3)), Some(&Data::Float(3_413.0)));
    let formulas = book.worksheet_formula("Phụ lục").unwrap();
    assert!(formulas.cells().all(|(_, _, formula)| !formula.starts_with("SUM")));
}

#[test]
fn no_text_is_a_formula() {
    for text in
        ["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1", "\u{200b}=1", "\u{feff}+1", "＝1", " =cmd|' /C calc'!A0"]
    {
        let mut paper = report();
        paper.appendix.blocks[0].title = text.to_owned();
        paper.appendix.blocks[0].indicators[1].label = text.to_owned();
        paper.appendix.blocks[0].indicators[1].note = text.to_owned();
        paper.appendix.blocks[0].indicators[1].value = Value::Text(text.to_owned());
        let file = report_xlsx(&paper);
        let sheet = part(&file, "xl/worksheets/sheet1.xml");
        let row = &sheet[sheet.find(r#"<row r="8""#).unwrap()..];
        let row = &row[..row.find("</row>").unwrap()];
        assert!(!row.contains("<f>"), "{row}");
        assert_eq!(row.matches(r#"t="s""#).count(), 4, "{row}");
        assert!(part(&file, "xl/styles.xml").contains(r#"quotePrefix="1""#));
        let words = part(&file, "xl/sharedStrings.xml");
        assert!(!words.contains('\u{200b}') && !words.contains('\u{feff}'));
    }
}

#[test]
fn the_workbook_prints_as_a_paper() {
    let file = report_xlsx(&report());
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    for told in [r#"paperSize="9""#, r#"orientation="landscape""#, r#"fitToHeight="0""#, "<pane ", "&amp;P"] {
        assert!(sheet.contains(told), "{told}");
    }
    let styles = part(&file, "xl/styles.xml");
    assert!(styles.contains(r#"<name val="Times New Roman"/>"#) && !styles.contains("Calibri"));
    assert!(part(&file, "xl/workbook.xml").contains("Print_Titles"));
    // Charts of Excel from cells, with words for those who cannot see them.
    let chart = part(&file, "xl/charts/chart2.xml");
    assert!(
        chart.contains("<c:f>'Biểu đồ'!$B$") && chart.contains("pattFill") && chart.contains("<c:showVal val=\"1\"/>")
    );
    assert!(part(&file, "xl/drawings/drawing1.xml").contains("descr=\"Biểu đồ"));
}

#[test]
fn any_text_anywhere() {
    for text in ["<&>\"'", "\0\u{b}\u{ffff}", "e\u{302}\u{301}", "\n\n", &"dài ".repeat(3_000), "\u{202e}"] {
        let owned = || text.to_owned();
        let mut paper = report();
        paper.header.issuer = owned();
        (paper.subject, paper.opening, paper.closing) = (owned(), owned(), owned());
        (paper.signature.lines, paper.signature.name) = (vec![owned()], Some(owned()));
        paper.recipients = vec![owned()];
        paper.sections[1].chart.as_mut().unwrap().categories[0] = owned();
        paper.sections[1].chart.as_mut().unwrap().title = owned();
        paper.appendix.title = owned();
        paper.appendix.this_period = owned();
        paper.appendix.blocks[0].title = owned();
        paper.appendix.blocks[5].table.as_mut().unwrap().title = owned();
        let indicator = &mut paper.appendix.blocks[0].indicators[0];
        (indicator.label, indicator.measure, indicator.note) = (owned(), owned(), owned());
        assert!(part(&report_docx(&paper), "word/document.xml").ends_with("</w:document>"));
        assert!(report_pdf(&paper).ends_with(b"%%EOF"), "{text}");
        assert!(part(&report_xlsx(&paper), "xl/workbook.xml").contains("Phụ lục"), "{text}");
    }
}

#[test]
fn the_same_data_are_the_same_bytes() {
    assert_eq!(report_docx(&report()), report_docx(&report()));
    assert_eq!(report_xlsx(&report()), report_xlsx(&report()));
    assert_eq!(report_pdf(&report()), report_pdf(&report()));
}
