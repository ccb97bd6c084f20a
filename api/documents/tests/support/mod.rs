//! Word files made in test code: just enough of WordprocessingML to say what Word writes.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml""#;

pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

pub fn run(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escape(text))
}

pub fn bold_run(text: &str) -> String {
    format!(r#"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>"#, escape(text))
}

pub fn p(text: &str) -> String {
    raw("", &run(text))
}

pub fn b(text: &str) -> String {
    raw("", &bold_run(text))
}

pub fn center(text: &str) -> String {
    raw(r#"<w:jc w:val="center"/>"#, &bold_run(text))
}

/// A paragraph with a number of Word's own: list and level.
pub fn n(list: u32, level: u32, text: &str) -> String {
    raw(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), &run(text))
}

pub fn styled(style: &str, text: &str) -> String {
    raw(&format!(r#"<w:pStyle w:val="{style}"/>"#), &run(text))
}

pub fn raw(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

/// Rows of cells; each cell is its paragraphs, already XML.
pub fn table(rows: &[Vec<String>]) -> String {
    let cell = |content: &String| format!("<w:tc><w:tcPr/>{content}</w:tc>");
    let row = |cells: &Vec<String>| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A table of plain words.
pub fn words_table(rows: &[&[&str]]) -> String {
    let cells = |row: &&[&str]| row.iter().map(|text| text.split('\n').map(p).collect::<String>()).collect();
    table(&rows.iter().map(cells).collect::<Vec<Vec<String>>>())
}

/// The letterhead of Decree 30/2020.
pub fn letterhead(issuer: &[&str], number: &str, place_and_date: &str) -> String {
    let left = issuer.iter().map(|line| center(line)).collect::<String>() + &center(number);
    let right =
        center("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + &center("Độc lập - Tự do - Hạnh phúc") + &p(place_and_date);
    table(&[vec![left, right]])
}

/// Recipients left, signature right.
pub fn footer(recipients: &[&str], posts: &[&str], name: &str) -> String {
    let left = b("Nơi nhận:") + &recipients.iter().map(|line| p(line)).collect::<String>();
    let right = posts.iter().map(|line| center(line)).collect::<String>() + &p("") + &center(name);
    table(&[vec![left, right]])
}

pub const NUMBERING: &str = r#"
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>"#;

pub const STYLES: &str = r#"
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style>"#;

pub fn document(body: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>"#
    )
}

/// A whole `.docx` around a body.
pub fn docx(body: &str) -> Vec<u8> {
    package(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document(body)),
        ("word/numbering.xml", &format!("<w:numbering {W}>{NUMBERING}</w:numbering>")),
        ("word/styles.xml", &format!("<w:styles {W}>{STYLES}</w:styles>")),
    ])
}

pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
