package sweep4j.driver.cli;

import java.util.ArrayList;
import java.util.List;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.search.PruningMethod;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.search.SearchMethod;
import sweep4j.trial.DataParallel;
import sweep4j.trial.RefitPlan;
import sweep4j.worker.data.PreparedData;

/** What a sweep is about to do, in a few lines. */
final class Summary {

  private Summary() {}

  /**
   * The lines.
   *
   * @param remarks on the network
   */
  static List<String> lines(
      SweepDefinition sweep, PreparedData data, List<String> remarks, EarlierRun earlier) {
    var lines = new ArrayList<String>();
    Sampler sampler = sweep.sampler();
    lines.add(
        "%s: %s%s, %d trials of at most %d epochs, seed %d"
            .formatted(
                sweep.name(),
                methodName(sweep.search().method(), sampler),
                prunerName(sweep.search().pruning()),
                sampler.trials(),
                sweep.workload().maxEpochs(),
                sweep.seed()));
    lines.add("data: " + Data.inWords(data));
    if (sweep.search().pruning() instanceof PruningMethod.Hyperband hyperband) {
      int cycle = hyperband.trialsOfACycle(sweep.workload().maxEpochs());
      if (sampler.trials() < cycle) {
        lines.add(
            "note: hyperband wants a multiple of %d trials to try all of its brackets, and has %d"
                .formatted(cycle, sampler.trials()));
      }
    }
    lines.addAll(data.remarks());
    remarks.forEach(remark -> lines.add("network: " + remark));
    if (!earlier.summary().isEmpty()) {
      lines.add(earlier.summary());
    }
    if (sweep.confirm() != null) {
      lines.add(ConfirmText.plan(sweep.confirm()));
    }
    if (sweep.ensemble().wanted()) {
      lines.add("ensemble: of the best %d trials".formatted(sweep.ensemble().top()));
    }
    if (sweep.test().top() > 1) {
      lines.add("test: the best %d trials, at the end".formatted(sweep.test().top()));
    }
    DataParallel parallel = sweep.workload().dataParallel();
    if (parallel != null) {
      lines.add("training: each trial %s".formatted(inWords(parallel)));
    }
    RefitPlan refit = sweep.refit();
    if (refit != null) {
      DataParallel how = refit.dataParallel();
      lines.add(
          "refit: the winner's configuration on %s, %s"
              .formatted(refit.rows().key(), how == null ? "single" : inWords(how)));
    }
    return lines;
  }

  private static String inWords(DataParallel how) {
    return "data_parallel with %d workers, averaged after each %d mini-batches of theirs"
        .formatted(how.workers(), how.averagingFrequency());
  }

  private static String prunerName(PruningMethod method) {
    if (method instanceof PruningMethod.None) {
      return "";
    }
    if (method instanceof PruningMethod.Hyperband) {
      return " with hyperband";
    }
    return method instanceof PruningMethod.Median
        ? " with the median rule"
        : " with successive halving";
  }

  private static String methodName(SearchMethod method, Sampler sampler) {
    if (method instanceof SearchMethod.CoarseToFine) {
      return "coarse to fine in %d rounds".formatted(sampler.round(sampler.trials() - 1));
    }
    if (method instanceof SearchMethod.Grid) {
      return "grid search";
    }
    if (method instanceof SearchMethod.Sobol) {
      return "Sobol points";
    }
    if (method instanceof SearchMethod.Tpe) {
      return "tree-structured Parzen estimator";
    }
    return method instanceof SearchMethod.Gp ? "Gaussian process" : "random search";
  }
}
