"""FastAPI and openapi-core say what they read: a route for each typed binding, and one for any description.

An answer is {"value": ...}, or a status of 400 and more where the request is refused.
"""

import base64
import json
import sys
from typing import Annotated, Any

import uvicorn
from fastapi import Body, Cookie, FastAPI, File, Form, Header, Path, Query, Request, UploadFile
from fastapi.responses import JSONResponse
from openapi_core import Config, OpenAPI
from openapi_core.contrib.starlette import StarletteOpenAPIRequest
from pydantic import BaseModel, Field, Json


class Colour(BaseModel):
    R: int
    G: int
    B: int


class Special(BaseModel):
    dashed: str = Field(alias="x-y")
    constructor: str
    dotted: str = Field(alias="a.b")
    accented: str | None = Field(default=None, alias="é")


SCALARS = {"string": str, "integer": int, "number": float, "boolean": bool}
LISTS = {"strings": list[str], "integers": list[int]}
OBJECTS = {"object": Colour, "special": Special}

app = FastAPI(openapi_url=None)


def answer(value: Any) -> dict[str, Any]:
    if isinstance(value, BaseModel):
        value = value.model_dump(by_alias=True, exclude_none=True)
    return {"value": value}


def bind(method: str, path: str, annotation: Any) -> None:
    """A route whose one argument FastAPI binds by its annotation."""

    async def read(p: annotation):  # type: ignore[valid-type]
        return answer(p)

    app.add_api_route(path, read, methods=[method])


def bind_field(path: str, annotation: Any) -> None:
    """A lone model would be taken for the whole form, so that there is a second field."""

    async def read(p: annotation, other: Annotated[str, Form()] = ""):  # type: ignore[valid-type]
        return answer(p)

    app.add_api_route(path, read, methods=["POST"])


for kind, type_ in SCALARS.items():
    bind("GET", f"/path/{kind}/{{p}}", Annotated[type_, Path()])
    bind("GET", f"/cookie/{kind}", Annotated[type_, Cookie()])
for kind, type_ in (SCALARS | LISTS).items():
    bind("GET", f"/query/{kind}", Annotated[type_, Query()])
    bind("GET", f"/header/{kind}", Annotated[type_, Header(alias="X-P")])
    bind("POST", f"/form/{kind}", Annotated[type_, Form()])
for kind, type_ in OBJECTS.items():
    bind("GET", f"/query/{kind}", Annotated[type_, Query()])
    bind("GET", f"/query-json/{kind}", Annotated[Json[type_], Query()])
    bind("GET", f"/header-json/{kind}", Annotated[Json[type_], Header(alias="X-P")])
    bind_field(f"/form-json/{kind}", Annotated[Json[type_], Form()])
bind("GET", "/query-json/strings", Annotated[Json[list[str]], Query()])
bind("GET", "/header-json/strings", Annotated[Json[list[str]], Header(alias="X-P")])
bind("POST", "/json", Annotated[Any, Body()])


async def told(file: UploadFile) -> dict[str, Any]:
    content = await file.read()
    return {"filename": file.filename, "type": file.content_type, "base64": base64.b64encode(content).decode()}


@app.post("/form/file")
async def read_file(p: Annotated[UploadFile, File()]):
    return {"value": await told(p)}


@app.post("/form/files")
async def read_files(p: Annotated[list[UploadFile], File()]):
    return {"value": [await told(file) for file in p]}


def document_of(request: Request) -> dict[str, Any]:
    """The description that the harness sends with its request."""
    return json.loads(base64.b64decode(request.headers["x-cell"]))


def in_its_notation(path: str, item: dict[str, Any]) -> str:
    """It finds label and matrix only where the template has the operators of RFC 6570."""
    parameters = item.get("get", {}).get("parameters", [])
    operator = {"label": ".", "matrix": ";"}.get(parameters[0].get("style")) if parameters else None
    if operator is None:
        return path
    explode = "*" if parameters[0].get("explode") else ""
    return path.replace("{p}", "{" + operator + "p" + explode + "}")


CONFIG = Config(spec_validator_cls=None)


async def read_styled(request: Request):
    document = document_of(request)
    document["paths"] = {in_its_notation(path, item): item for path, item in document["paths"].items()}
    document["servers"] = [{"url": str(request.base_url).rstrip("/")}]
    api = OpenAPI.from_dict(document, config=CONFIG)
    result = api.unmarshal_request(StarletteOpenAPIRequest(request, await request.body()))
    if result.errors:
        return JSONResponse({"refused": [repr(error) for error in result.errors]}, status_code=400)
    item = next(iter(document["paths"].values()))
    (parsed,) = item.values()
    if "requestBody" in parsed:
        body = result.body
        if not isinstance(body, dict):
            body = vars(body)
        return {"value": plain(body.get("p"))}
    (parameter,) = parsed["parameters"]
    return {"value": plain(getattr(result.parameters, parameter["in"]).get(parameter["name"]))}


def plain(value: Any) -> Any:
    """What openapi-core made of a schema's object: a class of its own, or a dictionary."""
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value


app.add_api_route("/openapi-core", read_styled, methods=["GET", "POST"])
app.add_api_route("/openapi-core/{p:path}", read_styled, methods=["GET"])

if __name__ == "__main__":
    if sys.argv[1] == "send":
        from sender import send

        send(sys.argv[2])
        sys.exit()
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="warning")
