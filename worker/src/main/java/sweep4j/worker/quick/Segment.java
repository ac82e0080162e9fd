package sweep4j.worker.quick;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * A parameter among all of a network.
 *
 * @param start index of its first value
 * @param length at least 1
 * @param averaged whether its gradient is a sum over the mini-batch that is to become an average
 */
record Segment(
    int start,
    int length,
    Rule rule,
    @Nullable List<Regularization> regularizations,
    boolean averaged) {}
