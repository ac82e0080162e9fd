/**
 * Samplers: pure functions from a prefix of results to the next point of the unit cube; pruners:
 * pure functions from the scores of named trials to which of them train on.
 */
@NullMarked
package sweep4j.driver.search;

import org.jspecify.annotations.NullMarked;
