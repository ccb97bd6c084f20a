//! Files sent as a form (`multipart/form-data`): one file, bounded, with a few words beside it.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::TryStreamExt;
use sha2::{Digest, Sha256};

use super::body::BodyDigest;
use super::{parameters, patience};
use crate::error::{Error, MEDIA_TYPE, Message, Result, TOO_LARGE};
use crate::text;

/// The largest file, in bytes.
pub const LIMIT: usize = 20 * 1024 * 1024;

pub const NO_FILE: Message = Message::new(
    "no_file",
    "Chưa có tệp nào. Hãy chọn một tệp rồi gửi lại (trường “file”).",
    "There is no file. Choose one and send it again (field “file”).",
);

/// An uploaded file and the text fields that came with it.
pub struct Upload {
    /// The name it had on the sender's machine, without folders.
    pub file_name: String,
    pub bytes: Vec<u8>,
    pub fields: HashMap<String, String>,
}

impl FromRequest for Upload {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request.content_type().eq_ignore_ascii_case("multipart/form-data");
        let form = Multipart::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            parameters::refuse_all(&request)?;
            if !is_form {
                let expected = "multipart/form-data";
                return Err(Error::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, MEDIA_TYPE).with("expected", expected));
            }
            let form = form.await.map_err(|_| Error::malformed("multipart/form-data"))?;
            let upload = read(form).await.map_err(|error| patience::told(&request, error))?;
            request.extensions_mut().insert(BodyDigest(Sha256::digest(&upload.bytes).into()));
            Ok(upload)
        })
    }
}

async fn read(mut form: Multipart) -> Result<Upload> {
    let broken = |_| Error::malformed("multipart/form-data");
    let (mut file, mut fields, mut total) = (None, HashMap::new(), 0_usize);
    while let Some(mut field) = form.try_next().await.map_err(broken)? {
        let name = field.name().unwrap_or("").to_owned();
        let file_name = field.content_disposition().and_then(|d| d.get_filename()).map(clean_name);
        let mut bytes = Vec::new();
        while let Some(chunk) = field.try_next().await.map_err(broken)? {
            total += chunk.len();
            if total > LIMIT {
                return Err(Error::new(StatusCode::PAYLOAD_TOO_LARGE, TOO_LARGE).with("limit", "20 MB"));
            }
            bytes.extend_from_slice(&chunk);
        }
        match file_name {
            Some(file_name) if name == "file" && file.is_none() => file = Some((file_name, bytes)),
            _ if fields.len() < 10 => {
                fields.insert(name, String::from_utf8_lossy(&bytes).into_owned());
            }
            _ => return Err(Error::malformed("multipart/form-data")),
        }
    }
    let (file_name, bytes) =
        file.filter(|(_, bytes)| !bytes.is_empty()).ok_or_else(|| Error::field("file", NO_FILE))?;
    Ok(Upload { file_name, bytes, fields })
}

/// The last part of a path, cleaned, at most 150 characters: a name that every machine can save, and that names a file
/// there (no folder, no device of Windows, no hidden one).
fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let clean: String =
        text::clean(last).chars().filter(|c| !matches!(c, '"' | '<' | '>' | '|' | ':' | '*' | '?')).collect();
    let clean = clean.trim_start_matches(['.', ' ']).trim_end_matches(['.', ' ']);
    let skip = clean.chars().count().saturating_sub(150);
    let short: String = clean.chars().skip(skip).collect();
    match short.split('.').next().map(str::to_ascii_lowercase) {
        _ if short.is_empty() => "tep".to_owned(),
        Some(stem) if is_device(stem.trim()) => format!("_{short}"),
        _ => short,
    }
}

/// Windows takes these for devices, whatever follows the dot.
fn is_device(stem: &str) -> bool {
    let numbered = |name: &str| matches!(stem.strip_prefix(name).map(str::as_bytes), Some([b'1'..=b'9']));
    ["con", "prn", "aux", "nul"].contains(&stem) || numbered("com") || numbered("lpt")
}
