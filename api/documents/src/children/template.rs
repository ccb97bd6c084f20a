//! The blank list: for wards that have none yet, or one that can't be read.

use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, FormatBorder, Workbook as Writer, Worksheet};

use super::values::ethnicity;
use super::{Field, WriteError};

/// Rows that are prepared for typing.
const ROWS: u32 = 2_000;
const FLAG: [&str; 2] = ["Có", "Không"];
const POVERTY: [&str; 3] = ["Không", "Hộ nghèo", "Hộ cận nghèo"];
const SEX: [&str; 2] = ["Nam", "Nữ"];

/// Field, width, and what the example says.
const COLUMNS: [(Field, f64, &str); 27] = [
    (Field::Ordinal, 8.0, "Ví dụ"),
    (Field::FullName, 26.0, "Nguyễn Văn Mẫu"),
    (Field::DateOfBirth, 13.0, "01/6/2015"),
    (Field::Sex, 10.0, "Nam"),
    (Field::Ethnicity, 12.0, "Kinh"),
    (Field::PersonalId, 18.0, "038215000000"),
    (Field::Neighborhood, 14.0, "Khu phố 1"),
    (Field::Address, 26.0, "Số 1, đường Trần Phú"),
    (Field::PermanentAddress, 26.0, ""),
    (Field::FatherName, 22.0, "Nguyễn Văn Ba"),
    (Field::FatherPhone, 16.0, "0900000001"),
    (Field::MotherName, 22.0, "Trần Thị Tư"),
    (Field::MotherPhone, 16.0, "0900000002"),
    (Field::GuardianName, 22.0, ""),
    (Field::GuardianRelation, 14.0, ""),
    (Field::GuardianPhone, 16.0, ""),
    (Field::School, 22.0, "Tiểu học Ba Đình"),
    (Field::Grade, 8.0, "5A"),
    (Field::HealthInsuranceNo, 18.0, "TE1380000000000"),
    (Field::HealthInsuranceValidTo, 16.0, "31/12/2026"),
    (Field::Disability, 18.0, ""),
    (Field::Illness, 18.0, ""),
    (Field::Poverty, 14.0, "Không"),
    (Field::CanSwim, 10.0, "Có"),
    (Field::Circumstance, 22.0, "HC04"),
    (Field::Risk, 22.0, "NC05"),
    (Field::Note, 30.0, "Dòng ví dụ: hệ thống bỏ qua"),
];

/// Labels of the law (Law on Children art. 10.1).
pub(super) const GROUPS: [&str; 14] = [
    "Trẻ em mồ côi cả cha và mẹ",
    "Trẻ em bị bỏ rơi",
    "Trẻ em không nơi nương tựa",
    "Trẻ em khuyết tật",
    "Trẻ em nhiễm HIV/AIDS",
    "Trẻ em vi phạm pháp luật",
    "Trẻ em nghiện ma túy",
    "Trẻ em phải bỏ học kiếm sống chưa hoàn thành phổ cập giáo dục trung học cơ sở",
    "Trẻ em bị tổn hại nghiêm trọng về thể chất và tinh thần do bị bạo lực",
    "Trẻ em bị bóc lột",
    "Trẻ em bị xâm hại tình dục",
    "Trẻ em bị mua bán",
    "Trẻ em mắc bệnh hiểm nghèo hoặc bệnh phải điều trị dài ngày thuộc hộ nghèo hoặc hộ cận nghèo",
    "Trẻ em di cư, trẻ em lánh nạn, tị nạn chưa xác định được cha mẹ hoặc không có người chăm sóc",
];

/// The administrative list of risks; the last is NC99.
pub(super) const RISKS: [&str; 15] = [
    "Sống trong hộ nghèo",
    "Sống trong hộ cận nghèo",
    "Mồ côi cha hoặc mẹ",
    "Cha mẹ ly hôn, ly thân",
    "Cha và/hoặc mẹ đi làm ăn xa, không trực tiếp chăm sóc",
    "Cha, mẹ hoặc người chăm sóc đang chấp hành án, vi phạm pháp luật",
    "Gia đình có người nghiện ma túy, nghiện rượu, cờ bạc",
    "Gia đình có bạo lực gia đình",
    "Sống với ông bà già yếu hoặc người chăm sóc khuyết tật, bệnh nặng",
    "Bỏ học hoặc có nguy cơ bỏ học",
    "Trẻ em nhập cư, gia đình không có nơi ở ổn định",
    "Lao động sớm",
    "Cha mẹ nhiễm HIV",
    "Ảnh hưởng thiên tai, dịch bệnh",
    "Mắc bệnh hiểm nghèo nhưng không thuộc hộ nghèo, cận nghèo",
];

