/**
 * Which of a sweep's best configurations are trained again, and what that proves: means with their
 * intervals, and who is told apart from whom.
 */
@NullMarked
package sweep4j.driver.confirm;

import org.jspecify.annotations.NullMarked;
