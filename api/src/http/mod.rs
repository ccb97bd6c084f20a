//! HTTP as every route speaks it: bodies, versions, answers, languages. No feature's rules.

pub mod body;
pub mod client;
pub mod context;
mod mistakes;
pub mod network;
pub mod parameters;
pub mod patience;
pub mod rates;
pub mod reply;
pub mod services;
pub mod shown_once;
pub mod upload;

pub use body::Body;
pub use parameters::Parameters;
pub use reply::{Created, Download, Found, IfMatch, Tagged};
pub use services::ServiceConfig;
pub use shown_once::ShownOnce;
pub use upload::Upload;
