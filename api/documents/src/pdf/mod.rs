//! The blocks of a document as PDF: lines broken as Word breaks them, pages filled by Word's rules, letters that can be
//! copied and read aloud (tagged, in Vietnamese). No part of it depends on the time or the machine.

mod flow;
mod lines;
mod page;
mod tags;
mod write;

pub(crate) use page::{Paged, Section, bytes};

/// Twips, twentieths of a point.
#[expect(clippy::cast_precision_loss, reason = "measures of a sheet of paper")]
const fn points(twips: i64) -> f32 {
    twips as f32 / 20.0
}
