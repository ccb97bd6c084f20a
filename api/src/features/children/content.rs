//! What is said of a child, checked and in the clear: made of a row, put into a row, compared, kept in a history.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::duplicates::Probe;
use super::model::{Addresses, ChildRow, DisabilityDegree, Guardian, GuardianRow, Poverty, Sex};
use super::rules;
use crate::crypto::Vault;
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::keys::sealed;
use crate::text;

/// Where numbers of identity are sealed and indexed.
pub const PERSONAL_ID: &str = "children.personal_id";

/// Opens the number of one row.
///
/// # Errors
/// When the key is missing or the text was moved from another row.
pub fn open_personal_id(vault: &Vault, child: &Id, sealed: &str) -> Result<String> {
    vault.open(&sealed::PERSONAL_ID.of(child), sealed).map_err(Error::internal)
}

/// What is said of a child, checked and in the clear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub full_name: String,
    pub date_of_birth: NaiveDate,
    pub birth_year_only: bool,
    pub sex: Sex,
    pub ethnicity: Option<String>,
    pub personal_id: Option<String>,
    pub neighborhood_id: Option<Id>,
    pub school_id: Option<Id>,
    pub grade: String,
    pub address: String,
    pub permanent_address: String,
    pub temporary_address: String,
    pub guardians: Vec<Guardian>,
    pub health_insurance_no: Option<String>,
    pub health_insurance_valid_to: Option<NaiveDate>,
    pub disability: String,
    pub disability_degree: Option<DisabilityDegree>,
    pub illness: String,
    pub poverty: Poverty,
    pub can_swim: Option<bool>,
    pub medical_warning: String,
    pub notes: String,
}

impl Content {
    /// Reads a stored row back into the clear.
    ///
    /// # Errors
    /// When a sealed number does not open.
    pub fn of(vault: &Vault, row: &ChildRow, guardians: &[GuardianRow]) -> Result<Self> {
        let sealed = row.personal_id.as_ref();
        let addresses = row.addresses.clone().into_inner();
        Ok(Self {
            full_name: row.full_name.clone(),
            date_of_birth: row.date_of_birth,
            birth_year_only: row.birth_year_only,
            sex: row.sex,
            ethnicity: row.ethnicity.clone(),
            personal_id: sealed.map(|sealed| open_personal_id(vault, &row.id, sealed)).transpose()?,
            neighborhood_id: row.neighborhood_id.clone(),
            school_id: row.school_id.clone(),
            grade: row.grade.clone(),
            address: addresses.actual,
            permanent_address: addresses.permanent,
            temporary_address: addresses.temporary,
            guardians: guardians.iter().map(GuardianRow::plain).collect(),
            health_insurance_no: row.health_insurance_no.clone(),
            health_insurance_valid_to: row.health_insurance_valid_to,
            disability: row.disability.clone(),
            disability_degree: row.disability_degree,
            illness: row.illness.clone(),
            poverty: row.poverty,
            can_swim: row.can_swim,
            medical_warning: row.medical_warning.clone(),
            notes: row.notes.clone(),
        })
    }

    /// Puts what is said into a row.
    ///
    /// # Errors
    /// When a number cannot be sealed.
    pub fn fill(&self, vault: &Vault, row: &mut ChildRow) -> Result<()> {
        let place = sealed::PERSONAL_ID.of(&row.id);
        let seal = |number: &String| vault.seal(&place, number).map_err(Error::internal);
        row.personal_id = self.personal_id.as_ref().map(seal).transpose()?;
        row.personal_id_index = self.personal_id.as_ref().map(|number| vault.index(PERSONAL_ID, number));
        row.full_name.clone_from(&self.full_name);
        row.search_key = text::search_key(&self.full_name);
        row.sort_key = text::name_sort_key(&self.full_name);
        row.match_key = rules::match_key(&self.full_name);
        row.date_of_birth = self.date_of_birth;
        row.birth_year_only = self.birth_year_only;
        row.sex = self.sex;
        row.ethnicity.clone_from(&self.ethnicity);
        row.neighborhood_id.clone_from(&self.neighborhood_id);
        row.school_id.clone_from(&self.school_id);
        row.grade.clone_from(&self.grade);
        row.addresses = Json::new(Addresses {
            actual: self.address.clone(),
            permanent: self.permanent_address.clone(),
            temporary: self.temporary_address.clone(),
        });
        row.health_insurance_no.clone_from(&self.health_insurance_no);
        row.health_insurance_valid_to = self.health_insurance_valid_to;
        row.disability.clone_from(&self.disability);
        row.disability_degree = self.disability_degree;
        row.illness.clone_from(&self.illness);
        row.poverty = self.poverty;
        row.can_swim = self.can_swim;
        row.medical_warning.clone_from(&self.medical_warning);
        row.notes.clone_from(&self.notes);
        Ok(())
    }

    pub fn probe(&self, vault: &Vault) -> Probe {
        Probe {
            personal_id_index: self.personal_id.as_ref().map(|number| vault.index(PERSONAL_ID, number)),
            match_key: rules::match_key(&self.full_name),
            date_of_birth: self.date_of_birth,
            birth_year_only: self.birth_year_only,
            guardian_keys: self.guardians.iter().map(|one| rules::match_key(&one.full_name)).collect(),
        }
    }
}

impl GuardianRow {
    pub fn plain(&self) -> Guardian {
        Guardian {
            relation: self.relation,
            full_name: self.full_name.clone(),
            phone: self.phone.clone(),
            occupation: self.occupation.clone(),
        }
    }
}
