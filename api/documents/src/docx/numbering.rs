//! Word's automatic numbers, counted as Word counts them, so that "I.", "1.", "a)" stand in the text as on paper.
//!
//! The rules are ECMA-376 part 1, 17.9: a *num* points to an *abstractNum*; nums of one abstractNum share their
//! counters unless a `startOverride` restarts them; a level restarts when a higher one has counted.

use std::collections::{HashMap, HashSet};

use super::xml::{Node, Space, Xml, attribute, is_on, number_attribute};
use crate::ReadError;

const LEVELS: usize = 9;
const MAX_CHAIN: usize = 8;

#[derive(Debug, Clone, Default)]
struct Level {
    start: i64,
    format: String,
    text: String,
    /// Level (from 1) after which it restarts; 0 never; absent any higher one.
    restart: Option<i64>,
    /// All numbers in it as 1, 2, 3, whatever their own format (`w:isLgl`).
    arabic: bool,
}

#[derive(Debug, Default)]
struct Abstract {
    levels: HashMap<usize, Level>,
    /// Says: see the list of this style.
    see_style: Option<String>,
    /// Says: this is the list of that style.
    of_style: Option<String>,
}

#[derive(Debug, Default)]
struct Num {
    abstract_id: String,
    starts: HashMap<usize, i64>,
    levels: HashMap<usize, Level>,
}

#[derive(Debug, Default)]
pub(super) struct Numbering {
    abstracts: HashMap<String, Abstract>,
    nums: HashMap<String, Num>,
    /// Levels tied to a paragraph style (`w:lvl/w:pStyle`): abstract id and level by style.
    by_style: HashMap<String, (String, usize)>,
    counters: HashMap<String, [Option<i64>; LEVELS]>,
    started: HashSet<(String, usize)>,
}

impl Numbering {
    pub(super) fn read(text: &str) -> Result<Self, ReadError> {
        let mut numbering = Self::default();
        let mut in_abstract: Option<String> = None;
        let mut in_num: Option<String> = None;
        let mut level: Option<(usize, Level)> = None;
        let mut override_level = 0_usize;
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(Space::Word, element) => {
                    let value = || attribute(&element, "val").unwrap_or_default();
                    let number = || number_attribute(&element, "val");
                    match element.local_name().into_inner() {
                        "abstractNum" => {
                            let id = attribute(&element, "abstractNumId").unwrap_or_default();
                            numbering.abstracts.entry(id.clone()).or_default();
                            in_abstract = Some(id);
                        }
                        "num" => {
                            let id = attribute(&element, "numId").unwrap_or_default();
                            numbering.nums.entry(id.clone()).or_default();
                            in_num = Some(id);
                        }
                        "abstractNumId" => {
                            if let Some(num) = numbering.num_mut(in_num.as_deref()) {
                                num.abstract_id = value();
                            }
                        }
                        "numStyleLink" => {
                            if let Some(list) = numbering.abstract_mut(in_abstract.as_deref()) {
                                list.see_style = Some(value());
                            }
                        }
                        "styleLink" => {
                            if let Some(list) = numbering.abstract_mut(in_abstract.as_deref()) {
                                list.of_style = Some(value());
                            }
                        }
                        "lvlOverride" => override_level = level_number(number_attribute(&element, "ilvl")),
                        "startOverride" => {
                            if let (Some(num), Some(start)) = (numbering.num_mut(in_num.as_deref()), number()) {
                                num.starts.insert(override_level, start);
                            }
                        }
                        "lvl" => {
                            let fresh = Level { start: 1, format: "decimal".to_owned(), ..Level::default() };
                            level = Some((level_number(number_attribute(&element, "ilvl")), fresh));
                        }
                        name => {
                            let Some((index, level)) = &mut level else { continue };
                            match name {
                                "start" => level.start = number().unwrap_or(1),
                                "numFmt" => level.format = value(),
                                // A hostile "number" of a megabyte would stand before every paragraph.
                                "lvlText" => level.text = value().chars().take(64).collect(),
                                "lvlRestart" => level.restart = number(),
                                "isLgl" => level.arabic = is_on(&element),
                                "pStyle" => {
                                    if let Some(id) = &in_abstract {
                                        numbering.by_style.insert(value(), (id.clone(), *index));
                                    }
                                }
                                _ => {}
                            }
                        }
                    }
                }
                Node::Close(Space::Word, name) => match name.as_str() {
                    "lvl" => {
                        let Some((index, level)) = level.take() else { continue };
                        if let Some(num) = numbering.num_mut(in_num.as_deref()) {
                            num.levels.insert(index, level);
                        } else if let Some(list) = numbering.abstract_mut(in_abstract.as_deref()) {
                            list.levels.insert(index, level);
                        }
                    }
                    "abstractNum" => in_abstract = None,
                    "num" => in_num = None,
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(numbering)
    }

    fn abstract_mut(&mut self, id: Option<&str>) -> Option<&mut Abstract> {
        self.abstracts.get_mut(id?)
    }

    fn num_mut(&mut self, id: Option<&str>) -> Option<&mut Num> {
        self.nums.get_mut(id?)
    }

    /// The level that a paragraph style is tied to, in the list that the style names.
    pub(super) fn level_of_style(&self, style: &str, num: &str) -> Option<i64> {
        let (list, level) = self.by_style.get(style)?;
        let own = self.abstract_of(num)?;
        (own == *list).then(|| i64::try_from(*level).unwrap_or(0))
    }

    /// Counts one paragraph and gives the number that Word shows before it; bullets become `-` or `+`.
    /// `None` when the list is unknown or shows nothing.
    pub(super) fn count(&mut self, num_id: &str, level: i64) -> Option<String> {
        let level = level_number(Some(level));
        let list = self.abstract_of(num_id)?;
        let shown = self.level(num_id, &list, level)?;
        if shown.format == "bullet" {
            return Some(bullet(&shown.text, level).to_owned());
        }
        let restart = self.nums.get(num_id).and_then(|num| num.starts.get(&level).copied());
        let first_use = restart.is_some() && self.started.insert((num_id.to_owned(), level));
        let restarts: Vec<Option<i64>> =
            (0..LEVELS).map(|other| self.level(num_id, &list, other).and_then(|found| found.restart)).collect();
        let counters = self.counters.entry(list.clone()).or_insert([None; LEVELS]);
        let next = match counters.get(level).copied().flatten() {
            _ if first_use => restart.unwrap_or(shown.start),
            Some(last) => last.saturating_add(1),
            None => restart.unwrap_or(shown.start),
        };
        for (other, counter) in counters.iter_mut().enumerate() {
            if other == level {
                *counter = Some(next);
            } else if other > level {
                let after = restarts.get(other).copied().flatten();
                let stays =
                    after.is_some_and(|after| after == 0 || i64::try_from(level).is_ok_and(|level| level >= after));
                if !stays {
                    *counter = None;
                }
            }
        }
        let counters = *counters;
        let text = self.show(num_id, &list, &shown, &counters);
        (!text.trim().is_empty()).then_some(text)
    }

    fn show(&self, num_id: &str, list: &str, shown: &Level, counters: &[Option<i64>; LEVELS]) -> String {
        let mut text = String::new();
        let mut chars = shown.text.chars().peekable();
        while let Some(char) = chars.next() {
            let digit = chars.peek().and_then(|next| next.to_digit(10)).filter(|digit| (1..=9).contains(digit));
            let (true, Some(digit)) = (char == '%', digit) else {
                text.push(char);
                continue;
            };
            chars.next();
            let index = usize::try_from(digit).unwrap_or(1).saturating_sub(1);
            let level = self.level(num_id, list, index).unwrap_or_default();
            let value = counters.get(index).copied().flatten().unwrap_or(level.start);
            let format = if shown.arabic { "decimal" } else { level.format.as_str() };
            text.push_str(&number(value, format));
        }
        crate::words::squeeze(&text)
    }

    fn level(&self, num_id: &str, list: &str, level: usize) -> Option<Level> {
        let own = self.nums.get(num_id).and_then(|num| num.levels.get(&level));
        own.or_else(|| self.abstracts.get(list).and_then(|list| list.levels.get(&level))).cloned()
    }

    /// Follows `numStyleLink` to the list that really has the levels.
    fn abstract_of(&self, num_id: &str) -> Option<String> {
        let mut id = self.nums.get(num_id)?.abstract_id.clone();
        for _ in 0..MAX_CHAIN {
            let Some(style) = self.abstracts.get(&id)?.see_style.as_ref() else { break };
            let target = self.abstracts.iter().find(|(_, list)| list.of_style.as_ref() == Some(style));
            let Some((target, _)) = target else { break };
            id.clone_from(target);
        }
        Some(id)
    }
}

fn level_number(value: Option<i64>) -> usize {
    value.and_then(|value| usize::try_from(value).ok()).unwrap_or(0).min(LEVELS - 1)
}

/// Bullets are often letters of symbol fonts; only "plus" carries a meaning in Vietnamese plans (below a dash).
fn bullet(text: &str, level: usize) -> &'static str {
    match text.trim() {
        "+" => "+",
        "-" | "–" | "—" => "-",
        _ if level == 0 => "-",
        _ => "+",
    }
}

