//! Pages → the bytes of a PDF 1.7.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, StructRole, SystemInfo, TableHeaderScope, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Settings, Str, TextStr};
use subsetter::GlyphRemapper;

use super::flow::{Ink, Mark};
use super::page::Page;
use super::tags::{Kid, Role, Tag, Tags};
use crate::font::Style;

const LANGUAGE: &str = "vi-VN";
const IDENTITY: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

pub(super) fn pdf(title: &str, pages: &[Page], tags: Tags) -> Vec<u8> {
    let mut writer = Writer {
        pdf: Pdf::with_settings(Settings { pretty: false }),
        next: 1,
        fonts: Style::ALL.map(|style| Font { style, id: Ref::new(1), letters: BTreeMap::new() }),
        tags,
    };
    writer.write(title, pages);
    writer.pdf.finish()
}

/// Every letter that is used has a number of its own, so that letters which share a glyph are told apart when copied.
struct Font {
    style: Style,
    id: Ref,
    letters: BTreeMap<char, u16>,
}

impl Font {
    fn number(&mut self, char: char) -> u16 {
        let next = u16::try_from(self.letters.len() + 1).unwrap_or(0);
        *self.letters.entry(char).or_insert(next)
    }
}

struct Writer {
    pdf: Pdf,
    next: i32,
    fonts: [Font; 4],
    tags: Tags,
}

impl Writer {
    fn id(&mut self) -> Ref {
        let id = Ref::new(self.next);
        self.next += 1;
        id
    }

    fn write(&mut self, title: &str, pages: &[Page]) {
        let (catalog, tree, root, parents, info) = (self.id(), self.id(), self.id(), self.id(), self.id());
        for index in 0..self.fonts.len() {
            let id = self.id();
            if let Some(font) = self.fonts.get_mut(index) {
                font.id = id;
            }
        }
        let ids: Vec<Ref> = pages.iter().map(|_| self.id()).collect();
        let mut marked = Vec::new();
        for (index, (page, id)) in pages.iter().zip(&ids).enumerate() {
            marked.push(self.page(index, page, *id, tree));
        }
        self.pdf.pages(tree).kids(ids.iter().copied()).count(i32::try_from(ids.len()).unwrap_or(i32::MAX));
        for index in 0..self.fonts.len() {
            self.font(index);
        }
        self.structure(root, parents, &ids, &marked);
        self.pdf.document_info(info).title(TextStr(title));
        let mut document = self.pdf.catalog(catalog);
        document.pages(tree).lang(TextStr(LANGUAGE));
        document.mark_info().marked(true);
        document.viewer_preferences().display_doc_title(true);
        document.pair(Name(b"StructTreeRoot"), root);
    }

    /// What each number that is marked on the page belongs to.
    fn page(&mut self, index: usize, page: &Page, id: Ref, tree: Ref) -> Vec<Tag> {
        let mut content = Content::with_settings(Settings { pretty: false });
        let mut marked: Vec<Tag> = Vec::new();
        for run in page.marks.chunk_by(|one, next| one.tag == next.tag) {
            let Some(tag) = run.first().map(|mark| mark.tag) else { continue };
            match tag {
                Some(tag) => {
                    let number = i32::try_from(marked.len()).unwrap_or(i32::MAX);
                    marked.push(tag);
                    self.tags.adopt(tag, Kid::Mark(index, number));
                    let role = self.tags.nodes.get(tag).map_or(StructRole::P, |node| role(&node.role));
                    let mut mark = content.begin_marked_content_with_properties(role.to_name());
                    mark.properties().identify(number);
                }
                None => {
                    content.begin_marked_content(Name(b"Artifact"));
                }
            }
            for mark in run {
                draw(&mut content, &mut self.fonts, page.height, mark);
            }
            content.end_marked_content();
        }
        let stream = self.id();
        self.pdf.stream(stream, &compressed(content.finish().as_slice())).filter(Filter::FlateDecode);
        let mut written = self.pdf.page(id);
        written.parent(tree).media_box(Rect::new(0.0, 0.0, short(page.width), short(page.height))).contents(stream);
        written.struct_parents(i32::try_from(index).unwrap_or(i32::MAX));
        written.pair(Name(b"Tabs"), Name(b"S"));
        let mut resources = written.resources();
        let mut fonts = resources.fonts();
        for font in &self.fonts {
            // A font is written when a letter of it was: pages before may name it, whoever reads them does not need it.
            if !font.letters.is_empty() {
                fonts.pair(Name(name(font.style)), font.id);
            }
        }
        fonts.finish();
        resources.finish();
        written.finish();
        marked
    }

