package sweep4j.worker.training;

import org.jspecify.annotations.Nullable;
import sweep4j.worker.data.ImageShape;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.model.NetworkShape;

/** What data ask of a network. */
final class Shapes {

  private Shapes() {}

  static NetworkShape of(PreparedData data) {
    return new NetworkShape(
        data.task(),
        data.inputWidth(),
        data.outputWidth(),
        data.classCounts(),
        image(data.imageShape()));
  }

  private static NetworkShape.@Nullable Image image(@Nullable ImageShape shape) {
    return shape == null
        ? null
        : new NetworkShape.Image(shape.channels(), shape.height(), shape.width());
  }
}
