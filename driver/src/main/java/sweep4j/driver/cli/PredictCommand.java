package sweep4j.driver.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.driver.leaderboard.Rounded;
import sweep4j.driver.prediction.Predictions;
import sweep4j.driver.study.RunFolder;
import sweep4j.trial.ImageInputs;
import sweep4j.trial.Inputs;
import sweep4j.trial.TableInputs;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.NewExamples;
import sweep4j.worker.data.NewImages;
import sweep4j.worker.data.NewRows;
import sweep4j.worker.data.SourceOpener;

/** Has a run's network answer examples that no trial has seen. */
@Command(
    name = "predict",
    description = {
      "Have the best model of a run answer the rows of a table, or images, and write the answers as CSV.",
      "Columns are found by their names, in any order. Where the label's column is there too, the answers are scored."
    },
    mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

  @Mixin private RunArgument run = new RunArgument();

  @Parameters(
      index = "1",
      paramLabel = "DATA",
      description =
          "Rows with a header, plain or gzip, or Parquet (*.parquet); of a run on images an image (PNG, JPEG), a folder of them, or images in IDX. Or its URI.")
  private String data = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file to write; one that is there is replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "best, refit or ensemble. Default: best.",
      defaultValue = "best")
  private PredictingModel.Choice model = PredictingModel.Choice.BEST;

  @Option(
      names = "--keep",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns of the data to copy into the file, for example --keep id,name.")
  private List<String> keep = new ArrayList<>();

  @Mixin private JarArguments jars = new JarArguments();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    // A network of the user's own may have layers of the user's own.
    UserJars open = jars.open();
    try {
      return predict();
    } finally {
      open.close();
    }
  }

  private int predict() throws Exception {
    RunFolder folder = run.folder();
    Inputs inputs = PredictingModel.inputs(folder);
    PredictingModel chosen = PredictingModel.of(folder, model);
    OutFile file = OutFile.at(out, true);
    checkNotTheData();
    Predictions.Outcome outcome;
    List<String> remarks;
    try (NewExamples examples = open(inputs)) {
      checkColumns(inputs, examples.kept());
      outcome = file.write(to -> predict(examples, inputs, chosen, to));
      remarks = examples.remarks();
    }
    var terminal = Objects.requireNonNull(spec).commandLine().getOut();
    terminal.println("model: " + chosen.words());
    terminal.println("predictions (%d rows): %s".formatted(outcome.rows(), out));
    remarks.forEach(terminal::println);
    if (outcome.unanswered() > 0) {
      terminal.println("rows that lack a value, and have no prediction: " + outcome.unanswered());
    }
    if (outcome.quality() != null && inputs instanceof TableInputs table) {
      terminal.println(
          "%s: %s  (%d rows with a value in column %s)"
              .formatted(
                  inputs.classes().isEmpty() ? "rmse" : "accuracy",
                  Rounded.text(outcome.quality()),
                  outcome.judged(),
                  table.label()));
    }
    terminal.flush();
    return ExitStatus.SUCCESS;
  }

  private static Predictions.Outcome predict(
      NewExamples examples, Inputs inputs, PredictingModel chosen, OutputStream to)
      throws IOException, DataException {
    try (var text = new OutputStreamWriter(to, StandardCharsets.UTF_8)) {
      return Predictions.write(examples, inputs, chosen.models(), text);
    }
  }

  private NewExamples open(Inputs inputs) throws BadInput, DataException {
    SourceOpener opener = HadoopFiles.opener();
    if (inputs instanceof TableInputs table) {
      return NewRows.open(data, data.endsWith(".parquet"), table, keep, opener);
    }
    if (!keep.isEmpty()) {
      throw new BadInput(
          "--keep is for tables, and images have no columns; leave it out (their files' names are in the column 'file')");
    }
    return NewImages.open(data, (ImageInputs) inputs, opener);
  }

  private void checkColumns(Inputs inputs, List<String> kept) throws BadInput {
    var seen = new HashSet<String>();
    for (String name : Predictions.columns(inputs, kept)) {
      if (!seen.add(name)) {
        throw new BadInput(
            "--keep: two columns of %s would be called %s; rename that of %s"
                .formatted(out, name, data));
      }
    }
  }

  private void checkNotTheData() throws BadInput, IOException {
    if (HadoopFiles.isLocal(data) && !data.startsWith("file:")) {
      Path from = Path.of(data);
      if (Files.exists(out) && Files.exists(from) && Files.isSameFile(out, from)) {
        throw new BadInput(
            "--out must be another file than the data, but both are %s".formatted(out));
      }
    }
  }
}
