"""Converts workbooks to XForms, one line of JSON each, until its input ends.

Reads {"id", "workbook": base64 of an .xlsx file, "name": root}, writes {"id", "xform", "warnings"} or
{"id", "error", "refused", "warnings"}; what is not refused is a defect.
"""

import base64
import contextlib
import io
import json
import sys

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert


def answer(request):
    warnings = []
    book = io.BytesIO(base64.b64decode(request["workbook"]))
    try:
        with contextlib.redirect_stdout(sys.stderr):
            result = convert(book, warnings=warnings, file_type=".xlsx", form_name=request["name"])
    except PyXFormError as error:
        return {"error": str(error), "refused": True, "warnings": warnings}
    except Exception as error:  # the server answers 500 to these
        return {"error": f"{type(error).__name__}: {error}", "refused": False, "warnings": warnings}
    return {"xform": result.xform, "warnings": warnings}


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer(request)}), flush=True)
