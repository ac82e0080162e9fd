package sweep4j.worker.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import sweep4j.trial.Task;

/**
 * A fingerprint of data as they were read: names, features and labels, in their order. Where the
 * files lie, how they are packed and how their numbers are written do not matter. Lengths are
 * hashed before contents, so that no two data sets can run together into the same bytes.
 */
final class ContentHash {
  private static final int CHUNK = 4096;

  private ContentHash() {}

  /** SHA-256 in 64 hexadecimal digits. */
  static String of(Task task, List<RawData> sources) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
    add(digest, task.name());
    add(digest, sources.size());
    for (RawData source : sources) {
      add(digest, source.featureNames());
      add(digest, source.classNames());
      add(digest, source.examples().rows());
      Features features = source.examples().features();
      if (features instanceof ByteFeatures bytes) {
        add(digest, "bytes");
        bytes.addTo(digest);
      } else if (features instanceof FloatFeatures floats) {
        add(digest, "floats");
        floats.addTo(digest);
      } else if (features instanceof MixedFeatures mixed) {
        add(digest, "mixed");
        mixed.addTo(digest);
      } else if (features instanceof SparseFeatures sparse) {
        add(digest, "sparse");
        sparse.addTo(digest);
      }
      add(digest, source.examples().labels());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Labels labels) {
    for (int row = 0; row < labels.rows(); row++) {
      if (labels instanceof Labels.Classes classes) {
        add(digest, classes.of(row));
      } else if (labels instanceof Labels.Targets targets) {
        add(digest, Float.floatToIntBits(targets.of(row)));
      }
    }
  }

  private static void add(MessageDigest digest, List<String> texts) {
    add(digest, texts.size());
    texts.forEach(text -> add(digest, text));
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(digest, bytes.length);
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  static void add(MessageDigest digest, int[] values) {
    var chunk = ByteBuffer.allocate(CHUNK * Integer.BYTES);
    for (int start = 0; start < values.length; start += CHUNK) {
      chunk.clear();
      chunk.asIntBuffer().put(values, start, Math.min(CHUNK, values.length - start));
      digest.update(chunk.array(), 0, Math.min(CHUNK, values.length - start) * Integer.BYTES);
    }
  }

  static void add(MessageDigest digest, float[] values) {
    var chunk = ByteBuffer.allocate(CHUNK * Float.BYTES);
    for (int start = 0; start < values.length; start += CHUNK) {
      chunk.clear();
      chunk.asFloatBuffer().put(values, start, Math.min(CHUNK, values.length - start));
      digest.update(chunk.array(), 0, Math.min(CHUNK, values.length - start) * Float.BYTES);
    }
  }
}
