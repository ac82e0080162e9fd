package sweep4j.worker.quick;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The memory of an array that is mostly the same one as the last time, such as a parameter. */
final class LastMemory {
  private final Function<INDArray, Memory> look;
  private @Nullable INDArray array;
  private @Nullable Memory memory;

  /**
   * Has seen none yet.
   *
   * @param look gives the memory of an array
   */
  LastMemory(Function<INDArray, Memory> look) {
    this.look = look;
  }

  /**
   * The memory of {@code current}.
   *
   * @throws IllegalArgumentException if it is null, or {@code look} does not take it
   */
  Memory of(@Nullable INDArray current) {
    if (memory == null || array != current) {
      if (current == null) {
        throw new IllegalArgumentException("the layer lacks a parameter");
      }
      array = current;
      memory = look.apply(current);
    }
    return memory;
  }
}
