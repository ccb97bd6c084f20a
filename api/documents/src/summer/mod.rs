//! The summer's papers: minutes of the handover in May, the card of each child, minutes of the return in August.
//!
//! No national decree prescribes them; fields as found in use by schools and the Youth Union, layout of Decree 30/2020.

mod cards;
mod handover;
mod minutes;
mod model;
mod returning;

pub use cards::{activity_cards, activity_cards_pdf};
pub use handover::{handover_minutes, handover_minutes_pdf};
pub use model::{
    ActivityCard, Duties, HandoverMinutes, ListedChild, Membership, Rating, ReturnMinutes, ReturnedChild, Sex, Summer,
};
pub use returning::{return_minutes, return_minutes_pdf};

pub use crate::decree30::{Meeting, Party, Person};
