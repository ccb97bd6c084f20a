//! What was measured, printed as it comes and kept as Markdown in `target/bench/speed.md`.

use std::fmt::Write as _;
use std::path::Path;

/// Where the program and the table lie: `target` of the workspace.
pub fn target() -> std::path::PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), Into::into)
}

/// How a figure stands to what was asked.
pub enum Target {
    AtMost(f64, &'static str),
    AtLeast(f64, &'static str),
    /// Stated, not asked.
    None,
}

pub struct Table {
    markdown: String,
    missed: usize,
}

impl Table {
    /// Says what machine this is: figures of another one are not comparable.
    pub fn begin() -> Self {
        let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
        let cores = std::thread::available_parallelism().map_or(0, |n| n.get());
        let cpuinfo = read("/proc/cpuinfo");
        let model = cpuinfo.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown");
        let meminfo = read("/proc/meminfo");
        let memory = meminfo.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024;
        let facts = format!(
            "{cores} cores ({}), {memory} MB, load {} at the beginning, {}",
            model.trim_start_matches([' ', '\t', ':']),
            read("/proc/loadavg").split_whitespace().next().unwrap_or("?"),
            crate::now().format("%d %B %Y, %H:%M in the ward"),
        );
        println!("{facts}\n");
        let head = "| database | what | measured | target | |\n| --- | --- | --- | --- | --- |\n";
        Self { markdown: format!("{facts}\n\n{head}"), missed: 0 }
    }

    pub fn of(&mut self, database: &'static str) -> Lines<'_> {
        Lines { table: self, database }
    }

    pub fn write(self) {
        let folder = target().join("bench");
        std::fs::create_dir_all(&folder).expect("target/bench");
        std::fs::write(folder.join("speed.md"), &self.markdown).expect("the table");
        println!("\n{} targets missed; the table: target/bench/speed.md", self.missed);
    }
}

/// The lines of one database.
pub struct Lines<'t> {
    table: &'t mut Table,
    database: &'static str,
}

impl Lines<'_> {
    /// A figure beside what was asked; `note` stands behind it.
    pub fn add(&mut self, what: &str, value: f64, unit: &str, target: Target, note: &str) {
        let (asked, met) = match target {
            Target::AtMost(most, unit) => (format!("≤ {most} {unit}"), Some(value <= most)),
            Target::AtLeast(least, unit) => (format!("≥ {least} {unit}"), Some(value >= least)),
            Target::None => (String::new(), None),
        };
        let verdict = met.map_or("", |met| if met { "met" } else { "**missed**" });
        self.table.missed += usize::from(met == Some(false));
        let digits = if value.abs() >= 100.0 {
            0
        } else if value.abs() >= 10.0 {
            1
        } else {
            2
        };
        let shown = format!("{value:.digits$} {unit}");
        let measured = if note.is_empty() { shown } else { format!("{} ({note})", shown.trim()) };
        let database = self.database;
        println!("{database:<11}{what:<58} {measured:<64} {} {verdict}", asked.trim());
        let _ = writeln!(
            self.table.markdown,
            "| {database} | {what} | {} | {} | {verdict} |",
            measured.trim(),
            asked.trim()
        );
    }

    /// Stated, not asked.
    pub fn state(&mut self, what: &str, value: f64, unit: &str, note: &str) {
        self.add(what, value, unit, Target::None, note);
    }
}

/// The one in the middle.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
