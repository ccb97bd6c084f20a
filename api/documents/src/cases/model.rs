//! What several documents say. Names of wards, bodies and people are all data; what is not known is `None`, and empty
//! text is as good as none.

use chrono::{Datelike, NaiveDate};

use crate::decree30::{BLANK, Header, long_date};

/// What stands above every document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    pub header: Header,
    /// The form that it follows, for the corner of its first page: "Mẫu số 01". Empty: none.
    pub form: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    Male,
    Female,
    /// As the form has it: "Không biết".
    Unknown,
}

/// The child that a document is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Child {
    pub name: Option<String>,
    pub born: Option<NaiveDate>,
    /// In years, where the day of birth is not known.
    pub estimated_age: Option<u8>,
    pub sex: Option<Sex>,
    /// Left out by the caller where it is protected.
    pub residence: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    High,
    Medium,
    Low,
}

/// One question of an assessment, from the catalogue of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// "1", "a.2".
    pub code: String,
    pub label: String,
    /// `None`: not assessed.
    pub level: Option<Level>,
    pub note: Option<String>,
}

/// The two blocks that forms 02, 03 and 06 share.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assessment {
    pub harm: Vec<Item>,
    /// Of the child, to protect itself and to recover.
    pub resilience: Vec<Item>,
}

/// How many items of a block have which level; counted from the items, so that a total cannot differ from its rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Levels {
    pub high: usize,
    pub medium: usize,
    pub low: usize,
    pub open: usize,
}

/// What the child needs, and who gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Need {
    pub need: String,
    pub service: String,
    pub provider: String,
}

/// Who wrote a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Officer {
    /// "Người làm công tác bảo vệ trẻ em". Empty: what the form says.
    pub position: String,
    /// Without title or degree. `None`: room to write it.
    pub name: Option<String>,
}

/// In which power the ward's head or a deputy signs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Power {
    #[default]
    Chairperson,
    /// KT. CHỦ TỊCH.
    Deputy,
    /// Q. CHỦ TỊCH.
    Acting,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signer {
    pub power: Power,
    /// Without title or degree. `None`: room to write it.
    pub name: Option<String>,
}

impl Sex {
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::Male => "Nam",
            Self::Female => "Nữ",
            Self::Unknown => "Không biết",
        }
    }
}

impl Levels {
    pub fn of(items: &[Item]) -> Self {
        let count = |level| items.iter().filter(|item| item.level == level).count();
        Self {
            high: count(Some(Level::High)),
            medium: count(Some(Level::Medium)),
            low: count(Some(Level::Low)),
            open: count(None),
        }
    }
}

impl Child {
    /// Within a sentence: "em Nguyễn Văn An (nam, sinh ngày 05 tháng 6 năm 2016, cư trú tại …)".
    pub(super) fn described(&self) -> String {
        let name = known(&self.name).map_or_else(|| BLANK.repeat(4), str::to_owned);
        let sex = match self.sex {
            Some(Sex::Male) => "nam, ",
            Some(Sex::Female) => "nữ, ",
            Some(Sex::Unknown) | None => "",
        };
        let born = match (self.born, self.estimated_age) {
            (Some(date), _) => format!("sinh {}", long_date(Some(date))),
            (None, Some(age)) => format!("khoảng {age} tuổi"),
            (None, None) => format!("sinh {}", long_date(None)),
        };
        let residence = known(&self.residence).map(|place| format!(", cư trú tại {place}")).unwrap_or_default();
        format!("em {name} ({sex}{born}{residence})")
    }

    /// "05/6/2016", "khoảng 9 tuổi (ước lượng)".
    pub(super) fn birth(&self) -> Option<String> {
        let estimated = || self.estimated_age.map(|age| format!("khoảng {age} tuổi (ước lượng)"));
        self.born.map(|date| format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())).or_else(estimated)
    }
}

/// Said at all: not missing, not empty.
pub(super) fn known(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}
