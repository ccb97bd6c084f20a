//! Whether a child is there already: the one service that forms, imports and handovers ask.
//!
//! Found by the number of identity, or by name (marks, case and the order of words ignored) with the day of birth and
//! a guardian. "Two different children" is a decision that somebody makes, and it is kept.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::query::{of_ward, within};
use super::store::{self, Shown};
use super::views::View;
use crate::access::subject::Children;
use crate::access::{Create, Cx, Deed, Read, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{child_distinctions, child_guardians, children};
use crate::db::types::Id;
use crate::each_backend;
use crate::error::{Error, Message, Result};
use crate::text_enum;

pub const POSSIBLE_DUPLICATES: Message = Message::new(
    "possible_duplicates",
    "Có thể trẻ này đã có trong danh sách. Hãy xem các hồ sơ được nêu; nếu là trẻ khác, hãy xác nhận rồi lưu lại.",
    "This child may be in the list already. Look at the rows named; if it is another child, say so and save again.",
);

text_enum! {
    /// How sure it is that two rows are one child; the surest last.
    pub enum Likeness {
        /// The same name and year of birth, and a guardian of the same name.
        Possible = "possible",
        /// The same name and day of birth.
        Likely = "likely",
        /// The same number of identity.
        Certain = "certain",
    }
}

/// What two rows are compared by.
#[derive(Clone, Debug)]
pub struct Probe {
    pub personal_id_index: Option<String>,
    pub match_key: String,
    pub date_of_birth: NaiveDate,
    pub birth_year_only: bool,
    pub guardian_keys: Vec<String>,
}

/// What is compared of a row that is there.
#[derive(Clone, Debug, Queryable)]
pub struct Known {
    pub id: Id,
    pub personal_id_index: Option<String>,
    pub match_key: String,
    pub date_of_birth: NaiveDate,
    pub birth_year_only: bool,
}

/// How sure it is that a row is the child described.
pub fn likeness(probe: &Probe, known: &Known, guardians: &[String]) -> Option<Likeness> {
    if probe.personal_id_index.is_some() && probe.personal_id_index == known.personal_id_index {
        return Some(Likeness::Certain);
    }
    if probe.match_key != known.match_key {
        return None;
    }
    let same_year = probe.date_of_birth.year() == known.date_of_birth.year();
    let year_only = probe.birth_year_only || known.birth_year_only;
    if probe.date_of_birth == known.date_of_birth && !year_only {
        return Some(Likeness::Likely);
    }
    let shares_guardian = probe.guardian_keys.iter().any(|key| guardians.contains(key));
    (same_year && (shares_guardian || year_only)).then_some(Likeness::Possible)
}

/// The children of a ward that may be the one described, the surest first. Knows of the whole ward: what is shown of
/// them is the caller's to cut.
///
/// # Errors
/// When the database refuses.
pub fn candidates<A: Deed>(cx: &mut Cx<'_, Children, A>, ward: &Id, probe: &Probe) -> Result<Vec<(Id, Likeness)>> {
    let columns = (
        children::id,
        children::personal_id_index,
        children::match_key,
        children::date_of_birth,
        children::birth_year_only,
    );
    let mut known: Vec<Known> =
        of_ward(ward).filter(children::match_key.eq(probe.match_key.clone())).select(columns).load(cx.conn())?;
    if let Some(index) = &probe.personal_id_index {
        let same: Vec<Known> =
            of_ward(ward).filter(children::personal_id_index.eq(index.clone())).select(columns).load(cx.conn())?;
        known.extend(same);
    }
    let guardians = guardian_keys(cx, known.iter().map(|one| &one.id))?;
    let mut found: Vec<(Id, Likeness)> = Vec::new();
    for one in known {
        let keys = guardians.get(&one.id).map_or(&[][..], Vec::as_slice);
        if let Some(likeness) = likeness(probe, &one, keys)
            && found.iter().all(|(id, _)| *id != one.id)
        {
            found.push((one.id, likeness));
        }
    }
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(found)
}

/// The names of the guardians of some children, as they are compared.
///
/// # Errors
/// When the database refuses.
pub fn guardian_keys<'a, A: Deed>(
    cx: &mut Cx<'_, Children, A>,
    ids: impl Iterator<Item = &'a Id>,
) -> Result<HashMap<Id, Vec<String>>> {
    let mut ids: Vec<&Id> = ids.collect();
    ids.sort();
    ids.dedup();
    let mut keys: HashMap<Id, Vec<String>> = HashMap::new();
    // In pieces: in a big ward thousands share a name, and SQLite takes 32,766 values in one statement.
    for some in ids.chunks(CHUNK) {
        let rows: Vec<(Id, String)> = child_guardians::table
            .filter(child_guardians::child_id.eq_any(some.to_vec()))
            .select((child_guardians::child_id, child_guardians::match_key))
            .load(cx.conn())?;
        for (child, key) in rows {
            keys.entry(child).or_default().push(key);
        }
    }
    Ok(keys)
}

