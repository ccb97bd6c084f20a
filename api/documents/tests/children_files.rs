//! Lists as wards really keep them, each with the mess of one kind. All people are invented.

#[path = "support/sheets.rs"]
mod support;

use bup_documents::children::{Field, Legacy, Poverty, ProblemCode as Code, Severity, Sex};
use support::*;

#[test]
fn a_plain_list() {
    let reading = read(&one(&[
        &["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số định danh", "Khu phố", "Cỡ áo"],
        &["#1", "Nguyễn Văn An", "1/6/2015", "Nam", "Kinh", "038215001234", "3", "M"],
        &["#2", "Trần Thị Bình", "@2016-02-29", "Nữ", "Mường", "", "Khu phố 4", ""],
    ]));
    let children = drafts(&reading);
    assert_eq!(names(&reading), ["Nguyễn Văn An", "Trần Thị Bình"]);
    assert_eq!(children[0].date_of_birth, day("2015-06-01"));
    assert_eq!((children[0].sex, children[1].sex), (Some(Sex::Male), Some(Sex::Female)));
    assert_eq!(children[1].ethnicity.as_deref(), Some("06"));
    assert_eq!(children[0].neighborhood.as_deref(), Some("Khu phố 3"));
    assert_eq!(children[1].neighborhood.as_deref(), Some("Khu phố 4"));
    assert_eq!((children[0].other[0].header.as_str(), children[0].other[0].value.as_str()), ("Cỡ áo", "M"));
    assert!(rows(&reading).iter().all(|row| row.problems.is_empty()), "{:?}", rows(&reading));
    assert_eq!(rows(&reading)[1].number, 3);
    assert_eq!(reading.sheets[0].header_rows, [1]);
}

