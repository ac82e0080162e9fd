package sweep4j.driver.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Makes input that cannot be written down as text, or is too large for that. */
final class Made {

  private interface Maker {
    void make(Path file, String[] arguments) throws IOException;
  }

  private static final Map<String, Maker> MAKERS = new TreeMap<>();

  static {
    MAKERS.put("table", (file, is) -> write(file, table()));
    MAKERS.put("libsvm", (file, is) -> write(file, libsvm()));
    // MAGIC SIZE... COUNT MODULUS: bytes 0, 1, ... below the modulus, again and again.
    MAKERS.put("idx", Made::idx);
    MAKERS.put("parquet", (file, is) -> ParquetMade.write(file, is[0]));
    // BEFORE [PIECE COUNT AFTER], all in HEX: a file of nothing but a footer.
    MAKERS.put(
        "parquet-footer",
        (file, is) ->
            BadCase.write(
                file,
                ParquetClaims.footer(
                    is.length == 1 ? is[0] : is[0] + is[1].repeat(number(is[2])) + is[3])));
    MAKERS.put("parquet-that-claims", (file, is) -> ParquetClaims.make(file, is[0]));
    MAKERS.put("images", (file, is) -> ImagesMade.classes(file));
    MAKERS.put(
        "png", (file, is) -> BadCase.write(file, ImagesMade.png(number(is[0]), number(is[1]))));
    MAKERS.put("image", (file, is) -> BadCase.write(file, ImagesMade.image(is[0])));
    MAKERS.put(
        "png-that-claims",
        (file, is) -> BadCase.write(file, ImagesMade.claiming(number(is[0]), number(is[1]))));
    MAKERS.put("description", (file, is) -> write(file, description(number(is[0]), number(is[1]))));
    MAKERS.put("run", (file, is) -> RunMade.write(file));
    MAKERS.put("trained", (file, is) -> RunMade.writeWithModel(file));
    // TEXT COUNT: the text, so many times.
    MAKERS.put("repeated", (file, is) -> write(file, is[0].repeat(number(is[1]))));
    MAKERS.put("numbered", Made::numbered);
    MAKERS.put("bytes", (file, is) -> BadCase.write(file, HexFormat.of().parseHex(is[0])));
    MAKERS.put("folder", (file, is) -> Files.createDirectories(file));
    MAKERS.put("endless", (file, is) -> Files.createSymbolicLink(file, Path.of("/dev/zero")));
    MAKERS.put("zeros", Made::zeros);
    // What is there already, changed.
    MAKERS.put(
        "encoded", (file, is) -> change(file, text -> text.getBytes(Charset.forName(is[0]))));
    MAKERS.put("gzip", (file, is) -> BadCase.write(file, gzip(Files.readAllBytes(file))));
    MAKERS.put("cut", (file, is) -> resize(file, -number(is[0])));
    MAKERS.put("flipped", Made::flipped);
    MAKERS.put("byte", Made::setByte);
    MAKERS.put("appended", Made::appended);
    MAKERS.put("gone", (file, is) -> Files.delete(file));
  }

  private Made() {}

  /** Makes {@code file} by the maker of this name. */
  static void make(String maker, Path file, String... arguments) throws IOException {
    Maker made = MAKERS.get(maker);
    if (made == null) {
      throw new AssertionError("nothing makes " + maker + ", but " + MAKERS.keySet());
    }
    Files.createDirectories(file.getParent());
    made.make(file, arguments);
  }

  private static int number(String text) {
    return Integer.decode(text);
  }

  private static void write(Path file, String text) throws IOException {
    BadCase.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** 40 rows of two numbers and a class. */
  private static String table() {
    var rows = new StringBuilder("a,b,kind\n");
    for (int i = 0; i < 40; i++) {
      rows.append("%d,%d.5,%s\n".formatted(i % 7, i % 5, i % 2 == 0 ? "red" : "blue"));
    }
    return rows.toString();
  }

  private static String libsvm() {
    var rows = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      rows.append("%d 1:%d 3:%d.5\n".formatted(i % 2, i % 7, i % 5));
    }
    return rows.toString();
  }

  private static void idx(Path file, String[] arguments) throws IOException {
    int sizes = arguments.length - 2;
    int count = number(arguments[sizes]);
    var content = ByteBuffer.allocate(Integer.BYTES * sizes + count);
    for (int i = 0; i < sizes; i++) {
      content.putInt((int) (long) Long.decode(arguments[i]));
    }
    for (int i = 0; i < count; i++) {
      content.put((byte) (i % number(arguments[sizes + 1])));
    }
    BadCase.write(file, content.array());
  }

  /** A network of one hidden layer, as Deeplearning4j writes it. */
  static String description(int inputs, int outputs) {
    return new NeuralNetConfiguration.Builder()
        .list()
        .layer(new DenseLayer.Builder().nIn(inputs).nOut(4).activation(Activation.TANH).build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nIn(4)
                .nOut(outputs)
                .build())
        .build()
        .toJson();
  }

  /** BEFORE AFTER COUNT: pieces with the numbers from 0 between, after what is there already. */
  private static void numbered(Path file, String[] arguments) throws IOException {
    var text = new StringBuilder(Files.exists(file) ? Files.readString(file) : "");
    for (int i = 0; i < number(arguments[2]); i++) {
      text.append(arguments[0]).append(i).append(arguments[1]);
    }
    write(file, text.toString());
  }

  /** COUNT: so many zeros, which take no room on the disk. */
  private static void zeros(Path file, String[] arguments) throws IOException {
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(Long.parseLong(arguments[0]));
    }
  }

  private interface Change {
    byte[] of(String text) throws IOException;
  }

  private static void change(Path file, Change change) throws IOException {
    Files.write(file, change.of(Files.readString(file)));
  }

  static byte[] gzip(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static void resize(Path file, int by) throws IOException {
    byte[] content = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(content, content.length + by));
  }

  /** PLACE: the byte there, from the end if negative, with all its bits the other way. */
  private static void flipped(Path file, String[] arguments) throws IOException {
    byte[] content = Files.readAllBytes(file);
    int place = number(arguments[0]);
    content[place < 0 ? content.length + place : place] ^= (byte) 0xff;
    Files.write(file, content);
  }

  /** PLACE VALUE: the byte there. */
  private static void setByte(Path file, String[] arguments) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[number(arguments[0])] = (byte) number(arguments[1]);
    Files.write(file, content);
  }

  /** HEX: bytes behind what is there already. */
  private static void appended(Path file, String[] arguments) throws IOException {
    byte[] more = HexFormat.of().parseHex(arguments[0]);
    byte[] content = Files.readAllBytes(file);
    byte[] both = Arrays.copyOf(content, content.length + more.length);
    System.arraycopy(more, 0, both, content.length, more.length);
    Files.write(file, both);
  }
}
