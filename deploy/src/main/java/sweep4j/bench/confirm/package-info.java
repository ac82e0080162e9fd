/** Confirmation on simulated sweeps, whose truth is known. */
@NullMarked
package sweep4j.bench.confirm;

import org.jspecify.annotations.NullMarked;
