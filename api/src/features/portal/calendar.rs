//! The public events as a calendar (RFC 5545), for phones and other sites.

use super::content::{PublicEvent, PublicPage};
use crate::db::types::Instant;

/// The calendar of a ward's public events.
pub fn render(page: &PublicPage) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Bup Tren Canh//Trang cong khai//VI".to_owned(),
        format!("X-WR-CALNAME:{}", escape(&format!("Vì trẻ em, {}", page.ward.name))),
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H".to_owned(),
    ];
    lines.extend(page.events.iter().flat_map(event));
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| fold(line)).collect()
}

fn event(event: &PublicEvent) -> Vec<String> {
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@bup", event.id),
        // The moment of the copy would make every copy another one: the start does as well.
        format!("DTSTAMP:{}", moment(event.starts_at)),
        format!("DTSTART:{}", moment(event.starts_at)),
    ];
    lines.extend(event.ends_at.map(|end| format!("DTEND:{}", moment(end))));
    lines.push(format!("SUMMARY:{}", escape(&event.title)));
    for (name, value) in [("LOCATION", &event.place), ("DESCRIPTION", &event.for_whom)] {
        if !value.is_empty() {
            lines.push(format!("{name}:{}", escape(value)));
        }
    }
    lines.push("END:VEVENT".to_owned());
    lines
}

fn moment(at: Instant) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\r', "").replace('\n', "\\n")
}

/// At most 75 octets a line, a letter never cut in two; what follows begins with a space.
fn fold(line: &str) -> String {
    let (mut folded, mut width) = (String::new(), 0);
    for letter in line.chars() {
        if width + letter.len_utf8() > 73 {
            folded.push_str("\r\n ");
            width = 1;
        }
        folded.push(letter);
        width += letter.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_nothing_is_lost() {
        let long = format!("SUMMARY:{}", escape(&"Diễn đàn trẻ em, vui; khỏe\n".repeat(9)));
        let folded = fold(&long);
        assert!(folded.split("\r\n").all(|line| line.len() <= 75), "{folded}");
        assert_eq!(folded.replace("\r\n ", "").trim_end(), long);
    }

    #[test]
    fn a_text_cannot_add_a_line() {
        assert_eq!(escape("a\r\nEND:VEVENT"), "a\\nEND:VEVENT");
    }
}
