package sweep4j.trial;

import java.io.Serializable;
import java.util.List;

/**
 * How examples become a network's inputs: what it takes to ask a trained network about some that it
 * has not seen, when the training data are no longer there.
 */
public sealed interface Inputs extends Serializable permits TableInputs, ImageInputs {

  /** The classes, in the order of the network's outputs; empty for regression. */
  List<String> classes();

  /** How many inputs an example becomes. */
  int count();

  /** How many answers a network gives to an example. */
  default int outputs() {
    return Math.max(1, classes().size());
  }
}