    fn font(&mut self, index: usize) {
        let ids = [self.id(), self.id(), self.id(), self.id(), self.id()];
        let Some(font) = self.fonts.get(index).filter(|font| !font.letters.is_empty()) else { return };
        let Some(face) = font.style.face() else { return };
        let [cid, descriptor, file, unicode, places] = ids;
        let mut letters: Vec<(char, u16)> = font.letters.iter().map(|(char, number)| (*char, *number)).collect();
        letters.sort_by_key(|(_, number)| *number);
        let mut remapper = GlyphRemapper::new();
        // Number → glyph of the file, two bytes each; number 0 is the empty box.
        let mut map = vec![0, 0];
        let mut cmap = UnicodeCmap::new(Name(b"Custom"), IDENTITY);
        for (char, number) in &letters {
            map.extend(remapper.remap(font.style.glyph(*char).0).to_be_bytes());
            cmap.pair(*number, *char);
        }
        let data = subsetter::subset(font.style.data(), 0, &remapper).unwrap_or_else(|_| font.style.data().to_vec());
        let base = format!("{}+{}", tag_of(&map, &letters), font.style.name());
        let base = Name(base.as_bytes());
        self.pdf
            .type0_font(font.id)
            .base_font(base)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(unicode);
        let mut written = self.pdf.cid_font(cid);
        written.subtype(CidFontType::Type2).base_font(base).system_info(IDENTITY).font_descriptor(descriptor);
        written.default_width(0.0).cid_to_gid_map_stream(places);
        written.widths().consecutive(1, letters.iter().map(|(char, _)| short(font.style.advance(*char) * 1_000.0)));
        written.finish();
        let unit = 1_000.0 / f32::from(face.units_per_em());
        let scaled = |value: i16| short(f32::from(value) * unit);
        let bounds = face.global_bounding_box();
        let mut flags = FontFlags::SERIF | FontFlags::SYMBOLIC;
        if matches!(font.style, Style::Italic | Style::BoldItalic) {
            flags |= FontFlags::ITALIC;
        }
        self.pdf
            .font_descriptor(descriptor)
            .name(base)
            .flags(flags)
            .bbox(Rect::new(scaled(bounds.x_min), scaled(bounds.y_min), scaled(bounds.x_max), scaled(bounds.y_max)))
            .italic_angle(face.italic_angle())
            .ascent(scaled(face.ascender()))
            .descent(scaled(face.descender()))
            .cap_height(scaled(face.capital_height().unwrap_or(1_341)))
            .stem_v(if matches!(font.style, Style::Bold | Style::BoldItalic) { 140.0 } else { 80.0 })
            .font_file2(file);
        let packed = compressed(&data);
        let mut stream = self.pdf.stream(file, &packed);
        stream.filter(Filter::FlateDecode);
        stream.pair(Name(b"Length1"), i32::try_from(data.len()).unwrap_or(i32::MAX));
        stream.finish();
        self.pdf.cmap(unicode, &compressed(cmap.finish().as_slice())).filter(Filter::FlateDecode);
        self.pdf.stream(places, &compressed(&map)).filter(Filter::FlateDecode);
    }

    fn structure(&mut self, root: Ref, parents: Ref, pages: &[Ref], marked: &[Vec<Tag>]) {
        let read = read(&self.tags);
        let ids: Vec<Option<Ref>> = read.iter().map(|read| read.then(|| self.id())).collect();
        let at = |tag: Tag| ids.get(tag).copied().flatten();
        for (tag, node) in self.tags.nodes.iter().enumerate() {
            let Some(id) = at(tag) else { continue };
            let mut element = self.pdf.struct_element(id);
            element.kind(role(&node.role)).parent(node.parent.and_then(at).unwrap_or(root));
            if let Role::Figure(text) = &node.role {
                element.alt(TextStr(text));
            }
            if node.role == Role::HeaderCell {
                element.attributes().push().table().scope(TableHeaderScope::Column);
            }
            // Most stand on one page, which is then named once.
            let first = node.kids.iter().find_map(|kid| match kid {
                Kid::Mark(page, _) => Some(*page),
                Kid::Tag(_) => None,
            });
            if let Some(page) = first.and_then(|page| pages.get(page)) {
                element.page(*page);
            }
            let mut kids = element.children();
            for kid in &node.kids {
                match kid {
                    Kid::Tag(tag) => {
                        if let Some(id) = at(*tag) {
                            kids.struct_element(id);
                        }
                    }
                    Kid::Mark(page, number) if first == Some(*page) => {
                        kids.marked_content_id(*number);
                    }
                    Kid::Mark(page, number) => {
                        if let Some(page) = pages.get(*page) {
                            kids.marked_content_ref().page(*page).marked_content_id(*number);
                        }
                    }
                }
            }
        }
        let lists: Vec<Ref> = marked.iter().map(|_| self.id()).collect();
        for (list, tags) in lists.iter().zip(marked) {
            self.pdf.indirect(*list).array().items(tags.iter().filter_map(|tag| at(*tag)));
        }
        let mut tree = self.pdf.indirect(parents).dict();
        let mut numbers = tree.insert(Name(b"Nums")).array();
        for (number, list) in (0_i32..).zip(&lists) {
            numbers.item(number);
            numbers.item(*list);
        }
        numbers.finish();
        tree.finish();
        let mut written = self.pdf.indirect(root).dict();
        written.pair(Name(b"Type"), Name(b"StructTreeRoot"));
        written.pair(Name(b"ParentTree"), parents);
        if let Some(document) = at(Tags::ROOT) {
            written.pair(Name(b"K"), document);
        }
    }
}

