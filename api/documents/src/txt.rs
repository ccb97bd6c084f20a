//! Plain text → blocks: encodings, marks of emphasis, lines cut at a fixed width, tables typed with `|` or tabs.

use crate::ReadError;
use crate::block::{Block, Cell, Document, Note, Paragraph, Table};
use crate::docx::{MAX_CHARS, MAX_PARAGRAPHS};
use crate::words::{char_count, squeeze, tidy};

/// # Errors
/// [`ReadError::NotText`], [`ReadError::OldEncoding`], [`ReadError::TooLong`], [`ReadError::Empty`].
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = decode(bytes)?;
    if text.len() > MAX_CHARS {
        return Err(ReadError::TooLong);
    }
    let mut notes = Vec::new();
    if text.contains('\u{fffd}') {
        notes.push(Note::StrangeCharacters);
    }
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{c}', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let mut lines: Vec<Paragraph> = tidy(&text).split('\n').map(line).collect();
    if lines.iter().all(|line| line.text.is_empty()) {
        return Err(ReadError::Empty);
    }
    if lines.len() > MAX_PARAGRAPHS * 4 {
        return Err(ReadError::TooLong);
    }
    if is_wrapped(&lines) {
        lines = unwrap_lines(lines);
        notes.push(Note::WrappedLines);
    }
    let blocks = tables(lines);
    if blocks.len() > MAX_PARAGRAPHS {
        return Err(ReadError::TooLong);
    }
    Ok(Document { blocks, notes })
}

fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    if let Some(text) = from_utf16(bytes) {
        return text.ok_or(ReadError::NotText);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let control = text.chars().filter(|char| char.is_control() && !char.is_whitespace()).count();
        // A stray control character is dirt; many are a binary file that happens to be ASCII.
        if control * 50 > char_count(text) + 49 {
            return Err(ReadError::NotText);
        }
        return Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned());
    }
    Err(not_utf8(bytes))
}

/// `None` without a byte order mark; `Some(None)` when the mark lies.
pub(crate) fn from_utf16(bytes: &[u8]) -> Option<Option<String>> {
    let (body, little) = match bytes {
        [0xFF, 0xFE, body @ ..] => (body, true),
        [0xFE, 0xFF, body @ ..] => (body, false),
        _ => return None,
    };
    let (pairs, []) = body.as_chunks::<2>() else { return Some(None) };
    let unit = |pair: &[u8; 2]| if little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) };
    let units: Vec<u16> = pairs.iter().map(unit).collect();
    Some(String::from_utf16(&units).ok())
}

/// Text of the nineties has letters above 0x80 between ASCII letters and no control characters.
fn not_utf8(bytes: &[u8]) -> ReadError {
    let control = bytes.iter().filter(|byte| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0C)).count();
    let ascii = bytes.iter().filter(|byte| byte.is_ascii_alphabetic() || **byte == b' ').count();
    if control == 0 && ascii * 10 >= bytes.len() * 4 { ReadError::OldEncoding } else { ReadError::NotText }
}

/// Text in the letters of an old font, or decoded wrongly on its way: readable by nobody, and not to be guessed.
///
/// TCVN3 (`KÕ ho¹ch`), VNI (`Keá hoaïch`) and doubly encoded UTF-8 (`Káº¿`) all show as many letters and signs of
/// Latin-1 beside almost none of those that only Vietnamese has.
pub(crate) fn is_old_encoding(texts: &mut dyn Iterator<Item = &str>) -> bool {
    let (mut latin, mut vietnamese, mut letters) = (0_usize, 0_usize, 0_usize);
    for char in texts.flat_map(str::chars) {
        letters += usize::from(char.is_alphabetic());
        match char {
            'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1EA0}'..='\u{1EF9}' => {
                vietnamese += 1
            }
            '\u{a0}' | '\u{ab}' | '\u{bb}' | '\u{b7}' | '\u{ad}' => {}
            '\u{a1}'..='\u{ff}' => latin += 1,
            _ => {}
        }
    }
    // Vietnamese in Unicode has about three letters of its own for each of Latin-1.
    latin >= 8 && latin * 20 > letters && vietnamese * 2 < latin
}

