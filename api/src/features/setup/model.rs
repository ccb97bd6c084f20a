//! What is entered once, and what comes back.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::{Role, UnitKind};
use crate::db::types::Id;
use crate::setup::Hotline;

/// Whether the installation still has no ward.
#[derive(Serialize, ToSchema)]
pub struct SetupState {
    pub needed: bool,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetupCode {
    /// As the server printed it; blanks, hyphens and small letters do not matter.
    #[schema(example = "K7MQ-2XPA-9TRE")]
    pub code: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetupRequest {
    /// As the server printed it; blanks, hyphens and small letters do not matter.
    #[schema(example = "K7MQ-2XPA-9TRE")]
    pub code: String,
    pub setup: Setup,
}

/// A ward with its units and first accounts; also what `bup init --from ward.json` reads.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    pub ward: SetupWard,
    /// At least the leadership. Neighborhoods are units, too.
    pub units: Vec<SetupUnit>,
    pub admin: SetupAdmin,
    /// Everybody else who gets an account now; others follow in the administration.
    #[serde(default)]
    pub accounts: Vec<SetupAccount>,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetupWard {
    /// With its kind: what stands under "ỦY BAN NHÂN DÂN" in the head of documents (Decree 30/2020).
    #[schema(example = "Phường Ba Đình")]
    pub name: String,
    /// Where documents are dated.
    #[schema(example = "Thanh Hóa")]
    pub place: String,
    /// The unit above, to which the ward reports; empty for none.
    #[serde(default)]
    #[schema(example = "UBND tỉnh Thanh Hóa")]
    pub superior: String,
    #[serde(default)]
    #[schema(example = "Số 1, đường Trần Phú")]
    pub address: String,
    /// At most five, in the order in which they are shown to the public.
    #[serde(default)]
    pub hotlines: Vec<Hotline>,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetupUnit {
    pub kind: UnitKind,
    /// Once each; its code is made of it.
    #[schema(example = "Khu phố 1")]
    pub name: String,
}

/// Who keeps accounts and settings. Works in the first unit of the leadership.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetupAdmin {
    #[schema(example = "quantri")]
    pub username: String,
    #[schema(example = "Lương Gia Bảo")]
    pub full_name: String,
    #[serde(default)]
    pub position: String,
    /// The person's own. `bup init` makes one where it is left out.
    #[serde(default, skip_serializing_if = "never_shown")]
    #[schema(format = Password)]
    pub password: Option<String>,
}

/// A password is read and never written; `skip_serializing` would take it out of the document, too.
fn never_shown(_: &Option<String>) -> bool {
    true
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetupAccount {
    #[schema(example = "khupho1")]
    pub username: String,
    #[schema(example = "Nguyễn Văn Ân")]
    pub full_name: String,
    #[serde(default)]
    #[schema(example = "Trưởng khu phố")]
    pub position: String,
    /// Must fit the kind of the unit.
    pub role: Role,
    /// The name of one of the units.
    #[schema(example = "Khu phố 1")]
    pub unit: String,
    #[serde(default)]
    pub phone: Option<String>,
    #[serde(default)]
    pub email: Option<String>,
}

/// The ward that was set up.
#[derive(Serialize, ToSchema)]
pub struct SetupDone {
    pub ward_id: Option<Id>,
    pub ward_name: String,
    /// What people type to come here, where the settings say so (`public_url`).
    pub address: Option<String>,
    /// In the order of the request; the administrator, who has a password already, is not among them.
    pub accounts: Vec<SetupSlip>,
}

/// What is handed to a person.
#[derive(Serialize, ToSchema)]
pub struct SetupSlip {
    pub username: String,
    pub full_name: String,
    pub position: String,
    pub role: Role,
    pub unit: String,
    /// Shown this once, changed at the first sign-in; `null` when the request is repeated under its
    /// `Idempotency-Key` (then the administrator resets it).
    pub initial_password: Option<String>,
}
