//! The zip around a Word document, opened with hostile ones in mind.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Node, Xml, attribute};
use crate::ReadError;

/// A real document has a few dozen parts; one with many pictures a few hundred.
const MAX_ENTRIES: usize = 4_000;
/// All parts together as they declare themselves, pictures included.
const MAX_DECLARED: u64 = 400 << 20;
/// One part of XML. The text of 500 pages with Word's marks around it is about 10 MB.
const MAX_PART: u64 = 48 << 20;
/// Word's XML packs 10:1 to 30:1. Small parts may do better by chance.
const MAX_RATIO: u64 = 150;
const RATIO_FREE: u64 = 1 << 20;

pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Path of the main part; usually `word/document.xml`.
    main: String,
}

impl<'a> Package<'a> {
    /// # Errors
    /// A refusal that says what the zip is instead of a Word document.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        // Before the zip crate builds its list: a directory of half a million names is memory spent for nothing.
        if bytes.windows(4).filter(|window| *window == b"PK\x01\x02").take(MAX_ENTRIES + 1).count() > MAX_ENTRIES {
            return Err(ReadError::Bomb);
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(refusal)?;
        let mut declared = 0_u64;
        for index in 0..zip.len() {
            let entry = zip.by_index_raw(index).map_err(refusal)?;
            if entry.encrypted() {
                return Err(ReadError::Encrypted);
            }
            declared = declared.saturating_add(entry.size());
        }
        if declared > MAX_DECLARED {
            return Err(ReadError::Bomb);
        }
        let mut package = Self { zip, main: "word/document.xml".to_owned() };
        if let Some(target) = package.related("_rels/.rels", "", "/officeDocument")? {
            package.main = target;
        }
        if package.main.contains("xl/") || package.has("xl/workbook.xml") {
            return Err(ReadError::Spreadsheet);
        }
        if package.main.contains("ppt/") {
            return Err(ReadError::Presentation);
        }
        if !package.has(&package.main) {
            return Err(package.other_kind());
        }
        Ok(package)
    }

    fn other_kind(&mut self) -> ReadError {
        match self.part("mimetype") {
            Ok(Some(kind)) if kind.contains("opendocument.spreadsheet") => ReadError::Spreadsheet,
            Ok(Some(kind)) if kind.contains("opendocument") => ReadError::OpenDocument,
            // A Word file without its main part: cut or damaged.
            _ if self.has("word/styles.xml") || self.has("word/settings.xml") => ReadError::Broken,
            _ => ReadError::OtherArchive,
        }
    }

    fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    pub(super) fn main(&mut self) -> Result<String, ReadError> {
        let name = self.main.clone();
        self.part(&name)?.ok_or(ReadError::Broken)
    }

    /// A part that the main one points to (styles, numbering), found by the last word of its type.
    pub(super) fn of_main(&mut self, kind: &str) -> Result<Option<String>, ReadError> {
        let (folder, file) = self.main.rsplit_once('/').map_or(("", self.main.as_str()), |split| split);
        let folder = folder.to_owned();
        let relations =
            if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let target = self.related(&relations, &folder, kind)?;
        let name = target.unwrap_or_else(|| format!("{folder}{kind}.xml"));
        self.part(&name)
    }

    /// The target of the first relation whose type ends so.
    fn related(&mut self, relations: &str, folder: &str, kind: &str) -> Result<Option<String>, ReadError> {
        let Some(text) = self.part(relations)? else { return Ok(None) };
        let mut xml = Xml::new(&text);
        while let Some(node) = xml.next()? {
            let Node::Open(_, element) = node else { continue };
            if !attribute(&element, "Type").is_some_and(|found| found.ends_with(kind)) {
                continue;
            }
            let target = attribute(&element, "Target").unwrap_or_default();
            return Ok(Some(match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None if folder.is_empty() => target,
                None => format!("{folder}/{}", target.trim_start_matches("./")),
            }));
        }
        Ok(None)
    }

    /// A part's text; `None` when it is not there.
    fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let entry = match self.zip.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(refusal(error)),
        };
        let fair = entry.compressed_size().saturating_mul(MAX_RATIO).max(RATIO_FREE);
        let limit = fair.min(MAX_PART);
        let mut bytes = Vec::new();
        // Declared sizes are claims; only what comes out counts.
        entry.take(limit + 1).read_to_end(&mut bytes).map_err(|_| ReadError::Broken)?;
        if bytes.len() as u64 > limit {
            return Err(ReadError::Bomb);
        }
        decode(bytes).map(Some)
    }
}

/// XML parts are UTF-8 or UTF-16 (ECMA-376 part 2).
fn decode(bytes: Vec<u8>) -> Result<String, ReadError> {
    if let Some(text) = crate::txt::from_utf16(&bytes) {
        return text.ok_or(ReadError::Broken);
    }
    let text = String::from_utf8(bytes).map_err(|_| ReadError::Broken)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn refusal(error: ZipError) -> ReadError {
    match error {
        ZipError::InvalidPassword => ReadError::Encrypted,
        ZipError::UnsupportedArchive(text) if text == ZipError::PASSWORD_REQUIRED => ReadError::Encrypted,
        _ => ReadError::Broken,
    }
}