/// Refuses a new child that seems to be there already, unless somebody looked at each of those rows. Rows outside the
/// scope are not named: they come up on the ward's own desk of duplicates.
///
/// # Errors
/// 409 `possible_duplicates` with `candidates`.
pub fn check_new(cx: &mut Cx<'_, Children, Create>, ward: &Id, probe: &Probe, looked_at: &[Id]) -> Result<()> {
    let found = candidates(cx, ward, probe)?;
    let open: Vec<Id> = found.iter().map(|(id, _)| id.clone()).filter(|id| !looked_at.contains(id)).collect();
    let shown = store::those_within(cx, &open)?;
    if shown.is_empty() {
        return Ok(());
    }
    let name = |child: Shown| {
        let likeness = found.iter().find(|(id, _)| id == child.id()).map(|(_, likeness)| *likeness);
        // The refusal undoes the transaction, and a row of this look with it: it shows what a list shows.
        DuplicateCandidate { child: child.in_list(), likeness: likeness.unwrap_or(Likeness::Possible) }
    };
    let candidates: Vec<DuplicateCandidate> = shown.into_iter().map(name).collect();
    Err(Error::conflict(POSSIBLE_DUPLICATES).extra("candidates", candidates))
}

/// A row that may be the same child.
#[derive(Serialize, ToSchema)]
pub struct DuplicateCandidate {
    pub child: Shown,
    pub likeness: Likeness,
}

/// Two rows that may be one child.
#[derive(Serialize, ToSchema)]
pub struct DuplicatePair {
    pub likeness: Likeness,
    pub first: Shown,
    pub second: Shown,
}

fn ordered(one: &Id, other: &Id) -> (Id, Id) {
    if one < other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) }
}

/// Writes down that rows are different children.
///
/// # Errors
/// When the database refuses.
pub fn keep_apart_from<A: Writes>(cx: &mut Cx<'_, Children, A>, child: &Id, others: &[Id]) -> Result<()> {
    // Only rows that its writer can see: a decision about others is not theirs.
    let known: Vec<Id> =
        within(cx).filter(children::id.eq_any(others.to_vec())).select(children::id).load(cx.conn())?;
    for other in known.iter().filter(|other| *other != child) {
        distinguish(cx, child, other, "")?;
    }
    Ok(())
}

/// Writes down that two rows are different children; a second time changes nothing.
///
/// # Errors
/// 404 for a row outside the scope, 422 for one row twice.
pub fn keep_apart(cx: &mut Cx<'_, Children, Update>, one: &Id, other: &Id, reason: &str) -> Result<()> {
    store::find_row(cx, one)?;
    store::find_row(cx, other)?;
    distinguish(cx, one, other, reason)?;
    audit::record(cx, "keep_apart", one, Changes::none().field("from", (), other))
}

fn distinguish<A: Writes>(cx: &mut Cx<'_, Children, A>, one: &Id, other: &Id, reason: &str) -> Result<()> {
    let (first, second) = ordered(one, other);
    let row = (
        child_distinctions::first_id.eq(first),
        child_distinctions::second_id.eq(second),
        child_distinctions::reason.eq(reason.to_owned()),
        child_distinctions::by_user_id.eq(cx.actor().person().cloned()),
        child_distinctions::at.eq(cx.now()),
    );
    each_backend!(cx.conn(), plain => {
        diesel::insert_into(child_distinctions::table).values(row).on_conflict_do_nothing().execute(plain)
    })?;
    Ok(())
}

