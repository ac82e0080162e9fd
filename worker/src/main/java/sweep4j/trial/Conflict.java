package sweep4j.trial;

/**
 * Why values that are legal one by one cannot hold together.
 *
 * @param parameter one of them, which is not at its default
 * @param words for the user
 */
public record Conflict(Hyperparameter parameter, String words) {}
