/** Hadoop's file systems: data to read from them, and the folder of a run to keep on one. */
@NullMarked
package sweep4j.driver.hadoop;

import org.jspecify.annotations.NullMarked;
