/** A first sweep file for a table that nobody has described yet. */
@NullMarked
package sweep4j.driver.draft;

import org.jspecify.annotations.NullMarked;
