//! The foot of the document: who receives it and who signed it.

use super::lines::Line;
use super::marker;
use super::parts::{begins_with_post, is_place_and_date};
use super::preview::{SignedBy, WarningCode};
use super::warnings::Warnings;
use crate::words::{Folded, Pattern, bare, char_count, fold, is_capitals, regex, squeeze};

#[derive(Debug, Default)]
pub(crate) struct Foot {
    pub(crate) recipients: Vec<String>,
    pub(crate) signed_by: Option<SignedBy>,
}

static RECIPIENTS: Pattern = regex!(r"^\W*noi nhan\s*[:.]?\s*");

/// Lines in two columns are read column by column.
fn in_order(lines: &[Line]) -> Vec<String> {
    let width = lines.iter().map(|line| line.columns.len()).max().unwrap_or(0).max(1);
    let mut read = Vec::new();
    for column in 0..width {
        for line in lines {
            let text =
                if line.columns.is_empty() { (column == 0).then_some(&line.text) } else { line.columns.get(column) };
            read.extend(text.filter(|text| !text.trim().is_empty()).map(|text| squeeze(text)));
        }
    }
    read
}

pub(crate) fn read(lines: &[Line], warnings: &mut Warnings) -> Foot {
    let texts = in_order(lines);
    let mut foot = Foot::default();
    let mut rest: Vec<String> = Vec::new();
    let mut receiving = false;
    for text in texts {
        let folded = Folded::new(&text);
        if let Some(found) = RECIPIENTS.find(&folded.text) {
            receiving = true;
            let inline = folded.raw_from(found.end()).trim();
            foot.recipients.extend(split_recipients(inline));
            continue;
        }
        if receiving && is_recipient(&text, &foot.recipients) {
            foot.recipients.extend(split_recipients(&text));
            continue;
        }
        receiving = receiving && foot.recipients.is_empty();
        rest.push(text);
    }
    foot.signed_by = signature(&rest, warnings);
    for text in &rest {
        let known = is_post(text) || is_mark(text) || is_name(text) || is_place_and_date(text);
        if !known {
            warnings.keep(WarningCode::TextNotRecognised, text);
        }
    }
    if foot.recipients.is_empty() {
        warnings.missing(WarningCode::RecipientsMissing);
    }
    if foot.signed_by.is_none() {
        warnings.missing(WarningCode::SignerMissing);
    }
    foot
}

/// A bullet, or a line among bullets ("Như trên;", "Lưu: VT.").
fn is_recipient(text: &str, before: &[String]) -> bool {
    let bullet = marker::parse(text).is_some_and(|marker| marker.is_bullet());
    let folded = fold(text);
    let listed =
        folded.ends_with(';') || folded.starts_with("luu") || folded.starts_with("nhu ") || text.contains("(b/c)");
    let goes_on = crate::words::starts_lower(text) && !before.is_empty();
    !is_post(text) && (bullet || listed || goes_on)
}

fn split_recipients(text: &str) -> Vec<String> {
    let text =
        marker::parse(text).filter(marker::Marker::is_bullet).map_or_else(|| text.to_owned(), |marker| marker.rest);
    let inner = text.split([';']).flat_map(|part| {
        part.split(" - Lưu")
            .enumerate()
            .map(|(place, part)| if place == 0 { part.to_owned() } else { format!("Lưu{part}") })
            .collect::<Vec<_>>()
    });
    inner
        .map(|part| {
            part.trim_matches(|char: char| char.is_whitespace() || ";.,/".contains(char))
                .trim_start_matches(['-', '–', '+'])
                .trim()
                .to_owned()
        })
        .filter(|part| !part.is_empty())
        .collect()
}

fn is_post(text: &str) -> bool {
    char_count(text) <= 80 && begins_with_post(text) && (is_capitals(text) || text.split(' ').count() <= 8)
}

/// "(Đã ký)", "Ký bởi …", "(Ký, ghi rõ họ tên, đóng dấu)".
fn is_mark(text: &str) -> bool {
    static MARK: Pattern = regex!(r"^\W*(?:da ky|ky(?:,| ten| boi|\b)|dong dau|chu ky|\(|\[|signature)");
    char_count(text) <= 60 && MARK.is_match(&fold(text))
}

