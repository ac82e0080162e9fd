package sweep4j.trial;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What training reached, at the best epoch.
 *
 * @param objective the sweep's metric on the validation split
 * @param validation scores on the validation split
 * @param training scores of the same weights on the training split, without dropout; null for a
 *     trial that did not train to its end
 * @param bestEpoch the epoch, from 1, whose weights were kept
 */
public record Measurement(
    double objective, Score validation, @Nullable Score training, int bestEpoch)
    implements Serializable {}
