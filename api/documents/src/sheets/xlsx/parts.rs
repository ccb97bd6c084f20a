//! The small parts around the sheets: relations, list of sheets, shared strings, which styles are dates.

use quick_xml::events::BytesStart;

use super::super::SheetFault;
use super::super::build::Budget;
use super::super::package::Package;
use super::super::serial::{is_date_format, is_date_format_id};
use super::super::workbook::Cell;
use super::super::xml::{Node, Xml, attribute, is_on, number};

/// More than any list has; each costs 24 bytes.
const MAX_STRINGS: usize = 4_000_000;
const MAX_STYLES: usize = 200_000;

pub(super) struct Link {
    pub(super) id: String,
    /// The last word of its type: `worksheet`, `sharedStrings`.
    pub(super) kind: String,
    /// From the root of the package.
    pub(super) target: String,
}

/// What a part points to; the package itself is the empty name.
pub(super) fn links(package: &mut Package<'_>, part: &str) -> Result<Vec<Link>, SheetFault> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let mut links = Vec::new();
    let Some(stream) = package.part(&name)? else { return Ok(links) };
    let mut xml = Xml::new(stream);
    loop {
        match xml.next()? {
            Node::Open(element) if xml.name == "Relationship" && links.len() < 10_000 => {
                let kind = attribute(&element, "Type").unwrap_or_default();
                links.push(Link {
                    id: attribute(&element, "Id").unwrap_or_default(),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: resolve(folder, &attribute(&element, "Target").unwrap_or_default()),
                });
            }
            Node::End => return Ok(links),
            _ => {}
        }
    }
}

/// `../a.xml` from `xl/worksheets` is `xl/a.xml`; `/xl/a.xml` is from the root.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            _ => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty());
    path.join("/")
}

pub(super) struct Book {
    pub(super) from_1904: bool,
    pub(super) sheets: Vec<Entry>,
}

pub(super) struct Entry {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) link: String,
}

pub(super) fn book(package: &mut Package<'_>, main: &str) -> Result<Book, SheetFault> {
    let stream = package.part(main)?.ok_or(SheetFault::Broken)?;
    let mut xml = Xml::new(stream);
    let mut book = Book { from_1904: false, sheets: Vec::new() };
    loop {
        match xml.next()? {
            Node::Open(element) => match xml.name.as_str() {
                "workbookPr" => book.from_1904 = is_on(&element, "date1904"),
                "sheet" if book.sheets.len() <= 1_000 => book.sheets.push(entry(&element)),
                _ => {}
            },
            Node::End => return Ok(book),
            _ => {}
        }
    }
}

fn entry(element: &BytesStart<'_>) -> Entry {
    Entry {
        name: attribute(element, "name").unwrap_or_default(),
        hidden: attribute(element, "state").is_some_and(|state| state != "visible"),
        link: attribute(element, "id").unwrap_or_default(),
    }
}

/// Texts by number. Readings beside Chinese or Japanese words (`rPh`) are no part of them.
pub(super) fn strings(package: &mut Package<'_>, name: &str, budget: &mut Budget) -> Result<Vec<Cell>, SheetFault> {
    let mut strings = Vec::new();
    let Some(stream) = package.part(name)? else { return Ok(strings) };
    let mut xml = Xml::new(stream);
    let mut text = String::new();
    let (mut in_text, mut in_reading) = (false, false);
    loop {
        match xml.next()? {
            Node::Open(_) => match xml.name.as_str() {
                "si" => text.clear(),
                "t" => in_text = true,
                "rPh" => in_reading = true,
                _ => {}
            },
            Node::Text if in_text && !in_reading => text.push_str(&xml.text),
            Node::Close => match xml.name.as_str() {
                "t" => in_text = false,
                "rPh" => in_reading = false,
                "si" => {
                    if strings.len() >= MAX_STRINGS {
                        return Err(SheetFault::Bomb);
                    }
                    strings.push(budget.text(&unescape(&text))?);
                }
                _ => {}
            },
            Node::End => return Ok(strings),
            Node::Text => {}
        }
    }
}

/// `_x000D_` is how a control character is written (22.9.2.19, ST_Xstring).
pub(super) fn unescape(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find("_x") {
        let (before, mark) = rest.split_at(place);
        plain.push_str(before);
        let digits = mark.get(2..6).filter(|_| mark.get(6..7) == Some("_"));
        let char = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        match char {
            Some(char) => plain.push(char),
            None => plain.push_str("_x"),
        }
        rest = mark.get(if char.is_some() { 7 } else { 2 }..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain.into()
}

/// For each cell style: does it show dates?
pub(super) fn date_styles(package: &mut Package<'_>, name: &str) -> Result<Vec<bool>, SheetFault> {
    let mut styles = Vec::new();
    let Some(stream) = package.part(name)? else { return Ok(styles) };
    let mut xml = Xml::new(stream);
    let mut own = std::collections::HashMap::new();
    let mut in_cells = false;
    loop {
        match xml.next()? {
            Node::Open(element) => match xml.name.as_str() {
                "numFmt" if own.len() < MAX_STYLES => {
                    if let (Some(id), Some(code)) = (number(&element, "numFmtId"), attribute(&element, "formatCode")) {
                        own.insert(id, is_date_format(&code));
                    }
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells && styles.len() < MAX_STYLES => {
                    let id = number(&element, "numFmtId").unwrap_or(0);
                    styles.push(own.get(&id).copied().unwrap_or_else(|| is_date_format_id(id)));
                }
                _ => {}
            },
            Node::Close if xml.name == "cellXfs" => in_cells = false,
            Node::End => return Ok(styles),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("xl/worksheets", "../sharedStrings.xml"), "xl/sharedStrings.xml");
        assert_eq!(resolve("", ".\\xl\\workbook.xml"), "xl/workbook.xml");
        assert_eq!(resolve("", "../../../etc"), "etc");
    }

    #[test]
    fn escapes() {
        assert_eq!(unescape("Phố_x000D_ 3"), "Phố\r 3");
        assert_eq!(unescape("a_xyz_x0041_x"), "a_xyzAx");
        assert_eq!(unescape("_x00Đ1_ _x"), "_x00Đ1_ _x");
    }
}
