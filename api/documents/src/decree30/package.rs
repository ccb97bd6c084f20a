//! The parts around the text, and the zip around the parts.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

use super::block::{Blocks, Look, mm, paragraph};
use super::text::attribute;
use super::xml::{self, Written, picture_id};
use crate::pdf::{Paged, Section};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const FOOTER: &str = "word/footer1.xml";
/// From the edge of the paper to the page number, inside the top margin.
const HEADER_DISTANCE: i64 = mm(10);

/// A4, and how it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    Portrait,
    /// Only for wide tables in an annex.
    Landscape,
}

/// In twips.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Margins {
    pub(crate) top: i64,
    pub(crate) bottom: i64,
    pub(crate) left: i64,
    pub(crate) right: i64,
}

impl Margins {
    /// The least that the decree allows: most text on a page.
    pub(crate) const DECREE: Self = Self { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };
}

impl Paper {
    pub(crate) const fn size(self) -> (i64, i64) {
        match self {
            Self::Portrait => (11_906, 16_838),
            Self::Landscape => (16_838, 11_906),
        }
    }

    /// Width between the decree's margins.
    pub(crate) const fn room(self) -> i64 {
        self.size().0 - Margins::DECREE.left - Margins::DECREE.right
    }
}

/// Pages of one form.
pub(crate) struct Pages {
    pub(crate) paper: Paper,
    pub(crate) margins: Margins,
    pub(crate) blocks: Blocks,
}

/// A whole file. With `numbered`, every page but the first of the document shows its number.
pub(crate) fn docx(title: &str, sections: &[Pages], numbered: bool) -> Vec<u8> {
    // Memory takes whatever is written, and the names are these ten: there is nothing here that could fail.
    packed(title, "", sections, numbered).unwrap_or_default()
}

/// The same with a line at the foot of every page, unless it is empty.
pub(crate) fn packed(title: &str, foot: &str, sections: &[Pages], numbered: bool) -> ZipResult<Vec<u8>> {
    let footed = !foot.is_empty();
    let document = document(sections, numbered, footed);
    let pictures = document.pictures;
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
    };
    let part = |name: &str, kind: &str| {
        format!(
            r#"<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>"#
        )
    };
    let types = format!(
        r#"{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}{}{}{}{}{}{}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#,
        if pictures.is_empty() { "" } else { r#"<Default Extension="png" ContentType="image/png"/>"# },
        part("word/document.xml", "document.main"),
        part("word/styles.xml", "styles"),
        part("word/settings.xml", "settings"),
        part("word/header1.xml", "header"),
        part("word/header2.xml", "header"),
        if footed { part(FOOTER, "footer") } else { String::new() },
    );
    let roots = format!(
        r#"{DECLARATION}<Relationships xmlns="{PARTS}">{}<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#,
        relation("rId1", "officeDocument", "word/document.xml")
    );
    let relations = format!(
        r#"{DECLARATION}<Relationships xmlns="{PARTS}">{}{}{}{}{}{}</Relationships>"#,
        relation("rId1", "styles", "styles.xml"),
        relation("rId2", "settings", "settings.xml"),
        relation("rId3", "header", "header1.xml"),
        relation("rId4", "header", "header2.xml"),
        if footed { relation("rId5", "footer", "footer1.xml") } else { String::new() },
        (1..=pictures.len())
            .map(|number| relation(&picture_id(number), "image", &format!("media/image{number}.png")))
            .collect::<String>(),
    );
    let core = format!(
        r#"{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"#,
        attribute(title)
    );
    let settings = format!(
        r#"{DECLARATION}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#
    );
    let mut parts = vec![
        ("[Content_Types].xml", types),
        ("_rels/.rels", roots),
        ("docProps/core.xml", core),
        ("word/document.xml", document.xml),
        ("word/styles.xml", styles()),
        ("word/settings.xml", settings),
        ("word/header1.xml", header(PAGE_NUMBER)),
        ("word/header2.xml", header("<w:p/>")),
        ("word/_rels/document.xml.rels", relations),
    ];
    if footed {
        parts.push((FOOTER, footer(foot)));
    }
    zipped(&parts, &pictures)
}

