package sweep4j.driver.cli;

import java.nio.file.Path;
import java.util.Locale;

/** The forms that a leaderboard is exported in. */
enum ExportFormat {
  PARQUET("leaderboard.parquet", "pandas.read_parquet('%1$s')"),
  JSON("leaderboard.json", "pandas.DataFrame(json.load(open('%1$s'))['trials'])"),
  OPTUNA(
      "optuna.log",
      "optuna.load_study(study_name='%2$s', storage=JournalStorage(JournalFileStorage('%1$s')))"),
  MLFLOW("mlruns", "mlflow ui --backend-store-uri '%1$s'");

  private final String file;
  private final String opening;

  ExportFormat(String file, String opening) {
    this.file = file;
    this.opening = opening;
  }

  /** As the command line has it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
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
