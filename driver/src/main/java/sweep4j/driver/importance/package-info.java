/** Which parameters the cost of trials depends on, alone and two together; pure. */
@NullMarked
package sweep4j.driver.importance;

import org.jspecify.annotations.NullMarked;
