package sweep4j.driver.search;

import java.util.List;

/** Prunes nothing: no trial has a rung, so none waits for another. */
record NoPruner(int trials) implements Pruner {

  @Override
  public List<Integer> rungs(int trial) {
    Prefix.requireTrial(trial, trials);
    return List.of();
  }

  @Override
  public int bracket(int trial) {
    Prefix.requireTrial(trial, trials);
    return 0;
  }

  @Override
  public List<Integer> peers(int trial, int rung) {
    throw noRungs();
  }

  @Override
  public Decision decide(int trial, int rung, List<RungScore> scores) {
    throw noRungs();
  }

  private static IllegalArgumentException noRungs() {
    return new IllegalArgumentException("without a pruner there are no rungs");
  }

  @Override
  public Horizon horizon() {
    return Horizon.ALL_BEFORE;
  }
}