/// How many pairs the desk shows at once; the surest come first, so a long list is worked off from the top.
const PAIRS: usize = 200;

/// The pairs that nobody has decided on, the surest first; and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn pairs(cx: &mut Cx<'_, Children, Read>) -> Result<(Vec<DuplicatePair>, i64)> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let (sure, alike) = (same_number(cx, &ward)?, same_name(cx, &ward)?);
    let mut found: HashMap<(Id, Id), Likeness> = HashMap::new();
    for (pair, likeness) in sure.into_iter().chain(alike) {
        let known = found.entry(pair).or_insert(likeness);
        *known = (*known).max(likeness);
    }
    let decided: Vec<(Id, Id)> = child_distinctions::table
        .select((child_distinctions::first_id, child_distinctions::second_id))
        .load(cx.conn())?;
    let decided: HashSet<(Id, Id)> = decided.into_iter().collect();
    let mut open: Vec<((Id, Id), Likeness)> = found.into_iter().filter(|(pair, _)| !decided.contains(pair)).collect();
    open.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let total = i64::try_from(open.len()).unwrap_or(i64::MAX);
    open.truncate(PAIRS);
    let ids: BTreeSet<Id> = open.iter().flat_map(|((one, other), _)| [one.clone(), other.clone()]).collect();
    let ids: Vec<Id> = ids.into_iter().collect();
    let shown: HashMap<Id, Shown> =
        store::those_within(cx, &ids)?.into_iter().map(|child| (child.id().clone(), child)).collect();
    let name = |((one, other), likeness): ((Id, Id), Likeness)| {
        Some(DuplicatePair { likeness, first: shown.get(&one)?.clone(), second: shown.get(&other)?.clone() })
    };
    Ok((open.into_iter().filter_map(name).collect(), total))
}

type Found = Vec<((Id, Id), Likeness)>;

/// How many keys one statement names, and how many of them are looked at.
const CHUNK: usize = 1000;
const KEYS: i64 = 20_000;

