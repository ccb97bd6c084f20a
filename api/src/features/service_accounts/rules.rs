//! What a machine may be given. Pure.

use chrono::{Months, NaiveDate};

use super::model::{ServiceAccountRow, ServiceAccountStatus};
use crate::access::MachineScope;
use crate::error::{Error, Message, Result};
use crate::http::network::Network;
use crate::input::{Checks, OUT_OF_RANGE, REQUIRED, TOO_MANY};

pub const NAME_MAX: usize = 100;
pub const REASON_MAX: usize = 500;
const ADDRESSES_MAX: usize = 20;
/// Whoever still needs it in two years is asked whether they do.
const MONTHS_MAX: u32 = 24;
pub const GRACE_HOURS_MAX: i64 = 72;

pub const BAD_ADDRESS: Message = Message::new(
    "bad_address",
    "Hãy nhập địa chỉ IP hoặc dải địa chỉ, ví dụ: 203.0.113.7 hoặc 203.0.113.0/24.",
    "Enter an IP address or a range of them, for example: 203.0.113.7 or 203.0.113.0/24.",
);
pub const NOT_FOR_WARDS: Message = Message::new(
    "scope_of_superiors",
    "Quyền {scope} chỉ dành cho tài khoản của cấp trên.",
    "The scope {scope} is for accounts of the upper level alone.",
);
pub const BAD_EXPIRY: Message = Message::new(
    "bad_expiry",
    "Ngày hết hạn phải từ hôm nay đến {last}.",
    "The last day must lie between today and {last}.",
);
pub const NOT_LEADERSHIP: Message = Message::new(
    "not_leadership",
    "Tài khoản máy thuộc đơn vị lãnh đạo UBND phường.",
    "A service account belongs to the ward's leadership.",
);

/// Scopes in their order, each once.
pub fn check_scopes(checks: &mut Checks, scopes: &[MachineScope], of_superior: bool) -> Vec<MachineScope> {
    let mut scopes = scopes.to_vec();
    scopes.sort_unstable();
    scopes.dedup();
    if scopes.is_empty() {
        checks.fail("scopes", REQUIRED);
    }
    if let Some(scope) = scopes.iter().find(|scope| scope.is_for_superiors_alone()).filter(|_| !of_superior) {
        checks.fail_with("scopes", NOT_FOR_WARDS, vec![("scope", scope.to_string())]);
    }
    scopes
}

/// Addresses as they are stored.
pub fn check_addresses(checks: &mut Checks, addresses: &[String]) -> Vec<String> {
    if addresses.len() > ADDRESSES_MAX {
        checks.fail_with("addresses", TOO_MANY, vec![("max", ADDRESSES_MAX.to_string())]);
    }
    let mut read = Vec::new();
    for (at, typed) in addresses.iter().take(ADDRESSES_MAX).enumerate() {
        match Network::parse(typed) {
            Some(network) => read.push(network.to_string()),
            None => checks.fail(format!("addresses[{at}]"), BAD_ADDRESS),
        }
    }
    read.dedup();
    read
}

pub fn check_expiry(checks: &mut Checks, expires_on: NaiveDate, today: NaiveDate) {
    let last = today.checked_add_months(Months::new(MONTHS_MAX)).unwrap_or(today);
    if expires_on < today || expires_on > last {
        checks.fail_with("expires_on", BAD_EXPIRY, vec![("last", last.format("%d/%m/%Y").to_string())]);
    }
}

pub fn check_grace(checks: &mut Checks, hours: i64) {
    if !(0..=GRACE_HOURS_MAX).contains(&hours) {
        let values = vec![("min", "0".to_owned()), ("max", GRACE_HOURS_MAX.to_string())];
        checks.fail_with("grace_hours", OUT_OF_RANGE, values);
    }
}

pub fn status(row: &ServiceAccountRow, today: NaiveDate) -> ServiceAccountStatus {
    match row.revoked_at {
        Some(_) => ServiceAccountStatus::Revoked,
        None if row.expires_on < today => ServiceAccountStatus::Expired,
        None => ServiceAccountStatus::Active,
    }
}

/// # Errors
/// 409 for an account that was revoked: that is for good.
pub fn check_not_revoked(status: ServiceAccountStatus) -> Result<()> {
    if status == ServiceAccountStatus::Revoked { Err(Error::wrong_state::<&str>(&[])) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn passes(check: impl FnOnce(&mut Checks)) -> bool {
        let mut checks = Checks::new();
        check(&mut checks);
        checks.finish().is_ok()
    }

    #[test]
    fn what_a_ward_decides_no_machine_of_it_does() {
        let scopes = [MachineScope::ReportsApprove, MachineScope::PlansRead, MachineScope::PlansRead];
        assert!(!passes(|checks| drop(check_scopes(checks, &scopes, false))));
        assert!(passes(|checks| {
            let read = check_scopes(checks, &scopes, true);
            assert_eq!(read, [MachineScope::PlansRead, MachineScope::ReportsApprove]);
        }));
        assert!(!passes(|checks| drop(check_scopes(checks, &[], true))));
    }

    #[test]
    fn nothing_lasts_longer_than_two_years() {
        let today = day("2024-06-03");
        for right in ["2024-06-03", "2026-06-03"] {
            assert!(passes(|checks| check_expiry(checks, day(right), today)), "{right}");
        }
        for wrong in ["2024-06-02", "2026-06-04"] {
            assert!(!passes(|checks| check_expiry(checks, day(wrong), today)), "{wrong}");
        }
    }

    #[test]
    fn grace_is_at_most_three_days() {
        assert!(passes(|checks| check_grace(checks, 0)) && passes(|checks| check_grace(checks, 72)));
        assert!(!passes(|checks| check_grace(checks, -1)) && !passes(|checks| check_grace(checks, 73)));
    }

    #[test]
    fn a_wrong_address_is_named() {
        let typed = ["203.0.113.0/24".to_owned(), "nơi nào đó".to_owned()];
        assert!(!passes(|checks| drop(check_addresses(checks, &typed))));
        assert!(passes(|checks| assert_eq!(check_addresses(checks, &typed[..1]), ["203.0.113.0/24"])));
    }
}
