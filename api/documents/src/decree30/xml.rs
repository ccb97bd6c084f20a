//! Paragraphs and cells as WordprocessingML. All text passes through [`runs`], which cleans and escapes it.

use std::fmt::Write;

use super::text::{clean, escaped};

/// Millimetres in twips, twentieths of a point.
pub(crate) const fn mm(millimetres: i64) -> i64 {
    (millimetres * 14_400 + 127) / 254
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Center,
    Right,
    Justified,
}

/// How a paragraph looks; measures in twips, size in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) points: i64,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) align: Align,
    pub(crate) first: i64,
    pub(crate) before: i64,
    pub(crate) after: i64,
    /// On the page of what follows.
    pub(crate) keep: bool,
    /// 1 to 3 for headings.
    pub(crate) heading: Option<u8>,
}

impl Look {
    pub(crate) const fn new(points: i64) -> Self {
        Self {
            points,
            bold: false,
            italic: false,
            align: Align::Left,
            first: 0,
            before: 0,
            after: 0,
            keep: false,
            heading: None,
        }
    }

    pub(crate) const fn centered(points: i64) -> Self {
        Self { align: Align::Center, ..Self::new(points) }
    }

    pub(crate) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    pub(crate) const fn spaced(self, before: i64, after: i64) -> Self {
        Self { before, after, ..self }
    }

    pub(crate) const fn kept(self) -> Self {
        Self { keep: true, ..self }
    }
}

// Writing into a `String` cannot fail; `let _` says so without a panic.
pub(crate) fn paragraph(out: &mut String, look: &Look, text: &str) {
    mixed(out, look, &[(text, look.bold)]);
}

/// A paragraph of which parts are bold.
pub(crate) fn mixed(out: &mut String, look: &Look, parts: &[(&str, bool)]) {
    out.push_str("<w:p><w:pPr>");
    if let Some(level) = look.heading {
        let _ = write!(out, r#"<w:pStyle w:val="Heading{level}"/>"#);
    }
    if look.keep {
        out.push_str("<w:keepNext/>");
    }
    let _ = write!(out, r#"<w:spacing w:before="{}" w:after="{}"/>"#, look.before, look.after);
    if look.first > 0 {
        let _ = write!(out, r#"<w:ind w:firstLine="{}"/>"#, look.first);
    }
    let align = match look.align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
        Align::Justified => "both",
    };
    let _ = write!(out, r#"<w:jc w:val="{align}"/>"#);
    // The paragraph's own mark: an empty line is as high as the others.
    run_properties(out, &Look::new(look.points));
    out.push_str("</w:pPr>");
    for (text, bold) in parts {
        runs(out, &Look { bold: *bold, ..*look }, text);
    }
    out.push_str("</w:p>");
}

fn runs(out: &mut String, look: &Look, text: &str) {
    let text = clean(text);
    if text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    run_properties(out, look);
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push_str("<w:br/>");
        }
        if !line.is_empty() {
            let _ = write!(out, r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(line));
        }
    }
    out.push_str("</w:r>");
}

pub(super) fn run_properties(out: &mut String, look: &Look) {
    out.push_str("<w:rPr>");
    out.push_str(if look.bold { "<w:b/><w:bCs/>" } else { "" });
    if look.italic {
        out.push_str("<w:i/><w:iCs/>");
    }
    let half_points = look.points * 2;
    let _ = write!(out, r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>"#);
}

/// A line of this length in the middle of its room: the upper border of an empty paragraph.
pub(crate) fn line(out: &mut String, length: i64, room: i64) {
    let indent = ((room - length) / 2).max(0);
    let _ = write!(
        out,
        r#"<w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="40" w:after="0" w:line="80" w:lineRule="exact"/><w:ind w:left="{indent}" w:right="{indent}"/></w:pPr></w:p>"#
    );
}

/// An empty paragraph of a height.
pub(crate) fn gap(out: &mut String, height: i64) {
    let _ = write!(
        out,
        r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/></w:pPr></w:p>"#
    );
}

/// A table without borders, with no space between its edge and its words.
pub(crate) fn layout_table(out: &mut String, widths: &[i64]) {
    let total: i64 = widths.iter().sum();
    let _ = write!(
        out,
        r#"<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>"#
    );
    grid(out, widths);
}

pub(super) fn grid(out: &mut String, widths: &[i64]) {
    out.push_str("<w:tblGrid>");
    for width in widths {
        let _ = write!(out, r#"<w:gridCol w:w="{width}"/>"#);
    }
    out.push_str("</w:tblGrid>");
}

/// A row that stays whole.
pub(crate) fn whole_row(out: &mut String, cells: impl FnOnce(&mut String)) {
    out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    cells(out);
    out.push_str("</w:tr>");
}

/// With room left and right of its words.
pub(super) fn padded_cell(out: &mut String, width: i64, side: i64, content: impl FnOnce(&mut String)) {
    let _ = write!(
        out,
        r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tcMar></w:tcPr>"#
    );
    content(out);
    out.push_str("</w:tc>");
}

pub(crate) fn cell(out: &mut String, width: i64, content: impl FnOnce(&mut String)) {
    let _ = write!(out, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"#);
    content(out);
    out.push_str("</w:tc>");
}

/// "Label: value", the value bold; where it is not known, dots up to the end of the room.
pub(crate) fn field(out: &mut String, look: &Look, label: &str, value: Option<&str>, room: i64) {
    let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
    if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
        mixed(out, look, &[(&label, false), (value, true)]);
        return;
    }
    dotted(out, look, &label, room);
}

/// Words, then dots up to the end of the room.
pub(crate) fn dotted(out: &mut String, look: &Look, text: &str, room: i64) {
    out.push_str("<w:p><w:pPr>");
    out.push_str(if look.keep { "<w:keepNext/>" } else { "" });
    let _ = write!(
        out,
        r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{room}"/></w:tabs><w:spacing w:before="{}" w:after="{}"/>"#,
        look.before, look.after
    );
    if look.first > 0 {
        let _ = write!(out, r#"<w:ind w:firstLine="{}"/>"#, look.first);
    }
    run_properties(out, look);
    out.push_str("</w:pPr>");
    runs(out, look, text);
    out.push_str("<w:r>");
    run_properties(out, look);
    out.push_str("<w:tab/></w:r></w:p>");
}

/// What stands last, a paragraph or the row of a table, goes to the page of what follows. All text is escaped, so these
/// tags are none but our own.
pub(super) fn tie_last(out: &mut String) {
    let start = if out.ends_with("</w:tbl>") { out.rfind("<w:tr>") } else { out.rfind("<w:p>") };
    let last = out.split_off(start.unwrap_or(out.len()));
    let spaced = last.replace("<w:pPr><w:spacing", "<w:pPr><w:keepNext/><w:spacing");
    out.push_str(&spaced.replace("<w:pPr><w:tabs>", "<w:pPr><w:keepNext/><w:tabs>"));
}

/// As small as a paragraph gets; on a new page or not.
pub(crate) fn page_break(out: &mut String, new_page: bool) {
    out.push_str("<w:p><w:pPr>");
    out.push_str(if new_page { "<w:pageBreakBefore/>" } else { "" });
    out.push_str(r#"<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>"#);
}
