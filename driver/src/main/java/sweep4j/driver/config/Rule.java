package sweep4j.driver.config;

/**
 * What {@link Grammar} says of a key.
 *
 * @param form what it may hold
 * @param usual what holds where it is left out
 * @param example what may stand behind its colon
 */
record Rule(Form form, Usual usual, String example) {}
