"""What must hold of every answer beyond schemathesis' own checks."""

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree

import jsonschema_rs
from ward import PLANTED, SAID

# May come of every operation at any time and is described once, as `default`.
ANYWHERE = {429, 503}
# Of these every one that is sent is described, and none is described that never comes with a good answer.
TOLD_HEADERS = ["ETag", "Location", "Content-Disposition", "Retry-After", "WWW-Authenticate", "Set-Cookie"]
SLOWEST = 20.0


def described(document, case, status):
    """The answer that the document describes for a status by its own number."""
    told = document["paths"][case.operation.path][case.method.lower()]["responses"].get(str(status), {})
    reference = told.get("$ref")
    return document["components"]["responses"][reference.rsplit("/", 1)[1]] if reference else told


def inside(kind, content):
    """Files that are saved and opened: no cell is a formula of ours or anybody's, no part is broken XML."""
    if kind.startswith("text/csv"):
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
            for cell in row:
                if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not re.fullmatch(r"-?\d+", cell):
                    yield "formula", f"a cell of CSV would be run: {cell[:80]}"
    elif "officedocument" in kind:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                if not name.endswith((".xml", ".rels")):
                    continue
                part = package.read(name)
                if b"<!DOCTYPE" in part:
                    yield "file", f"{name} has a DTD"
                try:
                    root = ElementTree.fromstring(part)
                except ElementTree.ParseError as error:
                    yield "file", f"{name} is no XML: {error}"
                    continue
                for cell in root.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f"):
                    # Sums of our own (the annex of a report, the quarter of injuries) name cells and functions only.
                    if not re.fullmatch(r"[A-Z0-9$:,+()'! .]*", cell.text or ""):
                        yield "formula", f"{name} has the formula {cell.text[:80]}"
                for relation in root.iter("{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"):
                    if relation.get("TargetMode") == "External":
                        yield "file", f"{name} points out of the file: {relation.get('Target')}"


class Checks:
    def __init__(self, document):
        self.document = document
        schema = {"$ref": "#/components/schemas/Problem", "components": document["components"]}
        self.problem = jsonschema_rs.Draft202012Validator(schema)

    def all(self, case, response, who):
        """Yields (name, what is wrong)."""
        status, text = response.status_code, response.content.decode("utf-8", "replace")
        headers = {name.lower(): values[0] for name, values in response.headers.items()}
        operation = self.document["paths"].get(case.operation.path, {}).get(case.method.lower())
        if operation is None:
            return
        told = described(self.document, case, status)
        if not told and status not in ANYWHERE and status < 500:
            yield "status", f"{status} is not in the document: {text[:200]}"
        for name in TOLD_HEADERS:
            if told and name.lower() in headers and name not in told.get("headers", {}):
                yield "header", f"{status} has a header {name} that the document does not name"
        if "cache-control" not in headers or headers.get("x-content-type-options") != "nosniff":
            yield "careful headers", f"{status} lacks Cache-Control or nosniff"
        if response.elapsed > SLOWEST:
            yield "time", f"took {response.elapsed:.1f} s"
        if status == 200:
            yield from inside(headers.get("content-type", ""), response.content)
        if status >= 400:
            yield from self._refusal(case, response, headers.get("content-type", ""))
        if who is None and operation.get("security", [{}]) != [{}] and status != 401:
            yield "signed out", f"{status} without a token"

    def _refusal(self, case, response, kind):
        text = response.content.decode("utf-8", "replace")
        oauth = case.operation.path.endswith("/auth/token") and kind == "application/json"
        if kind != "application/problem+json" and not oauth:
            yield "problem", f"{response.status_code} is {kind or 'nothing'}"
        elif not oauth:
            for error in self.problem.iter_errors(json.loads(text)):
                yield "problem", f"{response.status_code}: {error.message}"
            if json.loads(text).get("status") != response.status_code:
                yield "problem", f"{response.status_code} says {json.loads(text).get('status')}"
        # With 412 a reader of the row is shown the row.
        if PLANTED in text and response.status_code != 412:
            yield "confidential", f"{response.status_code} repeats what lies in the database: {text[:300]}"
        if SAID in text and response.status_code != 412:
            yield "confidential", f"{response.status_code} repeats what was sent: {text[:300]}"
