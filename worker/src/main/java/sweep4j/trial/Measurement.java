package sweep4j.trial;

import java.io.Serializable;

/**
 * What training reached, at the best epoch.
 *
 * @param objective the sweep's metric on the validation split
 * @param validation scores on the validation split
 * @param training scores of the same weights on the training split, without dropout
 * @param bestEpoch the epoch, from 1, whose weights were kept
 */
public record Measurement(double objective, Score validation, Score training, int bestEpoch)
    implements Serializable {}
