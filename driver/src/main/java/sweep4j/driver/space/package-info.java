/** From points of the unit cube to legal values of hyperparameters: scales, steps, choices. */
@NullMarked
package sweep4j.driver.space;

import org.jspecify.annotations.NullMarked;
