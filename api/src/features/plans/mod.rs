//! Plans.
mod current;
pub use current::{PlanRef, check_visible, current};
