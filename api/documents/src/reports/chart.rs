//! A chart as a few shapes, told apart by patterns and named by numbers: a black and white print keeps all of it.

use super::words::plain;
use super::{Chart, ChartKind};
use crate::decree30::clean;
use crate::drawing::{Drawing, Shape};
use crate::font::{LINE, Style};

/// As wide as the text of a page that stands (165 mm), a little less.
const WIDTH: f32 = 455.0;
const SIZE: f32 = 10.0;
const ROW: f32 = SIZE * LINE;
/// Of a bar of one series; thinner where there are several.
const BAR: f32 = 13.0;
const AREA: f32 = 130.0;
/// More of anything is no picture that people read.
const MAX_CATEGORIES: usize = 40;
const MAX_SERIES: usize = 3;

impl Chart {
    fn categories(&self) -> impl Iterator<Item = String> + '_ {
        self.categories.iter().take(MAX_CATEGORIES).map(|name| clean(name).replace('\n', " "))
    }

    fn series_count(&self) -> usize {
        self.series.len().min(MAX_SERIES)
    }

    /// Only what can be drawn.
    pub(super) fn value(&self, series: usize, category: usize) -> Option<f64> {
        let value = self.series.get(series)?.values.get(category).copied().flatten()?;
        (value.is_finite() && value >= 0.0).then_some(value)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.categories.is_empty() || self.series.is_empty()
    }

    fn label(&self, series: usize, category: usize) -> String {
        match self.value(series, category) {
            Some(value) => format!("{}{}", plain(value), clean(&self.unit).replace('\n', " ")),
            None => "…".to_owned(),
        }
    }

    fn highest(&self) -> f64 {
        let values = (0..self.series_count())
            .flat_map(|series| (0..self.categories.len()).filter_map(move |category| self.value(series, category)));
        let highest = values.fold(0.0, f64::max);
        // Progress is measured against the whole.
        if self.unit.trim() == "%" { highest.max(100.0) } else { highest.max(1.0) }
    }

    /// All that it shows, in words.
    pub(super) fn description(&self) -> String {
        let mut parts = Vec::new();
        for (category, name) in self.categories().enumerate() {
            let values: Vec<String> = (0..self.series_count())
                .map(|series| {
                    let label = self.label(series, category);
                    match self.series.get(series) {
                        Some(one) if self.series.len() > 1 => format!("{} {label}", clean(&one.name)),
                        _ => label,
                    }
                })
                .collect();
            parts.push(format!("{name}: {}", values.join(", ")));
        }
        format!("Biểu đồ {}. {}.", clean(&self.title).replace('\n', " "), parts.join("; "))
    }

    pub(super) fn drawing(&self) -> Drawing {
        let mut drawing = match self.kind {
            ChartKind::Bars => self.bars(),
            ChartKind::Columns => self.columns(),
        };
        drawing.description = self.description();
        drawing
    }

    /// Names at the left, bars to the right of them, each with its number.
    fn bars(&self) -> Drawing {
        let count = self.series_count();
        let thick = if count > 1 { 9.0 } else { BAR };
        let widest = self.categories().map(|name| Style::Regular.width(&name, SIZE)).fold(0.0, f32::max);
        let left = widest.clamp(40.0, WIDTH * 0.42) + 8.0;
        let labels = (0..count)
            .flat_map(|series| (0..self.categories.len()).map(move |category| self.label(series, category)))
            .map(|label| Style::Regular.width(&label, SIZE))
            .fold(0.0, f32::max);
        let room = (WIDTH - left - labels - 8.0).max(20.0);
        let mut shapes = Vec::new();
        let top = self.legend(&mut shapes);
        let mut y = top;
        for (category, name) in self.categories().enumerate() {
            let lines = wrapped(&name, left - 8.0, 3);
            let bars = thick * number(count);
            let height = bars.max(number(lines.len()) * ROW) + 7.0;
            let mut line = y + (height - number(lines.len()) * ROW) / 2.0 + SIZE * 0.9;
            for text in lines {
                let x = left - 6.0 - Style::Regular.width(&text, SIZE);
                shapes.push(Shape::Text { x, y: line, size: SIZE, style: Style::Regular, text });
                line += ROW;
            }
            let mut bar = y + (height - bars) / 2.0;
            for series in 0..count {
                let length = room * self.part(series, category);
                filled(&mut shapes, series, (left, bar), (length, thick - 1.0));
                let text = self.label(series, category);
                let base = bar + (thick - 1.0) / 2.0 + SIZE * 0.32;
                shapes.push(Shape::Text { x: left + length + 4.0, y: base, size: SIZE, style: Style::Regular, text });
                bar += thick;
            }
            y += height;
        }
        shapes.push(Shape::Line { from: (left, top), to: (left, y), width: 0.75, gray: 0.0 });
        Drawing { width: WIDTH, height: y + 2.0, shapes, description: String::new() }
    }

    /// Columns on a line, names below it, a number on each.
    fn columns(&self) -> Drawing {
        let count = self.series_count();
        let categories = self.categories.len().clamp(1, MAX_CATEGORIES);
        let room = WIDTH / number(categories);
        let wide = (room * 0.8 / number(count.max(1))).min(34.0);
        let mut shapes = Vec::new();
        let top = self.legend(&mut shapes) + ROW;
        let base = top + AREA;
        // Numbers shrink with the columns that they stand on.
        let size = (wide / 2.6).clamp(6.0, SIZE);
        let mut bottom = base;
        for (category, name) in self.categories().enumerate() {
            let middle = room * (number(category) + 0.5);
            let mut x = middle - wide * number(count) / 2.0;
            for series in 0..count {
                let height = AREA * self.part(series, category);
                filled(&mut shapes, series, (x + 1.0, base - height), (wide - 2.0, height));
                let text = self.label(series, category);
                let at = x + (wide - Style::Regular.width(&text, size)) / 2.0;
                shapes.push(Shape::Text { x: at, y: base - height - 3.0, size, style: Style::Regular, text });
                x += wide;
            }
            let mut y = base + SIZE;
            for text in wrapped(&name, room - 4.0, 4) {
                let x = middle - Style::Regular.width(&text, SIZE) / 2.0;
                shapes.push(Shape::Text { x, y, size: SIZE, style: Style::Regular, text });
                y += ROW;
            }
            bottom = bottom.max(y);
        }
        shapes.push(Shape::Line { from: (0.0, base), to: (WIDTH, base), width: 0.75, gray: 0.0 });
        Drawing { width: WIDTH, height: bottom, shapes, description: String::new() }
    }

    /// Of the whole length; between nothing and all.
    fn part(&self, series: usize, category: usize) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
        self.value(series, category).map_or(0.0, |value| (value / self.highest()).clamp(0.0, 1.0) as f32)
    }

    /// What each pattern stands for; where the chart begins below.
    fn legend(&self, shapes: &mut Vec<Shape>) -> f32 {
        if self.series.len() < 2 {
            return 2.0;
        }
        let names: Vec<String> =
            self.series.iter().take(MAX_SERIES).map(|series| clean(&series.name).replace('\n', " ")).collect();
        let total: f32 = names.iter().map(|name| Style::Regular.width(name, SIZE) + 42.0).sum();
        let mut x = ((WIDTH - total) / 2.0).max(0.0);
        for (series, text) in names.into_iter().enumerate() {
            filled(shapes, series, (x, 3.0), (18.0, 8.0));
            let width = Style::Regular.width(&text, SIZE);
            shapes.push(Shape::Text { x: x + 24.0, y: 10.5, size: SIZE, style: Style::Regular, text });
            x += width + 42.0;
        }
        ROW + 8.0
    }
}

