//! The plan that keeps an event with children safe: what the ward's police approve and the officers on the spot carry.
//!
//! No decree prescribes its form; topics as wards and police write them, layout of Decree 30/2020.

mod model;
mod plan;

pub use model::{Item, Officer, Risk, SafetyPlan};
pub use plan::{safety_plan, safety_plan_pdf};
