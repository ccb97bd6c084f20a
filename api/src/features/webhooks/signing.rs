//! How a receiver knows that a message is ours: the signature of Standard Webhooks (standardwebhooks.com). Pure.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::crypto::random;

/// How the specification marks a secret.
const PREFIX: &str = "whsec_";

pub fn generate() -> String {
    format!("{PREFIX}{}", BASE64.encode(random::<32>()))
}

/// The value of `webhook-signature`: one signature for each secret that counts, with spaces between.
pub fn signatures(secrets: &[String], id: &str, timestamp: i64, body: &str) -> String {
    let sign = |secret: &String| {
        let key = BASE64.decode(secret.trim_start_matches(PREFIX)).unwrap_or_default();
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&key).ok()?;
        mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
        Some(format!("v1,{}", BASE64.encode(mac.finalize().into_bytes())))
    };
    secrets.iter().filter_map(sign).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_as_the_specification_shows() {
        // The example of the specification.
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".to_owned();
        let body = r#"{"test": 2432232314}"#;
        let signed = signatures(&[secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn two_secrets_sign_while_one_is_being_replaced() {
        let signed = signatures(&[generate(), generate()], "a", 1, "{}");
        assert_eq!(signed.split(' ').filter(|one| one.starts_with("v1,") && one.len() == 47).count(), 2);
    }
}
