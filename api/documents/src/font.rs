//! Tinos, as wide as Times New Roman: measured and drawn by whatever is no Word file. `fonts/README.md` tells where it is
//! from.

use std::sync::LazyLock;

use ttf_parser::{Face, GlyphId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

/// Of the size, as Times New Roman has them.
pub(crate) const ASCENT: f32 = 0.891;
pub(crate) const LINE: f32 = 1.149;

/// All characters that the fonts have lie below.
const END: usize = 0x2700;

/// A font, and for every character its glyph and how wide that is: a paper asks for it some hundred thousand times.
struct Font {
    face: Face<'static>,
    glyphs: Vec<(u16, u16)>,
}

impl Font {
    fn of(style: Style) -> Option<Self> {
        let face = Face::parse(style.data(), 0).ok()?;
        let width = |glyph| face.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
        let mut glyphs = vec![(0, width(0)); END];
        for table in face.tables().cmap?.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode) {
            table.codepoints(|code| {
                let place = usize::try_from(code).ok().and_then(|code| glyphs.get_mut(code));
                if let (Some(place), Some(glyph)) = (place, table.glyph_index(code)) {
                    *place = (glyph.0, width(glyph.0));
                }
            });
        }
        Some(Self { face, glyphs })
    }
}

static REGULAR: LazyLock<Option<Font>> = LazyLock::new(|| Font::of(Style::Regular));
static BOLD: LazyLock<Option<Font>> = LazyLock::new(|| Font::of(Style::Bold));
static ITALIC: LazyLock<Option<Font>> = LazyLock::new(|| Font::of(Style::Italic));
static BOLD_ITALIC: LazyLock<Option<Font>> = LazyLock::new(|| Font::of(Style::BoldItalic));

impl Style {
    pub(crate) const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

    pub(crate) const fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    pub(crate) const fn data(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../fonts/Tinos-Regular.ttf"),
            Self::Bold => include_bytes!("../fonts/Tinos-Bold.ttf"),
            Self::Italic => include_bytes!("../fonts/Tinos-Italic.ttf"),
            Self::BoldItalic => include_bytes!("../fonts/Tinos-BoldItalic.ttf"),
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Regular => "Tinos",
            Self::Bold => "Tinos-Bold",
            Self::Italic => "Tinos-Italic",
            Self::BoldItalic => "Tinos-BoldItalic",
        }
    }

    fn font(self) -> Option<&'static Font> {
        match self {
            Self::Regular => REGULAR.as_ref(),
            Self::Bold => BOLD.as_ref(),
            Self::Italic => ITALIC.as_ref(),
            Self::BoldItalic => BOLD_ITALIC.as_ref(),
        }
    }

    /// `None` never happens: the font is in the binary.
    pub(crate) fn face(self) -> Option<&'static Face<'static>> {
        self.font().map(|font| &font.face)
    }

    fn measured(self, char: char) -> (u16, u16) {
        let glyphs = self.font().map_or(&[][..], |font| &font.glyphs);
        // What lies beyond is not in the font: its first glyph is an empty box.
        let place = usize::try_from(u32::from(char)).ok().and_then(|code| glyphs.get(code));
        place.or_else(|| glyphs.first()).copied().unwrap_or((0, 1_024))
    }

    pub(crate) fn glyph(self, char: char) -> GlyphId {
        GlyphId(self.measured(char).0)
    }

    /// How wide, of the size.
    pub(crate) fn advance(self, char: char) -> f32 {
        // All four have 2,048 units.
        f32::from(self.measured(char).1) / 2_048.0
    }

    pub(crate) fn width(self, text: &str, size: f32) -> f32 {
        text.chars().map(|char| self.advance(char)).sum::<f32>() * size
    }
}

/// What takes no room and is not drawn: marks of direction, joiners, selectors of variants.
pub(crate) const fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_has_its_glyph() {
        use unicode_normalization::UnicodeNormalization;
        for style in Style::ALL {
            for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".chars() {
                for mark in ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
                    let letter: String = format!("{base}{mark}").nfc().collect();
                    assert!(letter.chars().all(|char| style.glyph(char).0 > 0), "{letter} in {style:?}");
                }
            }
            assert!("đĐ₫…–—“”‘’•≤≥×□".chars().all(|char| style.glyph(char).0 > 0));
        }
    }

    #[test]
    fn as_wide_as_times_new_roman() {
        for (text, style, width) in
            [("Độc lập - Tự do - Hạnh phúc", Style::Bold, 159.2), ("nghìn", Style::Regular, 29.61)]
        {
            let found = style.width(text, 13.0);
            assert!((found - width).abs() < 0.5, "{text}: {found}");
        }
    }
}
