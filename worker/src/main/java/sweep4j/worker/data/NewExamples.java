package sweep4j.worker.data;

import java.io.Closeable;
import java.util.List;

/** Examples that a trained network is to answer, one after the other, read as they are wanted. */
public interface NewExamples extends Closeable {

  /** Goes to the next example; false at the end. */
  boolean next() throws DataException;

  /**
   * Writes the example's inputs to {@code into[offset]} and the places after it.
   *
   * @return false if it lacks a value, and such examples were left out in training; the inputs then
   *     mean nothing
   */
  boolean copyInputs(float[] into, int offset) throws DataException;

  /** What is known of each example besides its inputs, and is to stand beside its answer. */
  List<String> kept();

  /** The example's values of these, in their order. */
  List<String> keptValues() throws DataException;

  /** The example's class as a place in the list of classes; -1 if it is not known. */
  int classOf() throws DataException;

  /** The number to predict; NaN if it is not known. */
  float target() throws DataException;

  /** What the user should know of the examples so far, in lines. */
  List<String> remarks();
}