/// A blank list to fill in: headings, drop-down lists, an example that the reader skips, and a sheet with the codes.
///
/// # Errors
/// The file could not be written.
pub fn template() -> Result<Vec<u8>, WriteError> {
    let mut writer = Writer::new();
    list(writer.add_worksheet())?;
    codes(writer.add_worksheet())?;
    Ok(writer.save_to_buffer()?)
}

fn list(page: &mut Worksheet) -> Result<(), WriteError> {
    let title = Format::new().set_bold().set_font_size(14);
    let hint = Format::new().set_italic().set_font_color(Color::RGB(0x0059_5959));
    let heading = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_background_color(Color::RGB(0x00DD_EBF7));
    let example = Format::new().set_italic().set_font_color(Color::RGB(0x007F_7F7F)).set_num_format("@");
    let text = Format::new().set_num_format("@");
    page.set_name("Danh sách trẻ em")?;
    page.write_with_format(0, 0, "DANH SÁCH TRẺ EM", &title)?;
    page.write_with_format(
        1,
        0,
        "Mỗi dòng một trẻ. Chỉ họ tên là bắt buộc; ngày sinh ghi ngày/tháng/năm; nhiều mã cách nhau bằng dấu chấm phẩy (;), xem trang “Mã”.",
        &hint,
    )?;
    for (column, (field, width, sample)) in (0_u16..).zip(COLUMNS) {
        page.set_column_width(column, width)?;
        page.write_with_format(3, column, field.vietnamese().as_ref(), &heading)?;
        page.write_with_format(4, column, sample, &example)?;
        // Excel drops leading zeros and guesses dates wherever a column is not text.
        if field != Field::Ordinal {
            page.set_column_format(column, &text)?;
        }
        let choices: Option<&[&str]> = match field {
            Field::Sex => Some(&SEX),
            Field::Poverty => Some(&POVERTY),
            Field::CanSwim => Some(&FLAG),
            _ => None,
        };
        if let Some(choices) = choices {
            let rule = DataValidation::new()
                .allow_list_strings(choices)?
                .set_error_title("Chọn trong danh sách")?
                .set_error_message("Hãy chọn một giá trị trong danh sách.")?;
            page.add_data_validation(5, column, 4 + ROWS, column, &rule)?;
        }
    }
    page.set_row_height(3, 34)?;
    page.set_freeze_panes(4, 2)?;
    Ok(())
}

fn codes(page: &mut Worksheet) -> Result<(), WriteError> {
    let bold = Format::new().set_bold();
    page.set_name("Mã")?;
    page.set_column_width(0, 8)?;
    page.set_column_width(1, 80)?;
    page.set_column_width(3, 8)?;
    page.set_column_width(4, 24)?;
    page.write_with_format(0, 0, "Mã", &bold)?;
    page.write_with_format(0, 1, "Nhóm hoàn cảnh đặc biệt (Luật Trẻ em, Điều 10) và nguy cơ", &bold)?;
    page.write_with_format(0, 3, "Mã", &bold)?;
    page.write_with_format(0, 4, "Dân tộc", &bold)?;
    let groups = (1..).zip(GROUPS).map(|(number, label)| (format!("HC{number:02}"), label));
    let risks = (1..).zip(RISKS).map(|(number, label)| (format!("NC{number:02}"), label));
    let rows = groups.chain(risks).chain([("NC99".to_owned(), "Nguy cơ khác (ghi rõ ở cột Ghi chú)")]);
    for (row, (code, label)) in (1_u32..).zip(rows) {
        page.write(row, 0, code)?;
        page.write(row, 1, label)?;
    }
    for (row, name) in (1_u32..).zip(ethnicity::NAMES) {
        page.write(row, 3, format!("{row:02}"))?;
        page.write(row, 4, name)?;
    }
    Ok(())
}