fn number(value: i64, format: &str) -> String {
    match format {
        "upperRoman" => roman(value),
        "lowerRoman" => roman(value).to_lowercase(),
        "upperLetter" => letters(value).to_uppercase(),
        "lowerLetter" => letters(value),
        "decimalZero" if (0..10).contains(&value) => format!("0{value}"),
        "none" => String::new(),
        _ => value.to_string(),
    }
}

fn roman(value: i64) -> String {
    const SIGNS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&value) {
        return value.to_string();
    }
    let mut rest = value;
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while rest >= worth {
            text.push_str(sign);
            rest -= worth;
        }
    }
    text
}

/// a … z, then aa, bb: as Word does it.
fn letters(value: i64) -> String {
    let Ok(index) = u32::try_from(value - 1) else { return value.to_string() };
    let letter = char::from_u32(u32::from('a') + index % 26).unwrap_or('a');
    let times = usize::try_from(index / 26 + 1).unwrap_or(1).min(8);
    std::iter::repeat_n(letter, times).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    fn numbering() -> Numbering {
        Numbering::read(&format!(
            r#"<w:numbering {W}>
            <w:abstractNum w:abstractNumId="0">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
              <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
              <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
              <w:lvl w:ilvl="3"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%4"/></w:lvl>
            </w:abstractNum>
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
            </w:numbering>"#
        ))
        .unwrap()
    }

    #[test]
    fn levels_count_and_restart_like_word() {
        let mut list = numbering();
        let shown: Vec<String> =
            [0, 1, 1, 2, 2, 0, 1, 2, 3].iter().filter_map(|level| list.count("1", *level)).collect();
        assert_eq!(shown, ["I.", "1.", "2.", "a)", "b)", "II.", "1.", "a)", "2.1.1"]);
    }

    #[test]
    fn an_override_restarts_once() {
        let mut list = numbering();
        assert_eq!(list.count("1", 1).as_deref(), Some("1."));
        assert_eq!(list.count("3", 1).as_deref(), Some("5."));
        assert_eq!(list.count("3", 1).as_deref(), Some("6."));
        assert_eq!(list.count("2", 0).as_deref(), Some("-"));
        assert_eq!(list.count("99", 0), None);
    }
}
