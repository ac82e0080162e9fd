package sweep4j.worker.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The update of all parameters of a network after a mini-batch, in one pass: average over the
 * mini-batch, penalties, updater and subtraction, for each of which Deeplearning4j goes over all
 * parameters once or more.
 */
public final class QuickUpdate {
  /** Smaller ones are far below the rounding of anything that they are added to. */
  private static final float NEGLIGIBLE = 1e-25f;

  private final Memory parameters;
  private final Memory gradients;
  private final List<Segment> segments;
  private final float[] gradient = new float[Segment.MOST];
  private final float[] weights = new float[Segment.MOST];

  private QuickUpdate(Memory parameters, Memory gradients, List<Segment> segments) {
    this.parameters = parameters;
    this.gradients = gradients;
    this.segments = List.copyOf(segments);
  }

  /**
   * The update of a network; null where it has an updater, a penalty or a clipping of gradients
   * that is not known here, or computes on a GPU.
   *
   * @param layers of the network with parameters, in their order
   * @param parameters of the whole network, [1, n]
   * @param gradients likewise
   */
  public static @Nullable QuickUpdate of(
      List<? extends Trainable> layers, INDArray parameters, INDArray gradients) {
    if (!Nd4j.getEnvironment().isCPU()
        || !Memory.holdsRows(parameters)
        || !Memory.holdsRows(gradients)) {
      return null;
    }
    var segments = new ArrayList<Segment>();
    int start = 0;
    for (Trainable layer : layers) {
      for (Map.Entry<String, INDArray> parameter : layer.paramTable(false).entrySet()) {
        int length = Math.toIntExact(parameter.getValue().length());
        if (!addSegments(segments, layer, parameter.getKey(), start, length)) {
          return null;
        }
        start += length;
      }
    }
    if (start != parameters.length()) {
      throw new IllegalStateException(
          "the layers have %d parameters, the network %d".formatted(start, parameters.length()));
    }
    return new QuickUpdate(Memory.ofRows(parameters), Memory.ofRows(gradients), segments);
  }

  /** Adds those of a parameter; false where how it is to be updated is not known here. */
  private static boolean addSegments(
      List<Segment> segments, Trainable layer, String parameter, int start, int length) {
    TrainingConfig configuration = layer.getConfig();
    GradientNormalization clipping = configuration.getGradientNormalization();
    var regularizations = configuration.getRegularizationByParam(parameter);
    Rule rule = Rule.of(configuration.getUpdaterByParam(parameter));
    if (rule == null
        || !(clipping == null || clipping == GradientNormalization.None)
        || !Penalty.knows(regularizations)) {
      return false;
    }
    boolean averaged = layer.updaterDivideByMinibatch(parameter);
    for (int done = 0; done < length; done += Segment.MOST) {
      int count = Math.min(Segment.MOST, length - done);
      segments.add(new Segment(start + done, count, rule, regularizations, averaged));
    }
    return true;
  }

  /**
   * Changes all parameters.
   *
   * @param iteration the number of steps before
   * @param epoch the number of epochs before
   * @param rows of the mini-batch
   */
  public void apply(int iteration, int epoch, int rows) {
    for (Segment segment : segments) {
      gradients.read(segment.start(), gradient, segment.length());
      parameters.read(segment.start(), weights, segment.length());
      segment.apply(gradient, weights, iteration, epoch, rows);
      parameters.write(segment.start(), weights, segment.length());
    }
  }

  /** What it remembers from step to step: a copy. */
  public float[] state() {
    var state = new float[stateLength()];
    int at = 0;
    for (float[] moments : moments()) {
      System.arraycopy(moments, 0, state, at, moments.length);
      at += moments.length;
    }
    return state;
  }

  /** Goes on from a {@link #state}. */
  public void restore(float[] state) {
    if (state.length != stateLength()) {
      throw new IllegalArgumentException(
          "the state is of another network: it has %d values for %d"
              .formatted(state.length, stateLength()));
    }
    int at = 0;
    for (float[] moments : moments()) {
      System.arraycopy(state, at, moments, 0, moments.length);
      at += moments.length;
    }
  }

  private int stateLength() {
    return moments().stream().mapToInt(moments -> moments.length).sum();
  }

  private List<float[]> moments() {
    return segments.stream().flatMap(segment -> segment.moments().stream()).toList();
  }

  /** Sets to zero what has decayed almost to nothing, of the parameters and of the moments. */
  public void flush() {
    for (Segment segment : segments) {
      segment.moments().forEach(moments -> flush(moments, moments.length));
      parameters.read(segment.start(), weights, segment.length());
      if (flush(weights, segment.length())) {
        parameters.write(segment.start(), weights, segment.length());
      }
    }
  }

  private static boolean flush(float[] values, int length) {
    boolean changed = false;
    for (int i = 0; i < length; i++) {
      float size = Math.abs(values[i]);
      if (size < NEGLIGIBLE && size > 0) {
        values[i] = 0;
        changed = true;
      }
    }
    return changed;
  }
}
