package sweep4j.driver.space;

import sweep4j.trial.Hyperparameter;

/** A hyperparameter of the search space, and the values that a sweep may give it. */
public record Parameter(Hyperparameter hyperparameter, Domain domain) {}
