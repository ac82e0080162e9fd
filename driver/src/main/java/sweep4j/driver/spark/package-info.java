/** Running trials on Spark's executors; the only package that starts Spark. */
@NullMarked
package sweep4j.driver.spark;

import org.jspecify.annotations.NullMarked;
