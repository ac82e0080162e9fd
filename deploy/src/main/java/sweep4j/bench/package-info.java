/** Measurements of the real thing, each a program that prints a table. */
@NullMarked
package sweep4j.bench;

import org.jspecify.annotations.NullMarked;
