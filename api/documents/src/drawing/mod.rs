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

impl Drawing {
    /// Made smaller as a whole where it is higher than its room.
    pub(crate) fn at_most(mut self, height: f32) -> Self {
        if self.height <= height || self.height <= 0.0 {
            return self;
        }
        let by = height / self.height;
        self.width *= by;
        self.height = height;
        for shape in &mut self.shapes {
            match shape {
                Shape::Area { x, y, width, height, .. } => {
                    (*x, *y, *width, *height) = (*x * by, *y * by, *width * by, *height * by);
                }
                Shape::Line { from, to, width, .. } => {
                    (*from, *to) = ((from.0 * by, from.1 * by), (to.0 * by, to.1 * by));
                    *width *= by;
                }
                Shape::Text { x, y, size, .. } => (*x, *y, *size) = (*x * by, *y * by, *size * by),
            }
        }
        self
    }
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
