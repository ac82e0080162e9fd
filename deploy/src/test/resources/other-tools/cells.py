"""What a tool has read, one cell a line: row, column and value with tabs between. An empty cell has no line."""


def value(cell):
    if cell is None or cell != cell or str(cell) == "NaT":
        return None
    if hasattr(cell, "isoformat"):
        return cell.isoformat()
    # numpy's numbers print as themselves; repr of a float is exact.
    if hasattr(cell, "item"):
        cell = cell.item()
    return repr(cell) if isinstance(cell, float) else str(cell)


def show(row, column, cell):
    text = value(cell)
    if text is not None:
        escaped = text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
        print(row, column, escaped, sep="\t")


def show_frame(frame):
    for place, (_, row) in enumerate(frame.astype(object).iterrows()):
        for column in frame.columns:
            show(place, column, row[column])
