//! Writes one of each paper with invented people, to be looked at:
//! `cargo run -p bup-documents --example write_samples -- FOLDER`

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::path::PathBuf;

use bup_documents::{injuries, reports, summer};

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    let cards: Vec<_> = (0..5).map(samples::card).collect();
    let report = samples::report::report();
    let draft = reports::ReportPaper { is_draft: true, ..report.clone() };
    for (name, bytes) in [
        ("bao-cao.docx", reports::report_docx(&report)),
        ("bao-cao.pdf", reports::report_pdf(&report)),
        ("bao-cao.xlsx", reports::report_xlsx(&report)),
        ("bao-cao-du-thao.docx", reports::report_docx(&draft)),
        ("bao-cao-du-thao.pdf", reports::report_pdf(&draft)),
        ("ban-giao-he.docx", summer::handover_minutes(&samples::handover(120))),
        ("ban-giao-ve-truong.docx", summer::return_minutes(&samples::returning(60))),
        ("phieu-sinh-hoat-he.docx", summer::activity_cards(&cards)),
        ("ban-giao-he.pdf", summer::handover_minutes_pdf(&samples::handover(120))),
        ("ban-giao-ve-truong.pdf", summer::return_minutes_pdf(&samples::returning(60))),
        ("phieu-sinh-hoat-he.pdf", summer::activity_cards_pdf(&cards)),
        ("tai-nan-thuong-tich.xlsx", injuries::quarter_table(&samples::quarter())),
    ] {
        std::fs::write(folder.join(name), bytes)?;
    }
    for (name, bytes) in samples::cases::all() {
        std::fs::write(folder.join(format!("{name}.docx")), bytes)?;
    }
    for (name, bytes) in samples::cases::all_pdf() {
        std::fs::write(folder.join(format!("{name}.pdf")), bytes)?;
    }
    for (name, bytes) in samples::cases::all_empty() {
        std::fs::write(folder.join(format!("{name}-trong.docx")), bytes)?;
    }
    Ok(())
}
