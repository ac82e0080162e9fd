package sweep4j.worker.data;

import java.util.ArrayList;
import java.util.List;

/** What the inputs of an image are called, in the order of its pixels. */
final class PixelNames {
  private static final List<String> COLOURS = List.of("red", "green", "blue");

  private PixelNames() {}

  /** {@code pixel_ROW_COLUMN} from 0 for one channel, {@code red_ROW_COLUMN}, ... for three. */
  static List<String> of(ImageShape shape) {
    var names = new ArrayList<String>(shape.pixels());
    for (int channel = 0; channel < shape.channels(); channel++) {
      String prefix = shape.channels() == COLOURS.size() ? COLOURS.get(channel) : "pixel";
      for (int row = 0; row < shape.height(); row++) {
        for (int column = 0; column < shape.width(); column++) {
          names.add(prefix + "_" + row + "_" + column);
        }
      }
    }
    return names;
  }
}
