//! What is wrong with a JSON body that does not fit, in words of ours: which field, and what it wants.
//!
//! serde's own sentences are English and repeat what was sent, which may be somebody's name: only what was expected is
//! taken over.

use serde::de::IgnoredAny;

use crate::error::{Error, FieldError, Message};
use crate::input::REQUIRED;

const UNKNOWN_FIELD: Message = Message::new(
    "unknown_field",
    "Ở đây không có mục này. Các mục được nhận: {names}.",
    "There is no such field here. Those taken: {names}.",
);
const GIVEN_TWICE: Message =
    Message::new("given_twice", "Mục này được gửi hai lần.", "This field was given more than once.");
const CHOICE: Message = Message::new("wrong_value", "Hãy chọn một trong: {names}.", "Choose one of: {names}.");
const TEXT: Message = Message::new("wrong_value", "Mục này phải là chữ.", "This must be text.");
const DAY: Message = Message::new(
    "wrong_value",
    "Ngày này không có; ngày viết theo dạng 2024-06-30.",
    "There is no such day; days are written like 2024-06-30.",
);
const WHOLE: Message = Message::new("wrong_value", "Mục này phải là số nguyên.", "This must be a whole number.");
const FLAG: Message = Message::new("wrong_value", "Mục này phải là true hoặc false.", "This must be true or false.");
const LIST: Message = Message::new("wrong_value", "Mục này phải là danh sách.", "This must be a list.");
const OBJECT: Message = Message::new("wrong_value", "Mục này phải là một đối tượng JSON.", "This must be an object.");
const ID: Message = Message::new("wrong_value", "Mã (id) này không đúng dạng.", "This is not an id.");
const OTHER: Message = Message::new("wrong_value", "Giá trị này không đúng.", "This value is not right.");

/// 422 for a field that does not fit; 400 for what is no JSON, or a field that nobody knows.
///
/// What follows the mistake counts too: half a body is no JSON, whatever stands in the half that came.
pub fn refuse(body: &[u8], place: &str, error: &serde_json::Error) -> Error {
    if std::str::from_utf8(body).is_err() {
        return Error::malformed("UTF-8");
    }
    if let Err(error) = serde_json::from_slice::<IgnoredAny>(body) {
        return Error::malformed(format!("JSON, line {}, column {}", error.line(), error.column()));
    }
    let is_known = !matches!(place, "." | "?" | "");
    let text = error.to_string();
    let text = text.split(" at line ").next().unwrap_or("");
    let (said, expected) = text.split_once(", expected ").unwrap_or((text, ""));
    // The path ends at the object of a field that is missing or stands there twice: the sentence names it.
    let named = said.strip_prefix("missing field ").or_else(|| said.strip_prefix("duplicate field "));
    let field = match named.map(|name| name.trim_matches('`')) {
        Some(name) if is_known && !place.ends_with(name) => format!("{place}.{name}"),
        Some(name) => name.to_owned(),
        None => place.to_owned(),
    };
    let names = expected.trim_start_matches("one of ").replace('`', "").replace(" or ", ", ");
    let message = message_for(said, expected);
    let error = FieldError { field: field.clone(), message, values: vec![("names", names)] };
    if matches!(message.code, "unknown_field" | "given_twice") {
        return Error::malformed(&field).extra("field", field).with_field(error);
    }
    Error::fields(vec![error]).extra("field", field)
}

fn message_for(said: &str, expected: &str) -> Message {
    let starts = |word: &str| said.starts_with(word);
    match expected {
        _ if starts("unknown field") => UNKNOWN_FIELD,
        _ if starts("duplicate field") => GIVEN_TWICE,
        _ if starts("missing field") || starts("invalid type: null") => REQUIRED,
        _ if starts("unknown variant") => CHOICE,
        _ if starts("not a UUID") => ID,
        "a boolean" => FLAG,
        "a sequence" => LIST,
        "i32" | "i64" | "u32" | "u64" => WHOLE,
        "a formatted date string" => DAY,
        _ if expected.contains("string") => TEXT,
        _ if expected.starts_with("struct ") || expected == "a map" => OBJECT,
        // What chrono says of a text that is no day.
        _ if expected.is_empty() && (starts("input ") || starts("premature ") || starts("trailing ")) => DAY,
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use serde::Deserialize;

    use super::*;
    use crate::http::context::Lang;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read from JSON")]
    struct Sample {
        title: String,
        #[serde(default)]
        day: Option<NaiveDate>,
        #[serde(default)]
        number: Option<i32>,
        #[serde(default, deserialize_with = "crate::input::present")]
        name: Option<String>,
    }

    fn refusal(body: &str) -> (u16, String) {
        let mut reader = serde_json::Deserializer::from_str(body);
        let error = serde_path_to_error::deserialize::<_, Sample>(&mut reader).expect_err("a mistake");
        let refusal = refuse(body.as_bytes(), &error.path().to_string(), error.inner());
        let problem = refusal.problem(Lang::Vi);
        let first = &problem["errors"][0];
        let word = |name: &str| first[name].as_str().unwrap_or("").to_owned();
        (refusal.status().as_u16(), format!("{} {}", word("field"), word("code")))
    }

    #[test]
    fn a_mistake_names_its_field() {
        for (body, status, told) in [
            ("{}", 422, "title required"),
            (r#"{"title":5}"#, 422, "title wrong_value"),
            (r#"{"title":"x","name":null}"#, 422, "name required"),
            (r#"{"title":"x","day":"2024-02-30"}"#, 422, "day wrong_value"),
            (r#"{"title":"x","number":"1"}"#, 422, "number wrong_value"),
            (r#"{"title":"x","status":1}"#, 400, "status unknown_field"),
            (r#"{"title":"x","title":"y"}"#, 400, "title given_twice"),
            (r#"{"title":"#, 400, " "),
            (r#"{}{}"#, 400, " "),
        ] {
            assert_eq!(refusal(body), (status, told.to_owned()), "{body}");
        }
    }

    #[test]
    fn what_was_sent_is_not_repeated() {
        let body = r#"{"title":"x","day":"Nguyễn Văn Ân"}"#;
        let error = serde_json::from_str::<Sample>(body).expect_err("no day");
        let told = refuse(body.as_bytes(), "day", &error).problem(Lang::Vi).to_string();
        assert!(told.contains("2024-06-30") && !told.contains("Nguyễn"), "{told}");
    }
}
