//! Lists that a ward has in Excel become children: read, shown with every row's fate and every mistake's place,
//! committed as a whole or the good rows alone, and taken back within thirty days.
//!
//! The reader of files is `bup_documents`; here its drafts meet the ward's units (`rules`) and the children that are
//! there already (`judge`).

mod commit;
mod correct;
mod drafts;
mod judge;
pub mod lists;
pub mod model;
mod reading;
mod routes;
mod rules;
mod store;
mod undo;
mod verdicts;

pub use model::ImportStatus;
pub use routes::{
    commit_import, correct_import_row, import_children, list_import_rows, list_imports, read_import, read_rejected,
    read_template, undo_import,
};
pub use store::UNDO_DAYS;
