package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Files of small images. */
final class Drawn {

  private Drawn() {}

  static byte[] file(String format, BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  /** A grey image with these values, row after row. */
  static byte[] grey(int width, int... values) throws IOException {
    var image = new BufferedImage(width, values.length / width, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, width, values.length / width, values);
    return file("png", image);
  }

  /** A colour image with these values, each 0xRRGGBB. */
  static byte[] colour(int width, int type, int... values) throws IOException {
    var image = new BufferedImage(width, values.length / width, type);
    for (int i = 0; i < values.length; i++) {
      image.setRGB(i % width, i / width, 0xff000000 | values[i]);
    }
    return file("png", image);
  }
}
