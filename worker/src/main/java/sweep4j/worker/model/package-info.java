/** From hyperparameters to Deeplearning4j's configuration of a network. Pure functions. */
@NullMarked
package sweep4j.worker.model;

import org.jspecify.annotations.NullMarked;
