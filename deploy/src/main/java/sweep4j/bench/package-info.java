/** What is timed by the scripts in {@code deploy/bench}. */
@NullMarked
package sweep4j.bench;

import org.jspecify.annotations.NullMarked;
