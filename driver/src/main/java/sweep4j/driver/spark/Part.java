package sweep4j.driver.spark;

import java.io.Serializable;

/**
 * What one worker learns from between two averages.
 *
 * @param epoch from 1
 * @param round of averaging in that epoch, from 0
 * @param worker from 0
 * @param places of its rows among those that are learned from, mini-batch after mini-batch
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Part(int epoch, int round, int worker, int[] places) implements Serializable {}
