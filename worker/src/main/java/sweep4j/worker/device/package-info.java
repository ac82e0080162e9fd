/** Which device a process computes on, its native threads and its native memory. */
@NullMarked
package sweep4j.worker.device;

import org.jspecify.annotations.NullMarked;
