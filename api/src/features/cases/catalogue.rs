//! The items of the assessments (Mẫu 02, 03, 06 of Decree 56/2017), as data with a version: the forms are amended more
//! often than programs are built, and an old assessment must be read with the items it was made with.
//!
//! The wording that `law.md` 3.5 marks [F] is the law's; the rest is what such forms usually ask and may be edited here.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::forms_model::FormKind;

/// An item, and what each level means for it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AssessmentItem {
    #[schema(example = "06.a.1")]
    pub code: String,
    pub label: String,
    pub high: String,
    pub medium: String,
    pub low: String,
}

/// A block of items. In `harm` high is bad, in `capacity` high is good.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AssessmentBlock {
    pub form: FormKind,
    #[schema(example = "harm")]
    pub code: String,
    pub title: String,
    pub items: Vec<AssessmentItem>,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AssessmentCatalogue {
    pub version: String,
    /// What the papers are called.
    #[serde(skip_serializing)]
    #[schema(ignore)]
    pub papers: HashMap<FormKind, String>,
    /// What the chairperson's decisions stand on.
    #[serde(skip_serializing)]
    #[schema(ignore)]
    pub legal_bases: Vec<String>,
    pub blocks: Vec<AssessmentBlock>,
}

/// Every version that a stored assessment may name, the newest last.
static VERSIONS: LazyLock<[AssessmentCatalogue; 1]> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "a file of the program, read by a test")]
    let first = serde_json::from_str(include_str!("catalogue.json")).expect("catalogue.json is right");
    [first]
});

/// The newest catalogue: what a new assessment is made with.
pub fn newest() -> &'static AssessmentCatalogue {
    let [.., newest] = &*VERSIONS;
    newest
}

/// The catalogue that an assessment was made with; the newest where it names none that is known.
pub fn version(word: &str) -> &'static AssessmentCatalogue {
    VERSIONS.iter().find(|catalogue| catalogue.version == word).unwrap_or_else(newest)
}

impl AssessmentCatalogue {
    pub fn blocks(&self, form: FormKind) -> impl Iterator<Item = &AssessmentBlock> {
        self.blocks.iter().filter(move |block| block.form == form)
    }

    pub fn has(&self, form: FormKind, code: &str) -> bool {
        self.blocks(form).flat_map(|block| &block.items).any(|item| item.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_assessment_has_both_blocks_and_no_code_twice() {
        let catalogue = newest();
        for form in [FormKind::InitialAssessment, FormKind::DetailedAssessment, FormKind::Review] {
            let blocks: Vec<&str> = catalogue.blocks(form).map(|block| block.code.as_str()).collect();
            assert_eq!(blocks, ["harm", "capacity"]);
        }
        let mut codes: Vec<&str> =
            catalogue.blocks.iter().flat_map(|block| &block.items).map(|item| item.code.as_str()).collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }
}
