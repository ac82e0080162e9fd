package sweep4j.worker.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.stepfunctions.NegativeGradientStepFunction;
import org.deeplearning4j.nn.conf.stepfunctions.StepFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The update of all parameters of a network after a mini-batch, in one pass: average over the
 * mini-batch, penalties, updater and subtraction, for each of which Deeplearning4j goes over all
 * parameters once or more.
 */
public final class QuickUpdate {
  /** Smaller ones are far below the rounding of anything that they are added to. */
  public static final float NEGLIGIBLE = 1e-25f;

  private final Memory parameters;
  private final Memory gradients;
  private final List<ParameterStep> steps;
  private final List<Segment> segments;
  private final float[] gradient = new float[Segment.MOST];
  private final float[] weights = new float[Segment.MOST];

  private QuickUpdate(
      Memory parameters, Memory gradients, List<ParameterStep> steps, List<Segment> segments) {
    this.parameters = parameters;
    this.gradients = gradients;
    this.steps = List.copyOf(steps);
    this.segments = List.copyOf(segments);
  }

  /**
   * The update of a network; null where it has an updater, a penalty, a clipping of gradients or
   * another way to make steps that is not known here, or computes on a GPU.
   *
   * @param layers of the network with parameters, in their order
   * @param gradients of the whole network, [1, n] as its parameters
   */
  public static @Nullable QuickUpdate of(
      Model network, List<? extends Trainable> layers, INDArray gradients) {
    INDArray parameters = network.params();
    if (!HostMemory.holdsArrays()
        || !makesPlainSteps(network.conf())
        || !Memory.holdsRows(parameters)
        || !Memory.holdsRows(gradients)) {
      return null;
    }
    var steps = new ArrayList<ParameterStep>();
    var segments = new ArrayList<Segment>();
    int start = 0;
    for (Trainable layer : layers) {
      for (Map.Entry<String, INDArray> parameter : layer.paramTable(false).entrySet()) {
        int length = Math.toIntExact(parameter.getValue().length());
        // Those that only unsupervised training changes get no gradient, and must not decay.
        if (!layer.getConfig().isPretrainParam(parameter.getKey())) {
          ParameterStep step = step(layer, parameter.getKey());
          if (step == null) {
            return null;
          }
          steps.add(step);
          addSegments(segments, step, start, length);
        }
        start += length;
      }
    }
    if (start != parameters.length()) {
      throw new IllegalStateException(
          "the layers have %d parameters, the network %d".formatted(start, parameters.length()));
    }
    return new QuickUpdate(Memory.ofRows(parameters), Memory.ofRows(gradients), steps, segments);
  }

  /** Whether a step subtracts, once, the update of the mean over the mini-batch. */
  private static boolean makesPlainSteps(NeuralNetConfiguration configuration) {
    StepFunction function = configuration.getStepFunction();
    return configuration.isMiniBatch()
        && configuration.getOptimizationAlgo() == OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT
        && (function == null || function.getClass() == NegativeGradientStepFunction.class);
  }

  /** How a parameter is to be updated; null where that is not known here. */
  private static @Nullable ParameterStep step(Trainable layer, String parameter) {
    TrainingConfig configuration = layer.getConfig();
    GradientNormalization clipping = configuration.getGradientNormalization();
    var regularizations = configuration.getRegularizationByParam(parameter);
    Rule rule = Rule.of(configuration.getUpdaterByParam(parameter));
    return rule == null
            || !(clipping == null || clipping == GradientNormalization.None)
            || !Penalty.knows(regularizations)
        ? null
        : new ParameterStep(rule, regularizations, layer.updaterDivideByMinibatch(parameter));
  }

  private static void addSegments(
      List<Segment> segments, ParameterStep step, int start, int length) {
    for (int done = 0; done < length; done += Segment.MOST) {
      segments.add(new Segment(start + done, Math.min(Segment.MOST, length - done), step));
    }
  }

  /**
   * Changes all parameters.
   *
   * @param iteration the number of steps before
   * @param epoch the number of epochs before
   * @param rows of the mini-batch
   */
  public void apply(int iteration, int epoch, int rows) {
    for (ParameterStep step : steps) {
      step.begin(iteration, epoch, rows);
    }
    for (Segment segment : segments) {
      gradients.read(segment.start(), gradient, segment.length());
      parameters.read(segment.start(), weights, segment.length());
      segment.apply(gradient, weights);
      parameters.write(segment.start(), weights, segment.length());
    }
  }

  /**
   * What it remembers from step to step: a copy. First the means of all parameters, in the order of
   * these, then the squares of all, so that nothing in it depends on how they are cut up.
   */
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
    return Stream.concat(
            segments.stream().map(Segment::means), segments.stream().map(Segment::squares))
        .toList();
  }

  /** Sets to zero what has decayed almost to nothing, of the parameters and of the moments. */
  public void flush() {
    for (Segment segment : segments) {
      flush(segment.means(), segment.means().length);
      flush(segment.squares(), segment.squares().length);
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
