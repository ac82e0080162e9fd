package sweep4j.driver.search;

/**
 * What a sampler may know of a finished trial.
 *
 * @param trial its number
 * @param cost the objective turned so that lower is better; positive infinity for a trial without
 *     one (DIVERGED, FAILED)
 */
public record Observation(int trial, double cost) {}
