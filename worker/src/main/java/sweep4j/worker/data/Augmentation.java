package sweep4j.worker.data;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.Needs;

/**
 * Varies images at random, each time anew, as strongly as hyperparameters say. It works on unscaled
 * pixels, from 0, the background, to 255.
 */
final class Augmentation {
  private final ImageShape shape;
  private final Hyperparameters strengths;
  private final boolean warps;
  private final boolean relights;
  private final float[] warped;

  private Augmentation(ImageShape shape, Hyperparameters strengths) {
    this.shape = shape;
    this.strengths = strengths;
    this.warps =
        any(
            strengths,
            Hyperparameter.AUGMENT_SHIFT,
            Hyperparameter.AUGMENT_ROTATION,
            Hyperparameter.AUGMENT_ZOOM,
            Hyperparameter.AUGMENT_FLIP);
    this.relights =
        any(
            strengths,
            Hyperparameter.AUGMENT_BRIGHTNESS,
            Hyperparameter.AUGMENT_CONTRAST,
            Hyperparameter.AUGMENT_NOISE);
    this.warped = new float[shape.pixels()];
  }

  /**
   * The augmentation of these strengths; null if all of them are zero.
   *
   * @param shape null for examples that are no images
   * @throws IllegalArgumentException if there is something to do, but on no images
   */
  static @Nullable Augmentation of(Hyperparameters strengths, @Nullable ImageShape shape) {
    for (Hyperparameter each : Hyperparameter.values()) {
      if (each.needs() == Needs.IMAGES && strengths.real(each) > 0) {
        if (shape == null) {
          throw new IllegalArgumentException(
              each.key() + " needs images, but the data are a table");
        }
        return new Augmentation(shape, strengths);
      }
    }
    return null;
  }

  private static boolean any(Hyperparameters strengths, Hyperparameter... of) {
    for (Hyperparameter each : of) {
      if (strengths.real(each) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Varies the image whose pixels begin at {@code pixels[offset]}, in place. */
  void vary(float[] pixels, int offset, SplittableRandom random) {
    if (warps) {
      warp(random).apply(shape, pixels, offset, warped);
      System.arraycopy(warped, 0, pixels, offset, warped.length);
    }
    if (relights) {
      light(random).apply(pixels, offset, shape.pixels(), random);
    }
  }

  private Warp warp(SplittableRandom random) {
    double shift = strengths.real(Hyperparameter.AUGMENT_SHIFT);
    return new Warp(
        random.nextDouble() < strengths.real(Hyperparameter.AUGMENT_FLIP),
        1 + eitherWay(random, strengths.real(Hyperparameter.AUGMENT_ZOOM)),
        Math.toRadians(eitherWay(random, strengths.real(Hyperparameter.AUGMENT_ROTATION))),
        shape.width() * eitherWay(random, shift),
        shape.height() * eitherWay(random, shift));
  }

  private Light light(SplittableRandom random) {
    return new Light(
        1 + eitherWay(random, strengths.real(Hyperparameter.AUGMENT_CONTRAST)),
        eitherWay(random, strengths.real(Hyperparameter.AUGMENT_BRIGHTNESS)),
        strengths.real(Hyperparameter.AUGMENT_NOISE));
  }

  /** Evenly from {@code -most} to {@code most}. */
  private static double eitherWay(SplittableRandom random, double most) {
    return most * (2 * random.nextDouble() - 1);
  }
}