/// One line without its marks: `***bold italic***`, `**bold**`, `*italic*`, `# heading`, and Markdown's backslashes.
fn line(raw: &str) -> Paragraph {
    let wide = raw.trim_end();
    let text = wide.trim_start();
    let heading = text.trim_start_matches('#');
    let is_heading = heading.len() < text.len() && text.len() - heading.len() <= 6 && heading.starts_with(' ');
    let text = if is_heading { heading.trim_start() } else { text };
    let mut plain = String::with_capacity(text.len());
    let (mut bold, mut stars_seen) = (false, false);
    let (mut letters, mut bold_letters) = (0_usize, 0_usize);
    let mut bold_start = 0;
    let mut chars = text.chars().peekable();
    // A star before a space at the beginning is a bullet.
    let bullet = text.starts_with("* ") || text.starts_with("*\t");
    if bullet {
        chars.next();
        plain.push('*');
    }
    while let Some(char) = chars.next() {
        match char {
            '*' => {
                let mut stars = 1;
                while chars.next_if_eq(&'*').is_some() {
                    stars += 1;
                }
                stars_seen = true;
                // `*****` is a ruled line, `2 * 3` a product: shown as they are.
                if stars > 3
                    || (stars == 1 && chars.peek().is_none_or(|next| next.is_whitespace()) && plain.ends_with(' '))
                {
                    plain.extend(std::iter::repeat_n('*', stars));
                } else if stars >= 2 {
                    bold = !bold;
                }
            }
            '\\' if chars.peek().is_some_and(|next| next.is_ascii_punctuation()) => {}
            '_' if chars.peek() == Some(&'_') => {
                plain.push('_');
            }
            _ => {
                plain.push(char);
                if char.is_alphabetic() {
                    if bold && letters == bold_letters {
                        bold_start = char_count(&plain);
                    }
                    letters += 1;
                    bold_letters += usize::from(bold);
                }
            }
        }
    }
    let all_bold = is_heading || (stars_seen && letters > 0 && bold_letters == letters);
    // Wide gaps stand for columns (letter head, signature); leading ones for the right column.
    let indent = wide.len() - wide.trim_start().len();
    let plain = gaps(&plain, indent);
    Paragraph { text: plain, bold: all_bold, bold_start: if all_bold { 0 } else { bold_start }, centered: false }
}

/// Three spaces and more become a tab: they were typed to reach a column.
fn gaps(text: &str, indent: usize) -> String {
    let mut spaced = String::with_capacity(text.len());
    if indent >= 20 {
        spaced.push('\t');
    }
    let mut spaces = 0;
    for char in text.trim().chars() {
        if char == ' ' {
            spaces += 1;
            continue;
        }
        match spaces {
            0 => {}
            1 | 2 => spaced.push(' '),
            _ => spaced.push('\t'),
        }
        spaces = 0;
        spaced.push(char);
    }
    spaced
}

/// Wrapped at a fixed width: sentences go on in lower case after lines that are nearly as long as the longest.
fn is_wrapped(lines: &[Paragraph]) -> bool {
    let longest = lines.iter().map(|line| char_count(&line.text)).max().unwrap_or(0);
    if !(50..=140).contains(&longest) {
        return false;
    }
    let (mut going_on, mut after_full) = (0_usize, 0_usize);
    for pair in lines.windows(2) {
        let [before, line] = pair else { continue };
        if crate::words::starts_lower(&line.text) && !before.text.is_empty() && !crate::plan::begins_item(&line.text) {
            going_on += 1;
            after_full += usize::from(char_count(&before.text) * 100 >= longest * 75);
        }
    }
    going_on >= 3 && after_full * 10 >= going_on * 7
}

fn unwrap_lines(lines: Vec<Paragraph>) -> Vec<Paragraph> {
    let longest = lines.iter().map(|line| char_count(&line.text)).max().unwrap_or(0);
    let mut joined: Vec<Paragraph> = Vec::new();
    let mut width = 0;
    for line in lines {
        let length = char_count(&line.text);
        let first_word = line.text.split_whitespace().next().map_or(0, char_count);
        let marked = crate::plan::begins_item(&line.text);
        // The next word did not fit: the writer did not end the line, the program did.
        let was_full = width > 0 && width + 1 + first_word > longest.saturating_sub(8);
        match joined.last_mut() {
            Some(last) if was_full && length > 0 && !marked && !line.text.starts_with(['\t', '|']) => {
                last.text.push(' ');
                last.text.push_str(&line.text);
                last.bold &= line.bold;
            }
            _ => joined.push(line),
        }
        width = length;
    }
    joined
}

/// Runs of lines with as many `|` or tabs are tables; all other lines are paragraphs.
fn tables(lines: Vec<Paragraph>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<(usize, Table)> = None;
    for line in lines {
        match (fields(&line.text), open.as_mut()) {
            (Some(row), Some(_)) if row.iter().all(|field| is_rule(field)) => {}
            (Some(row), Some((width, table))) if row.len() == *width => table.rows.push(cells(row)),
            (Some(row), _) => {
                close(&mut blocks, open.take());
                open = Some((row.len(), Table { rows: vec![cells(row)] }));
            }
            (None, _) => {
                close(&mut blocks, open.take());
                if !line.text.trim().is_empty() {
                    blocks.push(Block::Paragraph(line));
                }
            }
        }
    }
    close(&mut blocks, open);
    blocks
}

