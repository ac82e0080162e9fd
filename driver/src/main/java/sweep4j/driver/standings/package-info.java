/** Where the trials of a run stand, by all that its journal knows. */
@NullMarked
package sweep4j.driver.standings;

import org.jspecify.annotations.NullMarked;
