//! The papers of inspections and commendations: minutes of a visit, the plan that the units get, the proposal to commend
//! and the decision with its list.
//!
//! No decree prescribes the first two; layout of Decree 30/2020. Commendations follow the Law on Emulation and
//! Commendation (06/2022/QH15) and Decree 98/2023/NĐ-CP.

mod commendation;
mod decision;
mod minutes;
mod schedule;
#[cfg(test)]
mod tests;

pub use commendation::{Commended, Proposal, proposal_docx};
pub use decision::{CommendationDecision, commendation_decision_docx};
pub use minutes::{Asked, ChecklistLine, Finding, VisitMinutes, visit_minutes_docx};
pub use schedule::{Schedule, schedule_docx};
