/** The trials of a sweep in order of merit, as a CSV file and as a table on the terminal. */
@NullMarked
package sweep4j.driver.leaderboard;

import org.jspecify.annotations.NullMarked;
