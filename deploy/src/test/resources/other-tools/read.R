# FILE: the cells of a leaderboard as R reads it, in the form of cells.py.
file <- commandArgs(trailingOnly = TRUE)[1]
# Seeds have more digits than R's numbers.
frame <- read.csv(file, check.names = FALSE, colClasses = c(seed = "character"), encoding = "UTF-8", na.strings = "")
for (row in seq_len(nrow(frame))) {
  for (column in names(frame)) {
    cell <- frame[row, column]
    if (!is.na(cell)) {
      text <- if (is.double(cell)) sprintf("%.17g", cell) else as.character(cell)
      cat(row - 1, column, gsub("\t", "\\t", gsub("\\", "\\\\", text, fixed = TRUE), fixed = TRUE), sep = "\t")
      cat("\n")
    }
  }
}
