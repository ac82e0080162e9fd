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
  /** Values at a time, so that they stay in the processor's first cache from loop to loop. */
  private static final int CHUNK = 2048;

  /** Smaller ones are far below the rounding of anything that they are added to. */
  private static final float NEGLIGIBLE = 1e-25f;

  private final Memory parameters;
  private final Memory gradients;
  private final List<Segment> segments;
  private final float[] m;
  private final float[] v;
  private final float[] values = new float[CHUNK];
  private final float[] weights = new float[CHUNK];
  private final float[] means = new float[CHUNK];
  private final float[] squares = new float[CHUNK];

  private QuickUpdate(Memory parameters, Memory gradients, int length, List<Segment> segments) {
    this.parameters = parameters;
    this.gradients = gradients;
    this.segments = List.copyOf(segments);
    this.m = new float[length];
    this.v = new float[length];
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
        Segment segment = segment(layer, parameter.getKey(), start, length);
        if (segment == null) {
          return null;
        }
        segments.add(segment);
        start += length;
      }
    }
    if (start != parameters.length()) {
      throw new IllegalStateException(
          "the layers have %d parameters, the network %d".formatted(start, parameters.length()));
    }
    return new QuickUpdate(Memory.ofRows(parameters), Memory.ofRows(gradients), start, segments);
  }

  private static @Nullable Segment segment(
      Trainable layer, String parameter, int start, int length) {
    TrainingConfig configuration = layer.getConfig();
    GradientNormalization clipping = configuration.getGradientNormalization();
    Rule rule = Rule.of(configuration.getUpdaterByParam(parameter));
    var regularizations = configuration.getRegularizationByParam(parameter);
    boolean known =
        (clipping == null || clipping == GradientNormalization.None)
            && Penalty.knows(regularizations);
    return rule == null || !known
        ? null
        : new Segment(
            start, length, rule, regularizations, layer.updaterDivideByMinibatch(parameter));
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
      Rule rule = segment.rule();
      rule.begin(iteration, epoch);
      Penalty penalty = Penalty.at(segment.regularizations(), rule.rate(), iteration, epoch);
      int end = segment.start() + segment.length();
      for (int at = segment.start(); at < end; at += CHUNK) {
        apply(rule, penalty, segment.averaged() ? rows : 1, at, Math.min(CHUNK, end - at));
      }
    }
  }

  private void apply(Rule rule, Penalty penalty, int rows, int at, int count) {
    gradients.read(at, values, count);
    parameters.read(at, weights, count);
    for (int i = 0; i < count; i++) {
      values[i] /= rows;
    }
    if (penalty.l1() != 0) {
      for (int i = 0; i < count; i++) {
        values[i] += penalty.l1() * Math.signum(weights[i]);
      }
    }
    addWeights(penalty.l2(), count);
    update(rule, at, count);
    addWeights(penalty.decay(), count);
    for (int i = 0; i < count; i++) {
      weights[i] -= values[i];
    }
    parameters.write(at, weights, count);
  }

  /** On copies, because the compiler makes vector instructions only of loops that begin at 0. */
  private void update(Rule rule, int at, int count) {
    if (!rule.remembers()) {
      rule.update(values, means, squares, count);
      return;
    }
    System.arraycopy(m, at, means, 0, count);
    System.arraycopy(v, at, squares, 0, count);
    rule.update(values, means, squares, count);
    System.arraycopy(means, 0, m, at, count);
    System.arraycopy(squares, 0, v, at, count);
  }

  private void addWeights(float coefficient, int count) {
    if (coefficient != 0) {
      for (int i = 0; i < count; i++) {
        values[i] += coefficient * weights[i];
      }
    }
  }

  /** What it remembers from step to step: a copy. */
  public float[] state() {
    var state = new float[m.length + v.length];
    System.arraycopy(m, 0, state, 0, m.length);
    System.arraycopy(v, 0, state, m.length, v.length);
    return state;
  }

  /** Goes on from a {@link #state}. */
  public void restore(float[] state) {
    if (state.length != m.length + v.length) {
      throw new IllegalArgumentException(
          "%d values for %d".formatted(state.length, m.length + v.length));
    }
    System.arraycopy(state, 0, m, 0, m.length);
    System.arraycopy(state, m.length, v, 0, v.length);
  }

  /** Sets to zero what has decayed almost to nothing, of the parameters and of the moments. */
  public void flush() {
    flush(m, m.length);
    flush(v, v.length);
    for (int at = 0; at < m.length; at += CHUNK) {
      int count = Math.min(CHUNK, m.length - at);
      parameters.read(at, weights, count);
      if (flush(weights, count)) {
        parameters.write(at, weights, count);
      }
    }
  }

  private static boolean flush(float[] array, int length) {
    boolean changed = false;
    for (int i = 0; i < length; i++) {
      float size = Math.abs(array[i]);
      if (size < NEGLIGIBLE && size > 0) {
        array[i] = 0;
        changed = true;
      }
    }
    return changed;
  }
}
