//! The report as an official document.

use super::words::{WITHHELD, decimal, difference, proportion};
use super::{Appendix, Chart, Indicator, IndicatorBlock, ReportPaper, ReportSection, ReportTable};
use crate::decree30::{Align, Column, Document, Level, Line, Lines, Paper, Table, roman, unpunctuated};

/// Of a chart, in points: it must have room on a page that lies (482), with its title.
const MAX_HEIGHT: f32 = 400.0;

/// The bytes of the `.docx`.
pub fn report_docx(report: &ReportPaper) -> Vec<u8> {
    written(report).finish()
}

/// The same as a PDF.
pub fn report_pdf(report: &ReportPaper) -> Vec<u8> {
    written(report).pdf()
}

fn written(report: &ReportPaper) -> Document {
    let mut document = if report.is_draft {
        Document::draft(&report.header, &report.kind, &report.subject)
    } else {
        Document::new(&report.header, &report.kind, &report.subject)
    };
    let mut writer = Writer { document: &mut document, charts: 0 };
    writer.text(report);
    if !report.appendix.blocks.is_empty() {
        writer.appendix(report);
    }
    document
}

struct Writer<'a> {
    document: &'a mut Document,
    /// So many have been shown.
    charts: usize,
}

impl Writer<'_> {
    fn text(&mut self, report: &ReportPaper) {
        if !report.addressed.is_empty() {
            self.document.addressed(&report.addressed);
        }
        self.document.legal_bases(&report.legal_bases);
        if !report.opening.trim().is_empty() {
            self.document.paragraph(&report.opening);
        }
        for section in &report.sections {
            self.section(section, 0);
        }
        if !report.closing.trim().is_empty() {
            // Before the full stop of what an authority issues: nothing may be added.
            let closing = unpunctuated(report.closing.trim().trim_end_matches("./."));
            self.document.closing(&format!("{closing}./."));
        }
        self.document.signatures(std::slice::from_ref(&report.signature), &report.recipients);
    }

    fn section(&mut self, section: &ReportSection, depth: usize) {
        if !section.title.trim().is_empty() {
            match [Level::Roman, Level::Number, Level::Letter].get(depth) {
                Some(level) => self.document.heading(*level, &section.title),
                None => self.document.labelled(&section.title, ""),
            }
        }
        section.paragraphs.iter().for_each(|paragraph| self.document.paragraph(paragraph));
        section.items.iter().for_each(|item| self.document.item(item));
        if let Some(table) = &section.table {
            self.table(table);
        }
        self.chart(section.chart.as_ref());
        for section in &section.sections {
            self.section(section, depth + 1);
        }
    }

    fn table(&mut self, table: &ReportTable) {
        if table.columns.is_empty() {
            return;
        }
        if !table.title.trim().is_empty() {
            self.document.centered(&table.title);
        }
        let column = |column: &super::ReportColumn| {
            let align = if column.is_number { Align::Center } else { Align::Left };
            Column::new(&column.title, column.weight, align)
        };
        let cells = |row: &Vec<super::Value>| row.iter().map(super::Value::shown).collect();
        self.document.table(&Table {
            columns: table.columns.iter().map(column).collect(),
            rows: table.rows.iter().map(cells).collect(),
            total: table.total.as_ref().map(cells),
            points: 12,
        });
        if table.withholds() {
            self.document.remark(WITHHELD);
        }
    }

    fn chart(&mut self, chart: Option<&Chart>) {
        if let Some(chart) = chart.filter(|chart| !chart.is_empty()) {
            self.charts += 1;
            let title = format!("Biểu đồ {}. {}", self.charts, chart.title);
            self.document.picture(chart.drawing().at_most(MAX_HEIGHT), &title);
        }
    }

    fn appendix(&mut self, report: &ReportPaper) {
        let appendix = &report.appendix;
        let columns = Columns::of(appendix);
        let paper = if columns.compared { Paper::Landscape } else { Paper::Portrait };
        let title = match appendix.title.trim() {
            "" => format!("Số liệu {}", report.subject),
            title => title.to_owned(),
        };
        self.document.annex(paper, &title);
        // Blocks share one table until one brings a table or a chart of its own.
        let mut lines = Vec::new();
        for (index, block) in appendix.blocks.iter().enumerate() {
            lines.push(Line { cells: vec![roman(index + 1), block.title.clone()], bold: true, keep: true, span: true });
            lines.extend(rows(block, &columns));
            if block.table.is_some() || block.chart.is_some() {
                if block.indicators.is_empty() {
                    lines.pop();
                    self.lines(&columns, appendix, std::mem::take(&mut lines));
                    self.document.centered(&format!("{}. {}", roman(index + 1), block.title));
                }
                self.lines(&columns, appendix, std::mem::take(&mut lines));
                if let Some(table) = &block.table {
                    self.table(table);
                }
                self.chart(block.chart.as_ref());
            }
        }
        self.lines(&columns, appendix, lines);
        let withheld = |one: &Indicator| one.value.is_withheld() || (columns.compared && one.last.is_withheld());
        if appendix.blocks.iter().flat_map(|block| &block.indicators).any(withheld) {
            self.document.remark(WITHHELD);
        }
    }

    fn lines(&mut self, columns: &Columns, appendix: &Appendix, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.document.lines_table(&Lines { columns: columns.heads(appendix), lines, points: 12 });
        }
    }
}

/// Which columns the annex has beside the first four.
struct Columns {
    compared: bool,
    noted: bool,
}

impl Columns {
    fn of(appendix: &Appendix) -> Self {
        let noted = |one: &Indicator| !one.note.trim().is_empty();
        Self {
            compared: !appendix.last_period.trim().is_empty(),
            noted: appendix.blocks.iter().flat_map(|block| &block.indicators).any(noted),
        }
    }

    fn heads(&self, appendix: &Appendix) -> Vec<Column> {
        let period = match appendix.this_period.trim() {
            "" => "Số liệu",
            period => period,
        };
        let mut heads = vec![
            Column::new("TT", 11, Align::Center),
            Column::new("Chỉ tiêu", if self.compared { 88 } else { 80 }, Align::Left),
            Column::new("Đơn vị tính", 24, Align::Center),
            Column::new(period, 30, Align::Right),
        ];
        if self.compared {
            heads.push(Column::new(&appendix.last_period, 30, Align::Right));
            heads.push(Column::new("Tăng (+), giảm (-)", 27, Align::Right));
            heads.push(Column::new("So với kỳ trước (%)", 22, Align::Right));
        }
        if self.noted {
            heads.push(Column::new("Ghi chú", if self.compared { 32 } else { 28 }, Align::Left));
        }
        heads
    }
}

fn rows(block: &IndicatorBlock, columns: &Columns) -> Vec<Line> {
    let mut number = 0_usize;
    let row = |one: &Indicator| {
        let first = one.depth == 0;
        number += usize::from(first);
        let label = match one.depth {
            0 => one.label.clone(),
            1 => format!("- {}", one.label),
            _ => format!("+ {}", one.label),
        };
        let mut cells =
            vec![if first { number.to_string() } else { String::new() }, label, one.measure.clone(), one.value.shown()];
        if columns.compared {
            cells.push(one.last.shown());
            cells.push(difference(one));
            cells.push(proportion(one).map(decimal).unwrap_or_default());
        }
        if columns.noted {
            cells.push(one.note.clone());
        }
        Line { cells, ..Line::default() }
    };
    block.indicators.iter().map(row).collect()
}