/// Two to six words that all begin with a capital.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = bare(text).split(' ').collect();
    (2..=6).contains(&words.len())
        && char_count(text) <= 45
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|char| char.is_alphabetic() || matches!(char, '.' | '-' | '\''))
        })
        && !begins_with_post(text)
}

/// Who signs for whom: "TM.", "KT." and what they stand for are not the signer's own post.
static FOR_WHOM: Pattern = regex!(
    r"^(?:t/?m|thay mat)\s?[./]?\s?(?:uy ban nhan dan|ubnd|ban chi dao|ban chap hanh|uy ban mttq|dang uy)?[^,]*?(?:phuong|xa)?\s*$|^k/?t\s?[./]?\s?(?:chu tich|truong ban|bi thu|truong phong|giam doc|hieu truong)(?: ubnd| uy ban nhan dan)?(?: phuong| xa)?\s*"
);

fn signature(texts: &[String], warnings: &mut Warnings) -> Option<SignedBy> {
    let mut position: Option<String> = None;
    let mut signed: Vec<SignedBy> = Vec::new();
    for text in texts {
        if is_post(text) {
            position = own_post(text).or(position);
        } else if is_name(text)
            && let Some(position) = position.take()
        {
            signed.push(SignedBy { name: bare(text).to_owned(), position });
        }
    }
    if signed.len() > 1 {
        let names: Vec<&str> = signed.iter().map(|signer| signer.name.as_str()).collect();
        warnings.add(WarningCode::SeveralSigners, &names.join(", "));
    }
    signed.into_iter().next()
}

/// `KT. CHỦ TỊCH PHÓ CHỦ TỊCH` → `PHÓ CHỦ TỊCH`; `TM. ỦY BAN NHÂN DÂN` alone gives none.
fn own_post(text: &str) -> Option<String> {
    let text = bare(text);
    let folded = Folded::new(text);
    let Some(found) = FOR_WHOM.find(&folded.text) else { return Some(text.to_owned()) };
    let rest = bare(folded.raw_from(found.end()));
    (char_count(rest) >= 4).then(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foot(texts: &[&str]) -> Foot {
        let line = |text: &&str| Line {
            columns: if text.contains('\t') { text.split('\t').map(squeeze).collect() } else { Vec::new() },
            ..Line::plain(text)
        };
        read(&texts.iter().map(line).collect::<Vec<_>>(), &mut Warnings::default())
    }

    fn signer(texts: &[&str]) -> (String, String) {
        foot(texts).signed_by.map(|signer| (signer.name, signer.position)).unwrap_or_default()
    }

    #[test]
    fn who_signs() {
        let nga = |position: &str| ("Trần Thị Nga".to_owned(), position.to_owned());
        assert_eq!(signer(&["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Nga"]), nga("PHÓ CHỦ TỊCH"));
        assert_eq!(signer(&["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Trần Thị Nga"]), nga("CHỦ TỊCH"));
        assert_eq!(signer(&["TM. UBND PHƯỜNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Nga"]), nga("PHÓ CHỦ TỊCH"));
        assert_eq!(signer(&["KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Trần Thị Nga"]), nga("PHÓ CHỦ TỊCH"));
        assert_eq!(signer(&["PHÓ CHỦ TỊCH", "Trương Thị Huệ"]).0, "Trương Thị Huệ");
        assert_eq!(signer(&["CHỦ TỊCH", "TRƯƠNG VĂN TRƯỜNG"]).0, "TRƯƠNG VĂN TRƯỜNG");
        assert_eq!(signer(&["Phó Chủ tịch", "Trần Thị Nga"]), nga("Phó Chủ tịch"));
    }

    #[test]
    fn who_receives() {
        let columns = foot(&[
            "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN",
            "- UBND thị xã (b/c);\tCHỦ TỊCH",
            "- Lưu: VT.\t",
            "\tTrần Thị Nga",
        ]);
        assert_eq!(columns.recipients, ["UBND thị xã (b/c)", "Lưu: VT"]);
        assert_eq!(columns.signed_by.unwrap().name, "Trần Thị Nga");
        assert_eq!(
            foot(&["Nơi nhận: Như trên; Các khu phố; Lưu: VT."]).recipients,
            ["Như trên", "Các khu phố", "Lưu: VT"]
        );
    }
}
