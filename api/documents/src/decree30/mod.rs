//! Writes official documents in the layout of Decree 30/2020/NĐ-CP, Annex I: data in, the bytes of a .docx out.
//!
//! The few parts of WordprocessingML are written directly: every measure of the decree is then one visible number, where
//! a general library hides half of them and lacks the rest (a first page without number, rows that do not split).

mod model;

pub use model::{Header, Signature};
