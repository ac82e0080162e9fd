package sweep4j.driver.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sweep4j.driver.hadoop.HadoopFiles;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
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

  /** Two ways to score the same rows, ours and dl4j-spark's in parts, must agree. */
  @ParameterizedTest
  @EnumSource(Task.class)
  void theTestScoreIsTheOneThatTrialsAreMeasuredBy(Task task) throws Exception {
    PreparedData data = testedOnValidation(load(task));
    try (var executor = SparkTrialExecutor.start(REQUEST, data, workload(), Limits.usual())) {
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
    try (var executor =
        SparkTrialExecutor.start(REQUEST, load(Task.CLASSIFICATION), workload(), Limits.usual())) {
      TrialOutcome outcome = executor.submit(leg(1e6), null, Double.POSITIVE_INFINITY).get();
      assertThat(outcome.result().state()).isEqualTo(TrialState.DIVERGED);
    }
  }

  /** Data that came with each task would cost a sweep more than its training. */
  @Test
  void allTrialsOfAProcessShareOneCopyOfTheData() throws Exception {
    PreparedData data = load(Task.CLASSIFICATION);
    try (JavaSparkContext spark = SparkStart.start(REQUEST)) {
      Broadcast<PreparedData> broadcast = spark.broadcast(data);
      List<Integer> copies =
          spark
              .parallelize(IntStream.range(0, 16).boxed().toList(), 16)
              .map(task -> System.identityHashCode(broadcast.value()))
              .distinct()
              .collect();
      assertThat(copies).hasSize(1);
    }
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
        data.contentHash(),
        data.remarks());
  }

  private static PreparedData load(Task task) throws DataException {
    var source =
        task == Task.CLASSIFICATION
            ? new DataSource.Csv("../sweeps/data/breast_cancer.csv", "diagnosis")
            : new DataSource.Csv("../sweeps/data/concrete.csv", "compressive_strength");
    var settings =
        new DataSettings(
            source, task, new HeldOut.Share(0.3), new HeldOut.Share(0.1), Scale.STANDARDIZE);
    return DataLoader.load(settings, 42, HadoopFiles.opener());
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
