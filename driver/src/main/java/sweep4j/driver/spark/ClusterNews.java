package sweep4j.driver.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.StageInfo;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.JavaConverters;
import sweep4j.driver.study.TrialExecutor;
import sweep4j.trial.EpochScore;
import sweep4j.trial.Leg;

/**
 * Hands on what Spark says of the cluster: that executors came or went, and how far trials are.
 * Spark's own pages show an accumulator of a stage only once a task of it has ended; here it is put
 * there while the one task runs, by each heartbeat.
 */
final class ClusterNews extends SparkListener {

  private record Running(Leg leg, EpochProgress progress) {}

  /** By the number of its accumulator. */
  private final Map<Long, Running> running = new ConcurrentHashMap<>();

  private final Map<Integer, StageInfo> stages = new ConcurrentHashMap<>();
  private volatile TrialExecutor.@Nullable Watcher watcher;

  /** Has {@code other} told from now on, and nobody who was before. */
  void tell(TrialExecutor.Watcher other) {
    watcher = other;
  }

  void begins(Leg leg, EpochProgress progress) {
    running.put(progress.id(), new Running(leg, progress));
  }

  void ended(EpochProgress progress) {
    running.remove(progress.id());
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded event) {
    slotsChanged();
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
    slotsChanged();
  }

  private void slotsChanged() {
    TrialExecutor.Watcher told = watcher;
    if (told != null) {
      told.slotsChanged();
    }
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    stages.put(event.stageInfo().stageId(), event.stageInfo());
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted event) {
    stages.remove(event.stageInfo().stageId());
  }

  @Override
  public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate event) {
    for (var task : JavaConverters.seqAsJavaList(event.accumUpdates())) {
      for (AccumulableInfo update : JavaConverters.seqAsJavaList(task._4())) {
        Running trial = running.get(update.id());
        if (trial != null
            && update.update().isDefined()
            && update.update().get() instanceof EpochScore score) {
          show((Integer) task._2(), trial, score);
        }
      }
    }
  }

  private void show(int stage, Running trial, EpochScore score) {
    StageInfo shown = stages.get(stage);
    if (shown != null) {
      shown
          .accumulables()
          .put(trial.progress().id(), trial.progress().toInfo(Option.empty(), Option.apply(score)));
    }
    TrialExecutor.Watcher told = watcher;
    if (told != null) {
      told.epochEnded(trial.leg(), score);
    }
  }
}