/// Which tags are worth writing: those with words in them, and all cells of a table.
fn read(tags: &Tags) -> Vec<bool> {
    let mut read: Vec<bool> = tags
        .nodes
        .iter()
        .map(|node| {
            matches!(node.role, Role::Document | Role::Table | Role::Row | Role::HeaderCell | Role::Cell)
                || node.kids.iter().any(|kid| matches!(kid, Kid::Mark(..)))
        })
        .collect();
    if let Some(root) = read.first_mut() {
        *root = true;
    }
    read
}

const fn role(role: &Role) -> StructRole {
    match role {
        Role::Document => StructRole::Document,
        Role::Paragraph => StructRole::P,
        Role::Heading(1) => StructRole::H1,
        Role::Heading(2) => StructRole::H2,
        Role::Heading(_) => StructRole::H3,
        Role::Table => StructRole::Table,
        Role::Row => StructRole::TR,
        Role::HeaderCell => StructRole::TH,
        Role::Cell => StructRole::TD,
        Role::Figure(_) => StructRole::Figure,
    }
}

const fn name(style: Style) -> &'static [u8] {
    match style {
        Style::Regular => b"R",
        Style::Bold => b"B",
        Style::Italic => b"I",
        Style::BoldItalic => b"X",
    }
}

fn draw(content: &mut Content, fonts: &mut [Font; 4], height: f32, mark: &Mark) {
    let (x, y) = (mark.x, height - mark.y);
    match &mark.ink {
        Ink::Area { width, height, gray } => {
            content.set_fill_gray(*gray);
            content.rect(short(x), short(y - height), short(*width), short(*height)).fill_nonzero();
            content.set_fill_gray(0.0);
        }
        Ink::Line { dx, dy, width, gray, dashed } => {
            content.set_line_width(*width).set_stroke_gray(*gray);
            if *dashed {
                content.set_dash_pattern([3.0, 2.0], 0.0);
            }
            content.move_to(short(x), short(y)).line_to(short(x + dx), short(y - dy)).stroke();
            if *dashed {
                content.set_dash_pattern([], 0.0);
            }
        }
        Ink::Text { style, size, text, spread } => {
            let Some(font) = fonts.iter_mut().find(|font| font.style == *style) else { return };
            content.begin_text().set_font(Name(name(*style)), *size).next_line(short(x), short(y));
            let mut operation = content.show_positioned();
            let mut items = operation.items();
            for word in text.split_inclusive(' ') {
                let bytes: Vec<u8> = word.chars().flat_map(|char| font.number(char).to_be_bytes()).collect();
                items.show(Str(&bytes));
                if *spread > 0.0 && word.ends_with(' ') {
                    items.adjust(short(-spread / size * 1_000.0));
                }
            }
            items.finish();
            operation.finish();
            content.end_text();
        }
    }
}

/// Two digits behind the point are finer than any printer.
fn short(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Memory takes whatever is written.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Six capitals that are the same for the same letters.
fn tag_of(map: &[u8], letters: &[(char, u16)]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let chars = letters.iter().flat_map(|(char, _)| u32::from(*char).to_be_bytes());
    for byte in map.iter().copied().chain(chars) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let mut tag = String::new();
    for _ in 0..6 {
        tag.push(char::from(b'A' + u8::try_from(hash % 26).unwrap_or(0)));
        hash /= 26;
    }
    tag
}
