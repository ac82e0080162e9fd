/**
 * From files to mini-batches: reading, checking, splitting and scaling examples. Everything here is
 * plain Java arrays until {@link sweep4j.worker.data.MiniBatches} hands a batch to ND4J.
 */
@NullMarked
package sweep4j.worker.data;

import org.jspecify.annotations.NullMarked;
