/** Sweeps on a virtual clock, scheduled by the code that schedules real ones. */
@NullMarked
package sweep4j.laboratory.simulation;

import org.jspecify.annotations.NullMarked;
