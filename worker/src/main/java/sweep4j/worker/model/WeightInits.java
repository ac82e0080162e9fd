package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;

/**
 * Distributions of initial weights by the names of sweep files. With n inputs and m outputs, {@code
 * xavier} has variance 2/(n+m), {@code he} 2/n and {@code lecun} 1/n, each normal or {@code
 * _uniform}; {@code uniform} is between -1/sqrt(n) and 1/sqrt(n), and {@code normal} is what
 * Deeplearning4j calls so, the same as {@code lecun}.
 */
final class WeightInits {

  private WeightInits() {}

  /**
   * The distribution called {@code name}.
   *
   * @param suitable what {@code auto} stands for
   * @param inputs of the layer, n
   */
  static IWeightInit named(String name, WeightInit suitable, int inputs) {
    if (name.equals("lecun_uniform")) {
      // Deeplearning4j's own has the bound 3/sqrt(n), three times the variance of its name.
      double bound = Math.sqrt(3.0 / inputs);
      return new WeightInitDistribution(new UniformDistribution(-bound, bound));
    }
    return stock(name, suitable).getWeightInitFunction();
  }

  private static WeightInit stock(String name, WeightInit suitable) {
    return switch (name) {
      case "auto" -> suitable;
      case "xavier" -> WeightInit.XAVIER;
      case "xavier_uniform" -> WeightInit.XAVIER_UNIFORM;
      case "he" -> WeightInit.RELU;
      case "he_uniform" -> WeightInit.RELU_UNIFORM;
      case "lecun" -> WeightInit.LECUN_NORMAL;
      case "uniform" -> WeightInit.UNIFORM;
      case "normal" -> WeightInit.NORMAL;
      default -> throw new IllegalArgumentException("no weight initialization is called " + name);
    };
  }
}
