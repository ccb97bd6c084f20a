//! The file itself: how it is to be read, its sheets and rows, and what they say in the words of the ward's units.
//! Lists that become children and lists of pupils that are handed over go through here alike.

use std::collections::BTreeMap;
use std::mem::take;

use actix_web::http::StatusCode;
use actix_web::web;
use bup_documents::children::{self as lists, Field, Mapping, Options, Reading};
use bup_documents::{ReadError, sheets};

use super::model::{ImportSheet, KeptRow};
use super::rules::{self, Importer};
use crate::access::Public;
use crate::error::{Error, Message, Result};
use crate::http::Upload;

pub const MAPPING_BAD: Message = Message::new(
    "mapping_bad",
    "Bảng ghép cột chưa đúng. Hãy gửi dạng {\"tên trang tính\": {\"số cột từ 0\": \"tên mục\"}}.",
    "The mapping is not right. Send {\"sheet\": {\"column from 0\": \"field\"}}.",
);

/// What was read, still without the ward's units.
pub struct ListRead {
    pub reading: Reading,
    pub workbook: sheets::Workbook,
}

/// How the sender wants the file to be read.
///
/// # Errors
/// 422 for a mapping that is none.
pub fn options(public: &Public, upload: &Upload) -> Result<Options> {
    let mut options = Options::new(crate::calendar::ward_today(public.gate().services().clock.now().utc()));
    if let Some(text) = upload.fields.get("mapping").filter(|text| !text.trim().is_empty()) {
        let read: BTreeMap<String, BTreeMap<u32, Field>> =
            serde_json::from_str(text).map_err(|_| Error::field("mapping", MAPPING_BAD))?;
        options.mapping = Mapping::from(read);
    }
    options.convert_legacy = upload.fields.get("convert_legacy").is_some_and(|word| word == "true");
    Ok(options)
}

/// Reads the file off the async threads.
///
/// # Errors
/// 413, 415 or 422 for a file that cannot be read, with what to do.
pub async fn read(upload: Upload, options: Options) -> Result<ListRead> {
    let read = web::block(move || {
        let workbook = sheets::read(&upload.bytes, &upload.file_name)?;
        let reading = lists::read(&workbook, &options);
        Ok(ListRead { reading, workbook })
    });
    read.await.map_err(|_| Error::internal("a worker thread was lost"))?.map_err(refusal)
}

fn refusal(error: ReadError) -> Error {
    let status = match error.code() {
        code if code.contains("large") || code.contains("bomb") || code.contains("many") => {
            StatusCode::PAYLOAD_TOO_LARGE
        }
        code if code.contains("empty") || code.contains("broken") => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::UNSUPPORTED_MEDIA_TYPE,
    };
    Error::new(status, Message::new(error.code(), error.vietnamese(), error.english()))
}

/// The rows in the words of the ward's units, each with the place of its sheet. They are taken, not copied: a large file
/// would stand in memory twice.
pub fn keep(importer: &Importer<'_>, reading: &mut Reading) -> Vec<(u32, KeptRow)> {
    let mut rows = Vec::new();
    for sheet in &mut reading.sheets {
        for row in &mut sheet.rows {
            let (child, source) = (take(&mut row.child), take(&mut row.source));
            let kept = rules::keep(importer, &sheet.name, row.number, child, &row.problems, source);
            rows.push((sheet.index, kept));
        }
    }
    rows
}

/// How the sheets were understood.
pub fn sheets_of(reading: Reading) -> Vec<ImportSheet> {
    let shape = |sheet: lists::SheetReading| ImportSheet {
        rows: i64::try_from(sheet.rows.len()).unwrap_or(i64::MAX),
        name: sheet.name,
        hidden: sheet.hidden,
        signature: sheet.signature,
        header_rows: sheet.header_rows,
        columns: sheet.columns,
        neighborhood: sheet.neighborhood,
        school: sheet.school,
        grade: sheet.grade,
        skipped: sheet.skipped,
        skipped_rows: sheet.skipped_rows,
    };
    reading.sheets.into_iter().map(shape).collect()
}

/// The name of the old encoding that the text was typed for.
pub fn legacy_of(reading: &Reading) -> Option<String> {
    reading.legacy.map(|legacy| serde_json::json!(legacy).as_str().unwrap_or("").to_owned())
}
