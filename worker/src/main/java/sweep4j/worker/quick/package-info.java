/**
 * What Deeplearning4j does in training, with less work: layers and updates of ours that take the
 * place of its own and compute the same to rounding.
 */
@NullMarked
package sweep4j.worker.quick;

import org.jspecify.annotations.NullMarked;
