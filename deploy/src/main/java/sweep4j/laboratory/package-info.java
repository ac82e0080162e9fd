/**
 * The laboratory: thousands of sweeps without training, on a virtual clock, to compare samplers and
 * pruners.
 */
@NullMarked
package sweep4j.laboratory;

import org.jspecify.annotations.NullMarked;
