//! Every operation of the OpenAPI document, for the tests that walk all of them: a new route is covered by being
//! there.

use std::sync::Arc;

use bup::access::matrix::grant;
use bup::access::{Action, Resource, Role};
use serde_json::{Map, Value, json};

/// One account of the demo ward for each role.
pub const ACCOUNTS: [(Role, &str); 11] = [
    (Role::Leader, "lanhdao"),
    (Role::SocialOfficer, "chinhsach"),
    (Role::CultureOfficer, "vanhoa"),
    (Role::YouthUnion, "doan"),
    (Role::Police, "congan"),
    (Role::Front, "mttq"),
    (Role::Neighborhood, "khupho1"),
    (Role::School, "truong1"),
    (Role::Health, "yte"),
    (Role::Superior, "captren"),
    (Role::Admin, "quantri"),
];

/// An id that no row has.
pub const NO_ROW: &str = "0190163d-8694-739b-aea5-966c26f8ad90";

/// One operation.
pub struct Operation {
    /// In capitals.
    pub method: String,
    /// `/tasks/{id}`, without the base path.
    pub template: String,
    /// The rights that it says it asks for; none for a public one.
    pub permissions: Vec<(Resource, Action)>,
    /// As OpenAPI means them: one of these lists opens it, with all its rights.
    keys: Vec<Vec<(Resource, Action)>>,
    /// The media type of its body, if it takes one.
    pub media_type: Option<String>,
    /// The names of its parameters, each with where it stands (`path`, `query`, `header`).
    pub parameters: Vec<(String, String)>,
    schema: Value,
    schemas: Arc<Value>,
}

/// All operations, by address.
pub fn operations() -> Vec<Operation> {
    let mut document = serde_json::to_value(bup::server::openapi()).expect("the document is JSON");
    let schemas = Arc::new(document["components"]["schemas"].take());
    let paths = document["paths"].as_object().expect("paths");
    let mut all = Vec::new();
    for (path, item) in paths {
        for (method, operation) in item.as_object().expect("a path item") {
            all.push(Operation::read(path, method, operation, schemas.clone()));
        }
    }
    all
}

impl Operation {
    fn read(path: &str, method: &str, operation: &Value, schemas: Arc<Value>) -> Self {
        let template =
            path.strip_prefix("/api/v1").unwrap_or_else(|| panic!("{path} is outside of /api/v1")).to_owned();
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let read = |right: &Value| read_permission(right.as_str().unwrap_or(""), path);
        let key = |one: &Value| list(&one["bearer"]).iter().map(read).collect();
        let keys: Vec<Vec<(Resource, Action)>> = list(&operation["security"]).iter().map(key).collect();
        let word = |value: &Value| value.as_str().unwrap_or("").to_owned();
        let content = operation["requestBody"]["content"].as_object().and_then(|content| content.iter().next());
        Self {
            method: method.to_uppercase(),
            template,
            permissions: keys.concat(),
            keys,
            media_type: content.map(|(media_type, _)| media_type.clone()),
            parameters: list(&operation["parameters"])
                .iter()
                .map(|one| (word(&one["name"]), word(&one["in"])))
                .collect(),
            schema: content.map_or(Value::Null, |(_, content)| content["schema"].clone()),
            schemas,
        }
    }

