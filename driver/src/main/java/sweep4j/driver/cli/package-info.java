/** The command line: wiring, and what the terminal shows. */
@NullMarked
package sweep4j.driver.cli;

import org.jspecify.annotations.NullMarked;
