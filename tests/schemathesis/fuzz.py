"""Every operation of openapi/bup.v1.json against the real server, as every role, with what schemathesis makes up from
the document: edges of each schema, random valid and random invalid data. See CONTRIBUTING.md.

    fuzz.py --bup target/debug/bup [--seed N] [--seconds S] [--only REGEX]     SQLite, or what DATABASE_URL names

Without --seconds one round is run: the same seed sends the same requests. With it rounds follow each other, each
under a seed of its own that is printed, until the time is over.
"""

import argparse
import json
import os
import re
import secrets
import shutil
import sys
import tempfile
import time
import warnings

import hypothesis
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import GenerationMode
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import (content_type_conformance, negative_data_rejection,
                                               response_headers_conformance, response_schema_conformance,
                                               status_code_conformance, unsupported_method)
from schemathesis.checks import not_a_server_error

from checks import Checks
from ward import PEOPLE, SAID, SPARES, Server, Ward, a_dice, read_document

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
          response_schema_conformance, negative_data_rejection, unsupported_method]

# They end the session, or change how the person signs in: done by an account that nothing else needs.
BY_SPARES = {
    ("POST", "/api/v1/auth/logout"): "ends the session",
    ("DELETE", "/api/v1/auth/sessions/{id}"): "ends a session",
    ("POST", "/api/v1/me/password"): "changes the password",
    ("POST", "/api/v1/me/totp"): "prepares one-time codes",
    ("POST", "/api/v1/me/totp/confirm"): "switches one-time codes on",
    ("POST", "/api/v1/me/totp/disable"): "switches one-time codes off",
    ("POST", "/api/v1/me/totp/recovery-codes"): "makes new recovery codes",
    ("POST", "/api/v1/auth/sessions/end-others"): "ends sessions",
}
# Members that hold words of people.
WORDS = {"name", "title", "note", "notes", "reason", "text", "summary", "description", "address", "content", "answer", "place"}
# What a spreadsheet would run, a page would show, a shell would do.
TRICKS = ["=HYPERLINK(\"http://x.invalid\";\"Qxf\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", "<script>Qxf</script>",
          "\"><img src=x onerror=Qxf>", "'; DROP TABLE users; --", "${{7*7}}", "a\u202eb\u200bc", "ệ" * 300]


def text(response):
    return response.content.decode("utf-8", "replace")