/// Rows of one ward that share a number.
fn same_number(cx: &mut Cx<'_, Children, Read>, ward: &Id) -> Result<Found> {
    let numbers: Vec<Option<String>> = of_ward_grouped(ward)
        .filter(children::personal_id_index.is_not_null())
        .group_by(children::personal_id_index)
        .having(count_star().gt(1))
        .select(children::personal_id_index)
        .limit(KEYS)
        .load(cx.conn())?;
    let mut found = Found::new();
    for chunk in numbers.chunks(CHUNK) {
        let rows: Vec<(Option<String>, Id)> = of_ward(ward)
            .filter(children::personal_id_index.eq_any(chunk.iter().flatten().cloned()))
            .order((children::personal_id_index, children::id))
            .select((children::personal_id_index, children::id))
            .load(cx.conn())?;
        for alike in rows.chunk_by(|a, b| a.0 == b.0) {
            let pairs = pairs_of(alike).map(|(one, other)| ordered(&one.1, &other.1));
            found.extend(pairs.map(|pair| (pair, Likeness::Certain)));
        }
    }
    Ok(found)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of_ward_grouped(ward: &Id) -> _ {
    children::table
        .filter(children::ward_id.eq(ward))
        .filter(children::merged_into_id.is_null())
        .filter(children::match_key.ne(""))
}

/// Rows of one ward that share a name, judged by their days of birth and guardians.
fn same_name(cx: &mut Cx<'_, Children, Read>, ward: &Id) -> Result<Found> {
    let names: Vec<String> = of_ward_grouped(ward)
        .group_by(children::match_key)
        .having(count_star().gt(1))
        .select(children::match_key)
        .limit(KEYS)
        .load(cx.conn())?;
    let mut found = Found::new();
    for chunk in names.chunks(CHUNK) {
        let rows: Vec<Known> = of_ward(ward)
            .filter(children::match_key.eq_any(chunk.to_vec()))
            .order((children::match_key, children::id))
            .select((
                children::id,
                children::personal_id_index,
                children::match_key,
                children::date_of_birth,
                children::birth_year_only,
            ))
            .load(cx.conn())?;
        let near: Vec<(&Known, &Known)> = rows
            .chunk_by(|a, b| a.match_key == b.match_key)
            .flat_map(pairs_of)
            .filter(|(one, other)| one.date_of_birth.year() == other.date_of_birth.year())
            .collect();
        let guardians = guardian_keys(cx, near.iter().flat_map(|(one, other)| [&one.id, &other.id]))?;
        let keys = |id: &Id| guardians.get(id).map_or(&[][..], Vec::as_slice);
        for (one, other) in near {
            let probe = Probe {
                personal_id_index: None,
                match_key: one.match_key.clone(),
                date_of_birth: one.date_of_birth,
                birth_year_only: one.birth_year_only,
                guardian_keys: keys(&one.id).to_vec(),
            };
            if let Some(likeness) = likeness(&probe, other, keys(&other.id)) {
                found.push((ordered(&one.id, &other.id), likeness));
            }
        }
    }
    Ok(found)
}

/// Every two of some rows.
fn pairs_of<T>(rows: &[T]) -> impl Iterator<Item = (&T, &T)> {
    (1..).zip(rows).flat_map(move |(next, one)| rows.iter().skip(next).map(move |other| (one, other)))
}

/// Whether the desk of duplicates is this reader's.
///
/// # Errors
/// 403 for whoever does not see the whole ward.
pub fn check_desk<A: Deed>(cx: &Cx<'_, Children, A>) -> Result<()> {
    if View::of(cx.actor()).is_ward { Ok(()) } else { Err(Error::forbidden(NOT_YOUR_DESK)) }
}

pub const NOT_YOUR_DESK: Message = Message::new(
    "not_your_desk",
    "Hồ sơ trùng của cả phường do công chức chính sách xã hội xử lý.",
    "The whole ward's duplicates are the social officer's work.",
);

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn probe(number: Option<&str>, born: &str, year_only: bool, guardians: &[&str]) -> Probe {
        Probe {
            personal_id_index: number.map(str::to_owned),
            match_key: "hoa nguyen thi".to_owned(),
            date_of_birth: day(born),
            birth_year_only: year_only,
            guardian_keys: guardians.iter().map(|one| (*one).to_owned()).collect(),
        }
    }

    fn known(number: Option<&str>, name: &str, born: &str) -> Known {
        let now = crate::db::types::Instant::parse("2024-06-03T01:00:00Z").unwrap();
        Known {
            id: Id::new(now),
            personal_id_index: number.map(str::to_owned),
            match_key: name.to_owned(),
            date_of_birth: day(born),
            birth_year_only: false,
        }
    }

    #[test]
    fn numbers_beat_names_and_names_need_more() {
        let mother = ["binh tran".to_owned()];
        let name = "hoa nguyen thi";
        let is = |probe: &Probe, known: &Known, guardians: &[String]| likeness(probe, known, guardians);
        let born = "2016-05-01";
        assert_eq!(
            is(&probe(Some("a"), born, false, &[]), &known(Some("a"), "an le", "2015-01-01"), &[]),
            Some(Likeness::Certain)
        );
        assert_eq!(is(&probe(None, born, false, &[]), &known(None, name, born), &[]), Some(Likeness::Likely));
        let other_day = known(None, name, "2016-07-09");
        assert_eq!(is(&probe(None, born, false, &[]), &other_day, &mother), None);
        assert_eq!(is(&probe(None, born, false, &["binh tran"]), &other_day, &mother), Some(Likeness::Possible));
        assert_eq!(is(&probe(None, "2016-01-01", true, &[]), &other_day, &[]), Some(Likeness::Possible));
        assert_eq!(is(&probe(None, born, false, &[]), &known(None, "an le", born), &mother), None);
    }
}
