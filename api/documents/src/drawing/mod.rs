//! Pictures as a few shapes: lines in a PDF, points in a `.docx`.

mod raster;

pub(crate) use raster::png;

use crate::font::Style;

/// In points, from the upper left corner.
#[derive(Debug, Clone, Default)]
pub(crate) struct Drawing {
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// Later ones over earlier ones.
    pub(crate) shapes: Vec<Shape>,
    /// What it shows, for those who cannot see it.
    pub(crate) description: String,
}

#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// 0 is black, 1 white.
    Area {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        gray: f32,
    },
    Line {
        from: (f32, f32),
        to: (f32, f32),
        width: f32,
        gray: f32,
    },
    /// `y` is the line that letters stand on.
    Text {
        x: f32,
        y: f32,
        size: f32,
        style: Style,
        text: String,
    },
}
