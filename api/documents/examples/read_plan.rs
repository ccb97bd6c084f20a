//! `cargo run -p bup-documents --example read_plan -- FILE`: what the reader makes of a file, as JSON.

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: read_plan FILE");
        return ExitCode::from(2);
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    match bup_documents::plan::read(&bytes, &path, 2026) {
        Ok(plan) => {
            println!("{}", serde_json::to_string_pretty(&plan).unwrap_or_default());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{} ({})", error.vietnamese(), error.code());
            ExitCode::FAILURE
        }
    }
}
