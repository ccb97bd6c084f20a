//! As much of a PDF reader as our own files need: what a person would copy out of them.
#![allow(dead_code, reason = "each user takes its own part")]

use std::collections::BTreeMap;
use std::io::Read;

use regex::bytes::Regex;

pub struct Pdf {
    objects: BTreeMap<u32, Vec<u8>>,
    pub raw: Vec<u8>,
}

impl Pdf {
    pub fn read(raw: &[u8]) -> Self {
        assert!(raw.starts_with(b"%PDF-1.7") && raw.ends_with(b"%%EOF"), "not a PDF");
        // By the table at the end, as readers do: streams hold any bytes.
        let tail = &raw[raw.len() - 200..];
        let start = text(tail).rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse::<usize>().unwrap();
        let table = text(&raw[start..]);
        let mut lines = table.lines().skip(1);
        let count: usize = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let mut places: Vec<(usize, u32)> = (0..)
            .zip(lines.take(count))
            .filter(|(_, line)| line.contains(" n"))
            .map(|(number, line)| (line[..10].parse().unwrap(), number))
            .collect();
        places.sort_unstable();
        let ends = places.iter().skip(1).map(|(at, _)| *at).chain([start]);
        let objects = places.iter().zip(ends).map(|((at, number), end)| (*number, raw[*at..end].to_vec())).collect();
        Self { objects, raw: raw.to_vec() }
    }

    fn dict(&self, number: u32) -> String {
        let object = &self.objects[&number];
        let end = [&b"stream\n"[..], b"\nstream", b"endobj"]
            .iter()
            .filter_map(|mark| object.windows(mark.len()).position(|window| window == *mark))
            .min()
            .unwrap();
        text(&object[..end])
    }

    fn stream(&self, number: u32) -> Vec<u8> {
        let object = &self.objects[&number];
        let found = Regex::new(r"(?-u)/Length (\d+)").unwrap().captures(object).unwrap();
        let length: usize = text(&found[1]).parse().unwrap();
        let start = object.windows(7).position(|window| window == b"stream\n").unwrap() + 7;
        let mut out = Vec::new();
        flate2::read::ZlibDecoder::new(&object[start..start + length]).read_to_end(&mut out).unwrap();
        out
    }

    fn reference(dict: &str, name: &str) -> Option<u32> {
        let rest = &dict[dict.find(&format!("/{name} "))? + name.len() + 2..];
        rest.split(' ').next()?.parse().ok()
    }

    pub fn pages(&self) -> Vec<u32> {
        let is_page = |number: &&u32| self.dict(**number).contains("/Type/Page/");
        self.objects.keys().filter(is_page).copied().collect()
    }

    /// Width and height in points.
    pub fn size(&self, page: u32) -> (f32, f32) {
        let dict = self.dict(page);
        let found = dict.split("/MediaBox[").nth(1).unwrap().split(']').next().unwrap();
        let numbers: Vec<f32> = found.split(' ').filter_map(|number| number.parse().ok()).collect();
        (numbers[2], numbers[3])
    }

