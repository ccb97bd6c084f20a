//! One-time codes (TOTP, RFC 6238: SHA-1, six digits, thirty seconds).

use totp_rs::{Builder, Secret, Totp};

use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::keys::sealed::{self, Place};

pub const OTP_INVALID: Message = Message::new(
    "otp_invalid",
    "Mã xác thực không đúng hoặc đã dùng. Hãy nhập mã mới nhất trên ứng dụng.",
    "The code is wrong or was used. Enter the newest one of your app.",
);

/// A fresh secret in base32.
pub fn new_secret() -> String {
    Secret::generate().to_base32()
}

/// # Errors
/// When the stored secret is broken.
pub fn generator(secret: &str, username: &str) -> Result<Totp> {
    let secret = Secret::try_from_base32(secret).map_err(|_| Error::internal("stored TOTP secret"))?;
    Builder::new()
        .with_secret(secret)
        .with_issuer(Some("Bup Tren Canh"))
        .with_account_name(username)
        .build()
        .map_err(|_| Error::internal("TOTP settings"))
}

/// The time step of a right code, one step of drift allowed; `None` for a wrong one.
pub fn matching_step(totp: &Totp, code: &str, now: Instant) -> Option<i64> {
    let digits = digits(code)?;
    let step = totp.check(&digits, u64::try_from(now.utc().timestamp()).ok()?)?;
    i64::try_from(step).ok()
}

/// The six digits of a code as it was typed; `None` for what is none of the app's.
pub fn digits(code: &str) -> Option<String> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    (digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// The place a user's secret is sealed for.
pub fn sealed_place(user: &Id) -> Place {
    sealed::TOTP_SECRET.of(user)
}
