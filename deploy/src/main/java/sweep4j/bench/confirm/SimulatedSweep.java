package sweep4j.bench.confirm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import sweep4j.driver.confirm.Candidate;
import sweep4j.driver.confirm.Candidates;
import sweep4j.driver.confirm.Confirmation;
import sweep4j.driver.confirm.Design;
import sweep4j.trial.Fold;
import sweep4j.trial.Goal;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Measurement;
import sweep4j.trial.Repeat;
import sweep4j.trial.Score;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialResult;
import sweep4j.trial.TrialState;

/**
 * A sweep whose trials have no networks but true qualities, and scores by {@link Noise}. The lower
 * is the better. The last configuration is the defaults, which are no trial.
 */
final class SimulatedSweep {

  static final int TRIALS = 30;
  static final int TRAINING_ROWS = 400;
  static final int VALIDATION_ROWS = 100;

  private final Noise noise;
  private final SplittableRandom random;

  /** By configuration and row; the training rows come first, then those of validation. */
  private final double[][] hardness = new double[TRIALS + 1][TRAINING_ROWS + VALIDATION_ROWS];

  private final double[][] learned = new double[TRIALS + 1][TRAINING_ROWS];
  private final double[] qualities = new double[TRIALS + 1];
  private final double[] validation = new double[TRIALS];

  /**
   * Draws a sweep.
   *
   * @param spread standard deviation of the true qualities; 0 if all are equally good
   */
  SimulatedSweep(Noise noise, double spread, long seed) {
    this.noise = noise;
    this.random = new SplittableRandom(seed);
    double row = Math.sqrt(VALIDATION_ROWS);
    double[] shared = draws(TRAINING_ROWS + VALIDATION_ROWS, noise.shared() * row);
    for (int c = 0; c <= TRIALS; c++) {
      qualities[c] = spread * random.nextGaussian();
      double[] own = draws(shared.length, noise.own() * row);
      Arrays.setAll(hardness[c], i -> shared[i] + own[i]);
      learned[c] = draws(TRAINING_ROWS, noise.learned() * Math.sqrt(TRAINING_ROWS));
    }
    int[] training = IntStream.range(0, TRAINING_ROWS).toArray();
    int[] held = IntStream.range(TRAINING_ROWS, shared.length).toArray();
    for (int c = 0; c < TRIALS; c++) {
      validation[c] = score(c, training, held);
    }
  }

  private double[] draws(int count, double sd) {
    return IntStream.range(0, count).mapToDouble(i -> sd * random.nextGaussian()).toArray();
  }

  private double score(int c, int[] learnedFrom, int[] scored) {
    return qualities[c]
        + mean(hardness[c], scored)
        + mean(learned[c], learnedFrom)
        + noise.seed() * random.nextGaussian();
  }

  private static double mean(double[] values, int[] places) {
    double sum = 0;
    for (int place : places) {
      sum += values[place];
    }
    return sum / places.length;
  }

  /** What configuration {@code c} is worth. */
  double truth(int c) {
    return qualities[c] + Arrays.stream(learned[c]).average().orElseThrow();
  }

  /** The number that a candidate has here. */
  static int number(Candidate candidate) {
    return candidate.trial() == Repeat.DEFAULTS ? TRIALS : candidate.trial();
  }

  /** The trials by their validation scores, the best first. */
  List<Integer> byValidation() {
    return IntStream.range(0, TRIALS)
        .boxed()
        .sorted(Comparator.comparingDouble(c -> validation[c]))
        .toList();
  }

  /** The best trials and the defaults, repeated as sweep4j does. */
  Confirmation confirmed(int top, Design design) {
    var all = new ArrayList<Candidate>();
    byValidation().stream()
        .limit(top)
        .forEach(trial -> all.add(new Candidate(trial, Hyperparameters.defaults())));
    var defaults = new Candidate(Repeat.DEFAULTS, Hyperparameters.defaults());
    all.add(defaults);
    int[] dealt = IntStream.range(0, TRAINING_ROWS).toArray();
    shuffle(dealt);
    List<TrialResult> results =
        design.requests(all).stream().map(request -> result(request, dealt)).toList();
    return Confirmation.of(design, new Candidates(all, defaults), results, Goal.MINIMIZE);
  }

  private TrialResult result(TrialRequest request, int[] dealt) {
    Repeat repeat = Objects.requireNonNull(request.repeat());
    Fold fold = repeat.fold();
    int[] inside = places(dealt, i -> i % fold.of() == fold.number());
    int[] outside = places(dealt, i -> i % fold.of() != fold.number());
    int c = repeat.trial() == Repeat.DEFAULTS ? TRIALS : repeat.trial();
    var score = new Score(score(c, outside, inside), 0);
    return new TrialResult(
        request.trial(),
        TrialState.COMPLETED,
        null,
        new Measurement(score.loss(), score, score, 1),
        1,
        List.of(),
        1,
        "",
        "",
        1,
        null);
  }

  private static int[] places(int[] dealt, IntPredicate wanted) {
    return IntStream.range(0, dealt.length).filter(wanted).map(i -> dealt[i]).toArray();
  }

  /**
   * Scores of configuration {@code c} on splits of all rows that are drawn anew each time, so that
   * they overlap, and hold rows that the configuration was chosen by.
   *
   * @param splits of learned and scored rows, as {@link #pooledSplits} draws them
   */
  double[] pooled(int c, List<int[][]> splits) {
    return splits.stream()
        .mapToDouble(
            split -> score(c, places(split[0], i -> split[0][i] < TRAINING_ROWS), split[1]))
        .toArray();
  }

  /** As many rows are scored as in validation. */
  List<int[][]> pooledSplits(int count) {
    var splits = new ArrayList<int[][]>();
    for (int i = 0; i < count; i++) {
      int[] rows = IntStream.range(0, TRAINING_ROWS + VALIDATION_ROWS).toArray();
      shuffle(rows);
      splits.add(
          new int[][] {
            Arrays.copyOfRange(rows, VALIDATION_ROWS, rows.length),
            Arrays.copyOf(rows, VALIDATION_ROWS)
          });
    }
    return splits;
  }

  private void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
