//! The structure of a document, for those who have it read to them.

/// Its place in [`Tags`].
pub(super) type Tag = usize;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    Document,
    Paragraph,
    /// 1 to 3.
    Heading(u8),
    Table,
    Row,
    HeaderCell,
    Cell,
    /// With what it shows.
    Figure(String),
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Kid {
    Tag(Tag),
    /// Page and number of what is marked there.
    Mark(usize, i32),
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) role: Role,
    pub(super) parent: Option<Tag>,
    pub(super) kids: Vec<Kid>,
}

#[derive(Debug)]
pub(super) struct Tags {
    pub(super) nodes: Vec<Node>,
}

impl Tags {
    pub(super) const ROOT: Tag = 0;

    pub(super) fn new() -> Self {
        Self { nodes: vec![Node { role: Role::Document, parent: None, kids: Vec::new() }] }
    }

    pub(super) fn add(&mut self, parent: Tag, role: Role) -> Tag {
        let tag = self.nodes.len();
        self.nodes.push(Node { role, parent: Some(parent), kids: Vec::new() });
        self.adopt(parent, Kid::Tag(tag));
        tag
    }

    pub(super) fn is_cell(&self, tag: Tag) -> bool {
        self.nodes.get(tag).is_some_and(|node| matches!(node.role, Role::HeaderCell | Role::Cell))
    }

    pub(super) fn adopt(&mut self, parent: Tag, kid: Kid) {
        if let Some(node) = self.nodes.get_mut(parent) {
            node.kids.push(kid);
        }
    }
}
