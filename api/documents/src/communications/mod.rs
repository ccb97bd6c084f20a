//! The papers of communications: the script that is read on the loudspeakers, and the list of places where banners and
//! posters hang. No decree prescribes them; layout of Decree 30/2020, without a number.

mod banners;
mod script;
#[cfg(test)]
mod tests;

pub use banners::{BannerList, Place, banner_list_docx, banner_list_pdf};
pub use script::{Approver, Script, script_docx, script_pdf};
