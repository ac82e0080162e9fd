package sweep4j.worker.quick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents patches that take a pixel from the wrong place at an edge. */
class PlanesTest {

  @ParameterizedTest
  @CsvSource({"1,5,4,3,3,1,1", "2,4,6,2,2,0,0", "3,3,3,5,5,2,2", "2,6,3,1,2,0,1", "1,4,4,3,3,0,0"})
  void aPatchHoldsWhatTheFilterSees(
      int channels, int height, int width, int kernelHeight, int kernelWidth, int top, int left) {
    var planes =
        new Planes(
            channels,
            height,
            width,
            kernelHeight,
            kernelWidth,
            top,
            left,
            height + 2 * top,
            width + 2 * left);
    var random = new SplittableRandom(1);
    var image = new float[planes.imageLength()];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) random.nextDouble();
    }
    float[] padded = planes.padded();
    planes.pad(image, padded);
    var patches = new float[planes.patchRows() * planes.patchColumns()];
    planes.patches(padded, patches);
    var back = new float[image.length];

    for (int channel = 0; channel < channels; channel++) {
      for (int ky = 0; ky < kernelHeight; ky++) {
        for (int kx = 0; kx < kernelWidth; kx++) {
          int row = (channel * kernelHeight + ky) * kernelWidth + kx;
          for (int y = 0; y < planes.outputHeight(); y++) {
            for (int x = 0; x < planes.outputWidth(); x++) {
              int at = row * planes.patchColumns() + y * (width + 2 * left) + x;
              int imageY = y + ky - top;
              int imageX = x + kx - left;
              boolean inside = imageY >= 0 && imageY < height && imageX >= 0 && imageX < width;
              int pixel = (channel * height + imageY) * width + imageX;
              assertThat(patches[at]).isEqualTo(inside ? image[pixel] : 0);
              if (inside) {
                back[pixel] += image[pixel];
              }
            }
          }
        }
      }
    }

    zeroWhatCountsForNothing(planes, patches);
    planes.collect(patches, padded);
    var collected = new float[image.length];
    planes.unpad(padded, collected);
    for (int i = 0; i < image.length; i++) {
      assertThat(collected[i]).isCloseTo(back[i], within(1e-5f));
    }
  }

  private static void zeroWhatCountsForNothing(Planes planes, float[] patches) {
    for (int i = 0; i < patches.length; i++) {
      if (i % planes.paddedWidth() >= planes.outputWidth()) {
        patches[i] = 0;
      }
    }
  }
}
