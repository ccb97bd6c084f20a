//! The end of a document: who signs, and who receives it.

use super::metrics;
use super::model::Signature;
use super::text::{capitals, unpunctuated};
use super::xml::{Align, Look, cell, gap, layout_table, mm, paragraph, whole_row};

/// For a signature and the seal on it.
const SIGNING_ROOM: i64 = mm(27);
/// Between two who sign beside each other.
const GUTTER: i64 = mm(3);

/// All who sign in one row, which no page splits; recipients left of a single signature, above several.
pub(super) fn write(out: &mut String, signatures: &[Signature], recipients: &[String], room: i64) {
    let alone = signatures.len() <= 1;
    if !alone && !recipients.is_empty() {
        receivers(out, recipients);
    }
    if alone {
        let left = room * 45 / 100;
        let right = room - left;
        layout_table(out, &[left, right]);
        whole_row(out, |out| {
            cell(out, left, |out| receivers(out, recipients));
            cell(out, right, |out| match signatures.first() {
                Some(signature) => signed(out, signature, head_lines(signature, 14, right), 14, right),
                None => paragraph(out, &Look::new(11), ""),
            });
        });
        out.push_str("</w:tbl>");
        return;
    }
    // Three in a row; a fourth begins a new one.
    for group in signatures.chunks(3) {
        let count = i64::try_from(group.len()).unwrap_or(1).max(1);
        let width = room / count;
        let points = if count > 2 { 13 } else { 14 };
        let inner = width - GUTTER;
        let lines = group.iter().map(|signature| head_lines(signature, points, inner)).max().unwrap_or_default();
        layout_table(out, &vec![width; group.len()]);
        whole_row(out, |out| {
            for signature in group {
                cell(out, width, |out| signed(out, signature, lines, points, inner));
            }
        });
        out.push_str("</w:tbl>");
        gap(out, mm(2));
    }
}

/// How many lines the words above a signature take.
fn head_lines(signature: &Signature, points: i64, room: i64) -> usize {
    let words: usize = signature.lines.iter().map(|line| metrics::lines(&capitals(line), points, room).len()).sum();
    words + usize::from(signature.hint.is_some())
}

fn signed(out: &mut String, signature: &Signature, lines: usize, points: i64, room: i64) {
    let look = Look::centered(points).bold().kept();
    for line in &signature.lines {
        paragraph(out, &look, &capitals(line));
    }
    if let Some(hint) = &signature.hint {
        paragraph(out, &Look::centered(12).italic().kept(), hint);
    }
    // So that names stand on one height, however many lines are above them.
    for _ in head_lines(signature, points, room)..lines {
        paragraph(out, &look, "");
    }
    let name = signature.name.as_deref().unwrap_or_default();
    paragraph(out, &Look::centered(points).bold().spaced(SIGNING_ROOM, 0), name);
}

fn receivers(out: &mut String, recipients: &[String]) {
    if recipients.is_empty() {
        paragraph(out, &Look::new(11), "");
        return;
    }
    paragraph(out, &Look::new(12).bold().italic().kept(), "Nơi nhận:");
    for (index, recipient) in recipients.iter().enumerate() {
        let end = if index + 1 == recipients.len() { '.' } else { ';' };
        let text = unpunctuated(recipient);
        let text = text.trim_start_matches(['-', ' ']);
        paragraph(out, &Look { align: Align::Left, ..Look::new(11) }, &format!("- {text}{end}"));
    }
}
