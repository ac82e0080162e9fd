/** A page that changes while a run goes on, for browsers on the same machine. */
@NullMarked
package sweep4j.driver.watch;

import org.jspecify.annotations.NullMarked;
