/** A leaderboard in the forms that other tools read. */
@NullMarked
package sweep4j.driver.export;

import org.jspecify.annotations.NullMarked;
