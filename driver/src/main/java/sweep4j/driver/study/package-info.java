/** A sweep in progress: numbers, seeds, rounds, retries, the journal, and resuming from it. */
@NullMarked
package sweep4j.driver.study;

import org.jspecify.annotations.NullMarked;
