package sweep4j.laboratory.problem;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.GZIPOutputStream;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.Tunable;

/**
 * Writes learning curves as a compressed CSV file: a column for each parameter, then {@value
 * #SECONDS_PER_EPOCH}, then one for the loss after each epoch, under its number. The cells of
 * epochs that a diverged training did not finish are empty.
 *
 * <p>Parameters are in full precision, losses in five significant digits: two seeds of one
 * configuration differ in the third.
 */
final class CurveTableWriter {

  static final String SECONDS_PER_EPOCH = "seconds_per_epoch";

  private static final MathContext LOSS_DIGITS = new MathContext(5);
  private static final MathContext SECONDS_DIGITS = new MathContext(3);

  private final List<Tunable> parameters;
  private final int maxEpochs;

  CurveTableWriter(List<Tunable> parameters, int maxEpochs) {
    this.parameters = List.copyOf(parameters);
    this.maxEpochs = maxEpochs;
  }

  /** Writes one row for each of {@code trials}; equal trials give equal bytes. */
  void write(List<TrialRecord> trials, OutputStream to) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(new GZIPOutputStream(to), StandardCharsets.UTF_8))) {
      out.write(header() + "\n");
      for (TrialRecord trial : trials) {
        out.write(row(trial) + "\n");
      }
    }
  }

  private String header() {
    var cells = new StringJoiner(",");
    parameters.forEach(parameter -> cells.add(parameter.key()));
    cells.add(SECONDS_PER_EPOCH);
    for (int epoch = 1; epoch <= maxEpochs; epoch++) {
      cells.add(Integer.toString(epoch));
    }
    return cells.toString();
  }

  private String row(TrialRecord trial) {
    var cells = new StringJoiner(",");
    parameters.forEach(
        parameter -> cells.add(trial.request().hyperparameters().value(parameter).toString()));
    cells.add(rounded(trial.result().seconds() / trial.result().epochs(), SECONDS_DIGITS));
    List<Double> curve = trial.result().curve();
    for (int epoch = 1; epoch <= maxEpochs; epoch++) {
      cells.add(epoch <= curve.size() ? rounded(curve.get(epoch - 1), LOSS_DIGITS) : "");
    }
    return cells.toString();
  }

  private static String rounded(double value, MathContext digits) {
    return Double.toString(new BigDecimal(value).round(digits).doubleValue());
  }
}
