/** Answers of trained networks to rows that no trial has seen. */
@NullMarked
package sweep4j.driver.prediction;

import org.jspecify.annotations.NullMarked;
