package sweep4j.driver.config;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sweep4j.driver.search.Horizon;
import sweep4j.driver.search.Pruner;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.search.SearchTask;
import sweep4j.driver.search.TryFirst;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Catalogue;
import sweep4j.trial.DataSettings;
import sweep4j.trial.Delivery;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Limits;
import sweep4j.trial.RefitPlan;
import sweep4j.trial.Resources;
import sweep4j.trial.Workload;

/**
 * A sweep as understood: every default filled in, every path absolute.
 *
 * @param name what it is called, fit for the name of a folder
 * @param seed from which everything random comes
 * @param data what to learn from
 * @param delivery how the data come to the executors
 * @param workload what all trials have in common; its fixed hyperparameters are all those that the
 *     space leaves out
 * @param space the hyperparameters to search, as declared
 * @param search how configurations are chosen
 * @param confirm how the best trials are trained again to tell which is; null if they are not
 * @param ensemble how many of the best trials' networks are put together
 * @param test how many of the best trials are scored on the test split
 * @param refit how the winner's configuration is trained anew; null if it is not
 * @param limits what ends it, or a trial of it, before its time
 * @param resources what each trial has to itself while it trains
 */
public record SweepDefinition(
    String name,
    long seed,
    DataSettings data,
    Delivery delivery,
    Workload workload,
    SearchSpace space,
    SearchPlan search,
    @Nullable ConfirmPlan confirm,
    EnsemblePlan ensemble,
    TestPlan test,
    @Nullable RefitPlan refit,
    Limits limits,
    Resources resources) {

  /** What a name must be, fit to follow "must be". */
  static final String NAME_RULE =
      "1 to 100 letters (a-z, A-Z), digits, '.', '_' or '-', the first not a '.'";

  static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

  public SweepDefinition {
    if (!isName(name)) {
      throw new IllegalArgumentException("name must be " + NAME_RULE + ", but got " + name);
    }
  }

  /** A sweep that ends with its best trial, has the usual delivery and limits, and no GPUs. */
  public SweepDefinition(
      String name,
      long seed,
      DataSettings data,
      Workload workload,
      SearchSpace space,
      SearchPlan search) {
    this(
        name,
        seed,
        data,
        Delivery.AUTO,
        workload,
        space,
        search,
        null,
        EnsemblePlan.none(),
        TestPlan.usual(),
        null,
        Limits.usual(),
        Resources.none());
  }

  /**
   * The space that trials come from, whose coordinates the sampler speaks of: the declared one,
   * unless {@code search.expand} makes it wider.
   */
  public SearchSpace searchedSpace() {
    return search.method().searched(space);
  }

  /** Of how many of the best trials the networks are kept; 1 where the winner's is all. */
  public int keptModels() {
    int last = wantedModels();
    return confirm == null ? last : Math.max(confirm.top(), last);
  }

  /** Of how many of the best trials the networks are used when all has been chosen. */
  public int wantedModels() {
    return Math.max(ensemble.top(), test.top());
  }

  /** What a trial of the defaults would set: nothing but what is fixed among the searched. */
  public Hyperparameters defaults() {
    return space.defaults(workload.fixed());
  }

  /** What this sweep may vary or fix. */
  public Catalogue catalogue() {
    return workload.model().catalogue();
  }

  /** The sampler that chooses this sweep's configurations, not led by an earlier run. */
  public Sampler sampler() {
    Horizon horizon = pruner(search.maxTrials()).horizon();
    var task = new SearchTask(searchedSpace(), search.maxTrials(), seed, List.of(), horizon);
    return TryFirst.of(search.method(), task, search.tryFirst());
  }

  /** The pruner that stops this sweep's trials. */
  public Pruner pruner() {
    // A small space has fewer trials than were asked for.
    return pruner(sampler().trials());
  }

  private Pruner pruner(int trials) {
    return search.pruning().pruner(trials, workload.maxEpochs());
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
