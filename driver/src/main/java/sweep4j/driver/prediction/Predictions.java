package sweep4j.driver.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.leaderboard.CsvText;
import sweep4j.trial.Inputs;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.NewExamples;

/**
 * Writes what networks answer to examples, as CSV: the number of the example, what is to be kept of
 * it, the answer, and for classification the probability of each class. Examples go through in
 * blocks, so that there may be any number of them.
 */
public final class Predictions {

  /** The column of the answers. */
  public static final String PREDICTION = "prediction";

  private static final String ROW = "row";

  /** As many rows as a network is scored by at once; fewer of very wide ones. */
  private static final int ROWS_AT_ONCE = 1024;

  private static final int VALUES_AT_ONCE = 1 << 22;

  /**
   * What came of it.
   *
   * @param rows how many examples were read
   * @param unanswered those of them that lack a value
   * @param judged those of them whose label is known
   * @param quality accuracy or root mean squared error of these; null if there are none
   */
  public record Outcome(long rows, long unanswered, long judged, @Nullable Double quality) {}

  /** A row that is still to be written. */
  private record Waiting(List<String> kept, boolean complete, int classOf, float target) {}

  private final NewExamples examples;
  private final Inputs inputs;
  private final Panel panel;
  private final CSVPrinter out;
  private final boolean classification;
  private final List<Waiting> block = new ArrayList<>();
  private final float[] values;
  private final int atOnce;
  private final Tally tally = new Tally();
  private long written;
  private long unanswered;

  private Predictions(NewExamples examples, Inputs inputs, Panel panel, CSVPrinter out) {
    this.examples = examples;
    this.inputs = inputs;
    this.panel = panel;
    this.out = out;
    this.classification = !inputs.classes().isEmpty();
    this.atOnce = Math.max(1, Math.min(ROWS_AT_ONCE, VALUES_AT_ONCE / inputs.count()));
    this.values = new float[Math.multiplyExact(atOnce, inputs.count())];
  }

  /**
   * Answers all of {@code examples}.
   *
   * @param models whose average is the answer, all trained on {@code inputs}
   */
  public static Outcome write(
      NewExamples examples, Inputs inputs, List<WeightedModel> models, Appendable out)
      throws IOException, DataException {
    try (var panel = new Panel(models, inputs.outputs());
        var printer = new CSVPrinter(out, CsvText.FORMAT)) {
      printer.printRecord(columns(inputs, examples.kept()));
      var predictions = new Predictions(examples, inputs, panel, printer);
      predictions.answerAll();
      return new Outcome(
          predictions.written,
          predictions.unanswered,
          predictions.tally.judged(),
          predictions.tally.quality(predictions.classification));
    }
  }

  /** The names of the columns, all different. */
  public static List<String> columns(Inputs inputs, List<String> keep) {
    var columns = new ArrayList<String>();
    columns.add(ROW);
    keep.forEach(name -> columns.add(CsvText.harmlessValue(name)));
    columns.add(PREDICTION);
    inputs.classes().forEach(name -> columns.add(CsvText.harmless("probability_" + name)));
    return columns;
  }

  private void answerAll() throws IOException, DataException {
    while (examples.next()) {
      boolean complete = examples.copyInputs(values, block.size() * inputs.count());
      block.add(
          new Waiting(
              examples.keptValues(),
              complete,
              classification ? examples.classOf() : -1,
              classification ? Float.NaN : examples.target()));
      if (block.size() == atOnce) {
        answerBlock();
      }
    }
    if (!block.isEmpty()) {
      answerBlock();
    }
  }

  /** Rows that lack a value are answered too, and the answer is left out. */
  private void answerBlock() throws IOException {
    double[] answers = panel.answers(values, block.size(), inputs.count());
    for (int i = 0; i < block.size(); i++) {
      Waiting row = block.get(i);
      out.print(++written);
      for (String text : row.kept()) {
        out.print(CsvText.harmlessValue(text));
      }
      if (!row.complete()) {
        unanswered++;
        for (int k = classification ? -1 : 0; k < inputs.outputs(); k++) {
          out.print("");
        }
      } else if (classification) {
        printClass(answers, i * inputs.outputs(), row);
      } else {
        // A network computes in single precision: more digits would be noise.
        out.print((float) answers[i]);
        if (!Float.isNaN(row.target())) {
          tally.addNumber(answers[i], row.target());
        }
      }
      out.println();
    }
    block.clear();
  }

  private void printClass(double[] answers, int from, Waiting row) throws IOException {
    int likeliest = 0;
    for (int k = 1; k < inputs.outputs(); k++) {
      if (answers[from + k] > answers[from + likeliest]) {
        likeliest = k;
      }
    }
    out.print(CsvText.harmlessValue(inputs.classes().get(likeliest)));
    for (int k = 0; k < inputs.outputs(); k++) {
      out.print((float) answers[from + k]);
    }
    if (row.classOf() >= 0) {
      tally.addClass(likeliest, row.classOf());
    }
  }
}
