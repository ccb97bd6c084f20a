//! Checks of what people typed: all mistakes at once, each naming its field and the remedy.

use chrono::NaiveDate;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::error::{Error, FieldError, Message, Result};
use crate::text;

pub const REQUIRED: Message = Message::new("required", "Hãy nhập mục này.", "Fill in this field.");
pub const TOO_LONG: Message =
    Message::new("too_long", "Dài quá {max} ký tự; hãy rút gọn.", "Longer than {max} characters; shorten it.");
pub const OUT_OF_RANGE: Message =
    Message::new("out_of_range", "Hãy nhập số từ {min} đến {max}.", "Enter a number from {min} to {max}.");
pub const DATE_ORDER: Message =
    Message::new("date_order", "Ngày này không được trước ngày bắt đầu.", "This day may not be before the first day.");
pub const DATE_RANGE: Message =
    Message::new("date_range", "Ngày phải nằm trong khoảng năm 2000–2100.", "The day must lie between 2000 and 2100.");
pub const UNKNOWN_ID: Message = Message::new(
    "unknown_id",
    "Mục được chọn không có trong phường hoặc không còn dùng.",
    "What was chosen is not in the ward, or no longer in use.",
);
pub const DUPLICATE: Message = Message::new("duplicate", "Mục này bị chọn hai lần.", "This was chosen twice.");
pub const TOO_MANY: Message = Message::new("too_many", "Tối đa {max} mục.", "At most {max} entries.");
pub const BAD_EMAIL: Message = Message::new(
    "bad_email",
    "Địa chỉ thư chưa đúng, ví dụ: ten@thanhhoa.gov.vn.",
    "The mail address is not right, for example: name@example.vn.",
);
pub const BAD_PHONE: Message = Message::new(
    "bad_phone",
    "Số điện thoại gồm 10 số và bắt đầu bằng 0.",
    "A telephone number has 10 digits and begins with 0.",
);

/// A member of a merge patch (RFC 7396): absent, `null`, or a value.
pub type Patch<T> = Option<Option<T>>;

/// Reads a member that is there as `Some`, even when it is `null`. Use with `#[serde(default, deserialize_with)]`.
///
/// # Errors
/// When the value has the wrong type.
pub fn patch<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Patch<T>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

/// Reads a member that may be left out of a merge patch but not emptied: `null` is refused, not overlooked.
///
/// # Errors
/// For `null`, or when the value has the wrong type.
pub fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    // By way of `Option`: of an enum, serde_json calls `null` a mistake of the JSON itself.
    Option::<T>::deserialize(deserializer)?.map(Some).ok_or_else(|| D::Error::custom("invalid type: null"))
}

/// Reads a member of a merge patch that `null` empties (a text, a list).
///
/// # Errors
/// When the value has the wrong type.
pub fn cleared<'de, T: Deserialize<'de> + Default, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Option::<T>::deserialize(deserializer).map(|value| Some(value.unwrap_or_default()))
}

/// Reads a struct of which every member may be left out from an object only: serde would take `[]` for one, too.
///
/// # Errors
/// When it is no object, or a member has the wrong type.
pub fn object<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Objects<T>(std::marker::PhantomData<T>);
    impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for Objects<T> {
        type Value = T;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(serde::de::value::MapAccessDeserializer::new(map))
        }
    }
    deserializer.deserialize_map(Objects(std::marker::PhantomData))
}

/// As [`object`], where `null` says that there is none.
///
/// # Errors
/// As [`object`].
pub fn maybe_object<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    struct Wrapped<T>(T);
    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Wrapped<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            object(deserializer).map(Wrapped)
        }
    }
    Ok(Option::<Wrapped<T>>::deserialize(deserializer)?.map(|wrapped| wrapped.0))
}

/// Collects the mistakes of one body.
#[derive(Default)]
pub struct Checks {
    errors: Vec<FieldError>,
}

