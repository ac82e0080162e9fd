/** The values that driver and worker share: what is asked of a trial, and what came back. */
@NullMarked
package sweep4j.trial;

import org.jspecify.annotations.NullMarked;
