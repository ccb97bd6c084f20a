//! The charts of a report on a sheet of their own: the numbers, and charts of Excel that are made from them.

use rust_xlsxwriter::{
    Chart as Drawn, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartPatternFill,
    ChartPatternFillType, ChartSolidFill, ColNum, RowNum, Workbook, Worksheet, XlsxError,
};

use super::cells::{self, Looks};
use super::{Chart, ChartKind, ReportPaper, ReportSection};

const NAME: &str = "Biểu đồ";
const MAX_CATEGORIES: usize = 200;
const MAX_SERIES: usize = 3;
/// Rows that a chart covers.
const HEIGHT: RowNum = 17;

pub(super) fn write(workbook: &mut Workbook, report: &ReportPaper, looks: &Looks) -> Result<(), XlsxError> {
    let mut charts = Vec::new();
    report.sections.iter().for_each(|section| collect(section, &mut charts));
    charts.extend(report.appendix.blocks.iter().filter_map(|block| block.chart.as_ref()));
    charts.retain(|chart| !chart.is_empty());
    if charts.is_empty() {
        return Ok(());
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(NAME)?;
    cells::page(sheet, report.is_draft);
    sheet.set_portrait().set_column_width(0, 52)?.set_column_range_width(1, 3, 14)?;
    let mut row = 0;
    for (number, chart) in (1..).zip(charts) {
        row = one(sheet, row, number, chart, looks)?;
    }
    Ok(())
}

fn collect<'a>(section: &'a ReportSection, charts: &mut Vec<&'a Chart>) {
    charts.extend(&section.chart);
    section.sections.iter().for_each(|section| collect(section, charts));
}

/// The row after it.
fn one(sheet: &mut Worksheet, top: RowNum, number: usize, chart: &Chart, looks: &Looks) -> Result<RowNum, XlsxError> {
    let title = format!("Biểu đồ {number}. {}", cells::one_line(&chart.title));
    sheet.merge_range(top, 0, top, 3, "", &looks.title)?;
    cells::text(sheet, (top, 0), &title, &looks.title)?;
    cells::fitted(sheet, top, &[(&title, 80.0)])?;
    let head = top + 1;
    let unit = cells::one_line(&chart.unit);
    let unit = if unit.is_empty() { String::new() } else { format!("({unit})") };
    cells::text(sheet, (head, 0), &unit, &looks.head)?;
    let series = chart.series.len().min(MAX_SERIES);
    for (column, one) in (1..).zip(chart.series.iter().take(series)) {
        cells::text(sheet, (head, column), &one.name, &looks.head)?;
    }
    let names: Vec<_> = chart.series.iter().take(series).map(|one| (one.name.as_str(), 14.0)).collect();
    cells::fitted(sheet, head, &names)?;
    let mut row = head + 1;
    for (category, name) in chart.categories.iter().take(MAX_CATEGORIES).enumerate() {
        cells::text(sheet, (row, 0), name, &looks.left)?;
        cells::fitted(sheet, row, &[(name, 52.0)])?;
        for (column, index) in (1..).zip(0..series) {
            match chart.value(index, category) {
                Some(value) => sheet.write_number_with_format(row, column, value, &looks.plain_number())?,
                None => sheet.write_string_with_format(row, column, "…", &looks.right)?,
            };
        }
        row += 1;
    }
    let drawn = drawn(chart, &title, head, row - 1, series);
    sheet.insert_chart(row + 1, 0, &drawn)?;
    Ok(row + HEIGHT + 2)
}

/// Excel takes 255 characters of alternative text; the numbers stand above the chart.
fn short(text: &str) -> String {
    if text.encode_utf16().count() <= 255 {
        return text.to_owned();
    }
    text.chars().take(120).chain(['…']).collect()
}

fn drawn(chart: &Chart, title: &str, head: RowNum, last: RowNum, series: usize) -> Drawn {
    let mut drawn = match chart.kind {
        ChartKind::Bars => Drawn::new_bar(),
        ChartKind::Columns => Drawn::new_column(),
    };
    let font = || {
        let mut font = ChartFont::new();
        font.set_name("Times New Roman").set_size(11);
        font
    };
    for (index, column) in (0..series).zip(1..) {
        let column: ColNum = column;
        let one = drawn.add_series();
        one.set_name((NAME, head, column)).set_categories((NAME, head + 1, 0, last, 0));
        one.set_values((NAME, head + 1, column, last, column)).set_gap(60);
        let mut look = ChartFormat::new();
        let mut edge = ChartLine::new();
        edge.set_color("000000").set_width(0.5);
        look.set_border(&edge);
        // As on paper: dark, hatched, light.
        match index {
            0 => look.set_solid_fill(ChartSolidFill::new().set_color("595959")),
            1 => look.set_pattern_fill(
                ChartPatternFill::new()
                    .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
                    .set_foreground_color("000000")
                    .set_background_color("FFFFFF"),
            ),
            _ => look.set_solid_fill(ChartSolidFill::new().set_color("D9D9D9")),
        };
        one.set_format(&mut look);
        one.set_data_label(ChartDataLabel::new().show_value().set_font(&font()));
    }
    drawn.title().set_name(title).set_font(font().set_bold());
    drawn.x_axis().set_font(&font());
    drawn.y_axis().set_font(&font());
    // Every bar has its number, so there is no scale.
    match chart.kind {
        ChartKind::Bars => {
            // The first one on top, as in the report. Of bars, the names are the vertical axis.
            drawn.y_axis().set_reverse().set_major_gridlines(false);
            drawn.x_axis().set_min(0).set_hidden(true).set_major_gridlines(false);
        }
        ChartKind::Columns => {
            drawn.y_axis().set_min(0).set_hidden(true).set_major_gridlines(false);
        }
    }
    if series > 1 {
        drawn.legend().set_position(ChartLegendPosition::Bottom).set_font(&font());
    } else {
        drawn.legend().set_hidden();
    }
    drawn.set_width(660).set_height(340).set_alt_text(short(&chart.description()));
    drawn
}
