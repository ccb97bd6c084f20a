use super::HandoverMinutes;

/// Minutes of the handover with the list of children.
pub fn handover_minutes(minutes: &HandoverMinutes) -> Vec<u8> {
    let _ = minutes;
    Vec::new()
}
