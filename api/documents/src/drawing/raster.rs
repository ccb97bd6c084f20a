//! Shapes → a gray PNG.

use tiny_skia::{FillRule, Paint, PathBuilder, Pixmap, Rect, Stroke, Transform};
use ttf_parser::OutlineBuilder;

use super::{Drawing, Shape};
use crate::font::{Style, is_invisible};

/// Points of the picture in a point of paper: 216 dots an inch, sharp in print.
const SCALE: f32 = 3.0;
/// No picture is larger than a sheet.
const MAX_SIDE: f32 = 4_000.0;

/// Empty when it could not be drawn (a picture without area).
pub(crate) fn png(drawing: &Drawing) -> Vec<u8> {
    drawn(drawing).unwrap_or_default()
}

fn drawn(drawing: &Drawing) -> Option<Vec<u8>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and MAX_SIDE")]
    let side = |length: f32| (length * SCALE).ceil().clamp(1.0, MAX_SIDE) as u32;
    let mut map = Pixmap::new(side(drawing.width), side(drawing.height))?;
    map.fill(tiny_skia::Color::WHITE);
    let scale = Transform::from_scale(SCALE, SCALE);
    for shape in &drawing.shapes {
        match shape {
            Shape::Area { x, y, width, height, gray } => {
                if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
                    map.fill_rect(rect, &paint(*gray), scale, None);
                }
            }
            Shape::Line { from, to, width, gray } => {
                let mut path = PathBuilder::new();
                path.move_to(from.0, from.1);
                path.line_to(to.0, to.1);
                if let Some(path) = path.finish() {
                    let stroke = Stroke { width: *width, ..Stroke::default() };
                    map.stroke_path(&path, &paint(*gray), &stroke, scale, None);
                }
            }
            Shape::Text { x, y, size, style, text } => write(&mut map, (*x, *y), *size, *style, text),
        }
    }
    encoded(&map)
}

fn paint(gray: f32) -> Paint<'static> {
    let gray = gray.clamp(0.0, 1.0);
    let color = tiny_skia::Color::from_rgba(gray, gray, gray, 1.0).unwrap_or(tiny_skia::Color::BLACK);
    Paint { shader: tiny_skia::Shader::SolidColor(color), anti_alias: true, ..Paint::default() }
}

fn write(map: &mut Pixmap, at: (f32, f32), size: f32, style: Style, text: &str) {
    let Some(face) = style.face() else { return };
    let unit = size / f32::from(face.units_per_em());
    let mut x = at.0;
    for char in text.chars().filter(|char| !is_invisible(*char)) {
        let mut outline = Outline(PathBuilder::new());
        face.outline_glyph(style.glyph(char), &mut outline);
        if let Some(path) = outline.0.finish() {
            let place = Transform::from_row(unit * SCALE, 0.0, 0.0, -unit * SCALE, x * SCALE, at.1 * SCALE);
            map.fill_path(&path, &paint(0.0), FillRule::Winding, place, None);
        }
        x += style.advance(char) * size;
    }
}

struct Outline(PathBuilder);

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

/// Black and white need one number a point, not four.
fn encoded(map: &Pixmap) -> Option<Vec<u8>> {
    let gray: Vec<u8> = map.pixels().iter().map(|pixel| pixel.red()).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, map.width(), map.height());
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&gray).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_lines_are_black_on_white() {
        let drawing = Drawing {
            width: 40.0,
            height: 20.0,
            shapes: vec![
                Shape::Text { x: 2.0, y: 15.0, size: 14.0, style: Style::Bold, text: "Ệ\u{200b}".to_owned() },
                Shape::Area { x: 30.0, y: 0.0, width: 10.0, height: 20.0, gray: 0.5 },
            ],
            description: String::new(),
        };
        let file = png(&drawing);
        let mut reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (120, 60));
        let mut points = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut points).unwrap();
        let black = points.iter().filter(|point| **point == 0).count();
        assert!((100..1_500).contains(&black), "{black}");
        assert_eq!((points[119], points[90]), (128, 128));
        assert!(super::png(&Drawing::default()).starts_with(b"\x89PNG"));
    }
}
