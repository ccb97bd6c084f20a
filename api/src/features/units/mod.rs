//! Units of a ward: officers' desks, the Youth Union, the police, neighborhoods, schools. Names change and units
//! merge, so each keeps its history.

pub mod model;
mod store;

pub use store::references;
