/** The training loop, early stopping and scoring. */
@NullMarked
package sweep4j.worker.training;

import org.jspecify.annotations.NullMarked;
