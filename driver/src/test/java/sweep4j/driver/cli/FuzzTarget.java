package sweep4j.driver.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A kind of input to spoil: a file of a sound sweep, and the command that reads it.
 *
 * @param name of the kind
 * @param base the sound sweep
 * @param file what is spoiled; empty for a {@code --set} on the command line
 * @param text whether it is spoiled by lines and words rather than by bytes
 * @param repair makes a spoiled file's checksums right again, so that what is behind them is read
 * @param command before the arguments
 */
record FuzzTarget(
    String name, String base, String file, boolean text, Repair repair, List<String> command) {

  /** A change that leaves the content as spoiled as it is. */
  interface Repair {
    byte[] of(byte[] spoiled) throws IOException;
  }

  private static final List<String> VALIDATE = List.of("validate", BadCase.SWEEP);

  private static final Repair NONE = spoiled -> spoiled;

  /** All kinds. */
  static List<FuzzTarget> all() {
    var all = new ArrayList<FuzzTarget>();
    for (String base : SoundInput.bases()) {
      all.add(new FuzzTarget("sweep-" + base, base, BadCase.SWEEP, true, NONE, VALIDATE));
    }
    all.add(new FuzzTarget("set", "csv", "", true, NONE, VALIDATE));
    all.add(new FuzzTarget("table", "csv", "table.csv", true, NONE, VALIDATE));
    all.add(new FuzzTarget("table-bytes", "csv", "table.csv", false, NONE, VALIDATE));
    all.add(new FuzzTarget("packed-table", "csv", "table.csv", false, Made::gzip, VALIDATE));
    all.add(new FuzzTarget("libsvm", "libsvm", "rows.libsvm", true, NONE, VALIDATE));
    all.add(new FuzzTarget("idx-images", "idx", "images.idx", false, NONE, VALIDATE));
    all.add(new FuzzTarget("idx-labels", "idx", "labels.idx", false, NONE, VALIDATE));
    all.add(new FuzzTarget("parquet", "parquet", "table.parquet", false, NONE, VALIDATE));
    all.add(new FuzzTarget("png", "images", "images/left/00.png", false, NONE, VALIDATE));
    all.add(
        new FuzzTarget(
            "png-whole", "images", "images/left/00.png", false, FuzzTarget::withSums, VALIDATE));
    all.add(new FuzzTarget("description", "dl4j", "net.json", true, NONE, VALIDATE));
    for (List<String> command :
        List.of(
            List.of("leaderboard", "earlier"),
            List.of("why", "earlier", "--trial", "1"),
            VALIDATE)) {
      all.add(
          new FuzzTarget(
              "journal-" + command.get(0),
              "learning",
              "earlier/journal.jsonl",
              true,
              FuzzTarget::sealed,
              command));
      all.add(
          new FuzzTarget(
              "run-sweep-" + command.get(0),
              "learning",
              "earlier/sweep.yaml",
              true,
              NONE,
              command));
    }
    return all;
  }

  /** Spoils the file in {@code folder}, which has a sound one; gives what the command line has. */
  List<String> spoil(Path folder, byte[] sound, SplittableRandom random, List<String> words)
      throws IOException {
    var mutations = new Mutations(random, words);
    byte[] spoiled = text ? mutations.text(sound) : mutations.bytes(sound);
    if (file.isEmpty()) {
      return List.of("--set", new String(spoiled, StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve(file), random.nextInt(3) > 0 ? repair.of(spoiled) : spoiled);
    return List.of();
  }

  /** The lines of a journal, each with the checksum that belongs to it. */
  private static byte[] sealed(byte[] journal) {
    var lines = new ByteArrayOutputStream();
    String seal = ",\"crc32c\":\"";
    for (String line : new String(journal, StandardCharsets.UTF_8).lines().toList()) {
      int end = line.lastIndexOf(seal);
      byte[] json =
          (end < 0 ? line.replaceFirst("}$", "") : line.substring(0, end))
              .getBytes(StandardCharsets.UTF_8);
      var sum = new CRC32C();
      sum.update(json, 0, json.length);
      lines.writeBytes(json);
      String digits = HexFormat.of().toHexDigits((int) sum.getValue());
      lines.writeBytes((seal + digits + "\"}\n").getBytes(StandardCharsets.UTF_8));
    }
    return lines.toByteArray();
  }

  /** A PNG whose pieces have the checksums that belong to them, as far as there are pieces. */
  private static byte[] withSums(byte[] png) {
    byte[] copy = png.clone();
    var content = ByteBuffer.wrap(copy);
    int at = 8;
    while (at + 12 <= copy.length) {
      int length = content.getInt(at);
      if (length < 0 || length > copy.length - at - 12) {
        break;
      }
      var sum = new CRC32();
      sum.update(copy, at + 4, length + 4);
      content.putInt(at + 8 + length, (int) sum.getValue());
      at += length + 12;
    }
    return copy;
  }
}