/// The same pages as a PDF.
pub(crate) fn pdf(title: &str, foot: &str, sections: &[Pages], numbered: bool) -> Vec<u8> {
    let sections = sections.iter().map(|pages| Section {
        size: pages.paper.size(),
        margins: pages.margins,
        blocks: &pages.blocks,
    });
    let sections = sections.collect();
    crate::pdf::bytes(&Paged { title, foot, sections, numbered, edge: HEADER_DISTANCE })
}

fn zipped(parts: &[(&str, String)], pictures: &[Vec<u8>]) -> ZipResult<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default())?;
        zip.write_all(content.as_bytes())?;
    }
    for (number, picture) in (1..).zip(pictures) {
        zip.start_file(format!("word/media/image{number}.png"), SimpleFileOptions::default())?;
        zip.write_all(picture)?;
    }
    Ok(zip.finish()?.into_inner())
}

const PAGE_NUMBER: &str = r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p>"#;

fn header(content: &str) -> String {
    format!(r#"{DECLARATION}<w:hdr xmlns:w="{WORD}">{content}</w:hdr>"#)
}

fn footer(foot: &str) -> String {
    let mut blocks = Blocks::new();
    paragraph(&mut blocks, &Look::centered(10).italic(), foot);
    let mut text = Written::default();
    xml::write(&mut text, &blocks);
    let text = text.xml;
    format!(r#"{DECLARATION}<w:ftr xmlns:w="{WORD}">{text}</w:ftr>"#)
}

fn document(sections: &[Pages], numbered: bool, footed: bool) -> Written {
    let head = format!(r#"{DECLARATION}<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:body>"#);
    let mut written = Written { xml: head, ..Written::default() };
    for (index, pages) in sections.iter().enumerate() {
        xml::write(&mut written, &pages.blocks);
        let out = &mut written.xml;
        // The last section is the body's own; every other hangs on a paragraph, as small as paragraphs get, so that it
        // makes no page of its own. Word also wants a paragraph behind a table at the end.
        let last = index + 1 == sections.len();
        out.push_str(r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>"#);
        out.push_str(r#"<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>"#);
        if !last {
            section(out, pages, index, numbered, footed);
        }
        out.push_str("</w:pPr></w:p>");
        if last {
            section(out, pages, index, numbered, footed);
        }
    }
    written.xml.push_str("</w:body></w:document>");
    written
}

fn section(out: &mut String, pages: &Pages, index: usize, numbered: bool, footed: bool) {
    let (width, height) = pages.paper.size();
    let orientation = if pages.paper == Paper::Landscape { r#" w:orient="landscape""# } else { "" };
    let Margins { top, bottom, left, right } = pages.margins;
    out.push_str("<w:sectPr>");
    if numbered {
        out.push_str(r#"<w:headerReference w:type="default" r:id="rId3"/>"#);
        if index == 0 {
            out.push_str(r#"<w:headerReference w:type="first" r:id="rId4"/>"#);
        }
    }
    if footed {
        out.push_str(r#"<w:footerReference w:type="default" r:id="rId5"/>"#);
        // A first page with a header of its own also has a footer of its own.
        out.push_str(if index == 0 { r#"<w:footerReference w:type="first" r:id="rId5"/>"# } else { "" });
    }
    let _ = write!(
        out,
        r#"<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{orientation}/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{HEADER_DISTANCE}" w:footer="{HEADER_DISTANCE}" w:gutter="0"/>"#
    );
    if numbered && index == 0 {
        out.push_str("<w:titlePg/>");
    }
    out.push_str("</w:sectPr>");
}

fn styles() -> String {
    let mut out = format!(
        r#"{DECLARATION}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#
    );
    for level in 1..=3 {
        let outline = level - 1;
        let _ = write!(
            out,
            r#"<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="{outline}"/></w:pPr></w:style>"#
        );
    }
    out.push_str("</w:styles>");
    out
}
