"""httpx and requests send what they are told, a line of JSON for each request."""

import json
import sys
from typing import Any
from urllib.parse import quote

import httpx
import requests

FILENAME = "blue ü.txt"


def text_of(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def part_of(kind: str, value: Any) -> tuple[Any, ...]:
    if kind in ("file", "files"):
        return (FILENAME, value.encode(), "application/octet-stream")
    if isinstance(value, dict):
        return (None, json.dumps(value), "application/json")
    return (None, text_of(value))


def arguments_of(order: dict[str, Any]) -> dict[str, Any]:
    """What both libraries call alike."""
    place, name, value = order["place"], order["name"], order["value"]
    if place == "query":
        return {"params": value if isinstance(value, dict) else {name: value}}
    if place == "header":
        if isinstance(value, list) and order["library"] == "httpx":
            return {"headers": [(name, text_of(item)) for item in value]}
        texts = value if isinstance(value, list) else [value]
        return {"headers": {name: ", ".join(text_of(item) for item in texts)}}
    if place == "cookie":
        return {"cookies": {name: text_of(value)}}
    if place == "urlencoded":
        return {"data": {name: value}}
    if place == "multipart":
        values = value if isinstance(value, list) else [value]
        return {"files": [(name, part_of(order["kind"], item)) for item in values]}
    return {}


def send(address: str) -> None:
    with httpx.Client(timeout=10, trust_env=False) as client:
        for line in sys.stdin:
            order = json.loads(line)
            url = address + order["path"]
            if order["place"] == "path":
                url += "/" + quote(text_of(order["value"]), safe="")
            method = "POST" if order["place"] in ("urlencoded", "multipart") else "GET"
            arguments = arguments_of(order)
            if order["library"] == "httpx":
                cookies = arguments.pop("cookies", None)
                request = httpx.Request(method, url, cookies=cookies, **arguments)
                client.send(request).raise_for_status()
            else:
                session = requests.Session()
                session.trust_env = False
                session.request(method, url, timeout=10, **arguments).raise_for_status()
