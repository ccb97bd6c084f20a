use super::QuarterTable;

/// The table.
pub fn quarter_table(table: &QuarterTable) -> Vec<u8> {
    let _ = table;
    Vec::new()
}
