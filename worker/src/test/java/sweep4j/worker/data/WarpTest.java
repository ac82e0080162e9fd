package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prevents images that are moved the wrong way or by the wrong amount, from which one still learns.
 */
class WarpTest {

  private static final ImageShape SHAPE = new ImageShape(3, 4, 1);
  private static final float[] IMAGE = {
    1, 2, 3, 4, //
    5, 6, 7, 8, //
    9, 10, 11, 12
  };

  private static float[] warped(Warp warp, ImageShape shape, float... image) {
    float[] to = new float[shape.pixels()];
    warp.apply(shape, image, 0, to);
    return to;
  }

  @Test
  void identityCopies() {
    assertThat(warped(Warp.IDENTITY, SHAPE, IMAGE)).containsExactly(IMAGE);
  }

  @Test
  void shiftsRightAndDownAndFillsWithBackground() {
    assertThat(warped(new Warp(false, 1, 0, 1, 0), SHAPE, IMAGE))
        .containsExactly(0, 1, 2, 3, 0, 5, 6, 7, 0, 9, 10, 11);
    assertThat(warped(new Warp(false, 1, 0, 0, 2), SHAPE, IMAGE))
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4);
    assertThat(warped(new Warp(false, 1, 0, -1, -1), SHAPE, IMAGE))
        .containsExactly(6, 7, 8, 0, 10, 11, 12, 0, 0, 0, 0, 0);
  }

  @Test
  void halfAPixelIsTheMeanOfTwo() {
    assertThat(warped(new Warp(false, 1, 0, 0.5, 0), SHAPE, IMAGE))
        .containsExactly(0.5f, 1.5f, 2.5f, 3.5f, 2.5f, 5.5f, 6.5f, 7.5f, 4.5f, 9.5f, 10.5f, 11.5f);
  }

  @Test
  void mirrorsLeftToRight() {
    assertThat(warped(new Warp(true, 1, 0, 0, 0), SHAPE, IMAGE))
        .containsExactly(4, 3, 2, 1, 8, 7, 6, 5, 12, 11, 10, 9);
  }

  @Test
  void turnsClockwise() {
    float[] quarter =
        warped(
            new Warp(false, 1, Math.PI / 2, 0, 0),
            new ImageShape(2, 2, 1),
            new float[] {1, 2, 3, 4});
    float[] expected = {3, 1, 4, 2};
    // The cosine of a right angle is 6e-17, not 0.
    assertThat(quarter).containsExactly(expected, within(1e-6f));
  }

  @Test
  void magnifiesAboutTheCentre() {
    float[] spot = new float[25];
    spot[12] = 8;
    float[] larger = warped(new Warp(false, 2, 0, 0, 0), new ImageShape(5, 5, 1), spot);
    assertThat(larger[12]).isEqualTo(8);
    assertThat(larger[13]).isEqualTo(4);
    assertThat(larger[18]).isEqualTo(2);
    assertThat(larger[14]).isZero();
  }

  @Test
  void channelsMoveTogetherAndDoNotMix() {
    float[] moved =
        warped(
            new Warp(false, 1, 0, 1, 0),
            new ImageShape(1, 3, 2),
            new float[] {1, 2, 3, 10, 20, 30});
    assertThat(moved).containsExactly(0, 1, 2, 0, 10, 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 12})
  void readsFromItsPlace(int offset) {
    float[] batch = new float[24];
    System.arraycopy(IMAGE, 0, batch, offset, 12);
    float[] to = new float[12];
    Warp.IDENTITY.apply(SHAPE, batch, offset, to);
    assertThat(to).containsExactly(IMAGE);
  }
}
