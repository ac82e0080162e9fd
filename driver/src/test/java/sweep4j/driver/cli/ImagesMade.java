package sweep4j.driver.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Makes images, and files that say they are. */
final class ImagesMade {

  private ImagesMade() {}

  /** A folder for each of two classes, with ten images of 4 x 4 pixels each. */
  static void classes(Path folder) throws IOException {
    for (int i = 0; i < 20; i++) {
      Path file = folder.resolve(i % 2 == 0 ? "left" : "right").resolve("%02d.png".formatted(i));
      BadCase.write(file, png(4, 4));
    }
  }

  static byte[] png(int height, int width) throws IOException {
    return written("png", height, width);
  }

  /** A small image in a format that Java knows. */
  static byte[] image(String format) throws IOException {
    return written(format, 4, 4);
  }

  private static byte[] written(String format, int height, int width) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < height * width; i++) {
      image.getRaster().setSample(i % width, i / width, 0, 37 * i & 0xff);
    }
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new AssertionError("Java does not write " + format);
    }
    return bytes.toByteArray();
  }

  /** A small image whose header says that it is of another size, with the checksum that belongs. */
  static byte[] claiming(int height, int width) throws IOException {
    byte[] png = png(4, 4);
    // Behind the signature of 8 bytes: length, then type and content, of which this is the sum.
    int header = 12;
    int headerLength = 17;
    ByteBuffer.wrap(png).putInt(header + 4, width).putInt(header + 8, height);
    var sum = new CRC32();
    sum.update(png, header, headerLength);
    ByteBuffer.wrap(png).putInt(header + headerLength, (int) sum.getValue());
    return png;
  }
}
