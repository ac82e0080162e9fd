package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sweep4j.worker.data.Drawn.colour;
import static sweep4j.worker.data.Drawn.grey;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.trial.ImageInputs;

/** A pixel out of its place would be answered without a word. */
class NewImagesTest {

  private static final ImageInputs GREY = new ImageInputs(1, 2, 1, false, List.of("a", "b"));
  private static final ImageInputs COLOUR = new ImageInputs(1, 2, 3, false, List.of("a", "b"));

  /** All inputs of all images, one after the other. */
  private static List<Float> inputs(NewImages images, ImageInputs inputs) throws Exception {
    var all = new ArrayList<Float>();
    while (images.next()) {
      float[] values = new float[inputs.count() + 1];
      assertThat(images.copyInputs(values, 1)).isTrue();
      assertThat(values[0]).isZero();
      for (int i = 1; i < values.length; i++) {
        all.add(values[i]);
      }
    }
    return all;
  }

  @Test
  void filesComeByTheirNames() throws Exception {
    var files =
        new InMemory()
            .with("d/b.png", grey(2, 3, 4))
            .with("d/a.png", grey(2, 1, 255))
            .with("d/_x", "");
    try (NewImages images = NewImages.open("d", GREY, files)) {
      assertThat(images.kept()).containsExactly("file");
      assertThat(images.next()).isTrue();
      assertThat(images.keptValues()).containsExactly("a.png");
      assertThat(inputs(images, GREY)).containsExactly(3f, 4f);
    }
    try (NewImages images = NewImages.open("d", GREY, files)) {
      assertThat(inputs(images, GREY)).containsExactly(1f, 255f, 3f, 4f);
    }
    try (NewImages images = NewImages.open("d/b.png", GREY, files)) {
      assertThat(inputs(images, GREY)).containsExactly(3f, 4f);
    }
  }

  /** As in a folder to learn from, where grey images lie among others. */
  @Test
  void coloursBecomePlanesAndGreyThreeOfThem() throws Exception {
    var files =
        new InMemory()
            .with("d/1.png", colour(2, BufferedImage.TYPE_INT_RGB, 0xff0033, 0x00ff66))
            .with("d/2.png", grey(2, 3, 4));
    try (NewImages images = NewImages.open("d", COLOUR, files)) {
      assertThat(inputs(images, COLOUR))
          .containsExactly(255f, 0f, 0f, 255f, 51f, 102f, 3f, 4f, 3f, 4f, 3f, 4f);
    }
    assertThatThrownBy(() -> inputs(NewImages.open("d", GREY, files), GREY))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "d/1.png: it is in colour, but the network was trained with grey images. Convert it to grey.");
  }

  @Test
  void imagesOfAnotherSizeAreScaledIfThoseOfTrainingWere() throws Exception {
    var files = new InMemory().with("d/1.png", grey(4, 10, 10, 10, 10, 10, 10, 10, 10));
    var scaled = new ImageInputs(1, 2, 1, true, List.of("a", "b"));
    assertThat(inputs(NewImages.open("d", scaled, files), scaled)).containsExactly(10f, 10f);
    assertThatThrownBy(() -> inputs(NewImages.open("d", GREY, files), GREY))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "d/1.png: it is 2 x 4 pixels (height x width), but the network was trained with images of 1 x 2. Scale it to that size.");
  }

  @Test
  void imagesOfIdxHaveNumbersAndNoNames() throws Exception {
    byte[] idx =
        ByteBuffer.allocate(20)
            .putInt(0x803)
            .putInt(2)
            .putInt(1)
            .putInt(2)
            .put(new byte[] {1, (byte) 200, 3, 4})
            .array();
    var files = new InMemory().with("new.idx", idx);
    try (NewImages images = NewImages.open("new.idx", GREY, files)) {
      assertThat(images.kept()).isEmpty();
      assertThat(inputs(images, GREY)).containsExactly(1f, 200f, 3f, 4f);
    }
    var tall = new ImageInputs(2, 1, 1, false, List.of());
    assertThatThrownBy(() -> inputs(NewImages.open("new.idx", tall, files), tall))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("new.idx, image 1: it is 1 x 2 pixels");
  }
}
