//! How long a whole report takes: `cargo run --release -p bup-documents --example time_report`

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::time::Instant;

use bup_documents::{reports, summer};

fn main() {
    let report = samples::report::report();
    let minutes = samples::handover(120);
    for round in 1..=2 {
        for (name, write) in [
            ("docx", &(|| reports::report_docx(&report)) as &dyn Fn() -> Vec<u8>),
            ("xlsx", &|| reports::report_xlsx(&report)),
            ("pdf", &|| reports::report_pdf(&report)),
            ("handover of 120 as docx", &|| summer::handover_minutes(&minutes)),
            ("handover of 120 as pdf", &|| summer::handover_minutes_pdf(&minutes)),
        ] {
            let start = Instant::now();
            let bytes = write();
            println!("{round}: {name}: {:?}, {} kB", start.elapsed(), bytes.len() / 1_000);
        }
    }
}
