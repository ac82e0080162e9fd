package sweep4j.worker.model;

import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.BooleanIndexing;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * After each step, scales the incoming weights of each unit whose Euclidean norm is above {@code
 * bound} down to it (Srivastava and others, JMLR 15, 2014, section 5.1). Biases are left out.
 *
 * <p>Deeplearning4j's own also shrinks what is within the bound, by a millionth over the norm and
 * twice a step, which is far from nothing for small weights.
 */
final class MaxNorm implements LayerConstraint {
  private static final long serialVersionUID = 1L;

  private final double bound;
  private Set<String> params = Set.of();

  /**
   * A bound on norms.
   *
   * @param bound above 0
   */
  MaxNorm(double bound) {
    this.bound = bound;
  }

  @Override
  public void applyConstraint(Layer layer, int iteration, int epoch) {
    for (String name : layer.conf().getLayer().initializer().weightKeys(layer.conf().getLayer())) {
      bound(layer.getParam(name));
    }
  }

  private void bound(INDArray weights) {
    boolean dense = weights.rank() == 2;
    // Dense weights are [inputs, units], those of a convolution [filters, channels, height, width].
    int[] incoming = dense ? new int[] {0} : new int[] {1, 2, 3};
    try (INDArray norms = weights.norm2(incoming)) {
      if (norms.maxNumber().doubleValue() <= bound) {
        return;
      }
      BooleanIndexing.replaceWhere(norms, bound, Conditions.lessThan(bound));
      norms.rdivi(bound);
      if (dense) {
        weights.muliRowVector(norms);
      } else {
        weights.muli(norms.reshape(norms.length(), 1, 1, 1));
      }
    }
  }

  @Override
  public MaxNorm clone() {
    var copy = new MaxNorm(bound);
    copy.params = params;
    return copy;
  }

  @Override
  public Set<String> getParams() {
    return params;
  }

  @Override
  public void setParams(Set<String> params) {
    this.params = params;
  }
}