    /// `POST /tasks/{id}/start`
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.template)
    }

    /// The address with `value` in every open place.
    pub fn path(&self, value: &str) -> String {
        let fill = |part: &str| if part.starts_with('{') { value.to_owned() } else { part.to_owned() };
        self.template.split('/').map(fill).collect::<Vec<_>>().join("/")
    }

    /// Whether an address is one of its own.
    pub fn matches(&self, path: &str) -> bool {
        let (own, other): (Vec<&str>, Vec<&str>) = (self.template.split('/').collect(), path.split('/').collect());
        own.len() == other.len() && own.iter().zip(&other).all(|(own, other)| own.starts_with('{') || own == other)
    }

    /// Whether its address names a row.
    pub fn names_a_row(&self) -> bool {
        self.template.contains('{')
    }

    pub fn takes_json(&self) -> bool {
        self.media_type.as_deref() == Some("application/json")
    }

    /// The account of somebody who has the right to it; the officer's, where several have.
    pub fn account(&self) -> &'static str {
        let officer_first = ACCOUNTS.iter().skip(1).chain(ACCOUNTS.iter().take(1));
        let mut able = officer_first.filter(|(role, _)| self.allows(*role));
        able.next().unwrap_or_else(|| panic!("nobody may {}", self.name())).1
    }

    /// Whether a role has the rights that open it.
    pub fn allows(&self, role: Role) -> bool {
        let has = |(resource, action): &(Resource, Action)| grant(role, *resource, *action).is_some();
        self.keys.iter().any(|key| key.iter().all(has))
    }

    /// The smallest body that its schema takes, with what its rules ask for besides.
    pub fn sample(&self) -> Value {
        let mut body = self.sample_of(&self.schema);
        let asked = [
            // A report without any word says nothing.
            ("note", json!("x")),
            ("year", json!(2024)),
            ("starts_on", json!("2024-06-01")),
            ("ends_on", json!("2024-06-30")),
        ];
        let fields = self.fields();
        for (name, value) in asked.into_iter().filter(|(name, _)| fields.iter().any(|(field, _)| field == name)) {
            body[name] = value;
        }
        body
    }

    /// The fields of its body with the schema of each.
    pub fn fields(&self) -> Vec<(String, Value)> {
        let object = self.resolve(&self.schema);
        let properties = object["properties"].as_object().cloned().unwrap_or_default();
        properties.into_iter().map(|(name, schema)| (name, self.resolve(&schema))).collect()
    }

    /// The sample with one field set to something else.
    pub fn sample_with(&self, field: &str, value: Value) -> Value {
        let mut body = self.sample();
        body.as_object_mut().expect("an object").insert(field.to_owned(), value);
        body
    }

    /// Bodies that differ from the sample in one place each, however deep: where `replace` has a value for the schema.
    pub fn variants(&self, replace: &dyn Fn(&Value) -> Option<Value>) -> Vec<Value> {
        self.variants_of(&self.schema, replace, 0)
    }

    fn variants_of(&self, schema: &Value, replace: &dyn Fn(&Value) -> Option<Value>, depth: u32) -> Vec<Value> {
        let schema = self.resolve(schema);
        if let Some(value) = replace(&schema) {
            return vec![value];
        }
        // A preview holds sections, tasks and units: nothing is deeper.
        match type_of(&schema) {
            "array" if depth < 5 => {
                let items = self.variants_of(&schema["items"], replace, depth + 1);
                items.into_iter().map(|item| json!([item])).collect()
            }
            "object" if depth < 5 => {
                let members = schema["properties"].as_object().cloned().unwrap_or_default();
                let sample = if depth == 0 { self.sample() } else { self.sample_of(&schema) };
                let with = |name: &str, value: Value| {
                    let mut body = sample.clone();
                    body[name] = value;
                    body
                };
                let of = |(name, member): (&String, &Value)| -> Vec<Value> {
                    let values = self.variants_of(member, replace, depth + 1);
                    values.into_iter().map(|value| with(name, value)).collect()
                };
                members.iter().flat_map(of).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The schema itself, where it stands by reference or beside `null`.
    fn resolve(&self, schema: &Value) -> Value {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.rsplit('/').next().unwrap_or("");
            return self.resolve(&self.schemas[name]);
        }
        let one_of = schema["oneOf"].as_array().or(schema["allOf"].as_array());
        match one_of.and_then(|list| list.iter().find(|one| one["type"] != "null")) {
            Some(one) => self.resolve(one),
            None => schema.clone(),
        }
    }

    /// A value of a schema: required members only, the first word of an enum.
    pub fn sample_of(&self, schema: &Value) -> Value {
        let schema = self.resolve(schema);
        if let Some(word) = schema["enum"].as_array().and_then(|words| words.first()) {
            return word.clone();
        }
        match type_of(&schema) {
            "object" => {
                let required = schema["required"].as_array().cloned().unwrap_or_default();
                let names = required.iter().filter_map(|name| name.as_str());
                let member = |name: &str| (name.to_owned(), self.sample_of(&schema["properties"][name]));
                Value::Object(names.map(member).collect::<Map<_, _>>())
            }
            "array" => json!([]),
            "integer" | "number" => json!(1),
            "boolean" => json!(true),
            "string" => match schema["format"].as_str() {
                Some("uuid") => json!(NO_ROW),
                Some("date") => json!("2024-06-10"),
                Some("date-time") => json!("2024-06-10T01:00:00Z"),
                _ => json!("x"),
            },
            _ => Value::Null,
        }
    }
}

/// The type of a schema; of `["string", "null"]` the first.
pub fn type_of(schema: &Value) -> &str {
    let first = schema["type"].as_array().and_then(|types| types.iter().find(|one| **one != "null"));
    first.unwrap_or(&schema["type"]).as_str().unwrap_or("")
}

fn read_permission(right: &str, path: &str) -> (Resource, Action) {
    let parsed = right.split_once(':').and_then(|(r, a)| Some((Resource::parse(r)?, Action::parse(a)?)));
    parsed.unwrap_or_else(|| panic!("{path}: {right} is no permission of the matrix"))
}