impl Checks {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn fail(&mut self, field: impl Into<String>, message: Message) {
        self.fail_with(field, message, Vec::new());
    }

    pub fn fail_with(&mut self, field: impl Into<String>, message: Message, values: Vec<(&'static str, String)>) {
        self.errors.push(FieldError { field: field.into(), message, values });
    }

    /// One line that must be there: cleaned, at most `max` characters.
    pub fn line(&mut self, field: &str, value: &str, max: usize) -> String {
        let line = text::clean(value);
        if line.is_empty() {
            self.fail(field, REQUIRED);
        }
        self.at_most(field, &line, max);
        line
    }

    /// One line that may be missing; blank means missing.
    pub fn optional_line(&mut self, field: &str, value: Option<&str>, max: usize) -> Option<String> {
        let line = text::clean(value?);
        self.at_most(field, &line, max);
        (!line.is_empty()).then_some(line)
    }

    /// Text of several lines, which may be empty.
    pub fn lines(&mut self, field: &str, value: &str, max: usize) -> String {
        let lines = text::clean_lines(value);
        self.at_most(field, &lines, max);
        lines
    }

    /// Text of several lines that must say something (a reason, an answer).
    pub fn required_lines(&mut self, field: &str, value: &str, max: usize) -> String {
        let lines = self.lines(field, value, max);
        if lines.is_empty() {
            self.fail(field, REQUIRED);
        }
        lines
    }

    /// A list of lines; blank ones are dropped.
    pub fn line_list(&mut self, field: &str, values: &[String], max_items: usize, max: usize) -> Vec<String> {
        if values.len() > max_items {
            self.fail_with(field, TOO_MANY, vec![("max", max_items.to_string())]);
        }
        let check = |(at, value): (usize, &String)| self.optional_line(&format!("{field}[{at}]"), Some(value), max);
        values.iter().take(max_items).enumerate().filter_map(check).collect()
    }

    fn at_most(&mut self, field: &str, value: &str, max: usize) {
        if value.chars().count() > max {
            self.fail_with(field, TOO_LONG, vec![("max", max.to_string())]);
        }
    }

    /// A whole number within bounds.
    pub fn range<N: PartialOrd + ToString + Copy>(&mut self, field: &str, value: N, min: N, max: N) -> N {
        if value < min || value > max {
            self.fail_with(field, OUT_OF_RANGE, vec![("min", min.to_string()), ("max", max.to_string())]);
        }
        value
    }

    /// A day that a plan can be about.
    pub fn day(&mut self, field: &str, value: NaiveDate) -> NaiveDate {
        use chrono::Datelike;
        if !(2000..=2100).contains(&value.year()) {
            self.fail(field, DATE_RANGE);
        }
        value
    }

    /// Two days in order.
    pub fn period(&mut self, end_field: &str, start: NaiveDate, end: NaiveDate) {
        if end < start {
            self.fail(end_field, DATE_ORDER);
        }
    }

    pub fn email(&mut self, field: &str, value: Option<&str>) -> Option<String> {
        let email = self.optional_line(field, value, 254)?;
        if email.parse::<lettre::Address>().is_err() {
            self.fail(field, BAD_EMAIL);
        }
        Some(email)
    }

    pub fn phone(&mut self, field: &str, value: Option<&str>) -> Option<String> {
        let typed = self.optional_line(field, value, 40)?;
        let digits: String = typed.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
        let domestic = digits.strip_prefix("+84").map_or(digits.clone(), |rest| format!("0{rest}"));
        let is_right = domestic.starts_with('0') && (10..=11).contains(&domestic.len());
        if !is_right || !domestic.bytes().all(|b| b.is_ascii_digit()) {
            self.fail(field, BAD_PHONE);
        }
        Some(domestic)
    }

    /// # Errors
    /// 422 with every mistake found.
    pub fn finish(self) -> Result<()> {
        if self.errors.is_empty() { Ok(()) } else { Err(Error::fields(self.errors)) }
    }
}
