"""Converts workbooks to XForms, all in one process.

Reads {"workbooks": [{"source": xlsx, "target": xml}]} from stdin, writes to stdout
{"validator": jar, "results": [{"warnings": [text], "error": text or null}]}, in the order of the workbooks.
"""

import contextlib
import json
import os
import sys
import traceback

from pyxform.errors import PyXFormError
from pyxform.validators.odk_validate import ODK_VALIDATE_PATH
from pyxform.xls2xform import convert


def convert_one(source, target):
    warnings = []
    try:
        result = convert(source, warnings=warnings, validate=False, file_type=".xlsx")
    except PyXFormError as error:
        return {"warnings": warnings, "error": str(error)}
    except Exception as error:  # a defect of pyxform: one bad workbook must not hide the others
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{os.path.basename(place.filename)}:{place.lineno}"
        return {"warnings": warnings, "error": f"pyxform crashed at {where}: {type(error).__name__}: {error}"}
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8", newline="") as file:
        file.write(result.xform)
    return {"warnings": warnings, "error": None}


def main():
    request = json.load(sys.stdin.buffer)
    with contextlib.redirect_stdout(sys.stderr):
        results = [convert_one(book["source"], book["target"]) for book in request["workbooks"]]
    json.dump({"validator": ODK_VALIDATE_PATH, "results": results}, sys.stdout)


main()
