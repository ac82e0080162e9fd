package sweep4j.driver.study;

import sweep4j.trial.Hyperparameters;

/**
 * A trial of an earlier run that the sampler learns from. A run keeps those that it began with, so
 * that it can go on without the earlier run's folder.
 *
 * @param hyperparameters a configuration of this sweep's space
 * @param cost the objective turned so that lower is better; positive infinity if it has none
 */
public record Prior(Hyperparameters hyperparameters, double cost) {}
