package sweep4j.driver.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.cli.EnsembleChoice.Average;
import sweep4j.driver.cli.EnsembleChoice.Chosen;
import sweep4j.driver.cli.EnsembleChoice.None;
import sweep4j.driver.ensemble.Answers;
import sweep4j.driver.ensemble.Ensemble;
import sweep4j.driver.ensemble.EnsembleJson;
import sweep4j.driver.ensemble.GreedySelection;
import sweep4j.driver.ensemble.Mixture;
import sweep4j.driver.ensemble.Truth;
import sweep4j.driver.ensemble.Weights;
import sweep4j.driver.spark.Split;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.study.TopModels;
import sweep4j.trial.Score;
import sweep4j.trial.Sha256;
import sweep4j.trial.TrialRecord;
import sweep4j.worker.data.PreparedData;

/**
 * Puts the networks of a run's best trials together: first {@link #choose} on the validation split,
 * then, once nothing is left to choose, {@link #test}.
 */
final class Ensembles {

  /** Where it is written down what the models are worth together. */
  static final String DESCRIPTION = RunFolder.ENSEMBLE + "/ensemble.json";

  static final String SINGLE = "single";
  static final String AVERAGE = "average";
  static final String GREEDY = "greedy";

  /**
   * How far a network's loss may be from the one in the journal, as a share: other processors round
   * otherwise, in the sixth digit; another network is farther off.
   */
  private static final double SAME_LOSS = 1e-3;

  private final PreparedData data;
  private final RunFolder folder;
  private final TopModels models;
  private final NetworkAnswers networks;

  /**
   * Of a run in {@code folder}.
   *
   * @param models where the trials' networks are
   */
  Ensembles(
      PreparedData data, RunFolder folder, TopModels models, NetworkAnswers.Answerer answerer) {
    this.data = data;
    this.folder = folder;
    this.models = models;
    this.networks = new NetworkAnswers(models, answerer);
  }

  /**
   * Chooses the weights.
   *
   * @param top the best trials, in the order of their ranks
   * @param missing why the network of one of them is not there, in words; null if all are
   */
  EnsembleChoice choose(List<TrialRecord> top, @Nullable String missing)
      throws IOException, InterruptedException {
    // One of an earlier run would belong to none of what is said below.
    folder.storage().delete(DESCRIPTION);
    if (top.size() < 2) {
      return new None("it takes two trials that have an objective, and there is one");
    }
    if (missing != null) {
      return new None(missing);
    }
    Truth truth = EnsembleData.truth(data, Split.VALIDATION);
    var answers = new ArrayList<Answers>();
    networks.ask(top, Split.VALIDATION, truth, answers::add);
    for (int i = 0; i < top.size(); i++) {
      if (!isOf(top.get(i), score(truth, Weights.even(1), answers.subList(i, i + 1)))) {
        return new None(
            "%s does not have the validation loss of its trial: delete it, and go on with the same command and --resume --out %s"
                .formatted(models.location(top.get(i).trial()), folder.location()));
      }
    }
    return new Chosen(
        top,
        List.of(
            average(SINGLE, Weights.first(top.size()), truth, answers),
            average(AVERAGE, Weights.even(top.size()), truth, answers),
            average(GREEDY, GreedySelection.select(truth, answers), truth, answers)));
  }

  /** Whether a network with this score on the validation split is that of {@code trial}. */
  static boolean isOf(TrialRecord trial, Score score) {
    double measured = Objects.requireNonNull(trial.result().measurement()).validation().loss();
    // Losses near zero differ by rounding alone.
    return Math.abs(score.loss() - measured) <= SAME_LOSS * Math.max(SAME_LOSS, measured);
  }

  private static Average average(String name, Weights weights, Truth truth, List<Answers> answers) {
    return new Average(name, weights, score(truth, weights, answers));
  }

  private static Score score(Truth truth, Weights weights, List<Answers> answers) {
    var mixture = new Mixture(truth, weights);
    answers.forEach(mixture::add);
    return mixture.score();
  }

  /** Scores what was chosen on the test split, and writes all of it down. */
  List<Ensemble> test(Chosen chosen) throws IOException, InterruptedException {
    Truth truth = EnsembleData.truth(data, Split.TEST);
    List<Mixture> mixtures =
        chosen.averages().stream().map(each -> new Mixture(truth, each.weights())).toList();
    networks.ask(
        chosen.trials(),
        Split.TEST,
        truth,
        answers -> mixtures.forEach(mixture -> mixture.add(answers)));
    var ensembles = new ArrayList<Ensemble>();
    for (int i = 0; i < mixtures.size(); i++) {
      Average average = chosen.averages().get(i);
      ensembles.add(
          new Ensemble(
              average.name(),
              members(chosen.trials(), average.weights()),
              average.validation(),
              mixtures.get(i).score()));
    }
    folder.replace(
        DESCRIPTION,
        EnsembleJson.text(data.task(), data.featureNames(), data.classNames(), ensembles));
    return ensembles;
  }

  private List<Ensemble.Member> members(List<TrialRecord> trials, Weights weights)
      throws IOException {
    var members = new ArrayList<Ensemble.Member>();
    for (int i = 0; i < trials.size(); i++) {
      if (weights.counts().get(i) == 0) {
        continue;
      }
      int trial = trials.get(i).trial();
      members.add(
          new Ensemble.Member(
              trial,
              TopModels.nameFromBeside(trial),
              Sha256.of(models.read(trial)),
              weights.counts().get(i),
              weights.weight(i)));
    }
    return members;
  }
}
