"""Writes workbooks with openpyxl into the folder that the argument names, and prints their paths."""

import datetime as dt
import os
import sys

import openpyxl
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.datavalidation import DataValidation

ROWS = [
    ["type", "name", 1.0, 0.1 + 0.2, 1e22, True, dt.datetime(2024, 1, 31, 12, 30, 15, 250000), dt.date(1900, 1, 15)],
    [" Hello\nworld \u00a0 _x000D_", "ولسوالی", None, "=1+1", "", False, dt.time(8, 30), dt.timedelta(days=1, hours=26)],
]


def in_memory(path):
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "survey"
    for row in ROWS:
        sheet.append(row)
    sheet["B2"].comment = Comment("a note", "somebody")
    sheet.merge_cells("A7:C7")
    sheet["A7"] = "merged"
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.add_data_validation(DataValidation("list", '"a,b"', sqref="A2:A1048576"))
    book.create_chartsheet("chart").add_chart(BarChart())
    book.create_sheet("hidden").sheet_state = "veryHidden"
    book.save(path)


def streamed(path):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("survey")
    for row in ROWS:
        sheet.append(row)
    book.save(path)


for name, write in {"in memory": in_memory, "streamed": streamed}.items():
    target = os.path.join(sys.argv[1], f"a workbook of openpyxl, {name}.xlsx")
    write(target)
    print(target)
