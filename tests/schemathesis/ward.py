"""The server under test, the people of the demo ward, and the ids of what they see."""

import base64
import json
import os
import random
import re
import subprocess
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

import requests

PASSWORD = "BaDinh@2024!"
# One account of each role. What ends sessions or closes accounts is done by and to SPARES only.
PEOPLE = {
    "leader": "lanhdao", "social_officer": "chinhsach", "culture_officer": "vanhoa", "youth_union": "doan",
    "police": "congan", "front": "mttq", "neighborhood": "khupho1", "school": "truong1", "health": "yte",
    "superior": "captren", "admin": "quantri",
}
SPARES = ["khupho8", "khupho9", "khupho10", "khupho11", "truong2", "truong3"]
# Stands in the database of every run, in sealed and in open columns: no error may repeat it.
PLANTED = "Qxjz Tuyệt Mật"
# The same for what a request says.
SAID = "Wvkq Kín Đáo"


class Server:
    """`bup serve --demo` on a free port and a data folder that is gone afterwards."""

    def __init__(self, bup, database_url):
        self.folder = tempfile.TemporaryDirectory(prefix="bup-fuzz-")
        settings = {key: value for key, value in os.environ.items() if not key.startswith("BUP_")}
        settings.pop("DATABASE_URL", None)
        if database_url:
            settings["DATABASE_URL"] = database_url
        # The run signs in again and again, and guesses passwords; the limits have tests of their own.
        settings |= {"BUP_LOGIN_ATTEMPTS_PER_MINUTE": "100000", "BUP_LOGIN_FAILURES_PER_MINUTE": "100000"}
        command = [bup, "serve", "--demo", "--port", "0", "--data-dir", f"{self.folder.name}/data"]
        self.process = subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.panics, self.errors, self.url = [], [], None
        self.started = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()
        if not self.started.wait(180) or not self.url:
            raise SystemExit("fuzz: the server does not start:\n" + "\n".join(self.errors[-20:]))

    def _read(self):
        for line in self.process.stdout:
            text = re.sub(r"\x1b\[[0-9;]*m", "", line.decode("utf-8", "replace")).rstrip()
            found = re.match(r"Búp Trên Cành: (http://\S+)", text)
            if found:
                self.url = found.group(1)
                self.started.set()
            if "panicked" in text:
                self.panics.append(text)
            # actix calls every request that is no HTTP an error.
            if (" ERROR " in text and "request parse error" not in text) or not self.url:
                self.errors.append(text)
            if PLANTED in text or SAID in text:
                self.panics.append(f"the log repeats what is confidential: {text}")
        self.started.set()

    def is_alive(self):
        return self.process.poll() is None

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.folder.cleanup()


