/** Statistics of many sweeps, and tables of them. */
@NullMarked
package sweep4j.laboratory.report;

import org.jspecify.annotations.NullMarked;
