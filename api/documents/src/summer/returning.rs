use super::ReturnMinutes;

/// Minutes of the return with each child's rating.
pub fn return_minutes(minutes: &ReturnMinutes) -> Vec<u8> {
    let _ = minutes;
    Vec::new()
}
