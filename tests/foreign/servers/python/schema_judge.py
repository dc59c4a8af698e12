"""jsonschema-rs says of each line {"schema": ..., "value": ...} whether the value is valid: true, false, or null.

Null is where it cannot tell: it refuses the schema.
"""

import json
import sys

from jsonschema_rs import Draft202012Validator


def judge(schema, value):
    try:
        return Draft202012Validator(schema, validate_formats=True).is_valid(value)
    # A panic of Rust is not an Exception.
    except BaseException:
        return None


if __name__ == "__main__":
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        print(json.dumps(judge(asked["schema"], asked["value"])), flush=True)
