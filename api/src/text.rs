pub fn clean(t: &str) -> String { t.split_whitespace().collect::<Vec<_>>().join(" ") }
pub fn clean_lines(t: &str) -> String { t.trim().to_owned() }
pub fn search_key(t: &str) -> String { use unicode_normalization::UnicodeNormalization; t.to_lowercase().replace('đ',"d").nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect() }
pub fn name_sort_key(t: &str) -> String { search_key(t).split(' ').rev().collect::<Vec<_>>().join(" ") }
