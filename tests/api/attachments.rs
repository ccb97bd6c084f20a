//! Files: told by content, cleaned of location, reached only through the row that owns them.

use bup_tests::{each, json};

/// A picture of one pixel.
pub fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let mut body = kind.to_vec();
        body.extend_from_slice(data);
        let mut out = u32::try_from(data.len()).unwrap_or(0).to_be_bytes().to_vec();
        out.extend_from_slice(&body);
        out.extend_from_slice(&crc(&body).to_be_bytes());
        out
    };
    bytes.extend(chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]));
    bytes.extend(chunk(b"tEXt", b"GPS\x0020.05N 105.86E"));
    bytes.extend(chunk(b"IDAT", &[8, 29, 1, 4, 0, 251, 255, 0, 255, 0, 0, 3, 1, 1, 0]));
    bytes.extend(chunk(b"IEND", &[]));
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

#[test]
fn a_photo_loses_its_place_and_follows_the_rights_of_its_task() {
    each(|app| {
        let officer = app.sign_in("chinhsach");
        let (doan, congan) = (app.sign_in("doan"), app.sign_in("congan"));
        let file = doan.upload("/attachments", "C:\\ảnh\\băng rôn.png", png(), &[]).ok();
        assert_eq!((&file["media_type"], &file["file_name"]), (&json!("image/png"), &json!("băng rôn.png")));
        let address = format!("/attachments/{}", file["id"].as_str().unwrap_or(""));
        let bytes = doan.get(&address).bytes;
        assert!(bytes.starts_with(b"\x89PNG") && !bytes.windows(3).any(|w| w == b"GPS"));
        officer.get(&address).refused(404, "not_found");

        let task = json!({"title": "Ảnh", "due_on": "2024-06-15", "lead_unit_id": app.unit_of("doan")});
        let task = officer.post("/tasks", task).ok();
        let updates = format!("/tasks/{}/updates", task["id"].as_str().unwrap_or(""));
        let stolen = json!({"note": "x", "attachment_ids": [file["id"]]});
        officer.post(&updates, stolen).refused(422, "invalid");
        doan.post(&updates, json!({"attachment_ids": [file["id"]]})).ok();
        assert_eq!(officer.get(&address).bytes, bytes);
        congan.get(&address).refused(404, "not_found");
        doan.post(&updates, json!({"attachment_ids": [file["id"]]})).refused(422, "invalid");
    });
}

#[test]
fn what_a_browser_would_run_is_refused() {
    each(|app| {
        let doan = app.sign_in("doan");
        for (name, bytes) in
            [("a.png", b"<html><script>".to_vec()), ("a.svg", b"<svg/>".to_vec()), ("a.jpg", vec![0; 100])]
        {
            doan.upload("/attachments", name, bytes, &[]).refused(415, "media_type");
        }
        doan.upload("/attachments", "a.png", Vec::new(), &[]).refused(422, "invalid");
        doan.upload("/attachments", "a.png", vec![0; 21 * 1024 * 1024], &[]).refused(413, "too_large");
        doan.post("/attachments", json!({})).refused(415, "media_type");
    });
}

/// A form by hand: what a browser never sends, somebody else does.
fn form(name: &[u8]) -> Vec<u8> {
    let mut body = b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"".to_vec();
    body.extend_from_slice(name);
    body.extend_from_slice(b"\"\r\nContent-Type: image/png\r\n\r\n");
    body.extend_from_slice(&png());
    body.extend_from_slice(b"\r\n--x--\r\n");
    body
}

#[test]
fn names_of_files_are_cleaned_before_anybody_saves_them() {
    let long = format!("{}.png", "ă".repeat(300));
    let cut = format!("{}.png", "ă".repeat(146));
    let cases: [(&str, &str); 17] = [
        ("../../x.png", "x.png"),
        ("..\\..\\windows\\x.png", "x.png"),
        ("/etc/passwd", "passwd"),
        ("C:\\ảnh\\băng rôn.png", "băng rôn.png"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("congviec.png", "congviec.png"),
        ("..", "tep"),
        (".", "tep"),
        (".htaccess", "htaccess"),
        ("ảnh\u{202e}gnp.exe", "ảnhgnp.exe"),
        ("a\u{200b}\u{feff}b.png", "ab.png"),
        ("a\0b.png", "ab.png"),
        ("a<b>|c:d*e?.png", "abcde.png"),
        ("x.png. . ", "x.png"),
        (&long, &cut),
    ];
    each(|app| {
        let doan = app.sign_in("doan");
        for (sent, kept) in cases {
            let escaped = sent.replace('\\', "\\\\");
            let answer = doan.raw("POST", "/attachments", "multipart/form-data; boundary=x", form(escaped.as_bytes()));
            if sent.contains('\0') && answer.status == 400 {
                // A header with NUL is no header: refused before anything is kept.
                continue;
            }
            let file = answer.ok();
            assert_eq!(file["file_name"], kept, "{}", sent.escape_debug());
            let saved = doan.get(&format!("/attachments/{}", file["id"].as_str().expect("an id")));
            let header = saved.headers.get("content-disposition").expect("a name").to_str().expect("ASCII").to_owned();
            let name = header.strip_prefix("attachment; filename*=UTF-8\'\'").unwrap_or_else(|| panic!("{header}"));
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"%-._~!#$&+^`|".contains(&byte);
            assert!(name.bytes().all(plain), "{header}");
            assert!(!header.contains(['\r', '\n', '/', '\\', '"']), "{header}");
            assert_eq!(saved.header("x-content-type-options"), "nosniff");
        }
        // A line break in a name is no second header of the part.
        let answer = doan.raw("POST", "/attachments", "multipart/form-data; boundary=x", form(b"a.png\r\nX-Evil: 1"));
        assert!(answer.status == 201 || answer.status == 400, "{}", answer.text());
        assert!(!answer.text().contains("X-Evil"), "{}", answer.text());
    });
}
