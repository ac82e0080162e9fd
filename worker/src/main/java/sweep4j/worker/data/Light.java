package sweep4j.worker.data;

import java.util.SplittableRandom;

/**
 * Changes how bright the pixels of an image are; what would leave the range of a byte ends at its
 * bounds.
 *
 * @param contrast factor on the distance from the image's mean
 * @param brightness added to each pixel, as a share of 255
 * @param noise standard deviation of the Gaussian noise on each pixel, as a share of 255
 */
record Light(double contrast, double brightness, double noise) {

  private static final double BRIGHTEST = 255.0;

  /** Changes {@code length} pixels from {@code offset} on, in place. */
  void apply(float[] pixels, int offset, int length, SplittableRandom random) {
    double sum = 0;
    for (int i = offset; i < offset + length; i++) {
      sum += pixels[i];
    }
    double mean = sum / length;
    for (int i = offset; i < offset + length; i++) {
      double value = mean + contrast * (pixels[i] - mean) + brightness * BRIGHTEST;
      if (noise > 0) {
        value += noise * BRIGHTEST * random.nextGaussian();
      }
      pixels[i] = (float) Math.max(0.0, Math.min(BRIGHTEST, value));
    }
  }
}
