"""The plain script that an information manager would write: sheets of a gazetteer to CSV lists, nothing proven.

    python areas-peer.py make FOLDER WORKBOOK    the CSV files of a folder as the sheets of a workbook
    python areas-peer.py lists WORKBOOK FOLDER   a CSV list for each sheet
"""

import csv
import pathlib
import sys

from openpyxl import Workbook, load_workbook


def make(folder, workbook):
    book = Workbook(write_only=True)
    for file in sorted(pathlib.Path(folder).glob("*.csv")):
        sheet = book.create_sheet(file.stem)
        with open(file, encoding="utf-8", newline="") as rows:
            for row in csv.reader(rows):
                sheet.append(row)
    book.save(workbook)


def lists(workbook, folder):
    book = load_workbook(workbook, read_only=True)
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    for level, sheet in enumerate(book.worksheets):
        rows = sheet.iter_rows(values_only=True)
        headings = next(rows)
        names = [headings.index(f"ADM{level}_{language}") for language in ("EN", "FR", "AR")]
        codes = [headings.index(f"ADM{each}_PCODE") for each in range(level + 1)]
        with open(pathlib.Path(folder) / f"admin{level}.csv", "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["name", "label::en", "label::fr", "label::ar", *[f"admin{each}" for each in range(level)]])
            for row in rows:
                writer.writerow([row[codes[-1]], *[row[at] for at in names], *[row[at] for at in codes[:-1]]])


if __name__ == "__main__":
    {"make": make, "lists": lists}[sys.argv[1]](*sys.argv[2:])