/// Dark, hatched, or light: none needs color.
fn filled(shapes: &mut Vec<Shape>, series: usize, (x, y): (f32, f32), (width, height): (f32, f32)) {
    if width < 0.1 || height < 0.1 {
        return;
    }
    let gray = [0.35, 1.0, 0.85].get(series).copied().unwrap_or(0.6);
    shapes.push(Shape::Area { x, y, width, height, gray });
    if series == 1 {
        hatch(shapes, (x, y), (width, height));
    }
    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
    for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
        shapes.push(Shape::Line { from: *from, to: *to, width: 0.5, gray: 0.0 });
    }
}

/// Slanting lines, cut at the edges of the box.
fn hatch(shapes: &mut Vec<Shape>, (x, y): (f32, f32), (width, height): (f32, f32)) {
    const STEP: f32 = 3.5;
    let mut start = STEP;
    while start < width + height {
        // From the upper edge down to the left, both ends moved into the box.
        let upper = if start <= width { (x + start, y) } else { (x + width, y + start - width) };
        let lower = if start <= height { (x, y + start) } else { (x + start - height, y + height) };
        shapes.push(Shape::Line { from: upper, to: lower, width: 0.5, gray: 0.0 });
        start += STEP;
    }
}

/// Broken at blanks, the last line cut where there is no room for more.
fn wrapped(text: &str, room: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.last().cloned().unwrap_or_default();
        let longer = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
        if last.is_empty() || Style::Regular.width(&longer, SIZE) <= room {
            lines.pop();
            lines.push(longer);
        } else {
            lines.push(word.to_owned());
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    for line in &mut lines {
        while Style::Regular.width(line, SIZE) > room && line.chars().count() > 2 {
            *line = line.chars().take(line.chars().count() - 2).collect();
            line.push('…');
        }
    }
    lines
}

#[expect(clippy::cast_precision_loss, reason = "a few")]
const fn number(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::super::Series;
    use super::*;

    fn chart(kind: ChartKind) -> Chart {
        let series = |name: &str, values: &[Option<f64>]| Series { name: name.to_owned(), values: values.to_vec() };
        Chart {
            title: "Trẻ em được tặng quà".to_owned(),
            kind,
            unit: String::new(),
            categories: vec!["Khu phố 1".to_owned(), "Trường Tiểu học Ngọc Trạo".to_owned()],
            series: vec![
                series("Năm 2024", &[Some(1_200.0), Some(f64::NAN)]),
                series("Năm 2023", &[Some(900.5), None]),
            ],
        }
    }

    #[test]
    fn it_says_in_words_what_it_shows() {
        assert_eq!(
            chart(ChartKind::Columns).description(),
            "Biểu đồ Trẻ em được tặng quà. Khu phố 1: Năm 2024 1.200, Năm 2023 900,5; Trường Tiểu học Ngọc Trạo: Năm \
             2024 …, Năm 2023 …."
        );
    }

    #[test]
    fn nothing_leaves_the_picture() {
        for kind in [ChartKind::Bars, ChartKind::Columns] {
            let mut chart = chart(kind);
            for _ in 0..50 {
                chart.categories.push("Một tên rất dài ".repeat(20));
                chart.series[0].values.push(Some(f64::MAX));
            }
            for chart in [chart, Chart { kind, ..Chart::default() }, super::tests::chart(kind)] {
                let drawing = chart.drawing();
                for shape in &drawing.shapes {
                    let inside = |x: f32, y: f32| {
                        (-0.5..=drawing.width + 0.5).contains(&x) && (-0.5..=drawing.height + 0.5).contains(&y)
                    };
                    match shape {
                        Shape::Area { x, y, width, height, .. } => {
                            assert!(inside(*x, *y) && inside(x + width, y + height));
                        }
                        Shape::Line { from, to, .. } => assert!(inside(from.0, from.1) && inside(to.0, to.1)),
                        Shape::Text { y, .. } => assert!(inside(0.0, *y), "{shape:?}"),
                    }
                }
            }
        }
    }
}
