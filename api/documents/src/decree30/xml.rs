//! Blocks as WordprocessingML. Pictures are files of their own beside it.

use std::fmt::Write;

use super::block::{Align, Block, CELL_SIDE, Cell, Grid, Look, Paragraph, Row, Run};
use super::text::{attribute, escaped};
use crate::drawing::{self, Drawing};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

/// The text of one part of the file, and the pictures in it.
#[derive(Default)]
pub(super) struct Written {
    pub(super) xml: String,
    /// PNGs.
    pub(super) pictures: Vec<Vec<u8>>,
}

/// How the text names a picture.
pub(super) fn picture_id(number: usize) -> String {
    format!("rIdPicture{number}")
}

// Writing into a `String` cannot fail; `let _` says so without a panic.
pub(super) fn write(written: &mut Written, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => write_paragraph(&mut written.xml, paragraph),
            Block::Line { length, room } => line(&mut written.xml, *length, *room),
            Block::Gap { height, keep } => gap(&mut written.xml, *height, *keep),
            Block::Break { new_page } => page_break(&mut written.xml, *new_page),
            Block::Picture(drawing) => picture(written, drawing),
            Block::Table(grid) => table(written, grid),
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

fn table(written: &mut Written, grid: &Grid) {
    let out = &mut written.xml;
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
        table_row(written, row);
    }
    written.xml.push_str("</w:tbl>");
}

fn table_row(written: &mut Written, row: &Row) {
    let out = &mut written.xml;
    out.push_str("<w:tr><w:trPr><w:cantSplit/>");
    if let Some(height) = row.height {
        let _ = write!(out, r#"<w:trHeight w:val="{height}" w:hRule="atLeast"/>"#);
    }
    out.push_str(if row.header { "<w:tblHeader/>" } else { "" });
    out.push_str("</w:trPr>");
    for cell in &row.cells {
        table_cell(written, cell);
    }
    written.xml.push_str("</w:tr>");
}

fn table_cell(written: &mut Written, cell: &Cell) {
    let out = &mut written.xml;
    let _ = write!(out, r#"<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>"#, cell.width);
    if cell.span > 1 {
        let _ = write!(out, r#"<w:gridSpan w:val="{}"/>"#, cell.span);
    }
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
    write(written, &cell.blocks);
    written.xml.push_str("</w:tc>");
}

fn picture(written: &mut Written, drawing: &Drawing) {
    // English Metric Units: 12,700 in a point.
    #[expect(clippy::cast_possible_truncation, reason = "no wider than a sheet")]
    let emu = |points: f32| (points * 12_700.0).round() as i64;
    let (width, height) = (emu(drawing.width), emu(drawing.height));
    written.pictures.push(drawing::png(drawing));
    let number = written.pictures.len();
    let (id, description) = (picture_id(number), attribute(&drawing.description));
    let _ = write!(
        written.xml,
        r#"<w:p><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Hình {number}" descr="{description}"/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture"><pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="Hình {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#
    );
}
