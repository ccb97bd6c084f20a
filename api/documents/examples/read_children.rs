//! `cargo run -p bup-documents --example read_children -- FILE`: what the reader makes of a list, as JSON; times and
//! counts on the error stream. `--make N` writes a list of N invented children to `made.xlsx`, to measure with.

use std::process::ExitCode;
use std::time::Instant;

use bup_documents::{children, sheets};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let path = match (arguments.next(), arguments.next()) {
        (Some(flag), Some(count)) if flag == "--make" => {
            let bytes = made(count.parse().unwrap_or(5_000));
            return match bytes.map(|bytes| std::fs::write("made.xlsx", bytes)) {
                Ok(Ok(())) => ExitCode::SUCCESS,
                _ => ExitCode::FAILURE,
            };
        }
        (Some(path), _) => path,
        _ => {
            eprintln!("usage: read_children FILE | --make N");
            return ExitCode::from(2);
        }
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let start = Instant::now();
    let workbook = match sheets::read(&bytes, &path) {
        Ok(workbook) => workbook,
        Err(error) => {
            eprintln!("{} ({})", error.vietnamese(), error.code());
            return ExitCode::FAILURE;
        }
    };
    let cells = start.elapsed();
    let after_cells = peak().unwrap_or_default();
    let Some(today) = chrono::NaiveDate::from_ymd_opt(2026, 6, 1) else { return ExitCode::FAILURE };
    let mut options = children::Options::new(today);
    options.convert_legacy = true;
    let reading = children::read(&workbook, &options);
    let all = start.elapsed();
    let rows: usize = reading.sheets.iter().map(|sheet| sheet.rows.len()).sum();
    let wrong = reading.sheets.iter().flat_map(|sheet| &sheet.rows).filter(|row| row.has_errors()).count();
    let peak = peak().unwrap_or_default();
    println!("{}", serde_json::to_string_pretty(&reading).unwrap_or_default());
    eprintln!(
        "{} bytes, {rows} children, {wrong} wrong; cells {cells:?} ({after_cells}), all {all:?} ({peak})",
        bytes.len()
    );
    ExitCode::SUCCESS
}

/// Peak memory, where the system tells it.
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .map(|line| line.split_whitespace().skip(1).collect::<Vec<_>>().join(" "))
}

fn made(count: u32) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut writer = rust_xlsxwriter::Workbook::new();
    let page = writer.add_worksheet();
    let headings = [
        "STT",
        "Họ và tên",
        "Ngày sinh",
        "Giới tính",
        "Dân tộc",
        "Số định danh",
        "Khu phố",
        "Địa chỉ",
        "Thường trú",
        "Họ tên cha",
        "SĐT cha",
        "Họ tên mẹ",
        "SĐT mẹ",
        "Trường",
        "Lớp",
        "Số thẻ BHYT",
        "Hộ nghèo",
        "Biết bơi",
        "HCĐB",
        "Ghi chú",
    ];
    for (column, heading) in (0_u16..).zip(headings) {
        page.write(0, column, heading)?;
    }
    for row in 1..=count {
        let texts = [
            format!("{row}"),
            format!("Nguyễn Văn {}", ["An", "Bình", "Cường", "Dũng"][row as usize % 4]),
            format!("{:02}/{:02}/{}", row % 28 + 1, row % 12 + 1, 2012 + row % 12),
            ["Nam", "Nữ"][row as usize % 2].to_owned(),
            "Kinh".to_owned(),
            format!("0382{:08}", row),
            format!("Khu phố {}", row % 11 + 1),
            format!("Số {row}, đường Trần Phú"),
            format!("Số {row}, đường Lê Lợi"),
            format!("Nguyễn Văn Cha {}", row % 300),
            format!("09{:08}", row),
            format!("Trần Thị Mẹ {}", row % 300),
            format!("03{:08}", row),
            "Tiểu học Ba Đình".to_owned(),
            format!("{}A", row % 5 + 1),
            format!("TE138{:010}", row),
            if row % 9 == 0 { "x".to_owned() } else { String::new() },
            if row % 3 == 0 { "có".to_owned() } else { "không".to_owned() },
            if row % 20 == 0 { "khuyết tật nhẹ; hộ nghèo".to_owned() } else { String::new() },
            format!("ghi chú {row}"),
        ];
        for (column, text) in (0_u16..).zip(&texts) {
            if !text.is_empty() {
                page.write(row, column, text)?;
            }
        }
    }
    writer.save_to_buffer()
}
