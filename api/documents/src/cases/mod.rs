//! The documents of a child protection case, from the first notice to its closing or transfer: data in, the bytes of a
//! `.docx` out.
//!
//! Forms 01 to 06 of the annex of Decree 56/2017/NĐ-CP as far as their text was found, the other papers as they are in
//! use; layout of Decree 30/2020. Every word that a ward, a new circular or a catalogue may change is data: the name of
//! the form, the items of an assessment, legal bases, bodies, recipients. What is not known is a dotted line. All are
//! *private* documents: their properties name nobody, and every page asks for care.

mod assessment;
mod closing;
mod error;
mod intake;
mod meeting;
mod model;
mod money;
mod parts;
mod plan;
mod plan_decision;
mod referral;
mod review;
mod separation;
#[cfg(test)]
mod tests;
mod transfer;

pub use assessment::{
    DetailedAssessment, InitialAssessment, Section, detailed_assessment_docx, detailed_assessment_pdf,
    initial_assessment_docx, initial_assessment_pdf,
};
pub use closing::{ClosingDecision, closing_docx, closing_pdf};
pub use error::{Result, WriteError};
pub use intake::{Informant, Intake, Parent, intake_docx, intake_pdf};
pub use meeting::{NeedsMeeting, Opinion, needs_meeting_docx, needs_meeting_pdf};
pub use model::{Assessment, Child, Head, Item, Level, Levels, Need, Officer, Power, Sex, Signer};
pub(crate) use parts::chairperson;
pub use parts::committee;
pub use plan::{Activity, SupportPlan, plan_docx, plan_pdf};
pub use plan_decision::{Decision, PlanDecision, plan_decision_docx, plan_decision_pdf};
pub use referral::{Contact, Referral, referral_docx, referral_pdf};
pub use review::{Outcome, Review, review_docx, review_pdf};
pub use separation::{SafePlace, SeparationDecision, separation_docx, separation_pdf};
pub use transfer::{Transfer, transfer_docx, transfer_pdf};

pub use crate::decree30::{Header, Meeting, Party, Person};