#[test]
fn title_numbering_totals_and_signatures() {
    let bytes = with(
        &[
            &["UBND PHƯỜNG BA ĐÌNH", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            &["KHU PHỐ 3", "", "", "Độc lập - Tự do - Hạnh phúc"],
            &[],
            &["DANH SÁCH TRẺ EM NĂM 2026"],
            &[],
            &["TT", "H.tên", "NS", "GT", "SĐT bố", "Ghi chú"],
            &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            &["#1", "Lê Văn Cường", "2015", "Nam", "#912345678", "con thứ hai"],
            &["#2", "Phạm Thị Dung", "6/2016", "Nữ", "0912 345 678 - 0387654321", ""],
            &["#3"],
            &["", "Tổng cộng: 02 trẻ"],
            &["", "", "", "Ba Đình, ngày 01 tháng 6 năm 2026"],
            &["", "Người lập biểu", "", "TM. UBND PHƯỜNG"],
            &[],
            &["", "Nguyễn Thị Lan", "", "Trần Văn Hùng"],
        ],
        |page| merge(page, (3, 0, 3, 5), "DANH SÁCH TRẺ EM NĂM 2026"),
    );
    let reading = read(&bytes);
    assert_eq!(names(&reading), ["Lê Văn Cường", "Phạm Thị Dung"]);
    let children = drafts(&reading);
    assert!(children[0].birth_year_only && children[1].birth_year_only);
    assert_eq!(children[0].father.as_ref().unwrap().phones, ["0912345678"]);
    assert_eq!(children[1].father.as_ref().unwrap().phones, ["0912345678", "0387654321"]);
    assert!(codes(rows(&reading)[0]).contains(&Code::PhoneZeroRestored));
    assert_eq!(children[0].neighborhood.as_deref(), Some("Khu phố 3"));
    let kinds: Vec<&str> = reading.sheets[0].skipped_rows.iter().map(|row| row.kind.as_str()).collect();
    assert_eq!(kinds, ["numbering", "total", "footer", "footer", "footer"]);
}

#[test]
fn two_header_rows_with_merged_cells() {
    let rows: &[&[&str]] = &[
        &["STT", "Họ và tên", "", "Ngày tháng năm sinh", "", "Cha", "", "Mẹ", "", "Hoàn cảnh kinh tế", ""],
        &["", "Họ đệm", "Tên", "Nam", "Nữ", "Họ tên", "SĐT", "Họ tên", "SĐT", "Hộ nghèo", "Hộ cận nghèo"],
        &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"],
        &["1", "Nguyễn Văn", "An", "1/6/2015", "", "Nguyễn Văn Ba", "0912345678", "Lê Thị Tư", "0387654321", "x", ""],
        &["2", "Trần Thị", "Bình", "", "02.07.2016", "", "", "Lê Thị Năm", "", "", "X"],
    ];
    let bytes = with(rows, |page| {
        for (range, text) in [
            ((0, 0, 1, 0), "STT"),
            ((0, 1, 0, 2), "Họ và tên"),
            ((0, 3, 0, 4), "Ngày tháng năm sinh"),
            ((0, 5, 0, 6), "Cha"),
            ((0, 7, 0, 8), "Mẹ"),
            ((0, 9, 0, 10), "Hoàn cảnh kinh tế"),
        ] {
            merge(page, range, text);
        }
    });
    for bytes in [bytes, one(rows)] {
        let reading = read(&bytes);
        let children = drafts(&reading);
        assert_eq!(names(&reading), ["Nguyễn Văn An", "Trần Thị Bình"]);
        assert_eq!((children[0].sex, children[1].sex), (Some(Sex::Male), Some(Sex::Female)));
        assert_eq!((children[0].date_of_birth, children[1].date_of_birth), (day("2015-06-01"), day("2016-07-02")));
        assert_eq!(children[0].father.as_ref().unwrap().name.as_deref(), Some("Nguyễn Văn Ba"));
        assert_eq!(children[0].mother.as_ref().unwrap().phones, ["0387654321"]);
        assert_eq!((children[0].poverty, children[1].poverty), (Some(Poverty::Poor), Some(Poverty::NearPoor)));
        assert_eq!(reading.sheets[0].header_rows, [1, 2]);
    }
}

#[test]
fn a_name_heading_merged_over_two_columns_without_headings_below() {
    let bytes = with(
        &[
            &["STT", "Họ và tên", "", "Năm sinh", "Nữ"],
            &["1", "Nguyễn Văn", "An", "#2015", ""],
            &["2", "Trần Thị Thu", "Hà", "#42156", "x"],
            &["3", "Lê", "Khôi", "15/03/2017", ""],
        ],
        |page| merge(page, (0, 1, 0, 2), "Họ và tên"),
    );
    let reading = read(&bytes);
    assert_eq!(names(&reading), ["Nguyễn Văn An", "Trần Thị Thu Hà", "Lê Khôi"]);
    let children = drafts(&reading);
    assert_eq!(children[1].date_of_birth, day("2015-06-01"));
    // Only girls are marked.
    assert_eq!(
        children.iter().map(|child| child.sex.unwrap()).collect::<Vec<_>>(),
        [Sex::Male, Sex::Female, Sex::Male]
    );
}

#[test]
fn sections_name_the_neighborhood_or_the_class() {
    let bytes = with(
        &[
            &["TRƯỜNG TIỂU HỌC BA ĐÌNH"],
            &["STT", "Họ và tên học sinh", "Ngày sinh", "Giới tính"],
            &["Lớp 5A"],
            &["1", "Nguyễn Văn An", "1/6/2015", "Nam"],
            &["Lớp 5B - GVCN: Phạm Thị Mơ"],
            &["1", "Trần Thị Bình", "2/6/2015", "Nữ"],
            &["STT", "Họ và tên học sinh", "Ngày sinh", "Giới tính"],
            &["2", "Lê Văn Chính", "3/6/2015", "Nam"],
        ],
        |page| merge(page, (2, 0, 2, 3), "Lớp 5A"),
    );
    let reading = read(&bytes);
    let classes: Vec<_> = drafts(&reading).iter().map(|child| child.grade.clone().unwrap()).collect();
    assert_eq!(classes, ["5A", "5B", "5B"]);
    assert!(drafts(&reading).iter().all(|child| child.school.as_deref() == Some("TRƯỜNG TIỂU HỌC BA ĐÌNH")));
    assert_eq!(rows(&reading)[2].section_rows, [5]);

    let reading = read(&one(&[
        &["STT", "Họ tên", "Ngày sinh", "GT"],
        &["I", "Khu phố 1", "", ""],
        &["1", "Nguyễn Văn An", "1/6/2015", "Nam"],
        &["", "Cộng", "1", ""],
        &["II", "KHU PHỐ 2", "", ""],
        &["1", "Trần Thị Bình", "2/6/2015", "Nữ"],
        &["B. Trẻ em khuyết tật"],
        &["2", "Lê Văn Chính", "3/6/2015", "Nam"],
    ]));
    let places: Vec<_> = drafts(&reading).iter().map(|child| child.neighborhood.clone().unwrap()).collect();
    assert_eq!(places, ["Khu phố 1", "Khu phố 2", "Khu phố 2"]);
    assert_eq!(drafts(&reading)[2].circumstances, ["HC04"]);
}

#[test]
fn a_neighborhood_merged_over_many_rows() {
    let bytes = with(
        &[
            &["Khu phố", "Họ và tên", "Ngày sinh", "GT"],
            &["Khu phố 3", "Nguyễn Văn An", "1/6/2015", "Nam"],
            &["", "Trần Thị Bình", "2/6/2015", "Nữ"],
            &["", "Lê Văn Chính", "3/6/2015", "Nam"],
            &["", "", "", ""],
        ],
        |page| merge(page, (1, 0, 6, 0), "Khu phố 3"),
    );
    let reading = read(&bytes);
    assert_eq!(names(&reading).len(), 3);
    assert!(drafts(&reading).iter().all(|child| child.neighborhood.as_deref() == Some("Khu phố 3")));
}

#[test]
fn one_sheet_a_neighborhood_and_one_that_holds_no_children() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, child) in [("KP1", "Nguyễn Văn An"), ("Khu phố 2", "Trần Thị Bình")] {
        let page = book.add_worksheet();
        page.set_name(name).unwrap();
        fill(page, &[&["TT", "Họ tên", "Ngày sinh", "GT"], &["1", child, "1/6/2015", "Nam"]]);
    }
    let page = book.add_worksheet();
    page.set_name("Tổng hợp").unwrap();
    fill(page, &[&["Khu phố", "Tổng số trẻ", "Nam", "Nữ", "Hộ nghèo"], &["1", "20", "10", "10", "2"]]);
    let page = book.add_worksheet();
    page.set_name("Ẩn").unwrap();
    page.set_hidden(true);
    fill(page, &[&["Họ tên", "Ngày sinh"], &["Lê Văn Chính", "1/6/2015"]]);
    book.add_worksheet();
    let reading = read(&book.save_to_buffer().unwrap());
    assert_eq!(names(&reading), ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính"]);
    let places: Vec<_> = drafts(&reading).iter().map(|child| child.neighborhood.as_deref()).collect();
    assert_eq!(places, [Some("Khu phố 1"), Some("Khu phố 2"), None]);
    let skipped: Vec<_> =
        reading.sheets.iter().map(|sheet| sheet.skipped.as_ref().map(|why| why.code.as_str())).collect();
    assert_eq!(skipped, [None, None, Some("no_table"), None, Some("empty")]);
    assert!(rows(&reading)[2].hidden && codes(rows(&reading)[2]).contains(&Code::Hidden));
    assert_eq!(reading.sheets[0].signature, reading.sheets[1].signature);
}

