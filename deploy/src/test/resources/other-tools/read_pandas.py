"""csv FILE | json FILE | parquet FILE, with pandas."""
import json
import sys

import pandas

from cells import show_frame

form, file = sys.argv[1:]
if form == "csv":
    show_frame(pandas.read_csv(file, float_precision="round_trip"))
elif form == "json":
    with open(file, encoding="utf-8") as document:
        show_frame(pandas.DataFrame(json.load(document)["trials"]).drop(columns="curve"))
else:
    show_frame(pandas.read_parquet(file))
