package sweep4j.driver.cli;

import java.nio.file.Path;

/** The forms that a leaderboard is exported in. The names are those of the command line. */
enum ExportFormat {
  parquet("leaderboard.parquet", "pandas.read_parquet('%1$s')"),
  json("leaderboard.json", "pandas.DataFrame(json.load(open('%1$s'))['trials'])"),
  optuna(
      "optuna.log",
      "optuna.load_study(study_name='%2$s', storage=JournalStorage(JournalFileStorage('%1$s')))"),
  mlflow("mlruns", "mlflow ui --backend-store-uri '%1$s'");

  private final String file;
  private final String opening;

  ExportFormat(String file, String opening) {
    this.file = file;
    this.opening = opening;
  }

  /** What it is called in the run's folder. */
  String file() {
    return file;
  }

  /** How to open it. */
  String opening(Path out, String sweep) {
    return opening.formatted(out, sweep);
  }
}