#[test]
fn hidden_rows_are_read_and_marked() {
    let bytes = with(
        &[&["Họ tên", "Ngày sinh", "GT"], &["Nguyễn Văn An", "1/6/2015", "Nam"], &["Trần Thị Bình", "1/6/2016", "Nữ"]],
        |page| {
            page.set_row_hidden(2).unwrap();
        },
    );
    let reading = read(&bytes);
    assert_eq!(rows(&reading).iter().map(|row| row.hidden).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn wrong_values_are_told_with_their_column() {
    let reading = read(&one(&[
        &["STT", "Họ và tên", "Ngày sinh", "Giới tính", "CCCD", "Dân tộc"],
        &["1", "Nguyễn Văn 4", "31/02/2015", "Kinh", "3.8E+10", "Sao Hỏa"],
        &["2", "", "1/6/2015", "", "123456789", ""],
        &["3", "NGUYỄN THỊ HOA", "6/25/2015", "Nam", "#38315001234", "Kinh"],
        &["4", "lê văn tú", "1/6/2030", "Nam", "", ""],
        &["5", "Trần Văn Già", "1-6-05", "Nam", "", ""],
    ]));
    let all = rows(&reading);
    assert_eq!(all.len(), 5);
    for code in
        [Code::NameUnreadable, Code::BirthImpossible, Code::SexUnreadable, Code::IdScientific, Code::EthnicityUnknown]
    {
        assert!(codes(all[0]).contains(&code), "{code:?}");
    }
    let birth = all[0].problems.iter().find(|problem| problem.code == Code::BirthImpossible).unwrap();
    assert_eq!((birth.column, birth.column_letter.as_deref(), birth.severity), (Some(2), Some("C"), Severity::Error));
    assert!(codes(all[1]).contains(&Code::NameMissing) && codes(all[1]).contains(&Code::SexMissing));
    assert!(codes(all[1]).contains(&Code::IdOldCard));
    assert_eq!(all[2].child.full_name.as_deref(), Some("Nguyễn Thị Hoa"));
    assert_eq!(all[2].child.personal_id.as_deref(), Some("038315001234"));
    for code in [Code::NameCaseChanged, Code::BirthSwapped, Code::IdZeroRestored, Code::IdSexMismatch] {
        assert!(codes(all[2]).contains(&code), "{code:?}");
    }
    assert!(!all[2].has_errors());
    assert!(codes(all[3]).contains(&Code::BirthInFuture));
    assert!(codes(all[4]).contains(&Code::BirthTwoDigitYear) && codes(all[4]).contains(&Code::BirthTooOld));
}

#[test]
fn circumstances_in_words_codes_and_columns() {
    let reading = read(&one(&[
        &["Họ tên", "NS", "GT", "HCĐB", "HC KK", "Bỏ rơi", "Mồ côi cha", "Khuyết tật"],
        &[
            "Nguyễn Văn An",
            "1/6/2015",
            "Nam",
            "Mồ côi cả cha và mẹ; khuyết tật nặng",
            "hộ nghèo, bố mẹ ly hôn",
            "",
            "",
            "",
        ],
        &["Trần Thị Bình", "1/6/2015", "Nữ", "hc 4", "thích vẽ", "x", "x", "x"],
    ]));
    let children = drafts(&reading);
    assert_eq!(children[0].circumstances, ["HC01", "HC04"]);
    assert_eq!(children[0].risks, ["NC01", "NC04"]);
    assert_eq!(children[0].poverty, Some(Poverty::Poor));
    assert_eq!(children[1].circumstances, ["HC02", "HC04"]);
    assert_eq!(children[1].risks, ["NC03"]);
    assert!(children[1].other.iter().any(|other| other.value == "thích vẽ"));
    assert!(codes(rows(&reading)[1]).contains(&Code::CircumstanceUnknown));
}

#[test]
fn columns_of_the_groups_under_one_heading() {
    let bytes = with(
        &[
            &["TT", "Họ và tên", "Năm sinh", "Giới tính", "", "Nhóm trẻ em có hoàn cảnh đặc biệt", "", "", "Ghi chú"],
            &["", "", "", "Nam", "Nữ", "Mồ côi cả cha và mẹ", "Khuyết tật", "Bị xâm hại tình dục", ""],
            &["1", "Nguyễn Văn An", "2015", "x", "", "x", "", "", ""],
            &["2", "Trần Thị Bình", "2016", "", "x", "", "nhẹ", "", "gửi bà"],
        ],
        |page| {
            for column in [0, 1, 2, 8] {
                let text = ["TT", "Họ và tên", "Năm sinh", "", "", "", "", "", "Ghi chú"][usize::from(column)];
                merge(page, (0, column, 1, column), text);
            }
            merge(page, (0, 3, 0, 4), "Giới tính");
            merge(page, (0, 5, 0, 7), "Nhóm trẻ em có hoàn cảnh đặc biệt");
        },
    );
    let reading = read(&bytes);
    let fields: Vec<_> = reading.sheets[0].columns.iter().filter_map(|column| column.field).collect();
    assert_eq!(
        fields,
        [
            Field::Ordinal,
            Field::FullName,
            Field::BirthYear,
            Field::IsMale,
            Field::IsFemale,
            Field::Group(1),
            Field::Group(4),
            Field::Group(11),
            Field::Note
        ]
    );
    let children = drafts(&reading);
    assert_eq!(children[0].circumstances, ["HC01"]);
    assert_eq!(children[1].circumstances, ["HC04"]);
    assert_eq!(children[1].other[0].value, "nhẹ");
}

#[test]
fn families_schools_insurance() {
    let reading = read(&one(&[
        &[
            "Họ tên trẻ",
            "Ngày sinh",
            "Phái",
            "Họ tên bố",
            "Năm sinh",
            "Nghề nghiệp",
            "ĐT",
            "Họ tên mẹ",
            "ĐT",
            "Trường/lớp",
            "BHYT",
            "Hạn thẻ BHYT",
            "Biết bơi",
            "DT",
        ],
        &[
            "Nguyễn Văn An",
            "1/6/2015",
            "trai",
            "Nguyễn Văn Ba",
            "1985",
            "Công nhân",
            "0912345678",
            "Lê Thị Tư",
            "+84387654321",
            "TH Ba Đình - 5A",
            "TE1382912345678",
            "31/12/2026",
            "x",
            "Kinh",
        ],
        &[
            "Trần Thị Bình",
            "1/6/2016",
            "gái",
            "",
            "",
            "",
            "",
            "LÊ THỊ SÁU",
            "387654321",
            "3/2 TH Lam Sơn",
            "3823456789",
            "",
            "không",
            "Thái",
        ],
    ]));
    let children = drafts(&reading);
    let father = children[0].father.as_ref().unwrap();
    assert_eq!((father.birth_year, father.job.as_deref()), (Some(1985), Some("Công nhân")));
    assert_eq!(father.phones, ["0912345678"]);
    assert_eq!(children[0].mother.as_ref().unwrap().phones, ["0387654321"]);
    assert_eq!(children[1].mother.as_ref().unwrap().name.as_deref(), Some("Lê Thị Sáu"));
    assert_eq!((children[0].school.as_deref(), children[0].grade.as_deref()), (Some("TH Ba Đình"), Some("5A")));
    assert_eq!(children[0].health_insurance_no.as_deref(), Some("TE1382912345678"));
    assert_eq!(children[0].health_insurance_valid_to, day("2026-12-31"));
    assert_eq!((children[0].can_swim, children[1].can_swim), (Some(true), Some(false)));
    assert_eq!(children[1].ethnicity.as_deref(), Some("03"));
}

#[test]
fn text_of_old_fonts_is_found_and_converted_on_demand() {
    let bytes = one(&[
        &["STT", "Hä vµ tªn", "Ngµy sinh", "Giíi tÝnh", "D©n téc"],
        &["1", "NguyÔn V¨n An", "1/6/2015", "Nam", "Kinh"],
        &["2", "TRÇN THÞ H»NG", "2/6/2015", "N÷", "M\u{ad}êng"],
    ]);
    let reading = read(&bytes);
    assert_eq!((reading.legacy, reading.legacy_converted), (Some(Legacy::Tcvn3), false));
    let mut options = options();
    options.convert_legacy = true;
    let reading = read_with(&bytes, &options);
    assert_eq!(names(&reading), ["Nguyễn Văn An", "Trần Thị Hằng"]);
    assert_eq!(drafts(&reading)[1].sex, Some(Sex::Female));
    assert_eq!(drafts(&reading)[1].ethnicity.as_deref(), Some("06"));

    let reading = read_with(
        &one(&[
            &["STT", "Hoï vaø teân", "Ngaøy sinh"],
            &["1", "Nguyeãn Vaên An", "1/6/2015"],
            &["2", "Traàn Thò Bình", "2/6/2015"],
        ]),
        &options,
    );
    assert_eq!(reading.legacy, Some(Legacy::Vni));
    assert_eq!(names(&reading), ["Nguyễn Văn An", "Trần Thị Bình"]);
}

#[test]
fn a_mapping_goes_before_every_guess_and_is_remembered() {
    let bytes = one(&[
        &["A", "B", "C", "D"],
        &["Nguyễn Văn An", "1/6/2015", "Nam", "áo xanh"],
        &["Trần Thị Bình", "2/6/2015", "Nữ", "áo đỏ"],
    ]);
    // By contents alone.
    let guessed = read(&bytes);
    assert_eq!(names(&guessed), ["Nguyễn Văn An", "Trần Thị Bình"]);
    let mut options = options();
    let mut mapping = guessed.sheets[0].mapping();
    mapping.insert(3, Field::Note);
    mapping.insert(1, Field::Ignore);
    options.mapping.insert(guessed.sheets[0].name.clone(), mapping.clone());
    let told = read_with(&bytes, &options);
    assert_eq!(drafts(&told)[0].note.as_deref(), Some("áo xanh"));
    assert_eq!(drafts(&told)[0].date_of_birth, None);
    assert!(drafts(&told)[0].other.is_empty());
    let json = serde_json::to_string(&options).unwrap();
    assert_eq!(serde_json::from_str::<bup_documents::children::Options>(&json).unwrap(), options);
    options.mapping.clear();
    options.remembered.insert(guessed.sheets[0].signature.clone(), mapping);
    assert_eq!(drafts(&read_with(&bytes, &options))[0].note.as_deref(), Some("áo xanh"));
    let json = serde_json::to_string(&told).unwrap();
    // What a row was read from is kept apart, and goes nowhere with the reading.
    let mut told = told;
    told.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows).for_each(|row| row.source = Default::default());
    assert_eq!(serde_json::from_str::<bup_documents::children::Reading>(&json).unwrap(), told);
}

#[test]
fn without_any_heading() {
    let reading = read(&one(&[
        &["1", "Nguyễn Văn An", "1/6/2015", "Nam", "Kinh", "0912345678"],
        &["2", "Trần Thị Bình", "2/6/2015", "Nữ", "Kinh", "0912345679"],
    ]));
    assert_eq!(names(&reading), ["Nguyễn Văn An", "Trần Thị Bình"]);
    assert_eq!(drafts(&reading)[1].phones, ["0912345679"]);
    assert!(reading.sheets[0].columns[1].confidence <= 60);
}

#[test]
fn a_child_over_two_rows_stays_one() {
    let bytes = with(
        &[
            &["STT", "Họ tên", "Ngày sinh", "GT", "Người chăm sóc", "SĐT"],
            &["1", "Nguyễn Văn An", "1/6/2015", "Nam", "Lê Thị Tư", "0912345678"],
            &["", "", "", "", "Nguyễn Văn Năm", "0387654321"],
            &["2", "Trần Thị Bình", "1/6/2016", "Nữ", "Lê Thị Sáu", ""],
        ],
        |page| {
            merge(page, (1, 1, 2, 1), "Nguyễn Văn An");
            merge(page, (1, 2, 2, 2), "1/6/2015");
        },
    );
    let reading = read(&bytes);
    assert_eq!(names(&reading), ["Nguyễn Văn An", "Trần Thị Bình"]);
    assert_eq!(rows(&reading)[0].continued_by, [3]);
    assert!(drafts(&reading)[0].other.iter().any(|other| other.value == "Nguyễn Văn Năm"));
}

#[test]
fn day_month_and_year_in_three_columns() {
    let bytes = with(
        &[
            &["Họ và tên", "Ngày sinh", "", "", "Giới tính"],
            &["", "Ngày", "Tháng", "Năm", ""],
            &["Nguyễn Văn An", "1", "6", "2015", "Nam"],
            &["Trần Thị Bình", "", "", "2016", "Nữ"],
        ],
        |page| merge(page, (0, 1, 0, 3), "Ngày sinh"),
    );
    let reading = read(&bytes);
    assert_eq!(drafts(&reading)[0].date_of_birth, day("2015-06-01"));
    assert!(drafts(&reading)[1].birth_year_only);
}

#[test]
fn the_head_of_the_household_is_no_child() {
    let bytes = with(
        &[
            &["STT", "Họ tên chủ hộ", "Họ và tên trẻ em", "Ngày sinh", "", "Quan hệ với chủ hộ", "Nơi đang học"],
            &["", "", "", "Nam", "Nữ", "", ""],
            &["1", "Đào Văn Một", "Đào Thị Hai", "", "01/01/2013", "Con", "Lớp 6B THCS Lê Lợi"],
            &["", "", "Đào Văn Ba", "20/11/2019", "", "Con", "MN Ba Đình"],
        ],
        |page| {
            merge(page, (0, 3, 0, 4), "Ngày sinh");
            merge(page, (2, 1, 3, 1), "Đào Văn Một");
        },
    );
    let reading = read(&bytes);
    assert_eq!(names(&reading), ["Đào Thị Hai", "Đào Văn Ba"]);
    let children = drafts(&reading);
    assert_eq!((children[0].school.as_deref(), children[0].grade.as_deref()), (Some("THCS Lê Lợi"), Some("6B")));
    assert!(children.iter().all(|child| child.guardian.is_none()));
    assert!(children[1].other.iter().any(|other| other.value == "Đào Văn Một"));
}
