package sweep4j.driver.spark;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import sweep4j.trial.Leg;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.TrialRequest;

/**
 * What Spark's own pages say of a job.
 *
 * @param group of jobs that belong together, and can be cancelled together
 * @param name of its stages, where Spark would name a line of our code
 * @param description of the job
 */
record JobName(String group, String name, String description) {

  /** A job that is the only one of its kind. */
  static JobName of(String name) {
    return new JobName(name, name, name);
  }

  /** A leg of a trial, in {@code group}. */
  static JobName of(String group, Leg leg) {
    TrialRequest request = leg.request();
    String trial =
        request.repeat() == null
            ? "trial %d, round %d".formatted(leg.trial(), request.round())
            : request.inWords();
    String values =
        request.hyperparameters().set().entrySet().stream()
            .map(each -> each.getKey().key() + " " + inShort(each.getValue()))
            .collect(joining(", "));
    return new JobName(
        group,
        "%s, epochs %d to %d".formatted(trial, leg.fromEpoch() + 1, leg.untilEpoch()),
        values.isEmpty() ? trial : trial + ": " + values);
  }

  private static String inShort(ParameterValue value) {
    return value instanceof Real real
        ? String.format(Locale.ROOT, "%.4g", real.value())
        : value.toString();
  }

  /** Holds for all jobs that the calling thread starts from now on. */
  void set(JavaSparkContext spark) {
    // A cancelled job interrupts its trial, which looks for that between mini-batches.
    spark.setJobGroup(group, description, true);
    spark.setLocalProperty("callSite.short", name);
    // Else Spark walks the stack for each job.
    spark.setLocalProperty("callSite.long", description);
  }
}
