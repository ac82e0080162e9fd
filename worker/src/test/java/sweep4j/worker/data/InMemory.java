package sweep4j.worker.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

/** Files that exist only for a test. */
final class InMemory implements SourceOpener {
  private final Map<String, byte[]> files = new HashMap<>();

  InMemory with(String location, byte[] content) {
    files.put(location, content);
    return this;
  }

  InMemory with(String location, String content) {
    return with(location, content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public InputStream open(String location) throws IOException {
    byte[] content = files.get(location);
    if (content == null) {
      throw new NoSuchFileException(location);
    }
    return new ByteArrayInputStream(content);
  }

  /** What lies under {@code location/}, last name first, as a file system may list it. */
  @Override
  public @Nullable List<Child> list(String location) {
    var children = new TreeMap<String, Child>(Comparator.reverseOrder());
    for (String file : files.keySet()) {
      if (file.startsWith(location + "/")) {
        String rest = file.substring(location.length() + 1);
        String name = rest.replaceFirst("/.*", "");
        children.put(name, new Child(location + "/" + name, name, !name.equals(rest)));
      }
    }
    return children.isEmpty() ? null : List.copyOf(children.values());
  }

  /** A table {@code t.csv} with the label {@code y}. */
  static DataSettings csv(Task task, double validation, double test, Scale scale) {
    return settings(new DataSource.Csv("t.csv", "y"), task, validation, test, scale);
  }

  /** Images and labels under these two names. */
  static DataSettings idx(Task task, double validation, double test, Scale scale) {
    return settings(new DataSource.Idx("images", "labels"), task, validation, test, scale);
  }

  static DataSettings settings(
      DataSource source, Task task, double validation, double test, Scale scale) {
    return new DataSettings(
        source, task, new HeldOut.Share(validation), new HeldOut.Share(test), scale);
  }

  /** An IDX file: magic number, sizes, then bytes. */
  static byte[] idxFile(int magic, int[] sizes, byte[] content) {
    var file = ByteBuffer.allocate(4 + 4 * sizes.length + content.length);
    file.putInt(magic);
    for (int size : sizes) {
      file.putInt(size);
    }
    return file.put(content).array();
  }

  static byte[] images(int count, int height, int width, byte[] pixels) {
    return idxFile(2051, new int[] {count, height, width}, pixels);
  }

  static byte[] labels(byte... labels) {
    return idxFile(2049, new int[] {labels.length}, labels);
  }

  static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
