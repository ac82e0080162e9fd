/** From a sweep file to checked objects, with all problems of the file reported at once. */
@NullMarked
package sweep4j.driver.config;

import org.jspecify.annotations.NullMarked;
