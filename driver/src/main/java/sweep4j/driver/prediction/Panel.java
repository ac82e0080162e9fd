package sweep4j.driver.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sweep4j.worker.training.Predictor;

/** Networks that answer together: the weighted average of their probabilities, or numbers. */
final class Panel implements AutoCloseable {

  /** A network in native memory. */
  private record Member(Predictor predictor, double weight) {}

  private final List<Member> members = new ArrayList<>();

  /**
   * Reads all networks.
   *
   * @param outputs how many answers each gives to a row
   */
  Panel(List<WeightedModel> models, int outputs) throws IOException {
    try {
      for (WeightedModel each : models) {
        members.add(new Member(Predictor.read(each.model(), outputs), each.weight()));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** As {@link Predictor#answers}. */
  double[] answers(float[] inputs, int rows, int width) {
    double[] sums = new double[0];
    for (Member member : members) {
      double[] answers = member.predictor().answers(inputs, rows, width);
      if (sums.length == 0) {
        sums = new double[answers.length];
      }
      for (int i = 0; i < answers.length; i++) {
        sums[i] += member.weight() * answers[i];
      }
    }
    return sums;
  }

  @Override
  public void close() {
    members.forEach(each -> each.predictor().close());
  }
}
