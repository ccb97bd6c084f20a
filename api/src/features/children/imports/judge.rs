//! What will become of each row: compared with the file itself and with the children that are there, in a fixed number
//! of statements for a batch of rows.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use diesel::prelude::*;
use serde_json::json;

use super::super::content::Content;
use super::super::duplicates::{Known, Likeness, guardian_keys, likeness};
use super::super::history;
use super::super::model::{ChildRow, ChildStatus, GuardianRow};
use super::super::query::within;
use super::model::{KeptRow, RowState, Verdict};
use super::rules;
use crate::access::subject::Children;
use crate::access::{Cx, Deed};
use crate::crypto::Vault;
use crate::db::schema::{child_guardians, children};
use crate::db::types::Id;
use crate::error::Result;

/// SQLite takes some ten thousand parameters in a statement, and long lists are no faster.
const CHUNK: usize = 1000;

/// Children within the scope by everything that rows are compared by.
struct Register {
    known: Vec<Known>,
    by_name: HashMap<String, Vec<usize>>,
    by_number: HashMap<String, Vec<usize>>,
    by_code: HashMap<String, usize>,
    guardians: HashMap<Id, Vec<String>>,
}

impl Register {
    fn load<'r, A: Deed>(cx: &mut Cx<'_, Children, A>, rows: impl Iterator<Item = &'r KeptRow>) -> Result<Self> {
        let vault = cx.services().vault.clone();
        let rows: Vec<&KeptRow> = rows.collect();
        let probes: Vec<_> = rows.iter().map(|row| row.content.probe(&vault)).collect();
        let mut names: Vec<&String> = probes.iter().map(|probe| &probe.match_key).collect();
        let mut numbers: Vec<&String> = probes.iter().filter_map(|probe| probe.personal_id_index.as_ref()).collect();
        let mut codes: Vec<&String> = rows.iter().filter_map(|row| row.code.as_ref()).collect();
        for keys in [&mut names, &mut numbers, &mut codes] {
            keys.sort_unstable();
            keys.dedup();
        }
        let columns = (
            children::id,
            children::personal_id_index,
            children::match_key,
            children::date_of_birth,
            children::birth_year_only,
        );
        type Found = (Known, String);
        let mut found: Vec<Found> = Vec::new();
        for chunk in names.chunks(CHUNK) {
            let rows = within(cx).filter(children::match_key.eq_any(chunk.iter().map(|key| (*key).clone())));
            found.extend(rows.select((columns, children::code)).load::<Found>(cx.conn())?);
        }
        for chunk in numbers.chunks(CHUNK) {
            let rows = within(cx).filter(children::personal_id_index.eq_any(chunk.iter().map(|key| (*key).clone())));
            found.extend(rows.select((columns, children::code)).load::<Found>(cx.conn())?);
        }
        for chunk in codes.chunks(CHUNK) {
            let rows = within(cx).filter(children::code.eq_any(chunk.iter().map(|key| (*key).clone())));
            found.extend(rows.select((columns, children::code)).load::<Found>(cx.conn())?);
        }
        let mut register = Self {
            known: Vec::new(),
            by_name: HashMap::new(),
            by_number: HashMap::new(),
            by_code: HashMap::new(),
            guardians: HashMap::new(),
        };
        let mut seen: HashMap<Id, ()> = HashMap::new();
        for (known, code) in found {
            if seen.insert(known.id.clone(), ()).is_some() {
                continue;
            }
            let at = register.known.len();
            register.by_name.entry(known.match_key.clone()).or_default().push(at);
            if let Some(number) = &known.personal_id_index {
                register.by_number.entry(number.clone()).or_default().push(at);
            }
            register.by_code.insert(code, at);
            register.known.push(known);
        }
        let ids: Vec<Id> = register.known.iter().map(|one| one.id.clone()).collect();
        for chunk in ids.chunks(CHUNK) {
            register.guardians.extend(guardian_keys(cx, chunk.iter())?);
        }
        Ok(register)
    }

    /// The children that a row may be about, the surest first.
    fn find(&self, row: &KeptRow, vault: &Vault) -> Vec<(Id, Likeness)> {
        if let Some(at) = row.code.as_ref().and_then(|code| self.by_code.get(code)) {
            return self.known.get(*at).map(|known| (known.id.clone(), Likeness::Certain)).into_iter().collect();
        }
        let probe = row.content.probe(vault);
        let by_name = self.by_name.get(&probe.match_key);
        let by_number = probe.personal_id_index.as_ref().and_then(|number| self.by_number.get(number));
        let candidates = by_number.into_iter().chain(by_name).flatten().filter_map(|at| self.known.get(*at));
        let mut found: Vec<(Id, Likeness)> = Vec::new();
        for known in candidates {
            let keys = self.guardians.get(&known.id).map_or(&[][..], Vec::as_slice);
            if let Some(likeness) = likeness(&probe, known, keys)
                && found.iter().all(|(id, _)| *id != known.id)
            {
                found.push((known.id.clone(), likeness));
            }
        }
        found.sort_by_key(|(_, likeness)| std::cmp::Reverse(*likeness));
        found
    }
}

