package sweep4j.worker.model;

import org.deeplearning4j.nn.weights.WeightInit;

/**
 * Distributions of initial weights by the names of sweep files. With n inputs and m outputs, {@code
 * xavier} has variance 2/(n+m), {@code he} 2/n and {@code lecun} 1/n, each normal or {@code
 * _uniform}; {@code normal} has standard deviation 1/sqrt(n), not cut off, and {@code uniform} is
 * between -1/sqrt(n) and 1/sqrt(n).
 */
final class WeightInits {

  private WeightInits() {}

  /**
   * The distribution called {@code name}.
   *
   * @param suitable what {@code auto} stands for
   */
  static WeightInit named(String name, WeightInit suitable) {
    return switch (name) {
      case "auto" -> suitable;
      case "xavier" -> WeightInit.XAVIER;
      case "xavier_uniform" -> WeightInit.XAVIER_UNIFORM;
      case "he" -> WeightInit.RELU;
      case "he_uniform" -> WeightInit.RELU_UNIFORM;
      case "lecun" -> WeightInit.LECUN_NORMAL;
      case "lecun_uniform" -> WeightInit.LECUN_UNIFORM;
      case "uniform" -> WeightInit.UNIFORM;
      case "normal" -> WeightInit.NORMAL;
      default -> throw new IllegalArgumentException("no weight initialization is called " + name);
    };
  }
}
