package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.Delivery;
import sweep4j.trial.EarlyStopping;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Leg;
import sweep4j.trial.Limits;
import sweep4j.trial.Metric;
import sweep4j.trial.ModelType;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.trial.TrialOutcome;
import sweep4j.trial.TrialRequest;
import sweep4j.trial.TrialState;
import sweep4j.trial.Tunable;
import sweep4j.trial.Workload;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;

class SparkTrialExecutorTest {

  private static final SparkRequest REQUEST = new SparkRequest("test", "local[2]");

  private static final long SEED = 42;

  /** Two ways to score the same rows, ours and dl4j-spark's in parts, must agree. */
  @ParameterizedTest
  @EnumSource(Task.class)
  void theTestScoreIsTheOneThatTrialsAreMeasuredBy(Task task) throws Exception {
    try (var executor = start(task, testedOnValidation(load(task)))) {
      TrialOutcome outcome = executor.submit(leg(1e-2), null, Double.POSITIVE_INFINITY).get();

      assertThat(outcome.result().state()).isEqualTo(TrialState.COMPLETED);
      double ours = Objects.requireNonNull(outcome.result().measurement()).validation().quality();
      double theirs = executor.quality("it", Objects.requireNonNull(outcome.model()), Split.TEST);
      // Accuracies are quotients of the same whole numbers; errors are summed in another order.
      assertThat(executor.quality("it", outcome.model(), Split.VALIDATION)).isEqualTo(theirs);
      assertThat(theirs).isCloseTo(ours, within(task == Task.CLASSIFICATION ? 1e-12 : 1e-5 * ours));
    }
  }

  @Test
  void aTrialThatDivergesIsAResultAndNoFailedJob() throws Exception {
    try (var executor = start(Task.CLASSIFICATION, load(Task.CLASSIFICATION))) {
      TrialOutcome outcome = executor.submit(leg(1e6), null, Double.POSITIVE_INFINITY).get();
      assertThat(outcome.result().state()).isEqualTo(TrialState.DIVERGED);
    }
  }

  private static SparkTrialExecutor start(Task task, PreparedData data) throws SparkStartException {
    return SparkTrialExecutor.start(
        REQUEST,
        new SweepData(data, settings(task), SEED, Delivery.AUTO),
        workload(),
        Limits.usual());
  }

  private static PreparedData testedOnValidation(PreparedData data) {
    return new PreparedData(
        data.task(),
        data.featureNames(),
        data.classNames(),
        data.imageShape(),
        data.scaling(),
        data.training(),
        data.validation(),
        data.validation(),
        data.table(),
        data.contentHash(),
        data.remarks());
  }

  private static PreparedData load(Task task) throws DataException {
    return DataLoader.load(settings(task), SEED, HadoopFiles.opener());
  }

  private static DataSettings settings(Task task) {
    var source =
        task == Task.CLASSIFICATION
            ? new DataSource.Csv("../sweeps/data/breast_cancer.csv", "diagnosis")
            : new DataSource.Csv("../sweeps/data/concrete.csv", "compressive_strength");
    return new DataSettings(
        source, task, new HeldOut.Share(0.3), new HeldOut.Share(0.1), Scale.STANDARDIZE);
  }

  private static Workload workload() {
    return new Workload(
        new ModelType.Mlp(),
        Hyperparameters.defaults(),
        2,
        EarlyStopping.never(),
        Metric.VALIDATION_LOSS);
  }

  private static Leg leg(double learningRate) {
    var rate =
        Map.<Tunable, ParameterValue>of(Hyperparameter.LEARNING_RATE, new Real(learningRate));
    return new Leg(new TrialRequest(0, 1, 7, new Hyperparameters(rate)), 0, 2);
  }
}
