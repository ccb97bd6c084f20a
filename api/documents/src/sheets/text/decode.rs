//! Bytes → text: UTF-8, UTF-16, Windows-1258; the bytes of TCVN3 and VNI fonts stay letters of Windows-1252, which
//! `children::legacy` knows.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use super::super::SheetFault;

pub(super) fn decode(bytes: &[u8]) -> Result<String, SheetFault> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, body @ ..] => String::from_utf8_lossy(body).into_owned(),
        [0xFF, 0xFE, body @ ..] => UTF_16LE.decode_without_bom_handling(body).0.into_owned(),
        [0xFE, 0xFF, body @ ..] => UTF_16BE.decode_without_bom_handling(body).0.into_owned(),
        _ => match (unmarked_utf16(bytes), std::str::from_utf8(bytes)) {
            (Some(true), _) => UTF_16LE.decode_without_bom_handling(bytes).0.into_owned(),
            (Some(false), _) => UTF_16BE.decode_without_bom_handling(bytes).0.into_owned(),
            (None, Ok(text)) => text.to_owned(),
            (None, Err(_)) => single_bytes(bytes)?,
        },
    };
    check(&text)?;
    Ok(text)
}

/// UTF-16 without its mark: every other byte of the signs of a CSV file is zero. `true` for little endian.
fn unmarked_utf16(bytes: &[u8]) -> Option<bool> {
    let start = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
    let (mut even, mut odd) = (0_usize, 0_usize);
    for (index, byte) in start.iter().enumerate() {
        if *byte == 0 {
            if index % 2 == 0 { even += 1 } else { odd += 1 }
        }
    }
    let pairs = start.len() / 2;
    if pairs >= 4 && odd * 3 >= pairs && even * 20 <= pairs {
        return Some(true);
    }
    (pairs >= 4 && even * 3 >= pairs && odd * 20 <= pairs).then_some(false)
}

/// A stray control character is dirt; many are a file that is no text.
fn check(text: &str) -> Result<(), SheetFault> {
    let (mut all, mut control, mut lost) = (0_usize, 0_usize, 0_usize);
    for char in text.chars() {
        all += 1;
        control += usize::from(char.is_control() && !char.is_whitespace());
        lost += usize::from(char == '\u{fffd}');
    }
    if control * 50 > all + 49 {
        return Err(SheetFault::NotSheet);
    }
    if lost * 20 > all + 19 { Err(SheetFault::UnknownEncoding) } else { Ok(()) }
}

/// Windows-1258 writes most tones as letters of their own after the vowel; if they stand there, it is that.
fn single_bytes(bytes: &[u8]) -> Result<String, SheetFault> {
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let ascii = bytes.iter().filter(|byte| byte.is_ascii_alphanumeric() || byte.is_ascii_whitespace()).count();
    // Text of any Latin alphabet is mostly ASCII.
    if ascii * 10 < bytes.len() * 3 || high * 10 > bytes.len() * 7 {
        return Err(SheetFault::NotSheet);
    }
    let text = WINDOWS_1258.decode_without_bom_handling(bytes).0;
    let (mut placed, mut misplaced, mut signs) = (0_usize, 0_usize, 0_usize);
    let mut before = ' ';
    for char in text.chars() {
        if matches!(char, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}') {
            if "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".contains(before) { placed += 1 } else { misplaced += 1 }
        }
        // TCVN3 has its vowels among the signs: `¸`, `µ`, `®`.
        signs += usize::from(matches!(char, '\u{a1}'..='\u{bf}') && before.is_alphabetic());
        before = char;
    }
    let is_1258 = placed > 0 && placed >= 8 * misplaced && placed >= 2 * signs;
    // Without any tone (a list in capitals without marks, a single `é`) both say the same.
    let text = if is_1258 { text } else { WINDOWS_1252.decode_without_bom_handling(bytes).0 };
    Ok(text.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "STT;Họ và tên;Địa chỉ\n1;Nguyễn Thị Ưng;Phường Bình Thuận\n2;Đỗ Quốc Khỏe;Khu phố 3";

    fn windows_1258(text: &str) -> Vec<u8> {
        // Circumflex, breve and horn stay with the vowel; tones follow.
        let mut bytes = Vec::new();
        for char in text.chars() {
            let parts: Vec<char> = char.to_string().nfd().collect();
            let (tones, base): (Vec<char>, Vec<char>) = parts
                .into_iter()
                .partition(|part| matches!(part, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
            let base: String = base.into_iter().nfc().collect();
            for part in base.chars().chain(tones) {
                bytes.extend(WINDOWS_1258.encode(&part.to_string()).0.iter());
            }
        }
        bytes
    }

    #[test]
    fn encodings() {
        let utf16 = |big: bool| -> Vec<u8> {
            TEXT.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let with = |mark: &[u8], body: &[u8]| [mark, body].concat();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            with(b"\xEF\xBB\xBF", TEXT.as_bytes()),
            with(b"\xFF\xFE", &utf16(false)),
            with(b"\xFE\xFF", &utf16(true)),
            utf16(false),
            utf16(true),
            windows_1258(TEXT),
        ] {
            assert_eq!(decode(&bytes).unwrap(), TEXT);
        }
    }

    #[test]
    fn old_fonts_stay_as_they_are() {
        let garbage = "STT;Hä vµ tªn\n1;NguyÔn V¨n An\n2;TrÇn ThÞ B×nh\n3;Ph¹m Quèc Hïng";
        let bytes = WINDOWS_1252.encode(garbage).0;
        assert_eq!(decode(&bytes).unwrap(), garbage);
        let garbage = "STT;Hoï vaø teân\n1;Nguyeãn Vaên An\n2;Traàn Thò Bình";
        let bytes = WINDOWS_1252.encode(garbage).0;
        assert_eq!(decode(&bytes).unwrap(), garbage);
    }

    #[test]
    fn what_is_no_text() {
        assert_eq!(decode(&[0, 1, 2, 3, 4, 5, 6, 7, 200, 201]), Err(SheetFault::NotSheet));
        let noise: Vec<u8> = (0..2_000_u32).map(|index| (index * 7_919 % 251) as u8).collect();
        assert!(decode(&noise).is_err());
    }
}
