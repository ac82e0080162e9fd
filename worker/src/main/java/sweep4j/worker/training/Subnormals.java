package sweep4j.worker.training;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Condition;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * Sets to zero what has decayed almost to nothing. Under weight decay, the weights and moments of
 * inputs that are often zero shrink below 1e-38, where a processor's floating-point unit is many
 * times slower. Values below 1e-25 are far below the rounding of anything that they are added to.
 */
final class Subnormals {

  private static final int EVERY_ITERATIONS = 20;
  private static final Condition NEGLIGIBLE = Conditions.absLessThan(1e-25);

  private final Network network;

  Subnormals(Network network) {
    this.network = network;
  }

  /** To be called after each iteration. */
  void afterIteration() {
    // The network's own count, which goes on after a pause.
    if (network.iteration() % EVERY_ITERATIONS == 0) {
      flush(network.params());
      flush(network.updaterState());
    }
  }

  private static void flush(@Nullable INDArray values) {
    if (values != null) {
      Nd4j.getExecutioner().exec(new CompareAndSet(values, 0.0, NEGLIGIBLE));
    }
  }
}
