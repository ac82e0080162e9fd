/** What strategies are tried on: functions, and tables of learning curves that were recorded. */
@NullMarked
package sweep4j.laboratory.problem;

import org.jspecify.annotations.NullMarked;
