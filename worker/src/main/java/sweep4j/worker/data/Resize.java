package sweep4j.worker.data;

/**
 * Changes the size of an image by a triangle filter, first along rows, then along columns. Enlarged
 * it is bilinear interpolation; made smaller, the filter grows with the step between two pixels, so
 * that every pixel counts and no pattern appears that was not there (P. Heckbert, "Filtered Image
 * Rescaling", in "Graphics Gems III", 1992).
 */
final class Resize {
  private Resize() {}

  /** Fills one channel of {@code result}, an image of {@code to}, with that of {@code image}. */
  static void plane(ImageShape from, ImageShape to, byte[] image, byte[] result, int channel) {
    int start = channel * from.height() * from.width();
    float[] wide = new float[from.height() * to.width()];
    Filter[] across = filters(from.width(), to.width());
    for (int row = 0; row < from.height(); row++) {
      for (int column = 0; column < to.width(); column++) {
        Filter filter = across[column];
        float sum = 0;
        for (int i = 0; i < filter.weights.length; i++) {
          int pixel = image[start + row * from.width() + filter.first + i] & 0xff;
          sum += filter.weights[i] * pixel;
        }
        wide[row * to.width() + column] = sum;
      }
    }
    Filter[] down = filters(from.height(), to.height());
    int at = channel * to.height() * to.width();
    for (int row = 0; row < to.height(); row++) {
      Filter filter = down[row];
      for (int column = 0; column < to.width(); column++) {
        float sum = 0;
        for (int i = 0; i < filter.weights.length; i++) {
          sum += filter.weights[i] * wide[(filter.first + i) * to.width() + column];
        }
        result[at++] = (byte) Math.round(Math.min(255f, sum));
      }
    }
  }

  /** For each place of the result, what it takes of which places of the image. */
  private static Filter[] filters(int from, int to) {
    double step = (double) from / to;
    double reach = Math.max(1, step);
    var filters = new Filter[to];
    for (int place = 0; place < to; place++) {
      double centre = (place + 0.5) * step - 0.5;
      int first = Math.max(0, (int) Math.floor(centre - reach) + 1);
      int last = Math.min(from - 1, (int) Math.ceil(centre + reach) - 1);
      float[] weights = new float[last - first + 1];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += 1 - Math.abs(first + i - centre) / reach;
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) ((1 - Math.abs(first + i - centre) / reach) / sum);
      }
      filters[place] = new Filter(first, weights);
    }
    return filters;
  }

  /** Weights that sum to 1, of places from {@code first} on. */
  private static final class Filter {
    final int first;
    final float[] weights;

    Filter(int first, float[] weights) {
      this.first = first;
      this.weights = weights;
    }
  }
}
