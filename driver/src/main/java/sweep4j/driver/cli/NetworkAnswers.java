package sweep4j.driver.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import sweep4j.driver.ensemble.Answers;
import sweep4j.driver.ensemble.Truth;
import sweep4j.driver.spark.Split;
import sweep4j.driver.study.TopModels;
import sweep4j.trial.TrialRecord;

/** Has the networks of trials answer the rows of a split, all at once. */
final class NetworkAnswers {

  /** Where networks answer. */
  interface Answerer {
    /** As {@link sweep4j.driver.spark.SparkTrialExecutor#answers}. */
    CompletableFuture<float[]> answers(String name, byte[] model, Split split);
  }

  /** Is given what a network answers. */
  interface Taker {
    void take(Answers answers);
  }

  private final TopModels models;
  private final Answerer answerer;

  /** Of the networks that {@code models} holds. */
  NetworkAnswers(TopModels models, Answerer answerer) {
    this.models = models;
    this.answerer = answerer;
  }

  /**
   * Asks all networks, and hands on what they answer in the order of {@code trials}.
   *
   * @param truth of {@code split}
   */
  void ask(List<TrialRecord> trials, Split split, Truth truth, Taker taker)
      throws IOException, InterruptedException {
    var asked = new ArrayList<CompletableFuture<float[]>>();
    for (TrialRecord trial : trials) {
      int number = trial.trial();
      asked.add(answerer.answers("trial " + number, models.read(number), split));
    }
    for (int i = 0; i < asked.size(); i++) {
      taker.take(truth.answers(await(asked.get(i), trials.get(i))));
    }
  }

  private float[] await(CompletableFuture<float[]> asked, TrialRecord trial)
      throws IOException, InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IOException(
          "%s could not be used. If it is damaged, delete it, and it is made again (%s)"
              .formatted(models.location(trial.trial()), reason),
          e);
    }
  }
}
