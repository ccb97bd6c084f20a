//! TCVN 5712:1993 (VN3), the letters of the fonts `.VnTime`, `.VnArial`: one letter of Latin-1 each.
//!
//! The set has no marked capitals but `Ă Â Đ Ê Ô Ơ Ư`; the fonts ending in `H` show the small ones as capitals.

/// Letter as shown without the font, and what it is.
pub(super) const TABLE: [(char, char); 74] = [
    ('µ', 'à'),
    ('¸', 'á'),
    ('¶', 'ả'),
    ('·', 'ã'),
    ('¹', 'ạ'),
    ('¨', 'ă'),
    ('»', 'ằ'),
    ('¾', 'ắ'),
    ('¼', 'ẳ'),
    ('½', 'ẵ'),
    ('Æ', 'ặ'),
    ('©', 'â'),
    ('Ç', 'ầ'),
    ('Ê', 'ấ'),
    ('È', 'ẩ'),
    ('É', 'ẫ'),
    ('Ë', 'ậ'),
    ('®', 'đ'),
    ('Ì', 'è'),
    ('Ð', 'é'),
    ('Î', 'ẻ'),
    ('Ï', 'ẽ'),
    ('Ñ', 'ẹ'),
    ('ª', 'ê'),
    ('Ò', 'ề'),
    ('Õ', 'ế'),
    ('Ó', 'ể'),
    ('Ô', 'ễ'),
    ('Ö', 'ệ'),
    ('×', 'ì'),
    ('Ý', 'í'),
    ('Ø', 'ỉ'),
    ('Ü', 'ĩ'),
    ('Þ', 'ị'),
    ('ß', 'ò'),
    ('ã', 'ó'),
    ('á', 'ỏ'),
    ('â', 'õ'),
    ('ä', 'ọ'),
    ('«', 'ô'),
    ('å', 'ồ'),
    ('è', 'ố'),
    ('æ', 'ổ'),
    ('ç', 'ỗ'),
    ('é', 'ộ'),
    ('¬', 'ơ'),
    ('ê', 'ờ'),
    ('í', 'ớ'),
    ('ë', 'ở'),
    ('ì', 'ỡ'),
    ('î', 'ợ'),
    ('ï', 'ù'),
    ('ó', 'ú'),
    ('ñ', 'ủ'),
    ('ò', 'ũ'),
    ('ô', 'ụ'),
    ('\u{ad}', 'ư'),
    ('õ', 'ừ'),
    ('ø', 'ứ'),
    ('ö', 'ử'),
    ('÷', 'ữ'),
    ('ù', 'ự'),
    ('ú', 'ỳ'),
    ('ý', 'ý'),
    ('û', 'ỷ'),
    ('ü', 'ỹ'),
    ('þ', 'ỵ'),
    ('¡', 'Ă'),
    ('¢', 'Â'),
    ('§', 'Đ'),
    ('£', 'Ê'),
    ('¤', 'Ô'),
    ('¥', 'Ơ'),
    ('¦', 'Ư'),
];

pub(super) fn convert(word: &str) -> String {
    word.chars().map(|char| TABLE.iter().find(|(shown, _)| *shown == char).map_or(char, |(_, meant)| *meant)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_small_letter_and_the_seven_capitals_go_round() {
        let letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";
        assert_eq!(letters.chars().count(), TABLE.len());
        for letter in letters.chars() {
            let shown: Vec<char> =
                TABLE.iter().filter(|(_, meant)| *meant == letter).map(|(shown, _)| *shown).collect();
            assert_eq!(shown.len(), 1, "{letter}");
            assert_eq!(convert(&shown[0].to_string()), letter.to_string());
            assert_eq!(TABLE.iter().filter(|(other, _)| *other == shown[0]).count(), 1, "{letter}");
        }
        assert_eq!(convert("abcXYZ 123"), "abcXYZ 123");
    }
}