fn close(blocks: &mut Vec<Block>, open: Option<(usize, Table)>) {
    let Some((_, table)) = open else { return };
    if table.rows.len() >= 2 {
        blocks.push(Block::Table(table));
        return;
    }
    for row in table.rows {
        let text = row.iter().map(Cell::text).collect::<Vec<_>>().join("\t");
        blocks.push(Block::Paragraph(Paragraph { text, ..Paragraph::default() }));
    }
}

/// The fields of a table row: `| a | b |`, or three and more columns by tabs (two are a letter head).
fn fields(text: &str) -> Option<Vec<String>> {
    if let Some(inner) = text.trim().strip_prefix('|') {
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        return Some(inner.split('|').map(squeeze).collect());
    }
    let fields: Vec<String> = text.split('\t').map(squeeze).collect();
    (fields.len() >= 3 && !text.starts_with('\t') && !crate::plan::begins_item(text)).then_some(fields)
}

fn is_rule(field: &str) -> bool {
    !field.is_empty() && field.chars().all(|char| matches!(char, '-' | ':' | '=' | ' '))
}

fn cells(fields: Vec<String>) -> Vec<Cell> {
    let cell = |field: String| {
        let lines =
            field.split("<br>").map(|text| Block::Paragraph(Paragraph { text: squeeze(text), ..Paragraph::default() }));
        Cell { blocks: lines.collect(), span: 1, continues: false }
    };
    fields.into_iter().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<String> {
        let paragraph = |block: Block| match block {
            Block::Paragraph(paragraph) => paragraph.text,
            Block::Table(table) => format!("table of {}", table.rows.len()),
        };
        read(bytes).unwrap().blocks.into_iter().map(paragraph).collect()
    }

    #[test]
    fn marks_of_emphasis_are_read_not_shown() {
        let bold = line("**KT. CHỦ TỊCH**");
        assert!(bold.bold && bold.text == "KT. CHỦ TỊCH");
        assert_eq!(line("chủ đề: ***\"Vì trẻ em\"***.").text, "chủ đề: \"Vì trẻ em\".");
        assert_eq!(line("* Công an phường").text, "* Công an phường");
        assert_eq!(line("**1. Mục đích:** Tổ chức").bold_start, 11);
        assert_eq!(line("1\\. Mục đích").text, "1. Mục đích");
        assert_eq!(line("*****").text, "*****");
    }

    #[test]
    fn every_common_encoding_or_a_refusal() {
        let text = "KẾ HOẠCH";
        let le: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let be: Vec<u8> = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let bom = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for bytes in [text.as_bytes().to_vec(), le, be, bom] {
            assert_eq!(texts(&bytes), [text]);
        }
        assert_eq!(read(b"K\xD5 ho\xB9ch tri\xD3n khai").unwrap_err(), ReadError::OldEncoding);
        assert_eq!(read(&[0, 1, 2, 0xFF, 0xC0, 3, 0, 0]).unwrap_err(), ReadError::NotText);
        assert_eq!(read(b" \n\t\n").unwrap_err(), ReadError::Empty);
        assert!(is_old_encoding(&mut ["KÕ ho¹ch triÓn khai th¸ng hµnh ®éng v× trÎ em"].into_iter()));
        assert!(is_old_encoding(&mut ["Keá hoaïch trieån khai thaùng haønh ñoäng vì treû em"].into_iter()));
        assert!(is_old_encoding(&mut ["Káº¿ hoáº¡ch triá»ƒn khai thÃ¡ng hÃ nh Ä‘á»™ng"].into_iter()));
        assert!(!is_old_encoding(&mut ["Kế hoạch triển khai tháng hành động vì trẻ em"].into_iter()));
        assert!(!is_old_encoding(&mut ["Ke hoach thang hanh dong vi tre em"].into_iter()));
    }

    #[test]
    fn tables_typed_as_text() {
        assert_eq!(texts("| STT | Nội dung |\n|---|---|\n| 1 | Tặng quà |".as_bytes()), ["table of 2"]);
        assert_eq!(texts("STT\tNội dung\tĐơn vị\n1\tTặng quà\tĐoàn phường".as_bytes()), ["table of 2"]);
        assert_eq!(texts("Nơi nhận:\tCHỦ TỊCH".as_bytes()), ["Nơi nhận:\tCHỦ TỊCH"]);
    }
}
