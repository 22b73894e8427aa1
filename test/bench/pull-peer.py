"""Page by page into SQLite, as a script of an office does it."""

import json
import sqlite3
import sys
import urllib.request

url, uid, token, file = sys.argv[1:]
database = sqlite3.connect(file)
database.execute("create table submissions (id integer primary key, raw text)")
page = f"{url}/api/v2/assets/{uid}/data/?limit=1000"
while page:
    request = urllib.request.Request(page, headers={"Authorization": f"Token {token}"})
    with urllib.request.urlopen(request) as reply:
        data = json.load(reply)
    database.executemany(
        "insert into submissions values (?, ?)",
        [(each["_id"], json.dumps(each, ensure_ascii=False)) for each in data["results"]],
    )
    database.commit()
    page = data["next"]
