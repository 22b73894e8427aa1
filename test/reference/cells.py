"""Reads workbooks as pyxform does, and tells every cell that holds something.

Reads {"workbooks": [xlsx]} from stdin, writes one line of JSON for each, in their order:
{"error": text or null, "sheets": [{"name": text, "state": text, "cells": [[row, column, kind, text]]}]}.
"""

import io
import json
import sys
import warnings

from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.reader.excel import ExcelReader
from pyxform.xls2json_backends import xlsx_value_to_str


def kind_of(value):
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    return "text" if isinstance(value, str) else "date"


def cells_of(sheet):
    before = None
    for number, row in enumerate(sheet.rows, 1):
        if row is before:  # one filler stands for all missing rows, which can be a million
            continue
        before = row
        for column, cell in enumerate(row, 1):
            value = EMPTY_CELL if cell is EMPTY_CELL else cell.value
            if value is not EMPTY_CELL and value is not None and value != "":
                text = value if isinstance(value, str) else xlsx_value_to_str(value)
                yield number, column, kind_of(value), text


def read(path):
    with open(path, "rb") as file:
        reader = ExcelReader(io.BytesIO(file.read()), read_only=True, data_only=True)
    reader.read()
    sheets = []
    for sheet in map(reader.wb.__getitem__, reader.wb.sheetnames):
        cells = list(cells_of(sheet)) if hasattr(sheet, "rows") else []  # a tab with a chart has none
        sheets.append({"name": sheet.title, "state": sheet.sheet_state, "cells": cells})
    return {"error": None, "sheets": sheets}


def main():
    warnings.simplefilter("ignore")
    for path in json.load(sys.stdin)["workbooks"]:
        try:
            answer = read(path)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}", "sheets": []}
        print(json.dumps(answer), flush=True)


main()
