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

static REGULAR: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(Style::Regular.data(), 0).ok());
static BOLD: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(Style::Bold.data(), 0).ok());
static ITALIC: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(Style::Italic.data(), 0).ok());
static BOLD_ITALIC: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(Style::BoldItalic.data(), 0).ok());

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

    /// `None` never happens: the font is in the binary.
    pub(crate) fn face(self) -> Option<&'static Face<'static>> {
        match self {
            Self::Regular => REGULAR.as_ref(),
            Self::Bold => BOLD.as_ref(),
            Self::Italic => ITALIC.as_ref(),
            Self::BoldItalic => BOLD_ITALIC.as_ref(),
        }
    }

    /// The empty box for what the font does not have.
    pub(crate) fn glyph(self, char: char) -> GlyphId {
        self.face().and_then(|face| face.glyph_index(char)).unwrap_or(GlyphId(0))
    }

    /// How wide, of the size.
    pub(crate) fn advance(self, char: char) -> f32 {
        let Some(face) = self.face() else { return 0.5 };
        let advance = face.glyph_hor_advance(self.glyph(char)).unwrap_or(0);
        f32::from(advance) / f32::from(face.units_per_em())
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
            [("Độc lập - Tự do - Hạnh phúc", Style::Bold, 159.2), ("nghìn", Style::Regular, 30.34)]
        {
            let found = style.width(text, 13.0);
            assert!((found - width).abs() < 0.5, "{text}: {found}");
        }
    }
}
