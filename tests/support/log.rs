//! What the servers of a test process log.

use std::io::Write;
use std::sync::{Arc, Mutex};

use tracing_subscriber::fmt::MakeWriter;

/// What the server logs with its usual settings.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// One for the process: all tests write into it.
    pub fn listen() -> Self {
        static LOG: std::sync::OnceLock<Log> = std::sync::OnceLock::new();
        let start = || {
            let log = Self::default();
            let made = tracing_subscriber::fmt()
                .with_ansi(false)
                .with_writer(log.clone())
                .with_max_level(tracing_subscriber::filter::LevelFilter::INFO);
            made.init();
            log
        };
        LOG.get_or_init(start).clone()
    }

    /// All that was logged so far.
    ///
    /// # Panics
    /// When a writer died.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("no writer died")).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no writer died").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}
