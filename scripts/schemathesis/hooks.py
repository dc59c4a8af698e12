"""Hooks that `kiln schemathesis` has Schemathesis load: sessions, and a pace below documented quotas.

KILN_SCHEMATHESIS_HOOKS names a JSON file: {"pace": Pace, "login": Login, "budget": seconds}, as pace.ts and
login.ts define them; there may be no login. The body of the login, which holds its secrets, is in KILN_SCHEMATHESIS_LOGIN.
"""

import json
import os
import time

import requests
import schemathesis

# Seconds that a Retry-After may hold a group back at most.
LONGEST_WAIT = 60.0
# Seconds in which a login must be answered.
PATIENCE = 10.0

with open(os.environ["KILN_SCHEMATHESIS_HOOKS"], encoding="utf-8") as _file:
    _told = json.load(_file)
_pace = _told["pace"]
_login = _told.get("login")
_next = {}
# The engine looks at its time between requests: none may sleep beyond it.
_end = time.monotonic() + _told["budget"]


def _group_of(case):
    return _pace["groups"].get(case.operation.label)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Spaces the requests of a group."""
    group = _group_of(case)
    if group is None:
        return
    now = time.monotonic()
    start = max(now, _next.get(group, now))
    _next[group] = start + _pace["intervals"].get(group, 0.0)
    wait = min(start, _end) - now
    if wait > 0:
        time.sleep(wait)


@schemathesis.hook
def after_call(context, case, response):
    """Holds a group back for as long as a 429 asks (RFC 9110, section 10.2.3)."""
    group = _group_of(case)
    if group is None or response.status_code != 429:
        return
    asked = [value for name, value in response.headers.items() if name.lower() == "retry-after"]
    text = asked[0] if asked else ""
    text = text[0] if isinstance(text, list) and text else text
    seconds = float(text) if isinstance(text, str) and text.isdigit() else 0.0
    _next[group] = max(_next.get(group, 0.0), time.monotonic() + min(seconds, LONGEST_WAIT))


def _resolve(document, pointer):
    """The value at a JSON Pointer (RFC 6901, section 4)."""
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        document = document[int(token)] if isinstance(document, list) else document[token]
    return document


if _login:

    @schemathesis.auth(refresh_interval=_login["renewal"]).apply_to(operation_id=_login["operations"])
    class Session:
        """Opens a session when the first request needs it, and another when it is old or refused."""

        def get(self, case, context):
            response = requests.request(
                _login["method"],
                _login["url"],
                data=os.environ["KILN_SCHEMATHESIS_LOGIN"].encode("utf-8"),
                headers={"Content-Type": _login["mediaType"]},
                timeout=PATIENCE,
            )
            if response.status_code >= 400:
                raise RuntimeError(f"the login was answered {response.status_code}")
            token = _login["token"]
            if token["from"] == "cookie":
                return response.cookies[token["at"]]
            return str(_resolve(response.json(), token["at"]))

        def set(self, case, data, context):
            sent = _login["sent"]
            places = {"header": "headers", "query": "query", "cookie": "cookies"}
            values = getattr(case, places[sent["in"]]) or {}
            values[sent["name"]] = sent["prefix"] + data
            setattr(case, places[sent["in"]], values)
