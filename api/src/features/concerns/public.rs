//! The form that anybody may send: bounded, hard to flood, and never lost.
//!
//! Nothing of it goes to another server. Below a limit a sender meets no obstacle at all; above it (for one address, or
//! for all together) the sender's machine must find a number first, which costs a phone a second and a flood its speed.
//! What looks like spam is kept and marked: a child's call for help may look like anything.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::model::{
    Challenge, ConcernFollowUp, DangerLevel, FollowUpStatus, NewConcern, Proof, PublicConcern, ReceivedVia,
};
use super::rules;
use super::write::{self, Way};
use crate::access::subject::Concerns;
use crate::access::{Create, Gate, PublicCx};
use crate::crypto::{Vault, random};
use crate::db::schema::concerns::dsl as table;
use crate::db::schema::wards as ward_table;
use crate::db::types::{Id, Instant};
use crate::error::{Error, KEY_BAD, Message, Result};
use crate::features::wards;
use crate::http::context::Lang;
use crate::text;

const FOLLOW_UP: &str = "concerns.follow_up";
const CHALLENGE: &str = "concerns.challenge";
const CODE: &str = "concerns.code";
/// Leading zero bits: about 65,000 tries, well under a second on a phone.
const BITS: u32 = 16;
const CHALLENGE_MINUTES: i64 = 10;

pub const PROOF_REQUIRED: Message = Message::new(
    "proof_required",
    "Máy chủ đang nhận nhiều tin. Trang này sẽ tự tính một con số rồi gửi lại; nội dung vừa nhập chưa mất.",
    "The server is busy. Your machine has to find a number and send again; nothing is lost.",
);
pub const WARD_UNKNOWN: Message =
    Message::new("ward_unknown", "Không có phường này. Hãy chọn lại phường.", "There is no such ward. Choose again.");

/// A challenge for a sender, which no server has to remember.
pub fn challenge(vault: &Vault, now: Instant) -> Challenge {
    let until = now.plus(TimeDelta::minutes(CHALLENGE_MINUTES)).utc().timestamp();
    let said = format!("{until}.{}", hex::encode(random::<8>()));
    let seal = vault.index(CHALLENGE, &said);
    Challenge { challenge: format!("{said}.{seal}"), bits: BITS }
}

/// Whether a proof answers a challenge of ours that has not ended.
pub fn proves(vault: &Vault, proof: &Proof, now: Instant) -> bool {
    let Some((said, seal)) = proof.challenge.rsplit_once('.') else { return false };
    let until = said.split('.').next().and_then(|text| text.parse::<i64>().ok()).unwrap_or(0);
    let is_ours = seal == vault.index(CHALLENGE, said) && until >= now.utc().timestamp();
    is_ours && zero_bits(&Sha256::digest(format!("{}.{}", proof.challenge, proof.nonce))) >= BITS
}

fn zero_bits(hash: &[u8]) -> u32 {
    let whole = hash.iter().take_while(|byte| **byte == 0).count();
    let rest = hash.get(whole).map_or(0, |byte| byte.leading_zeros());
    u32::try_from(whole).unwrap_or(0) * 8 + rest
}

/// The request's `Idempotency-Key`.
///
/// # Errors
/// 400 for one that is too long or too short to be nobody else's.
pub fn key_of(request: &HttpRequest) -> Result<Option<String>> {
    let Some(value) = request.headers().get("idempotency-key") else { return Ok(None) };
    let text = value.to_str().unwrap_or("");
    let is_right = (16..=128).contains(&text.len());
    if is_right { Ok(Some(text.to_owned())) } else { Err(Error::new(StatusCode::BAD_REQUEST, KEY_BAD)) }
}

/// A code of twelve letters in three groups: a random one, or for a request that may be repeated always the same. Another
/// form under a key that was used already is another concern: none is lost.
fn code_for(vault: &Vault, key: Option<&str>, form: &PublicConcern) -> String {
    let seed: [u8; 32] = match key {
        Some(key) => {
            let PublicConcern { narrative, child, place, urgent, reporter, .. } = form;
            let said = serde_json::json!([key, narrative, child, place, urgent, reporter]).to_string();
            Sha256::digest(vault.index(CODE, &said)).into()
        }
        None => random::<32>(),
    };
    text::spoken_code(seed.iter().take(12))
}