/// The child that a row is most likely about. Two whom a name and a day fit equally well: a person decides.
fn most_likely(alike: &[(Id, Likeness)]) -> Option<(Id, Likeness)> {
    let (id, likeness) = alike.first()?;
    let tied = alike.get(1).is_some_and(|(_, other)| other == likeness);
    Some((id.clone(), if tied { Likeness::Possible } else { *likeness }))
}

/// The verdicts on some rows; `same_as` names the row of the file in which the same child stands already.
///
/// # Errors
/// When the database refuses.
pub fn judge<A: Deed>(cx: &mut Cx<'_, Children, A>, rows: &[(&KeptRow, Option<u32>)]) -> Result<Vec<Verdict>> {
    let vault = cx.services().vault.clone();
    let register = Register::load(cx, rows.iter().map(|(row, _)| *row).filter(|row| row.counts()))?;
    let find = |row: &KeptRow| if row.counts() { register.find(row, &vault) } else { Vec::new() };
    let alike: Vec<Vec<(Id, Likeness)>> = rows.iter().map(|(row, _)| find(row)).collect();
    let ids: Vec<Id> = alike.iter().filter_map(|some| Some(most_likely(some)?.0)).collect();
    let contents = contents(cx, &ids)?;
    let mut verdicts = Vec::with_capacity(rows.len());
    for ((row, same_as), alike) in rows.iter().zip(alike) {
        let matched = most_likely(&alike);
        let known = matched.as_ref().and_then(|(id, _)| contents.get(id));
        let changes = match known {
            Some((_, known)) => history::between(known, &rules::over(known, &row.content)?),
            None => serde_json::Map::new(),
        };
        let changes: Vec<String> = changes.keys().cloned().collect();
        let has_gone = known.is_some_and(|(child, _)| child.status == ChildStatus::Deceased);
        let state = match &matched {
            _ if row.is_left_out => RowState::LeftOut,
            _ if row.is_wrong() => RowState::Wrong,
            _ if same_as.is_some() => RowState::Duplicate,
            None => RowState::New,
            Some((_, Likeness::Possible)) => RowState::Duplicate,
            Some(_) if has_gone || changes.is_empty() => RowState::Duplicate,
            Some(_) => RowState::Changed,
        };
        let alike = alike.into_iter().map(|(id, _)| id).collect();
        verdicts.push(Verdict { state, matched, alike, same_as: *same_as, changes });
    }
    Ok(verdicts)
}

/// Fingerprints by which the same child is found twice in a file; none for a row that cannot become a child.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    pub name: Option<String>,
    pub number: Option<String>,
}

impl Keys {
    pub fn of(vault: &Vault, row: &KeptRow) -> Self {
        if !row.counts() {
            return Self::default();
        }
        let content = &row.content;
        let name = super::super::rules::match_key(&content.full_name);
        let mother = content.guardians.first().map(|one| super::super::rules::match_key(&one.full_name));
        let whole = json!([name, content.date_of_birth, content.birth_year_only, mother]).to_string();
        let index = |text: &str| vault.index("child_import_drafts", text);
        Self { name: Some(index(&whole)), number: content.personal_id.as_deref().map(index) }
    }
}

/// Who stood in the file so far.
#[derive(Default)]
pub struct Seen(HashMap<String, u32>);

impl Seen {
    /// The row of the file in which the same child stands already; it is remembered for those that follow.
    pub fn before(&mut self, keys: Keys, row: u32) -> Option<u32> {
        let mut found = None;
        for key in keys.number.into_iter().chain(keys.name) {
            match self.0.entry(key) {
                Entry::Occupied(earlier) => found = found.or(Some(*earlier.get())),
                Entry::Vacant(place) => drop(place.insert(row)),
            }
        }
        found
    }
}

/// What is said of some children within the scope.
///
/// # Errors
/// When the database refuses or a sealed number does not open.
pub fn contents<A: Deed>(cx: &mut Cx<'_, Children, A>, ids: &[Id]) -> Result<HashMap<Id, (ChildRow, Content)>> {
    let mut contents = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let rows = within(cx).filter(children::id.eq_any(chunk.to_vec()));
        let rows: Vec<ChildRow> = rows.select(ChildRow::as_select()).load(cx.conn())?;
        let guardians: Vec<GuardianRow> = child_guardians::table
            .filter(child_guardians::child_id.eq_any(chunk))
            .order(child_guardians::position)
            .select(GuardianRow::as_select())
            .load(cx.conn())?;
        let mut of: HashMap<Id, Vec<GuardianRow>> = HashMap::new();
        for guardian in guardians {
            of.entry(guardian.child_id.clone()).or_default().push(guardian);
        }
        for row in rows {
            let guardians = of.remove(&row.id).unwrap_or_default();
            let content = Content::of(&cx.services().vault, &row, &guardians)?;
            contents.insert(row.id.clone(), (row, content));
        }
    }
    Ok(contents)
}