class Run:
    def __init__(self, server, document, only, effort):
        self.ward = Ward(server, document)
        self.server, self.document, self.effort = server, document, effort
        # Tokens are given by us: schemathesis would make up its own.
        plain = json.loads(json.dumps(document))
        for operation in (one for item in plain["paths"].values() for one in item.values()):
            operation.pop("security", None)
        self.schema = schemathesis.openapi.from_dict(plain)
        self.schema.config.update(base_url=server.url)
        self.checks = Checks(document)
        self.operations = [one.ok() for one in self.schema.get_all_operations()]
        self.operations = [one for one in self.operations if re.search(only, f"{one.method.upper()} {one.path}")]
        self.findings, self.counts, self.statuses, self.slow, self.spent = {}, {}, {}, [], []
        self.reached = set()
        self.ward.prepare()

    def round(self, seed, until=None):
        order = list(self.operations)
        a_dice(seed).shuffle(order)
        for operation in order:
            if until and time.monotonic() > until:
                return
            if not self.server.is_alive():
                return
            self.operation(operation, seed)

    def take_files(self, seed):
        """Every file that can be taken away, with all that the round has put into the rows (checks.py looks inside)."""
        dice = a_dice(seed, "files")
        for path, item in self.document["paths"].items():
            kinds = list(item.get("get", {}).get("responses", {}).get("200", {}).get("content", {}))
            if "text/csv" in item.get("get", {}).get("description", ""):
                kinds.append("text/csv")
            if "get" not in item or not any("json" not in kind for kind in kinds) or not self.server.is_alive():
                continue
            for operation in [one for one in self.operations if one.path == path and one.method.upper() == "GET"]:
                names = re.findall(r"{(\w+)}", path)
                for kind in kinds:
                    case = operation.Case(path_parameters={name: "0" for name in names}, headers={"Accept": kind})
                    case.path_parameters.update(self.ward.row_of(path, names, dice))
                    self.send(case, dice, always=kind)

    def operation(self, operation, seed):
        dice = a_dice(seed, operation.label)
        coverage, valid, invalid = self.effort
        begun = time.monotonic()
        for case in self.edges(operation, dice, coverage):
            self.send(case, dice)
        for mode, most in ((GenerationMode.POSITIVE, valid), (GenerationMode.NEGATIVE, invalid)):
            self.invent(operation, mode, most, dice, f"{seed}/{operation.label}/{mode}")
        self.spent.append((time.monotonic() - begun, operation.label))

    def edges(self, operation, dice, most):
        from schemathesis.config import GenerationConfig

        modes = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
        cases = operation.schema.iter_coverage_cases(
            operation, generation_modes=modes, generation_config=GenerationConfig())
        # A schema of many members has hundreds: those met first are as good as any, once shuffled.
        found = []
        for case in cases:
            # Other methods end at the door: one in ten of them is enough.
            at_the_door = case.method.upper() != operation.method.upper()
            if not at_the_door or dice.random() < 0.1:
                found.append(case)
            if len(found) >= 400:
                break
        return dice.sample(found, min(most, len(found)))

    def invent(self, operation, mode, most, dice, seed):
        if most == 0:
            return
        made = []

        @hypothesis.seed(seed)
        @settings(max_examples=most, database=None, deadline=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))
        @hypothesis.given(operation.as_strategy(generation_mode=mode))
        def test(case):
            made.append(case)

        try:
            test()
        except (hypothesis.errors.Unsatisfiable, hypothesis.errors.UnsatisfiedAssumption):
            # Where every text is valid there is nothing invalid to send.
            pass
        except FailureGroup as group:
            raise group
        except Exception as error:  # what schemathesis cannot negate
            self.counts[f"not made: {type(error).__name__}"] = self.counts.get(f"not made: {type(error).__name__}", 0) + 1
        for case in made[:most]:
            self.send(case, dice)

    def security_of(self, operation):
        return self.document["paths"][operation.path][operation.method.lower()].get("security", [{}])

    def who(self, case, dice):
        method, path = case.method.upper(), case.operation.path
        security = self.security_of(case.operation)
        if (method, path) in BY_SPARES:
            return dice.choice(SPARES)
        if security == [{}]:
            return None
        able = [who for who, rights in self.ward.rights.items()
                if any(set(way.get("bearer", [])) <= rights for way in security)]
        draw = dice.random()
        if draw < 0.04:
            return None
        if draw < 0.16 or not able:
            return dice.choice([*PEOPLE.values(), "machine"])
        # Who sees the whole ward meets more rows.
        whole = [who for who in (PEOPLE["social_officer"], PEOPLE["leader"], PEOPLE["admin"]) if who in able]
        return whole[0] if whole and draw < 0.6 else dice.choice(able)

    def send(self, case, dice, always=None):
        who = self.who(case, dice)
        key = (case.method.upper(), case.operation.path)
        headers = {}
        if who is not None:
            headers["Authorization"] = f"Bearer {self.ward.token(who)}"
        if not always:
            self.make_real(case, who, dice)
        content = self.answer_kinds(case)
        if always or (content and dice.random() < 0.7):
            headers["Accept"] = always or dice.choice(content)
        if dice.random() < 0.3:
            headers["Accept-Language"] = "en"
        if key[0] == "POST" and dice.random() < 0.3:
            headers["Idempotency-Key"] = f"k{dice.randrange(50)}"
        try:
            response = case.call(session=self.ward.session, headers=headers, timeout=60)
        except UnicodeError:
            return  # a header that HTTP cannot carry
        except Exception as error:
            self.found(case, who, "no answer", f"{type(error).__name__}: {error}")
            return
        if "Authorization" not in response.request.headers:
            who = None  # schemathesis leaves it out on purpose now and then
        self.counts["requests"] = self.counts.get("requests", 0) + 1
        group = (key[0], response.status_code)
        self.statuses[group] = self.statuses.get(group, 0) + 1
        self.slow.append((response.elapsed, f"{key[0]} {key[1]}"))
        if response.status_code < 300:
            self.reached.add(case.operation.label)
        if response.status_code == 201:
            self.ward.learn(case.operation.path, json.loads(response.content))
        if response.status_code == 401 and who is not None and who not in SPARES:
            self.found(case, who, "lost session", text(response)[:200])
            self.ward.tokens.pop(who, None)
        if response.status_code == 401 and who in SPARES:
            self.ward.tokens.pop(who, None)
        self.judge(case, response, who)

    def judge(self, case, response, who):
        # An empty body reads as `{}` (http/body.rs): an action without words needs none.
        is_empty = case.meta and getattr(case.meta.phase.data, "description", "") == "Missing request body"
        checks = [one for one in CHECKS if not (is_empty and one is negative_data_rejection)]
        if (response.headers.get("content-type") or [""])[0].startswith("text/csv") and "text/csv" in self.answer_kinds(case):
            checks = [not_a_server_error, status_code_conformance, negative_data_rejection]
        try:
            case.validate_response(response, checks=checks)
        except FailureGroup as group:
            for failure in group.exceptions:
                self.found(case, who, failure.title, f"{failure.message} [{response.status_code}] {text(response)[:300]}")
        except Failure as failure:
            self.found(case, who, failure.title, f"{failure.message} [{response.status_code}] {text(response)[:300]}")
        for name, message in self.checks.all(case, response, who):
            self.found(case, who, name, message)

    def make_real(self, case, who, dice):
        """Most requests are about rows that are there, in a version that is theirs: others end at the door."""
        if case.path_parameters and dice.random() < 0.8:
            case.path_parameters.update(self.ward.row_of(case.operation.path, list(case.path_parameters), dice))
        if isinstance(case.body, dict) and case.meta.generation.mode.is_positive and dice.random() < 0.8:
            self.fill(case.body, dice)
        if isinstance(case.query, dict) and case.meta.generation.mode.is_positive and dice.random() < 0.7:
            self.fill(case.query, dice)
            for name in ("cursor", "sort"):
                case.query.pop(name, None)
        if case.operation.path.startswith("/api/v1/webhooks") and isinstance(case.body, dict) and "url" in case.body:
            case.body["url"] = "https://localhost/"  # nothing of the world is called
        declared = {parameter.name for parameter in case.operation.headers}
        if "If-Match" in declared and dice.random() < 0.7 and who:
            row = self.ward.call("GET", case.formatted_path, who)
            if row.status_code == 200 and "ETag" in row.headers:
                case.headers["If-Match"] = row.headers["ETag"]

    def fill(self, value, dice):
        for name, one in value.items():
            if isinstance(one, dict):
                self.fill(one, dice)
            elif name.endswith("_ids") and isinstance(one, list) and one:
                value[name] = [self.ward.id_for(name, dice) or x for x in one]
            elif isinstance(one, list):
                for x in one:
                    if isinstance(x, dict):
                        self.fill(x, dice)
            elif isinstance(one, str):
                value[name] = self.word(name, one, dice)
            elif isinstance(one, int) and not isinstance(one, bool) and dice.random() < 0.7:
                value[name] = self.number(name, one, dice)

    def number(self, name, one, dice):
        if name.endswith("year"):
            return self.ward.year - dice.randrange(2)
        if name in ("quarter", "month", "week", "limit"):
            return dice.randrange(1, 5)
        return dice.randrange(30) if abs(one) > 500 else one

    def word(self, name, one, dice):
        if name.endswith("_id"):
            return self.ward.id_for(name, dice) or one
        day = re.fullmatch(r"(\d{4}-\d\d-\d\d)(T.*)?", one)
        if day and dice.random() < 0.8:
            return f"{self.ward.year}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}{day[2] or ''}"
        if name.split("_")[-1] in WORDS and dice.random() < 0.7:
            return dice.choice([f"{SAID} {dice.randrange(1000)}", dice.choice(TRICKS), "Việc của khu phố"])
        return one

    def answer_kinds(self, case):
        operation = self.document["paths"][case.operation.path].get(case.method.lower(), {})
        responses = operation.get("responses", {})
        # Lists tell of CSV in words: as a media type it would spoil the types of clients (docs/answers.rs).
        csv = ["text/csv"] if "text/csv" in operation.get("description", "") else []
        return csv + [kind for status, one in responses.items() if status.startswith("2") for kind in one.get("content", {})]

    def found(self, case, who, title, message):
        key = (title, case.operation.label, message.split(":")[0][:60])
        if key not in self.findings:
            self.findings[key] = (who, message, case)

    def report(self):
        for (title, label, _), (who, message, case) in sorted(self.findings.items(), key=lambda one: one[0]):
            curl = case.as_curl_command() if hasattr(case, "as_curl_command") else ""
            mode = case.meta.generation.mode.value if case.meta else "?"
            print(f"\n✗ {title}: {label} as {who} ({mode})\n  {message.strip()[:900]}\n  {curl[:1500]}")
        for text in [*self.server.panics, *self.server.errors[:10]]:
            print(f"\n✗ log: {text[:500]}")
        if not self.server.is_alive():
            print("\n✗ the server is gone")
        never = sorted({one.label for one in self.operations} - self.reached)
        print(f"\nanswered 2xx at least once: {len(self.reached)} of {len(self.operations)}")
        if os.environ.get("FUZZ_VERBOSE"):
            print("never: " + ", ".join(never))
        self.slow.sort(reverse=True)
        slowest = ", ".join(f"{label} {seconds:.1f} s" for seconds, label in self.slow[:3])
        self.spent.sort(reverse=True)
        print(", ".join(f"{label} {seconds:.1f} s" for seconds, label in self.spent[:8]))
        print(f"\n{self.counts} slowest: {slowest}")
        print(", ".join(f"{method} {status}: {n}" for (method, status), n in sorted(self.statuses.items())))
        return bool(self.findings or self.server.panics or self.server.errors or not self.server.is_alive())


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--bup", required=True)
    arguments.add_argument("--document", default="openapi/bup.v1.json")
    arguments.add_argument("--seed", type=int, default=int(os.environ.get("FUZZ_SEED") or secrets.randbelow(10**9)))
    arguments.add_argument("--seconds", type=int)
    arguments.add_argument("--only", default="")
    arguments.add_argument("--effort", default="4,2,2", help="edges, valid, invalid for an operation and round")
    given = arguments.parse_args()
    warnings.filterwarnings("ignore")
    begun = time.monotonic()
    bup = os.path.abspath(given.bup)
    document = read_document(given.document)
    # What hypothesis and schemathesis remember between runs would make two runs of one seed differ.
    os.chdir(tempfile.mkdtemp(prefix="bup-fuzz-"))
    server = Server(bup, os.environ.get("DATABASE_URL"))
    try:
        run = Run(server, document, given.only, tuple(map(int, given.effort.split(","))))
        print(f"fuzz: {len(run.operations)} operations, ready after {time.monotonic() - begun:.0f} s", flush=True)
        seed, until = given.seed, given.seconds and begun + given.seconds
        while True:
            print(f"fuzz: FUZZ_SEED={seed}", flush=True)
            run.round(seed, until)
            run.take_files(seed)
            seed += 1
            if not until or time.monotonic() > until or not server.is_alive():
                break
        failed = run.report()
        print(f"fuzz: {'FAILED' if failed else 'nothing found'} after {time.monotonic() - begun:.0f} s")
        return 1 if failed else 0
    finally:
        server.stop()
        shutil.rmtree(os.getcwd(), ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
