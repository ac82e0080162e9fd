package sweep4j.worker.quick;

import org.nd4j.linalg.factory.Nd4j;

/** Where ND4J keeps its arrays. */
final class HostMemory {

  private HostMemory() {}

  /**
   * Whether it is where this package computes: in memory that a processor reaches. On a GPU there
   * is only what Deeplearning4j does by itself.
   */
  static boolean holdsArrays() {
    return Nd4j.getEnvironment().isCPU();
  }
}
