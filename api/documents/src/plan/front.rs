//! Who issued the plan, under which number, when; and the year that it plans.

use chrono::NaiveDate;

use super::lines::Line;
use super::preview::WarningCode;
use super::warnings::Warnings;
use crate::words::{Folded, Pattern, bare, char_count, fold, identity, is_capitals, regex, squeeze};

/// The cells of a letterhead, left before right.
fn cells(lines: &[Line]) -> Vec<String> {
    let mut cells = Vec::new();
    for line in lines {
        if line.columns.is_empty() {
            cells.push(line.text.clone());
        } else {
            cells.extend(line.columns.iter().filter(|cell| !cell.is_empty()).cloned());
        }
    }
    cells
}

static NUMBER: Pattern = regex!(r"\bso\s*[:.]?\s*([\d.… ]{0,8}[a-z]?)\s*/\s*([a-z][a-z0-9&/ .-]{1,30})");

/// Number and sign, such as `45/KH-UBND`. A blank left for the clerk (`Số:      /KH-UBND`) is none.
pub(crate) fn number(head: &[Line]) -> Option<String> {
    cells(head).iter().find_map(|cell| {
        let folded = Folded::new(cell);
        let found = NUMBER.captures(&folded.text)?;
        let digits: String = folded.raw(found.get(1)?.range()).split([' ', '.', '…']).collect();
        let sign = folded.raw(found.get(2)?.range());
        // The sign ends where the right column begins.
        let sign = sign.split("  ").next()?.split(' ').take_while(|word| is_sign(word)).collect::<String>();
        let sign = sign.trim_end_matches(['.', '-', '/']);
        (digits.starts_with(|char: char| char.is_ascii_digit()) && !sign.is_empty()).then(|| format!("{digits}/{sign}"))
    })
}

fn is_sign(word: &str) -> bool {
    is_capitals(word) || word.chars().all(|char| !char.is_alphabetic() || char.is_uppercase()) || word.contains('-')
}

static DATE: Pattern = regex!(
    r"\bngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})|\bngay\s+(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})"
);

/// The date of the letterhead: "Bỉm Sơn, ngày 29 tháng 5 năm 2024".
pub(crate) fn issued_on(lines: &[Line]) -> Option<NaiveDate> {
    cells(lines).iter().map(|cell| fold(cell)).filter(|cell| !cell.starts_with("can cu")).find_map(|cell| {
        let found = DATE.captures(&cell)?;
        let group = |first: usize, second: usize| {
            found.get(first).or_else(|| found.get(second)).map(|group| group.as_str().to_owned())
        };
        NaiveDate::from_ymd_opt(group(3, 6)?.parse().ok()?, group(2, 5)?.parse().ok()?, group(1, 4)?.parse().ok()?)
    })
}

static COMMITTEE: Pattern = regex!(r"\b(?:uy ban nhan dan|ubnd)\b[\s:]*");
static LEVEL: Pattern = regex!(r"^(phuong|xa|thi tran|dac khu|thi xa|huyen|quan|thanh pho|tp\.?|tinh)\s+(\S.*)$");
static WARD: Pattern = regex!(r"^(?:ubnd )?(?:phuong|xa|thi tran|dac khu) ");
static STATE: Pattern = regex!(r"\s*cong hoa xa hoi|\s*doc lap ?-");

/// The committee that the letterhead names last: above it may stand its superior.
fn head_issuer(head: &[Line]) -> Option<String> {
    let cells = cells(head);
    let mut issuer: Option<String> = None;
    for (place, cell) in cells.iter().enumerate() {
        let folded = Folded::new(cell);
        // "26/KH-UBND" is a sign, not a name.
        let is_sign = |start: usize| folded.raw_to(start).ends_with(['-', '/']);
        let Some(found) = COMMITTEE.find(&folded.text).filter(|found| !is_sign(found.start())) else {
            // "UBND HUYỆN THIỆU HÓA" above "XÃ TÂN PHÚ": the ward's own committee is not written out.
            let below = issuer.as_deref().is_some_and(|issuer| !WARD.is_match(&fold(issuer)));
            let own = WARD.is_match(&folded.text) && is_capitals(cell) && char_count(cell) <= 40;
            issuer = if below && own { committee(cell).or(issuer) } else { issuer };
            continue;
        };
        let rest = folded.raw_from(found.end());
        let rest = cut_state(rest);
        let name = if rest.is_empty() {
            // The name is on the next line of the same column.
            cells.iter().skip(place + 1).take(3).map(|next| cut_state(next)).find(|next| LEVEL.is_match(&fold(next)))
        } else {
            Some(rest)
        };
        issuer = name.and_then(|name| committee(&name)).or(issuer);
    }
    issuer
}

