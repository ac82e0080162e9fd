package sweep4j.worker.training;

/** Trains the epochs of one network, each from where the network stands. */
public interface Epochs {

  /** How many steps of the updater an epoch has, by which schedules of the learning rate count. */
  int steps();

  /** Whether the network must be updated by Deeplearning4j's own updater, whose state it is. */
  boolean needsStockUpdater();

  /**
   * Trains an epoch. What it draws depends on the number of the epoch and on nothing before it.
   *
   * @param epoch from 1
   * @param beforeEachStep is called often, and throws to end the training
   */
  void train(Network network, int epoch, Runnable beforeEachStep);
}
