package sweep4j.worker.model;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;

/**
 * Dense layers; a stage for each of {@code hidden_units}.
 *
 * @param inputs width of an example
 */
record DenseResidualLayers(Hyperparameters h, int inputs) implements ResidualLayers {

  @Override
  public List<Integer> widths() {
    return h.widths(Hyperparameter.HIDDEN_UNITS);
  }

  @Override
  public DenseLayer.Builder layer(int inputs, int outputs, int stride) {
    // Batch normalization would take a bias off again.
    boolean bias = !h.flag(Hyperparameter.BATCH_NORM);
    return new DenseLayer.Builder().nIn(inputs).nOut(outputs).hasBias(bias);
  }

  @Override
  public DenseLayer.Builder projection(int inputs, int outputs, int stride) {
    return layer(inputs, outputs, stride);
  }

  @Override
  public int fanIn(int inputs) {
    return inputs;
  }

  @Override
  public int stride() {
    return 1;
  }

  @Override
  public void flatten(LayerStack layers) {
    // Rows are what dense layers give.
  }
}
