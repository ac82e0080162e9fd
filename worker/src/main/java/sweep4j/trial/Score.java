package sweep4j.trial;

import java.io.Serializable;

/**
 * How well a model does on one split.
 *
 * @param loss mean loss per example without weight penalty, at least 0; see {@link
 *     Metric#VALIDATION_LOSS}
 * @param quality accuracy in [0, 1] for classification; root mean squared error in the label's own
 *     unit for regression
 */
public record Score(double loss, double quality) implements Serializable {}