    fn letters(&self, font: u32) -> BTreeMap<u16, String> {
        let unicode = Self::reference(&self.dict(font), "ToUnicode").unwrap();
        let map = text(&self.stream(unicode));
        let pairs = map.lines().filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"));
        pairs
            .filter(|(from, to)| from.len() == 4 && to.len() >= 4 && *from != "0000")
            .map(|(from, to)| {
                let units: Vec<u16> = to
                    .as_bytes()
                    .chunks(4)
                    .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).unwrap(), 16).unwrap())
                    .collect();
                (u16::from_str_radix(from, 16).unwrap(), String::from_utf16(&units).unwrap())
            })
            .collect()
    }

    /// Each piece of text of a page in the order of the file: where it stands (from the lower left), and whether it is
    /// something that is not read.
    pub fn words(&self, page: u32) -> Vec<Word> {
        let dict = self.dict(page);
        let fonts: BTreeMap<String, BTreeMap<u16, String>> = ["R", "B", "I", "X"]
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), self.letters(Self::reference(&dict, name)?))))
            .collect();
        let content = self.stream(Self::reference(&dict, "Contents").unwrap());
        let mut words = Vec::new();
        let (mut font, mut size, mut at, mut artifact) = (String::new(), 0.0, (0.0, 0.0), false);
        let mut operands: Vec<Token> = Vec::new();
        for token in tokens(&content) {
            let Token::Operator(name) = &token else {
                operands.push(token);
                continue;
            };
            let number = |index: usize| match operands.get(index) {
                Some(Token::Number(number)) => *number,
                _ => 0.0,
            };
            match name.as_str() {
                "BMC" => artifact = true,
                "BDC" => artifact = false,
                "Tf" => {
                    if let Some(Token::Name(name)) = operands.first() {
                        font.clone_from(name);
                    }
                    size = number(1);
                }
                "Td" => at = (number(0), number(1)),
                "TJ" | "Tj" => {
                    let letters = &fonts[&font];
                    let bytes = operands.iter().filter_map(|token| match token {
                        Token::Text(bytes) => Some(bytes.as_slice()),
                        _ => None,
                    });
                    let text = bytes
                        .flat_map(|bytes| bytes.chunks(2))
                        .map(|pair| letters[&u16::from_be_bytes([pair[0], pair[1]])].as_str())
                        .collect();
                    words.push(Word { text, at, size, font: font.clone(), artifact });
                }
                _ => {}
            }
            operands.clear();
        }
        words
    }

    /// What is read, without blanks: lines are broken at them.
    pub fn dense(&self) -> String {
        let pages = self.pages();
        let words = pages.iter().flat_map(|page| self.words(*page)).filter(|word| !word.artifact);
        words.flat_map(|word| word.text.chars().collect::<Vec<_>>()).filter(|char| !char.is_whitespace()).collect()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    pub text: String,
    pub at: (f32, f32),
    pub size: f32,
    /// R, B, I, X (both).
    pub font: String,
    pub artifact: bool,
}

#[derive(Debug)]
enum Token {
    Number(f32),
    Name(String),
    Text(Vec<u8>),
    Operator(String),
    Other,
}

fn tokens(content: &[u8]) -> Vec<Token> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(byte) = content.get(at) {
        match byte {
            b'(' => {
                let mut bytes = Vec::new();
                let mut depth = 0;
                at += 1;
                loop {
                    match content[at] {
                        b'\\' => {
                            at += 1;
                            match content[at] {
                                b'n' => bytes.push(b'\n'),
                                b'r' => bytes.push(b'\r'),
                                b't' => bytes.push(b'\t'),
                                b'b' => bytes.push(8),
                                b'f' => bytes.push(12),
                                digit @ b'0'..=b'7' => {
                                    let octal = std::str::from_utf8(&content[at..at + 3]).unwrap();
                                    bytes.push(u8::from_str_radix(octal, 8).unwrap_or(digit));
                                    at += 2;
                                }
                                other => bytes.push(other),
                            }
                        }
                        b'(' => {
                            depth += 1;
                            bytes.push(b'(');
                        }
                        b')' if depth == 0 => break,
                        b')' => {
                            depth -= 1;
                            bytes.push(b')');
                        }
                        other => bytes.push(other),
                    }
                    at += 1;
                }
                at += 1;
                out.push(Token::Text(bytes));
            }
            b'<' if content.get(at + 1) == Some(&b'<') => {
                out.push(Token::Other);
                at += 2;
            }
            b'<' => {
                let end = at + content[at..].iter().position(|byte| *byte == b'>').unwrap();
                let digits = text(&content[at + 1..end]);
                let byte = |index: usize| u8::from_str_radix(&digits[index..index + 2], 16).unwrap();
                out.push(Token::Text((0..digits.len()).step_by(2).map(byte).collect()));
                at = end + 1;
            }
            b'[' | b']' | b'>' => {
                out.push(Token::Other);
                at += 1;
            }
            byte if byte.is_ascii_whitespace() => at += 1,
            _ => {
                let stop = |byte: &u8| byte.is_ascii_whitespace() || b"[]<>(/".contains(byte);
                let length = content[at + 1..].iter().position(stop).map_or(content.len() - at, |length| length + 1);
                let word = text(&content[at..at + length]);
                out.push(match (word.strip_prefix('/'), word.parse()) {
                    (Some(name), _) => Token::Name(name.to_owned()),
                    (None, Ok(number)) => Token::Number(number),
                    (None, Err(_)) => Token::Operator(word),
                });
                at += length;
            }
        }
    }
    out
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