fn cut_state(text: &str) -> String {
    let folded = Folded::new(text);
    let end = STATE.find(&folded.text).map_or(folded.text.len(), |found| found.start());
    bare(folded.raw_to(end)).to_owned()
}

/// `PHƯỜNG BA ĐÌNH` → `UBND phường Ba Đình`: one form, whatever the letterhead's capitals.
fn committee(name: &str) -> Option<String> {
    let name = squeeze(name);
    let folded = Folded::new(&name);
    let found = LEVEL.captures(&folded.text)?;
    let level = folded.raw(found.get(1)?.range()).to_lowercase();
    let place = folded.raw(found.get(2)?.range());
    let one_case = is_capitals(place) || !place.chars().any(char::is_uppercase);
    let place = if one_case { title_case(place) } else { place.to_owned() };
    Some(format!("UBND {level} {}", bare(&place)))
}

fn title_case(text: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        first.chain(chars.flat_map(char::to_lowercase)).collect::<String>()
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// "Lập" is an order only before its object: it is also half of many a name ("phường Tân Lập").
static ISSUES: Pattern = regex!(
    r"\b(?:ubnd|uy ban nhan dan)\s+((?:phuong|xa|thi tran|dac khu|thi xa|huyen|quan|thanh pho|tinh)\s+[^,;.:()]{1,50}?),?\s+(?:da\s+)?(?:(?:ban hanh|xay dung|trien khai|de ra|thong nhat|cu the hoa|to chuc)\s+(?:va\s+to chuc\s+)?(?:thuc hien\s+)?(?:ke hoach|thang hanh dong|cac noi dung|phuong an)?|lap\s+(?:ke hoach|phuong an))"
);
static ANYBODY_ISSUES: Pattern = regex!(r"(?:^|[;,.:]\s*)([^,;.:]{4,80}?)\s+(?:ban hanh|xay dung)\s+ke hoach");

/// # Warnings
/// When it is missing, or when letterhead and opening name different ones.
pub(crate) fn issuer(head: &[Line], opening: &[String], warnings: &mut Warnings) -> String {
    let of_head = head_issuer(head);
    let of_opening = opening.iter().rev().find_map(|text| {
        let folded = Folded::new(text);
        let named = ISSUES.captures_iter(&folded.text).filter_map(|found| {
            let name = folded.raw(found.get(1)?.range());
            // "UBND thị xã Bỉm Sơn về việc triển khai" is a subject: a name has capitals to its end.
            name.split(' ')
                .skip(2)
                .all(|word| word.starts_with(|char: char| char.is_uppercase() || char.is_ascii_digit()))
                .then_some(name)
        });
        committee(named.last()?)
    });
    match (of_opening, of_head) {
        (Some(opening), Some(head)) => {
            if identity(&opening) != identity(&head) {
                warnings.add(WarningCode::IssuerConflict, &format!("{head} / {opening}"));
            }
            opening
        }
        (Some(issuer), None) | (None, Some(issuer)) => issuer,
        (None, None) => {
            let other = opening.iter().rev().find_map(|text| {
                let folded = Folded::new(text);
                let found = ANYBODY_ISSUES.captures(&folded.text)?;
                Some(bare(folded.raw(found.get(1)?.range())).to_owned())
            });
            other.unwrap_or_else(|| {
                warnings.missing(WarningCode::IssuerMissing);
                String::new()
            })
        }
    }
}

static YEAR: Pattern = regex!(r"\b(?:nam\s+|thang\s+\d{1,2}\s?[/-]\s?)(20\d\d)\b(?:\s*-\s*20\d\d)?");
static BARE_YEAR: Pattern = regex!(r"\b(20\d\d)\b");

/// The year that a summary names; not a period of years or a school year.
pub(crate) fn year_of(title: &str) -> Option<i32> {
    let folded = fold(title);
    let mut years = YEAR.captures_iter(&folded).filter(|found| {
        found.get(0).is_some_and(|whole| !whole.as_str().contains(['-']) || whole.as_str().starts_with("thang"))
    });
    let named = years.next().and_then(|found| found.get(1)?.as_str().parse().ok());
    let bare = || {
        let mut all = BARE_YEAR.captures_iter(&folded).filter_map(|found| found.get(1)?.as_str().parse().ok());
        let first = all.next()?;
        all.next().is_none().then_some(first)
    };
    named.or_else(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: &[&str]) -> Vec<Line> {
        let line = |text: &&str| Line {
            columns: if text.contains('\t') { text.split('\t').map(squeeze).collect() } else { Vec::new() },
            ..Line::plain(text)
        };
        texts.iter().map(line).collect()
    }

    #[test]
    fn a_letterhead_in_columns() {
        let head = lines(&[
            "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "PHƯỜNG BA ĐÌNH\tĐộc lập - Tự do - Hạnh phúc",
            "Số: 45/KH-UBND\tBa Đình, ngày 29 tháng 5 năm 2024",
        ]);
        assert_eq!(number(&head).as_deref(), Some("45/KH-UBND"));
        assert_eq!(issued_on(&head), NaiveDate::from_ymd_opt(2024, 5, 29));
        assert_eq!(issuer(&head, &[], &mut Warnings::default()), "UBND phường Ba Đình");
    }

    #[test]
    fn a_letterhead_with_a_superior_and_blanks() {
        let head =
            lines(&["UBND THỊ XÃ BỈM SƠN", "UBND PHƯỜNG BẮC SƠN", "Số:      /KH-UBND", "ngày    tháng 5 năm 2025"]);
        assert_eq!(number(&head), None);
        assert_eq!(issued_on(&head), None);
        assert_eq!(issuer(&head, &[], &mut Warnings::default()), "UBND phường Bắc Sơn");
        let head = lines(&["ỦY BAN NHÂN DÂN", "PHƯỜNG 5", "Số: 26/KH-UBND\tPhường 5, ngày 17 tháng 5 năm 2022"]);
        assert_eq!(issuer(&head, &[], &mut Warnings::default()), "UBND phường 5");
        let head = lines(&["UBND HUYỆN HÀ BẮC", "XÃ TÂN PHÚ", "-------"]);
        assert_eq!(issuer(&head, &[], &mut Warnings::default()), "UBND xã Tân Phú");
    }

    #[test]
    fn the_opening_names_the_issuer() {
        let opening =
            ["Thực hiện Kế hoạch số 1 của UBND thị xã Bỉm Sơn. UBND phường Ba Đình ban hành Kế hoạch".to_owned()];
        assert_eq!(issuer(&[], &opening, &mut Warnings::default()), "UBND phường Ba Đình");
        let opening = ["Ngày 01/5, UBND phường Tân Lập lập kế hoạch:".to_owned()];
        assert_eq!(issuer(&[], &opening, &mut Warnings::default()), "UBND phường Tân Lập");
        let opening = ["UBND xã Tân Lập ban hành Kế hoạch".to_owned()];
        assert_eq!(issuer(&[], &opening, &mut Warnings::default()), "UBND xã Tân Lập");
        let opening = ["Ủy ban nhân dân xã Hà Long xây dựng kế hoạch như sau:".to_owned()];
        assert_eq!(issuer(&[], &opening, &mut Warnings::default()), "UBND xã Hà Long");
    }

    #[test]
    fn years() {
        assert_eq!(year_of("Tháng hành động vì trẻ em năm 2024"), Some(2024));
        assert_eq!(year_of("THÁNG HÀNH ĐỘNG VÌ TRẺ EM NĂM 2026"), Some(2026));
        assert_eq!(year_of("Chương trình giai đoạn 2021-2025"), None);
        assert_eq!(year_of("Tháng hành động"), None);
    }
}
