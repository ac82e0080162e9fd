package sweep4j.driver.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sweep4j.trial.Catalogue;

/**
 * Takes damaged lines out of a journal. Whatever they said of trials is found out again by a run
 * that goes on: a trial without its record runs again, and gives the same.
 */
public final class JournalRepair {

  private static final int AT_ONCE = 1024;

  /**
   * What was done to one file.
   *
   * @param file that was repaired, by its name
   * @param lines that were taken out, by their numbers
   * @param original the name under which the file is kept as it was
   */
  public record Done(String file, List<Integer> lines, String original) {}

  private JournalRepair() {}

  /**
   * Repairs the journal in {@code folder}, which the calling process has claimed.
   *
   * @return empty if nothing is damaged; then nothing was done
   * @throws JournalException when no journal would be left
   */
  public static List<Done> repair(RunFolder folder, Catalogue catalogue) throws IOException {
    Storage storage = folder.storage();
    var done = new ArrayList<Done>();
    for (Map.Entry<String, Set<Integer>> damaged :
        JournalReader.damagedLines(folder.journal(), catalogue).entrySet()) {
      String file = damaged.getKey();
      String original = unused(storage, file);
      storage.replace(original, storage.read(file));
      storage.replace(file, soundLines(storage, file, damaged.getValue()));
      done.add(new Done(file, List.copyOf(damaged.getValue()), original));
    }
    return done;
  }

  private static String unused(Storage storage, String file) throws IOException {
    int number = 1;
    while (storage.exists(original(file, number))) {
      number++;
    }
    return original(file, number);
  }

  private static String original(String file, int number) {
    return file + ".damaged-" + number;
  }

  private static byte[] soundLines(Storage storage, String file, Set<Integer> damaged)
      throws IOException {
    var sound = new ByteArrayOutputStream();
    try (var lines = new WholeLines(storage.open(file))) {
      List<WholeLines.Line> some = lines.next(AT_ONCE);
      while (!some.isEmpty()) {
        for (WholeLines.Line line : some) {
          if (!damaged.contains(line.number())) {
            sound.writeBytes(line.bytes());
            sound.write('\n');
          }
        }
        some = lines.next(AT_ONCE);
      }
    }
    return sound.toByteArray();
  }
}
