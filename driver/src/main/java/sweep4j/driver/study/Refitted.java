package sweep4j.driver.study;

import org.jspecify.annotations.Nullable;
import sweep4j.trial.RefitPlan;

/**
 * What came of training the winner's configuration anew.
 *
 * @param trial the winner
 * @param seed from which all random streams of the refit came
 * @param plan how it was trained
 * @param rows that it learned from
 * @param epochs that it learned for
 * @param seconds wall time
 * @param quality on the test split, as {@link sweep4j.trial.Score#quality}
 * @param single likewise, when trained in one place; null if that was not asked for
 * @param singleSeconds wall time of that; null if that was not asked for
 * @param modelSha256 of the model file
 */
public record Refitted(
    int trial,
    long seed,
    RefitPlan plan,
    int rows,
    int epochs,
    double seconds,
    double quality,
    @Nullable Double single,
    @Nullable Double singleSeconds,
    String modelSha256) {}
