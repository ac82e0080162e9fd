/** What a run found out, as one page that a browser shows without a server or a network. */
@NullMarked
package sweep4j.driver.report;

import org.jspecify.annotations.NullMarked;
