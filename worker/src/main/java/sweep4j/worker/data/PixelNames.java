package sweep4j.worker.data;

import java.util.List;
import java.util.Objects;

/** What the inputs of an image are called, in the order of its pixels. */
final class PixelNames extends NamesByPlace {
  private static final long serialVersionUID = 1L;
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  private final ImageShape shape;

  private PixelNames(ImageShape shape) {
    this.shape = shape;
  }

  /** {@code pixel_ROW_COLUMN} from 0 for one channel, {@code red_ROW_COLUMN}, ... for three. */
  static List<String> of(ImageShape shape) {
    return new PixelNames(shape);
  }

  @Override
  public int size() {
    return shape.pixels();
  }

  @Override
  public String get(int place) {
    int plane = shape.height() * shape.width();
    int pixel = Objects.checkIndex(place, size()) % plane;
    String prefix = shape.channels() == COLOURS.size() ? COLOURS.get(place / plane) : "pixel";
    return prefix + "_" + pixel / shape.width() + "_" + pixel % shape.width();
  }
}
