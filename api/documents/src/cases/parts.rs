//! Parts that several of the documents have.

use super::model::known;
use super::{Assessment, Child, Head, Item, Level, Levels, Need, Officer, Power, Result, Sex, Signer};
use crate::decree30::{Align, Column, Document, Signature, Table};

/// Before the full stop of what an authority issues: nothing may be added.
pub(super) const END: &str = "./.";
/// Broken where a reader would.
pub(super) const WORKER: &str = "Người làm công tác\nbảo vệ trẻ em";

pub(super) fn begin(head: &Head, kind: &str, subject: &str) -> Document {
    Document::private(&head.form, &head.header, kind, subject)
}

pub(super) fn written(document: Document) -> Result<Vec<u8>> {
    Ok(document.packed()?)
}

/// "trẻ em bị xâm hại"; without a kind just "trẻ em".
pub(super) fn of_kind(kind: &str) -> String {
    format!("trẻ em {}", kind.trim()).trim_end().to_owned()
}

pub(super) fn child(document: &mut Document, child: &Child) {
    document.field("Họ và tên trẻ em", known(&child.name));
    document
        .fields(&[("Ngày, tháng, năm sinh", child.birth().as_deref()), ("Giới tính", child.sex.map(Sex::vietnamese))]);
    document.field("Nơi cư trú", known(&child.residence));
}

/// Both blocks; `harm` and `resilience` are their headings, which the caller has numbered.
pub(super) fn blocks(document: &mut Document, assessment: &Assessment, mut heading: impl FnMut(&mut Document, &str)) {
    heading(document, "Đánh giá mức độ tổn hại của trẻ em");
    block(document, "Mức độ tổn hại của trẻ em", &assessment.harm);
    heading(document, "Đánh giá khả năng tự bảo vệ, phục hồi của trẻ em");
    block(document, "Khả năng tự bảo vệ, phục hồi của trẻ em", &assessment.resilience);
}

fn block(document: &mut Document, title: &str, items: &[Item]) {
    let levels = Levels::of(items);
    let total = |count: usize| if items.is_empty() { String::new() } else { count.to_string() };
    document.table(&Table {
        columns: vec![
            Column::new("TT", 12, Align::Center),
            Column::new(title, 71, Align::Left),
            Column::new("Cao", 14, Align::Center),
            Column::new("Trung bình", 17, Align::Center),
            Column::new("Thấp", 14, Align::Center),
            Column::new("Ghi chú", 37, Align::Left),
        ],
        rows: or_empty(items.iter().map(row).collect()),
        total: Some(vec![
            String::new(),
            "Tổng số".to_owned(),
            total(levels.high),
            total(levels.medium),
            total(levels.low),
        ]),
        points: 13,
    });
    if levels.open > 0 {
        document.paragraph(&format!("Còn {:02} nội dung chưa đánh giá mức độ.", levels.open));
    }
}

fn row(item: &Item) -> Vec<String> {
    let mark = |level| if item.level == Some(level) { "x".to_owned() } else { String::new() };
    vec![
        item.code.clone(),
        item.label.clone(),
        mark(Level::High),
        mark(Level::Medium),
        mark(Level::Low),
        item.note.clone().unwrap_or_default(),
    ]
}

pub(super) fn needs(document: &mut Document, title: &str, needs: &[Need]) {
    let rows = needs.iter().map(|need| vec![need.need.clone(), need.service.clone(), need.provider.clone()]);
    document.table(&Table {
        columns: vec![
            Column::new(title, 55, Align::Left),
            Column::new("Dịch vụ cung cấp", 60, Align::Left),
            Column::new("Đơn vị cung cấp dịch vụ", 50, Align::Left),
        ],
        rows: or_empty(rows.collect()),
        total: None,
        points: 13,
    });
}

/// Where there are no rows yet, some for a hand to fill, two lines high.
pub(super) fn or_empty(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    if rows.is_empty() { vec![vec!["\n".to_owned()]; 3] } else { rows }
}

/// Who wrote the document signs it alone.
pub(super) fn signed_by(document: &mut Document, officer: &Officer, position: &str, recipients: &[String]) {
    document.signatures(&[officer_signature(officer, position)], recipients);
}

pub(super) fn officer_signature(officer: &Officer, position: &str) -> Signature {
    let position = if officer.position.trim().is_empty() { position } else { &officer.position };
    Signature {
        lines: vec![position.to_owned()],
        hint: Some("(Ký, ghi rõ họ tên)".to_owned()),
        name: officer.name.clone(),
    }
}

/// By the ward's head in a power of their own, as the decree on a decision wants it.
pub(crate) fn chairperson(signer: &Signer) -> Signature {
    let lines = match signer.power {
        Power::Chairperson => vec!["CHỦ TỊCH".to_owned()],
        Power::Deputy => vec!["KT. CHỦ TỊCH".to_owned(), "PHÓ CHỦ TỊCH".to_owned()],
        Power::Acting => vec!["Q. CHỦ TỊCH".to_owned()],
    };
    Signature { lines, hint: None, name: signer.name.clone() }
}

/// For the whole People's Committee.
pub fn committee(signer: &Signer) -> Signature {
    let mut signature = chairperson(signer);
    signature.lines.insert(0, "TM. ỦY BAN NHÂN DÂN".to_owned());
    signature
}
