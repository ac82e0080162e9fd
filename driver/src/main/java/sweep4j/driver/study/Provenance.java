package sweep4j.driver.study;

/**
 * Where a run's numbers come from; written at the head of its journal.
 *
 * @param name of the sweep
 * @param data what was read, in words
 * @param dataHash SHA-256 of the data as read
 * @param versions of sweep4j, Spark and Java
 * @param nativeBuild Deeplearning4j's native library and the processor of an executor: equal ones
 *     give equal bits
 * @param started when the run began, ISO 8601
 */
public record Provenance(
    String name,
    String data,
    String dataHash,
    String versions,
    String nativeBuild,
    String started) {}