/// However it was typed: small letters, no hyphens.
fn plain_code(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// The ward that a form is meant for.
///
/// # Errors
/// 422 when it is not there, or not clear.
pub fn ward_of(cx: &mut PublicCx<'_>, code: Option<&str>) -> Result<Id> {
    let found: Vec<Id> = match code {
        Some(code) => ward_table::table.filter(ward_table::code.eq(code)).select(ward_table::id).load(cx.conn)?,
        None => ward_table::table.order(ward_table::id).limit(2).select(ward_table::id).load(cx.conn)?,
    };
    match <[Id; 1]>::try_from(found) {
        Ok([ward]) => Ok(ward),
        Err(_) => Err(Error::field("ward", WARD_UNKNOWN)),
    }
}

/// Takes a form down for a ward; the code to ask with later.
///
/// # Errors
/// 422 with the fields.
pub fn report(gate: &Gate, ward: &Id, form: PublicConcern, key: Option<&str>) -> Result<String> {
    let vault = &gate.services().vault;
    let code = code_for(vault, key, &form);
    let index = vault.index(FOLLOW_UP, &plain_code(&code));
    let input = NewConcern {
        narrative: form.narrative,
        received_via: Some(ReceivedVia::PublicForm),
        danger_level: Some(if form.urgent { DangerLevel::Emergency } else { DangerLevel::Unknown }),
        child: form.child,
        place: form.place,
        reporter: form.reporter,
        ..NewConcern::default()
    };
    let way = Way { is_public: true, is_suspect: !form.website.is_empty(), follow_up_index: Some(index.clone()) };
    gate.system::<Concerns, Create, _>(ward, |cx| {
        // A repetition that comes while the first is under way waits here, and finds it.
        wards::take_turns(cx)?;
        let known = table::concerns.filter(table::follow_up_index.eq(&index)).select(table::id);
        match known.first::<Id>(cx.conn()).optional()? {
            Some(_) => Ok(()),
            None => write::create(cx, &input, way).map(drop),
        }
    })?;
    Ok(code)
}

/// How far it is; nothing about the child.
///
/// # Errors
/// 404 for a code that was never given.
pub fn follow(cx: &mut PublicCx<'_>, code: &str, lang: Lang) -> Result<ConcernFollowUp> {
    let index = cx.services.vault.index(FOLLOW_UP, &plain_code(code));
    let status = table::concerns.filter(table::follow_up_index.eq(index)).select(table::status).first(cx.conn)?;
    let status: FollowUpStatus = rules::follow_up(status);
    Ok(ConcernFollowUp { status, message: rules::follow_up_message(status).text(lang).to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::KeyRing;
    use crate::keys::KeyFile;

    fn new_vault() -> Vault {
        Vault::new(KeyFile::in_memory(KeyRing::generate()), &KeyRing::generate())
    }

    #[test]
    fn a_proof_is_found_and_ends() {
        let vault = new_vault();
        let now = Instant::parse("2024-06-03T01:00:00Z").unwrap();
        let Challenge { challenge, .. } = challenge(&vault, now);
        let try_nonce = |nonce| Proof { challenge: challenge.clone(), nonce };
        let nonce = (0..5_000_000).find(|nonce| proves(&vault, &try_nonce(*nonce), now)).unwrap();
        assert!(!proves(&vault, &try_nonce(nonce), now.plus(TimeDelta::minutes(11))));
        let other = new_vault();
        assert!(!proves(&other, &try_nonce(nonce), now));
        assert!(!proves(&vault, &Proof { challenge: "99999999999.x.y".into(), nonce }, now));
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let vault = new_vault();
        let form = PublicConcern { narrative: "Cháu khóc mỗi tối".to_owned(), ..PublicConcern::default() };
        let code = code_for(&vault, None, &form);
        assert_eq!(code.len(), 14);
        assert_ne!(code, code_for(&vault, None, &form));
        let key = Some("0123456789abcdef");
        assert_eq!(code_for(&vault, key, &form), code_for(&vault, key, &form));
        assert_ne!(code_for(&vault, key, &form), code_for(&vault, key, &PublicConcern::default()));
        assert_eq!(plain_code(&code.to_lowercase().replace('-', " ")), plain_code(&code));
    }
}
