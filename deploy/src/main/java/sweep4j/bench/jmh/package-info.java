/** What the inside of a trial costs, measured by JMH; see {@code deploy/bench/jmh}. */
@NullMarked
package sweep4j.bench.jmh;

import org.jspecify.annotations.NullMarked;
