//! What several columns of a row say together: the whole name, the one birth, the sex, circumstances, sections.

use super::draft::{Poverty, Sex};
use super::lines::Section;
use super::person::Reader;
use super::problem::{Finding, ProblemCode as Code};
use super::values::birth::{self};
use super::values::flag::{self, Flag};
use super::values::{circumstance, name, personal_id};
use super::{ColumnReading, Field};
use crate::sheets::{Cell, Row};

impl Reader<'_> {
    pub(super) fn name(&mut self) {
        let family = self.part(Field::FamilyAndMiddleName);
        let given = self.part(Field::GivenName);
        let whole = self.part(Field::FullName);
        let (text, column) = match (whole, family, given) {
            // A name merged over both columns stands in each.
            (None, Some((family, column)), Some((given, _))) if family == given && family.contains(' ') => {
                (family.to_owned(), Some(column))
            }
            (None, Some((family, column)), Some((given, _))) => (format!("{family} {given}"), Some(column)),
            (None, Some((part, column)), None) | (None, None, Some((part, column))) => (part.to_owned(), Some(column)),
            (Some((whole, column)), _, Some((given, _))) if !whole.contains(' ') && whole != given => {
                (format!("{whole} {given}"), Some(column))
            }
            (Some((whole, column)), ..) => (whole.to_owned(), Some(column)),
            (None, None, None) => (String::new(), None),
        };
        let read = name::of_child(&text);
        let columns = self.context.columns;
        let column = column.and_then(|index| columns.iter().find(|column| column.index == index));
        let said = !read.findings.is_empty();
        match column {
            Some(column) => self.child.full_name = self.take(column, read, &text),
            None => self.child.full_name = read.value,
        }
        if self.child.full_name.is_none() && !said {
            let finding = Finding::error(
                Code::NameMissing,
                "Dòng này không có họ tên trẻ. Hãy ghi họ tên, hoặc xóa dòng.".into(),
                "The row has no name of a child. Write it, or delete the row.".into(),
            );
            let place = columns.iter().find(|column| {
                matches!(column.field, Some(Field::FullName | Field::FamilyAndMiddleName | Field::GivenName))
            });
            self.found_at(place.map(|column| column.index), Some(Field::FullName), finding);
        }
    }

    pub(super) fn birth_in(
        &mut self,
        column: &ColumnReading,
        field: Field,
        cell: &Cell,
        text: &str,
        today: chrono::NaiveDate,
        from_1904: bool,
    ) {
        // `x` under `Nam` below a heading of births marks the sex alone.
        let of_sex = match field {
            Field::BirthDateIfMale => Some(Sex::Male),
            Field::BirthDateIfFemale => Some(Sex::Female),
            _ => None,
        };
        if let (Some(sex), Flag::Yes) = (of_sex, flag::read(cell)) {
            return self.set_sex(column, sex);
        }
        let Some(birth) = self.take(column, birth::read(cell, today, from_1904), text) else { return };
        if let Some(sex) = of_sex {
            self.set_sex(column, sex);
        }
        match self.birth() {
            // A year beside a whole date adds nothing; a whole date beside a year does.
            Some((known, _)) if !known.year_only && birth.year_only => {}
            Some((known, _)) if known.year_only && !birth.year_only => self.set_birth(birth, column.index),
            Some((known, _)) if known.date != birth.date => {
                let finding = Finding::warning(
                    Code::BirthConflict,
                    format!("Hai cột ghi ngày sinh khác nhau; hệ thống lấy {}.", known.date.format("%d/%m/%Y")),
                    format!("Two columns give different dates of birth; {} was taken.", known.date.format("%d/%m/%Y")),
                );
                self.found(column, finding);
            }
            _ => self.set_birth(birth, column.index),
        }
    }

    pub(super) fn births(&mut self) {
        if let Some((year, column)) = self.part(Field::BirthYear).map(|(year, column)| (year.to_owned(), column)) {
            let part = |field| self.part(field).map(|(text, _)| text.to_owned()).unwrap_or_default();
            let read = birth::of_parts(&part(Field::BirthDay), &part(Field::BirthMonth), &year, self.context.today);
            let columns = self.context.columns;
            if let Some(place) = columns.iter().find(|known| known.index == column)
                && let Some(birth) = self.take(place, read, &year)
            {
                self.set_birth(birth, column);
            }
        }
        if let Some((birth, _)) = self.birth() {
            self.child.date_of_birth = Some(birth.date);
            self.child.birth_year_only = birth.year_only;
        } else if !self
            .problems
            .iter()
            .any(|problem| matches!(problem.code, Code::BirthUnreadable | Code::BirthImpossible))
        {
            let finding =
                Finding::warning(Code::BirthMissing, "Thiếu ngày sinh.".into(), "The date of birth is missing.".into());
            self.found_at(None, Some(Field::DateOfBirth), finding);
        }
    }

    pub(super) fn set_sex(&mut self, column: &ColumnReading, sex: Sex) {
        match self.sex {
            Some((known, _)) if known != sex => {
                let finding = Finding::error(
                    Code::SexConflict,
                    "Cả cột nam và cột nữ đều được đánh dấu. Hãy chỉ để một.".into(),
                    "Both boy and girl are marked. Leave one.".into(),
                );
                self.found(column, finding);
            }
            _ => self.sex = Some((sex, column.index)),
        }
    }

    pub(super) fn sexes(&mut self, row: &Row) {
        if self.sex.is_none()
            && let Some(lone) = self.context.lone_sex
            && let Some(column) = self.context.columns.iter().find(|column| column.field == Some(lone))
            && matches!(flag::read(row.cell(column.index)), Flag::Empty | Flag::No)
        {
            let other = if lone == Field::IsFemale { Sex::Male } else { Sex::Female };
            self.sex = Some((other, column.index));
        }
        let conflict =
            self.problems.iter().any(|problem| matches!(problem.code, Code::SexConflict | Code::SexUnreadable));
        self.child.sex = self.sex.map(|(sex, _)| sex).filter(|_| !conflict);
        if self.child.sex.is_none() && !conflict {
            let finding = Finding::warning(Code::SexMissing, "Thiếu giới tính.".into(), "The sex is missing.".into());
            self.found_at(None, Some(Field::Sex), finding);
        }
    }

    pub(super) fn circumstances(&mut self, column: &ColumnReading, text: String) {
        let found = circumstance::read(&text);
        if found.unclear_orphan {
            let finding = Finding::warning(
                Code::CircumstanceUnclear,
                "“Mồ côi” chưa rõ mồ côi cả cha mẹ hay một người; hệ thống ghi là mồ côi cả cha và mẹ. Hãy kiểm tra."
                    .into(),
                "“Orphan” doesn't say of whom; both parents were taken. Check it.".into(),
            );
            self.found(column, finding);
        }
        if !found.unknown.is_empty() {
            let rest = found.unknown.join("; ");
            let finding = Finding::warning(
                Code::CircumstanceUnknown,
                format!("Không nhận ra “{rest}” trong các nhóm hoàn cảnh, nguy cơ; được giữ làm ghi chú."),
                format!("“{rest}” is no known circumstance or risk; it is kept as a note."),
            );
            self.found(column, finding);
            self.keep(column, rest);
        }
        self.child.circumstances.extend(found.groups);
        self.child.risks.extend(found.risks);
    }

    /// The column of one group or risk: a mark, or words that say more (kept).
    pub(super) fn group(&mut self, column: &ColumnReading, cell: &Cell, text: String, code: String) {
        match flag::read(cell) {
            Flag::Empty | Flag::No => return,
            Flag::Yes => {}
            Flag::Other => self.keep(column, text),
        }
        if code.starts_with("HC") { self.child.circumstances.push(code) } else { self.child.risks.push(code) }
    }

    /// What the section's heading says goes behind what the row says itself.
    pub(super) fn sections(&mut self, section: &Section) {
        let child = &mut self.child;
        child.neighborhood = child.neighborhood.take().or_else(|| section.neighborhood.clone());
        child.school = child.school.take().or_else(|| section.school.clone());
        child.grade = child.grade.take().or_else(|| section.grade.clone());
        child.circumstances.extend(section.groups.iter().cloned());
        child.risks.extend(section.risks.iter().cloned());
    }

    pub(super) fn together(&mut self) {
        let risks = &self.child.risks;
        if self.child.poverty.is_none() {
            let has = |code: &str| risks.iter().any(|risk| risk == code);
            self.child.poverty = if has("NC01") {
                Some(Poverty::Poor)
            } else if has("NC02") {
                Some(Poverty::NearPoor)
            } else {
                None
            };
        }
        for list in [&mut self.child.circumstances, &mut self.child.risks] {
            list.sort();
            list.dedup();
        }
        if let Some(id) = self.child.personal_id.clone() {
            let column = self.context.columns.iter().find(|column| column.field == Some(Field::PersonalId));
            let findings = personal_id::mismatches(&id, self.child.sex, self.birth().map(|(birth, _)| birth));
            for finding in findings {
                self.found_at(column.map(|column| column.index), Some(Field::PersonalId), finding);
            }
        }
    }
}
