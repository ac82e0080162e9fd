package sweep4j.driver.spark;

import sweep4j.trial.DataSettings;
import sweep4j.trial.Delivery;
import sweep4j.worker.data.PreparedData;

/**
 * The data of a sweep, as the driver has read them.
 *
 * @param settings by which they were read
 * @param seed that the splits were drawn from
 * @param delivery how executors are to have them
 */
public record SweepData(
    PreparedData prepared, DataSettings settings, long seed, Delivery delivery) {}
