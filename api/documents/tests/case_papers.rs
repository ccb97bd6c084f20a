//! What every document of a case must be, read from the parts that are written.

mod samples;

use std::io::{Cursor, Read};

use samples::cases as sample;

fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn properties_tell_nothing() {
    for (name, file) in sample::all() {
        let core = part(&file, "docProps/core.xml");
        assert!(core.contains("<dc:title>Tài liệu nội bộ</dc:title>"), "{name}: {core}");
        for word in ["Khuê", "xâm hại", "creator", "lastModifiedBy", "subject", "keywords", "description"] {
            assert!(!core.contains(word), "{name}: {word}");
        }
        // Where Word writes who edited the file, and for whom.
        let mut zip = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
        assert!(zip.by_name("docProps/app.xml").is_err() && zip.by_name("docProps/custom.xml").is_err(), "{name}");
    }
}

#[test]
fn every_page_asks_for_care() {
    for (name, file) in sample::all() {
        let foot = part(&file, "word/footer1.xml");
        assert!(
            foot.contains("Tài liệu có thông tin riêng tư của trẻ em – không sao chụp, không chuyển tiếp"),
            "{name}"
        );
        assert!(part(&file, "[Content_Types].xml").contains(r#"PartName="/word/footer1.xml""#));
        assert!(part(&file, "word/_rels/document.xml.rels").contains(r#"Id="rId5""#));
        let document = part(&file, "word/document.xml");
        let sections: Vec<&str> = document.split("<w:sectPr>").skip(1).collect();
        // The first page has header and footer of its own; without one it would be bare.
        assert!(sections[0].contains(r#"<w:footerReference w:type="first" r:id="rId5"/>"#), "{name}");
        assert!(sections.iter().all(|section| section.contains(r#"w:type="default" r:id="rId5""#)), "{name}");
    }
}

#[test]
fn no_stamp_of_secrecy() {
    for (name, file) in sample::all() {
        let all =
            part(&file, "word/document.xml") + &part(&file, "word/footer1.xml") + &part(&file, "word/header1.xml");
        assert!(!all.contains("MẬT"), "{name}");
    }
}

#[test]
fn signatures_never_stand_on_a_page_alone() {
    for (name, file) in sample::all() {
        let document = part(&file, "word/document.xml");
        // The signatures of a plan stand before its annex.
        let body = document.split("<w:sectPr>").next().unwrap();
        let before = &body[..body.rfind("<w:tbl>").unwrap()];
        let mut paragraphs = before.rsplit("<w:p>");
        assert!(paragraphs.next().unwrap().contains("<w:keepNext/>"), "{name}: the space above");
        assert!(paragraphs.next().unwrap().contains("<w:keepNext/>"), "{name}: what stands before it");
    }
}

#[test]
fn only_the_activities_of_a_plan_lie_across() {
    for (name, file) in sample::all() {
        let across = part(&file, "word/document.xml").matches(r#"w:orient="landscape""#).count();
        assert_eq!(across, usize::from(name == "mau-04"), "{name}");
    }
}

#[test]
fn the_same_data_are_the_same_bytes() {
    assert_eq!(sample::all(), sample::all());
}
