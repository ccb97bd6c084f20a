//! The process as Linux sees it; elsewhere there is nothing to tell.

use std::fs;

/// The bytes of memory that the process holds now.
pub fn memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

/// The files and connections that the process holds open now.
pub fn open_files() -> Option<u64> {
    let count = fs::read_dir("/proc/self/fd").ok()?.count();
    // The listing holds one itself.
    u64::try_from(count.saturating_sub(1)).ok()
}

/// Seconds of processor time since the start.
pub fn processor_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name stands in brackets and may hold anything; user and system time are the 12th and 13th field after it.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks: u64 = fields.next()?.parse::<u64>().ok()?.checked_add(fields.next()?.parse().ok()?)?;
    // Linux counts for programs in hundredths on every machine that we run on (USER_HZ).
    #[expect(clippy::cast_precision_loss, reason = "a metric")]
    Some(ticks as f64 / 100.0)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn it_knows_itself() {
        assert!(memory().is_some_and(|bytes| bytes > 1_000_000));
        assert!(open_files().is_some_and(|files| files >= 3));
        assert!(processor_seconds().is_some());
    }
}
