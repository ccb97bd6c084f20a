//! Blocks as WordprocessingML.

use std::fmt::Write;

use super::block::{Align, Block, CELL_SIDE, Cell, Grid, Look, Paragraph, Row, Run};
use super::text::escaped;

// Writing into a `String` cannot fail; `let _` says so without a panic.
pub(super) fn write(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => write_paragraph(out, paragraph),
            Block::Line { length, room } => line(out, *length, *room),
            Block::Gap { height, keep } => gap(out, *height, *keep),
            Block::Break { new_page } => page_break(out, *new_page),
            Block::Table(grid) => table(out, grid),
        }
    }
}

fn write_paragraph(out: &mut String, paragraph: &Paragraph) {
    let look = &paragraph.look;
    out.push_str("<w:p><w:pPr>");
    if let Some(level) = look.heading {
        let _ = write!(out, r#"<w:pStyle w:val="Heading{level}"/>"#);
    }
    out.push_str(if look.keep { "<w:keepNext/>" } else { "" });
    if let Some(room) = paragraph.dots {
        let _ = write!(out, r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{room}"/></w:tabs>"#);
    }
    let _ = write!(out, r#"<w:spacing w:before="{}" w:after="{}"/>"#, look.before, look.after);
    if look.first > 0 {
        let _ = write!(out, r#"<w:ind w:firstLine="{}"/>"#, look.first);
    }
    if paragraph.dots.is_some() {
        run_properties(out, look, look.bold, look.italic);
    } else {
        let align = match look.align {
            Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
            Align::Justified => "both",
        };
        let _ = write!(out, r#"<w:jc w:val="{align}"/>"#);
        // The paragraph's own mark: an empty line is as high as the others.
        run_properties(out, look, false, false);
    }
    out.push_str("</w:pPr>");
    for run in &paragraph.runs {
        write_run(out, look, run);
    }
    if paragraph.dots.is_some() {
        out.push_str("<w:r>");
        run_properties(out, look, look.bold, look.italic);
        out.push_str("<w:tab/></w:r>");
    }
    out.push_str("</w:p>");
}

fn write_run(out: &mut String, look: &Look, run: &Run) {
    if run.text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    run_properties(out, look, run.bold, look.italic);
    for (index, line) in run.text.split('\n').enumerate() {
        if index > 0 {
            out.push_str("<w:br/>");
        }
        if !line.is_empty() {
            let _ = write!(out, r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(line));
        }
    }
    out.push_str("</w:r>");
}

fn run_properties(out: &mut String, look: &Look, bold: bool, italic: bool) {
    out.push_str("<w:rPr>");
    out.push_str(if bold { "<w:b/><w:bCs/>" } else { "" });
    out.push_str(if italic { "<w:i/><w:iCs/>" } else { "" });
    let half_points = look.points * 2;
    let _ = write!(out, r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>"#);
}

/// The upper border of an empty paragraph.
fn line(out: &mut String, length: i64, room: i64) {
    let indent = ((room - length) / 2).max(0);
    let _ = write!(
        out,
        r#"<w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="40" w:after="0" w:line="80" w:lineRule="exact"/><w:ind w:left="{indent}" w:right="{indent}"/></w:pPr></w:p>"#
    );
}

/// An empty paragraph of a height.
fn gap(out: &mut String, height: i64, keep: bool) {
    let keep = if keep { "<w:keepNext/>" } else { "" };
    let _ = write!(
        out,
        r#"<w:p><w:pPr>{keep}<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/></w:pPr></w:p>"#
    );
}

fn page_break(out: &mut String, new_page: bool) {
    out.push_str("<w:p><w:pPr>");
    out.push_str(if new_page { "<w:pageBreakBefore/>" } else { "" });
    out.push_str(r#"<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>"#);
}

fn table(out: &mut String, grid: &Grid) {
    let total: i64 = grid.widths.iter().sum();
    let _ = write!(out, r#"<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/>"#);
    if grid.bordered {
        out.push_str("<w:tblBorders>");
        for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            let _ = write!(out, r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#);
        }
        out.push_str("</w:tblBorders>");
    }
    let side = if grid.bordered { CELL_SIDE } else { 0 };
    let _ = write!(
        out,
        r#"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#
    );
    for width in &grid.widths {
        let _ = write!(out, r#"<w:gridCol w:w="{width}"/>"#);
    }
    out.push_str("</w:tblGrid>");
    for row in &grid.rows {
        table_row(out, row);
    }
    out.push_str("</w:tbl>");
}

fn table_row(out: &mut String, row: &Row) {
    out.push_str("<w:tr><w:trPr><w:cantSplit/>");
    if let Some(height) = row.height {
        let _ = write!(out, r#"<w:trHeight w:val="{height}" w:hRule="atLeast"/>"#);
    }
    out.push_str(if row.header { "<w:tblHeader/>" } else { "" });
    out.push_str("</w:trPr>");
    for cell in &row.cells {
        table_cell(out, cell);
    }
    out.push_str("</w:tr>");
}

fn table_cell(out: &mut String, cell: &Cell) {
    let _ = write!(out, r#"<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>"#, cell.width);
    if cell.cut {
        out.push_str(r#"<w:tcBorders><w:bottom w:val="dashed" w:sz="4" w:space="0" w:color="808080"/></w:tcBorders>"#);
    }
    if let Some(side) = cell.side {
        let _ = write!(
            out,
            r#"<w:tcMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tcMar>"#
        );
    }
    out.push_str(if cell.middle { r#"<w:vAlign w:val="center"/>"# } else { "" });
    out.push_str("</w:tcPr>");
    write(out, &cell.blocks);
    out.push_str("</w:tc>");
}
