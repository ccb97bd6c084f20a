//! Text → fields by row and column. A row's number is its number in Excel: blank lines count, line breaks inside quotes
//! don't. (The usual crates skip blank lines, so their numbers are not the person's.)

use super::super::SheetFault;

const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// Lines that the guess looks at.
const SAMPLE: usize = 60;

/// Calls `put` with row (from 1), column (from 0) and field.
pub(super) fn read(
    text: &str,
    put: &mut dyn FnMut(u32, u32, &str) -> Result<(), SheetFault>,
) -> Result<(), SheetFault> {
    let (separator, text) = separator(text);
    // A quote that is never closed is a sign, not a quote: the rest of the file is not one cell.
    let balanced = text.matches('"').count() % 2 == 0;
    let mut scanner = Scanner { separator, quotes: balanced, row: 1, column: 0, field: String::new() };
    scanner.scan(text, put)
}

/// What parts the fields: said by Excel's own first line `sep=;`, else what parts the first lines most evenly.
fn separator(text: &str) -> (char, &str) {
    if let Some(rest) = text.strip_prefix("sep=") {
        let mut chars = rest.chars();
        if let Some(said) = chars.next().filter(|char| SEPARATORS.contains(char)) {
            // The line stays as an empty one, so that the numbers are those of the file.
            return (said, chars.as_str());
        }
    }
    let best = SEPARATORS.into_iter().max_by_key(|separator| (evenness(text, *separator), *separator == ','));
    (best.unwrap_or(','), text)
}

/// Lines that have as many separators as most lines have, times that number.
fn evenness(text: &str, separator: char) -> usize {
    let mut counts = Vec::new();
    let mut quoted = false;
    let mut count = 0;
    for char in text.chars().take(200_000) {
        match char {
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                counts.push(count);
                count = 0;
                if counts.len() >= SAMPLE {
                    break;
                }
            }
            _ if char == separator && !quoted => count += 1,
            _ => {}
        }
    }
    counts.push(count);
    let common = |wanted: usize| counts.iter().filter(|count| **count == wanted).count();
    counts.iter().filter(|count| **count > 0).map(|count| common(*count) * (*count).min(40)).max().unwrap_or(0)
}

struct Scanner {
    separator: char,
    quotes: bool,
    row: u32,
    column: u32,
    field: String,
}

impl Scanner {
    fn scan(
        &mut self,
        text: &str,
        put: &mut dyn FnMut(u32, u32, &str) -> Result<(), SheetFault>,
    ) -> Result<(), SheetFault> {
        let mut chars = text.chars().peekable();
        let mut quoted = false;
        while let Some(char) = chars.next() {
            match char {
                '"' if quoted => {
                    if chars.peek() == Some(&'"') {
                        chars.next();
                        self.field.push('"');
                    } else {
                        quoted = false;
                    }
                }
                '"' if self.quotes && self.field.trim().is_empty() => {
                    self.field.clear();
                    quoted = true;
                }
                '\r' if !quoted && chars.peek() == Some(&'\n') => {}
                '\n' | '\r' if !quoted => {
                    self.end(put)?;
                    self.row = self.row.saturating_add(1);
                    self.column = 0;
                }
                _ if char == self.separator && !quoted => {
                    self.end(put)?;
                    self.column = self.column.saturating_add(1);
                }
                '\r' if chars.peek() == Some(&'\n') => {}
                _ => self.field.push(char),
            }
        }
        self.end(put)
    }

    fn end(&mut self, put: &mut dyn FnMut(u32, u32, &str) -> Result<(), SheetFault>) -> Result<(), SheetFault> {
        let done = if self.field.is_empty() { Ok(()) } else { put(self.row, self.column, &self.field) };
        self.field.clear();
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u32, u32, String)> {
        let mut cells = Vec::new();
        read(text, &mut |row, column, field| {
            cells.push((row, column, field.to_owned()));
            Ok(())
        })
        .unwrap();
        cells
    }

    fn rows(text: &str) -> Vec<(u32, String)> {
        let mut rows: Vec<(u32, String)> = Vec::new();
        for (row, column, field) in cells(text) {
            match rows.last_mut().filter(|last| last.0 == row) {
                Some(last) => last.1.push_str(&format!(" {column}:{field}")),
                None => rows.push((row, format!("{column}:{field}"))),
            }
        }
        rows
    }

    #[test]
    fn separators_are_guessed() {
        for separator in [",", ";", "\t", "|"] {
            let text = ["STT", "Họ tên", "Địa chỉ"].join(separator) + "\r\n" + &["1", "An", ""].join(separator);
            assert_eq!(rows(&text), [(1, "0:STT 1:Họ tên 2:Địa chỉ".into()), (2, "0:1 1:An".into())], "{separator:?}");
        }
        // Commas inside the cells of a file parted by `;`.
        let text = "STT;Tên;Địa chỉ\n1;An;Số 1, phố A, phường B\n2;Bình;Số 2, phố A";
        assert_eq!(rows(text)[1].1, "0:1 1:An 2:Số 1, phố A, phường B");
        assert_eq!(rows("sep=;\r\na;b,c\r\n"), [(2, "0:a 1:b,c".into())]);
    }

    #[test]
    fn quotes_and_numbers_of_rows() {
        let text = "a,b\n\n\"x\ny\",\"nói \"\"được\"\"\"\nc,d";
        assert_eq!(rows(text), [(1, "0:a 1:b".into()), (3, "0:x\ny 1:nói \"được\"".into()), (4, "0:c 1:d".into())]);
        assert_eq!(rows("a,\"b\nc,d"), [(1, "0:a 1:\"b".into()), (2, "0:c 1:d".into())]);
        assert_eq!(rows("cao 5\" ,b\n"), [(1, "0:cao 5\"  1:b".into())]);
    }
}
