package sweep4j.driver.search;

/**
 * How a trial stands at a rung.
 *
 * @param trial its number
 * @param cost the best objective of its epochs so far, turned so that lower is better; positive
 *     infinity if the trial ended without one
 * @param ended whether the trial has ended by itself, so that it can be compared with but will not
 *     go on
 */
public record RungScore(int trial, double cost, boolean ended) {}
