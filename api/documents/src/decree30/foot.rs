//! The end of a document: who signs, and who receives it.

use super::block::{Align, Blocks, Cell, Look, cell, gap, layout_table, mm, paragraph, row};
use super::metrics;
use super::model::Signature;
use super::text::{capitals, unpunctuated};

/// For a signature and the seal on it.
const SIGNING_ROOM: i64 = mm(27);
/// Between two who sign beside each other.
const GUTTER: i64 = mm(3);

/// All who sign in one row, which no page splits; recipients left of a single signature, above several.
pub(super) fn write(out: &mut Blocks, signatures: &[Signature], recipients: &[String], room: i64) {
    let alone = signatures.len() <= 1;
    if !alone && !recipients.is_empty() {
        receivers(out, recipients);
    }
    if alone {
        let left = room * 45 / 100;
        let right = room - left;
        let cells = vec![
            cell(left, |out| receivers(out, recipients)),
            cell(right, |out| match signatures.first() {
                Some(signature) => signed(out, signature, 14, SIGNING_ROOM, 0),
                None => paragraph(out, &Look::new(11), ""),
            }),
        ];
        layout_table(out, &[left, right], vec![row(cells)]);
        return;
    }
    // Three in a row; a fourth begins a new one.
    for group in signatures.chunks(3) {
        side_by_side(out, group, if group.len() > 2 { 13 } else { 14 }, SIGNING_ROOM, room);
        gap(out, mm(2));
    }
}

/// Equal columns, the names on one height however many lines are above them.
pub(crate) fn side_by_side(out: &mut Blocks, group: &[Signature], points: i64, signing_room: i64, room: i64) {
    let width = room / i64::try_from(group.len()).unwrap_or(1).max(1);
    let inner = width - GUTTER;
    let lines = group.iter().map(|signature| head_lines(signature, points, inner)).max().unwrap_or_default();
    let side = |signature: &Signature| Cell {
        side: Some(GUTTER / 2),
        ..cell(width, |out| {
            signed(out, signature, points, signing_room, lines - head_lines(signature, points, inner));
        })
    };
    let cells = group.iter().map(side).collect();
    layout_table(out, &vec![width; group.len()], vec![row(cells)]);
}

/// How many lines the words above a signature take.
fn head_lines(signature: &Signature, points: i64, room: i64) -> usize {
    let words: usize = signature.lines.iter().map(|line| metrics::lines(&capitals(line), points, room).len()).sum();
    words + usize::from(signature.hint.is_some())
}

fn signed(out: &mut Blocks, signature: &Signature, points: i64, signing_room: i64, missing: usize) {
    let look = Look::centered(points).bold().kept();
    for line in &signature.lines {
        paragraph(out, &look, &capitals(line));
    }
    if let Some(hint) = &signature.hint {
        paragraph(out, &Look::centered(points).italic().kept(), hint);
    }
    for _ in 0..missing {
        paragraph(out, &look, "");
    }
    let name = signature.name.as_deref().unwrap_or_default();
    paragraph(out, &Look::centered(points).bold().spaced(signing_room, 0), name);
}

fn receivers(out: &mut Blocks, recipients: &[String]) {
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
