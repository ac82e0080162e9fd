package sweep4j.worker.training;

/**
 * What an updater remembers from step to step: moments and the like.
 *
 * @param quick whether our updater wrote them and not Deeplearning4j's, which has as many in
 *     another order
 * @param values empty for an updater without any
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copies of moments would be waste
record UpdaterState(boolean quick, float[] values) {}
