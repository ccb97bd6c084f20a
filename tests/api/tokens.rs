//! Access tokens that somebody made, changed or kept: all answered alike (RFC 8725).

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use bup_tests::{App, Client, Value, each, json};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};

/// What the server itself would write into a token of somebody signed in, and the key it signs with.
struct Forge {
    kid: String,
    key: Vec<u8>,
    claims: Value,
}

impl Forge {
    fn new(app: &App, client: &Client) -> Self {
        let path = app.gate.services().config.data_dir.join("keys/tokens.json");
        let ring: Value = serde_json::from_slice(&std::fs::read(path).expect("the key file")).expect("JSON");
        let kid = ring["current"].as_str().expect("a key id").to_owned();
        let key = STANDARD_NO_PAD.decode(ring["keys"][&kid].as_str().expect("a key")).expect("base64");
        let payload = client.token().split('.').nth(1).expect("a payload");
        let claims = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).expect("base64")).expect("JSON");
        Self { kid, key, claims }
    }

    fn sign(&self, algorithm: Algorithm, kid: Option<&str>, key: &[u8], claims: &Value) -> String {
        let header = Header { kid: kid.map(str::to_owned), ..Header::new(algorithm) };
        encode(&header, claims, &EncodingKey::from_secret(key)).expect("a token")
    }

    /// A token with everything right but one claim; `null` leaves it out.
    fn with_claim(&self, name: &str, value: Value) -> String {
        let mut claims = self.claims.clone();
        let members = claims.as_object_mut().expect("an object");
        if value.is_null() {
            members.remove(name)
        } else {
            members.insert(name.to_owned(), value)
        };
        self.sign(Algorithm::HS256, Some(&self.kid), &self.key, &claims)
    }
}

#[test]
fn only_tokens_of_this_server_for_this_server_open_it() {
    each(|app| {
        let doan = app.sign_in("doan");
        let forge = Forge::new(app, &doan);
        let try_in = |token: &str| app.anybody().with_token(token).get("/me");
        let copy = forge.sign(Algorithm::HS256, Some(&forge.kid), &forge.key, &forge.claims);
        try_in(&copy).ok();

        let unsigned = |algorithm: &str| {
            let part = |value: Value| URL_SAFE_NO_PAD.encode(value.to_string());
            format!(
                "{}.{}.",
                part(json!({"alg": algorithm, "typ": "JWT", "kid": forge.kid})),
                part(forge.claims.clone())
            )
        };
        let (header, rest) = doan.token().split_once('.').expect("three parts");
        let (payload, signature) = rest.split_once('.').expect("three parts");
        let boss = URL_SAFE_NO_PAD.encode(json!({"role": "leader"}).to_string());
        let refused = [
            unsigned("none"),
            unsigned("None"),
            unsigned("HS256"),
            forge.sign(Algorithm::HS256, Some(&forge.kid), b"another key of thirty-two bytes!", &forge.claims),
            forge.sign(Algorithm::HS256, Some(&forge.kid), b"", &forge.claims),
            forge.sign(Algorithm::HS256, Some("k00000000"), &forge.key, &forge.claims),
            forge.sign(Algorithm::HS256, Some("../keys/tokens.json"), &forge.key, &forge.claims),
            forge.sign(Algorithm::HS256, None, &forge.key, &forge.claims),
            forge.sign(Algorithm::HS384, Some(&forge.kid), &forge.key, &forge.claims),
            forge.sign(Algorithm::HS512, Some(&forge.kid), &forge.key, &forge.claims),
            forge.with_claim("aud", json!("somebody-else")),
            forge.with_claim("aud", Value::Null),
            forge.with_claim("iss", json!("bup.example")),
            forge.with_claim("iss", Value::Null),
            forge.with_claim("exp", json!(app.clock.now().utc().timestamp())),
            forge.with_claim("exp", json!(-1)),
            forge.with_claim("exp", json!("soon")),
            forge.with_claim("exp", Value::Null),
            forge.with_claim("sub", Value::Null),
            // A role or session that the database does not know of this person.
            forge.with_claim("role", json!("leader")),
            forge.with_claim("role", json!("root")),
            forge.with_claim("sid", json!("0190163d-8694-739b-aea5-966c26f8ad90")),
            forge.with_claim("sid", json!("' OR 1=1 --")),
            format!("{header}.{boss}.{signature}"),
            format!("{header}.{payload}."),
            format!("{header}.{payload}"),
            format!("{header}.{payload}.{signature}x"),
            format!("{}.{payload}.{signature}", "A".repeat(8000)),
            "x".to_owned(),
            "..".to_owned(),
        ];
        for token in &refused {
            let answer = try_in(token);
            assert_eq!(answer.status, 401, "{token}: {}", answer.text());
            answer.refused(401, "not_signed_in");
            assert_eq!(answer.header("www-authenticate"), "Bearer");
        }
        doan.get("/me").ok();
    });
}

#[test]
fn a_token_counts_in_its_header_only() {
    each(|app| {
        let token = app.sign_in("doan").token().to_owned();
        for value in
            [format!("Basic {token}"), format!("Bearer{token}"), token.clone(), "Bearer ".to_owned(), "ß".to_owned()]
        {
            app.anybody().with("Authorization", &value).get("/me").refused(401, "not_signed_in");
        }
        app.anybody()
            .with("Cookie", format!("access_token={token}; bup_refresh={token}"))
            .get("/me")
            .refused(401, "not_signed_in");
        app.anybody().get(&format!("/me?access_token={token}")).refused(401, "not_signed_in");
        app.anybody().with("Authorization", format!("bearer {token}")).get("/me").ok();
    });
}

#[test]
fn a_token_dies_with_its_session() {
    each(|app| {
        let (here, there) = (app.sign_in("doan"), app.sign_in("doan"));
        let sessions = there.get("/auth/sessions").ok();
        let other = sessions["items"].as_array().expect("a list").iter().find(|one| one["current"] == false);
        let other = other.expect("the other session")["id"].as_str().expect("an id").to_owned();
        there.delete(&format!("/auth/sessions/{other}")).ok();
        here.get("/me").refused(401, "not_signed_in");
        there.post("/auth/logout", json!({})).ok();
        there.get("/me").refused(401, "not_signed_in");
    });
}
