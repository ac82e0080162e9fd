/** Samplers: pure functions from a prefix of results to the next point of the unit cube. */
@NullMarked
package sweep4j.driver.search;

import org.jspecify.annotations.NullMarked;