class Ward:
    """Who may do what, and what is there."""

    def __init__(self, server, document):
        self.url, self.document = server.url, document
        self.session = requests.Session()
        self.tokens, self.born = {}, {}
        self.rights = defaultdict(set)
        # By the address up to the row (`/api/v1/tasks`), and by the name of a member (`task_id`).
        self.rows, self.inner, self.named = defaultdict(list), defaultdict(list), defaultdict(list)

    def call(self, method, path, who=None, body=None, **more):
        headers = {"Authorization": f"Bearer {self.token(who)}"} if who else {}
        return self.session.request(method, self.url + path, json=body, headers=headers | more, timeout=60)

    def token(self, who):
        """Access tokens live 15 minutes; signed in anew after ten."""
        if who not in self.tokens or time.monotonic() - self.born[who] > 600:
            self.tokens[who], self.born[who] = self._sign_in(who), time.monotonic()
        return self.tokens[who]

    def _sign_in(self, who):
        if who == "machine":
            form = {"grant_type": "client_credentials", "client_id": self.machine[0], "client_secret": self.machine[1]}
            answer = self.session.post(f"{self.url}/api/v1/auth/token", data=form, timeout=60)
        else:
            body = {"username": who, "password": PASSWORD, "client": "mobile"}
            answer = self.session.post(f"{self.url}/api/v1/auth/login", json=body, timeout=60)
        if answer.status_code != 200 and who == "machine":
            self._make_machine()
            return self._sign_in(who)
        if answer.status_code != 200 and who in SPARES:
            return "closed"  # by the administrator, who is fuzzed too
        if answer.status_code != 200:
            raise SystemExit(f"fuzz: {who} cannot sign in (any more): {answer.status_code} {answer.text}")
        return answer.json()["access_token"]

    def prepare(self):
        for cell in self.call("GET", "/api/v1/permissions", "chinhsach").json()["items"]:
            self.rights[PEOPLE[cell["role"]]] |= {f"{cell['resource']}:{action}" for action in cell["actions"]}
        self._plant()
        self._make_machine()
        for who in ("chinhsach", "quantri"):
            self._gather(who)
        # The run's own people and machine are not closed, moved or given other secrets by it.
        me = {self.machine[0], self.machine_row} | {self.call("GET", "/api/v1/me", who).json()["user"]["id"] for who in PEOPLE.values()}
        for known in (self.rows, self.named):
            for ids in known.values():
                ids[:] = [one for one in ids if one not in me]

    def _plant(self):
        officer, today = "chinhsach", self.call("GET", "/api/v1/me", "chinhsach").json()["today"]
        self.year = int(today[:4])
        unit = next(one["id"] for one in self.call("GET", "/api/v1/units?limit=200", officer).json()["items"]
                    if one["kind"] == "neighborhood")
        child = {"full_name": f"Nguyễn {PLANTED}", "date_of_birth": f"{int(today[:4]) - 9}-05-06", "sex": "female",
                 "neighborhood_id": unit, "guardians": [{"relation": "mother", "full_name": f"Lê {PLANTED}"}]}
        case = {"summary": f"{PLANTED} bị bỏ rơi", "kind": "neglect", "risk": "high"}
        task = {"title": f"Việc {PLANTED}", "lead_unit_id": unit, "due_on": today}
        for path, body in (("children", child), ("tasks", task), ("cases", case)):
            answer = self.call("POST", f"/api/v1/{path}", officer, body)
            # The case's form grows; the child and the task suffice.
            if path != "cases" and answer.status_code != 201:
                raise SystemExit(f"fuzz: cannot plant in {path}: {answer.text}")
        self._attach(officer)

    def _attach(self, officer):
        """A photo that belongs to a task, so that files are downloaded too."""
        dot = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
        headers = {"Authorization": f"Bearer {self.token(officer)}"}
        files = {"file": ("anh.png", dot, "image/png")}
        sent = self.session.post(f"{self.url}/api/v1/attachments", files=files, headers=headers, timeout=60)
        if sent.status_code != 201:
            raise SystemExit(f"fuzz: no attachment: {sent.text}")
        me = self.call("GET", "/api/v1/me", officer).json()
        task = {"title": "Có ảnh", "lead_unit_id": me["unit"]["id"], "due_on": me["today"]}
        task = self.call("POST", "/api/v1/tasks", officer, task).json()["id"]
        body = {"note": "Ảnh", "attachment_ids": [sent.json()["id"]]}
        given = self.call("POST", f"/api/v1/tasks/{task}/updates", officer, body)
        if given.status_code != 201:
            raise SystemExit(f"fuzz: the attachment stays alone: {given.text}")
        self._know(self.rows["/api/v1/attachments"], [sent.json()["id"]])

    def _make_machine(self):
        units = self.call("GET", "/api/v1/units?limit=200", "quantri").json()["items"]
        unit = next(one["id"] for one in units if one["kind"] == "leadership")
        # Approving is for machines of superior units.
        scopes = [one for one in self.document["components"]["schemas"]["MachineScope"]["enum"] if not one.endswith(":approve")]
        year = int(self.call("GET", "/api/v1/me", "quantri").json()["today"][:4])
        body = {"name": "Fuzz", "unit_id": unit, "scopes": scopes, "expires_on": f"{year + 1}-06-01"}
        answer = self.call("POST", "/api/v1/service-accounts", "quantri", body)
        if answer.status_code != 201:
            raise SystemExit(f"fuzz: no machine: {answer.text}")
        made = answer.json()
        self.machine_row = made["id"]
        self.machine = (made["client_id"] if "client_id" in made else made["id"], made["client_secret"])
        self.rights["machine"] = {scope for scope in scopes}

    def _gather(self, who):
        """All rows of all lists, and a few of each opened for what lies within."""
        for path, item in self.document["paths"].items():
            if "get" not in item or "{" in path or path.endswith((".xlsx", ".docx", ".pdf", ".ics", "/feed")):
                continue
            answer = self.call("GET", path, who)
            if answer.status_code != 200 or "json" not in answer.headers["content-type"]:
                continue
            rows = answer.json().get("items") if isinstance(answer.json(), dict) else None
            ids = [row["id"] for row in rows or [] if isinstance(row, dict) and isinstance(row.get("id"), str)]
            self._know(self.rows[path], ids)
            self._know(self.named[f"{singular(path.rsplit('/', 1)[1])}_id"], ids)
            self.walk(rows)
            if "get" in self.document["paths"].get(f"{path}/{{id}}", {}):
                for one in ids[:2]:
                    opened = self.call("GET", f"{path}/{one}", who)
                    if opened.status_code == 200:
                        self.walk(opened.json(), (path, one))

    def learn(self, operation_path, answer):
        """What a request made is there for the next."""
        if isinstance(answer, dict) and isinstance(answer.get("id"), str) and "{" not in operation_path:
            self._know(self.rows[operation_path], [answer["id"]], 300)

    def walk(self, value, parent=None, name=None):
        if isinstance(value, list):
            for one in value:
                self.walk(one, parent, name)
        elif isinstance(value, dict):
            if name and isinstance(value.get("id"), str):
                self._know(self.named[f"{singular(name)}_id"], [value["id"]])
                if parent:
                    self._know(self.inner[(*parent, f"{singular(name)}_id")], [value["id"]])
            for key, one in value.items():
                if key.endswith("_id") and isinstance(one, str):
                    self._know(self.named[key], [one])
                self.walk(one, parent, key)

    @staticmethod
    def _know(known, ids, most=60):
        known.extend(one for one in ids if one not in known)
        del known[:-most]

    def row_of(self, path, parameters, dice):
        """Ids for the open places of an address, the inner ones of the outer row, where any are known."""
        before, _, rest = path.partition("/{id}")
        rows = self.rows.get(before)
        if "{id}" not in path or not rows:
            return {name: dice.choice(ids) for name in parameters if (ids := self.named.get(name))}
        more = [name for name in parameters if name != "id"]
        fitting = [row for row in rows if all(self.inner.get((before, row, name)) for name in more)]
        chosen = {"id": dice.choice(fitting or rows)}
        for name in more:
            ids = self.inner.get((before, chosen["id"], name)) or self.named.get(name)
            if ids:
                chosen[name] = dice.choice(ids)
        return chosen

    def id_for(self, name, dice):
        """An id that a member of a body may mean by its name."""
        name = name.removesuffix("s")
        if name == "unit_id" or name.endswith(("_unit_id", "neighborhood_id", "school_id")):
            ids = self.named.get(name) or self.rows.get("/api/v1/units")
        else:
            ids = self.named.get(name) or self.named.get("_".join(name.split("_")[-2:]))
        return dice.choice(ids) if ids else None


def singular(word):
    return {"children": "child", "people": "person"}.get(word) or re.sub(r"s$", "", re.sub(r"ies$", "y", word))


def read_document(path):
    return json.loads(Path(path).read_text("utf-8"))


def a_dice(*words):
    return random.Random("/".join(map(str, words)))
