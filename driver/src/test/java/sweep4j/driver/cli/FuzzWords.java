package sweep4j.driver.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sweep4j.trial.Hyperparameter;

/** Words that mean something in one kind of input or another. */
final class FuzzWords {

  private static final List<String> SETTINGS =
      List.of(
          "name seed data format path label categorical ignore missing columns image_size images"
              + " labels task validation test scale model type factory declares uses block"
              + " configuration training max_epochs early_stopping patience min_delta metric"
              + " max_minutes gradient_norms augmentation goal search method max_trials rounds keep"
              + " shrink expand startup_trials pruner reduction_factor min_epochs bracket_trials"
              + " warmup_epochs interval_epochs try_first warm_start ensemble top parameters"
              + " distribution min max steps q values weights ordered value when",
          "csv parquet libsvm idx classification regression none standardize min_max error drop mean"
              + " mlp cnn resnet dl4j class validation_loss validation_accuracy validation_rmse"
              + " minimize maximize grid random sobol coarse_to_fine tpe gp successive_halving"
              + " hyperband median uniform log_uniform q_uniform int_uniform int_log_uniform relu"
              + " true false yes no null custom.depth custom.block");

  private static final List<String> SIGNS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          ",",
          "-",
          "- ",
          "#",
          "&a",
          "*a",
          "!!int",
          "!x",
          "|",
          ">",
          "?",
          "%",
          "@",
          "`",
          "'",
          "\"",
          "\n",
          "\n  ",
          "\t",
          " ",
          "---",
          "...",
          "<<",
          "~",
          "\\",
          "\0",
          "\u001b[31m",
          "\u202e",
          "\ufeff",
          "\u0085",
          "\u2028",
          "\u00e9",
          "\ud83d\ude00",
          "../",
          "/",
          "=cmd()",
          "<b>",
          "@class",
          "type",
          "org.deeplearning4j.nn.conf.layers.LSTM",
          "java.lang.Object");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "2",
          "3",
          "0.5",
          "1e-5",
          "1e5",
          "1e30",
          "1e31",
          "1e38",
          "1e39",
          "1e308",
          "1e309",
          "1e-400",
          "1e999",
          "-0",
          "-0.0",
          ".inf",
          "-.inf",
          ".nan",
          "NaN",
          "Infinity",
          "2147483647",
          "2147483648",
          "-2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "16777216",
          "16777217",
          "1048576",
          "1000000",
          "0x10",
          "010",
          "1_000",
          "1,5",
          "NA",
          "?");

  private FuzzWords() {}

  /** All of them. */
  static List<String> all() {
    return Stream.of(
            SETTINGS.stream().flatMap(line -> Arrays.stream(line.split(" "))),
            Arrays.stream(Hyperparameter.values()).map(Hyperparameter::key),
            SIGNS.stream(),
            NUMBERS.stream())
        .flatMap(all -> all)
        .toList();
  }
}
