/**
 * Averages of what several models answer, which of them to average, and how good the average is.
 */
@NullMarked
package sweep4j.driver.ensemble;

import org.jspecify.annotations.NullMarked;
