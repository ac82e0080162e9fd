package sweep4j.driver.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sweep4j.trial.Catalogue;

/**
 * Takes damaged lines out of a journal. Whatever they said of trials is found out again by a run
 * that goes on: a trial without its record runs again, and gives the same.
 */
public final class JournalRepair {

  private static final int AT_ONCE = 1024;

  /**
   * What was done.
   *
   * @param lines that were taken out, by their numbers; if there are none, nothing was done
   * @param original where the journal as it was is kept
   */
  public record Done(List<Integer> lines, Path original) {}

  private JournalRepair() {}

  /**
   * Repairs the journal in {@code folder}, which the calling process has claimed.
   *
   * @throws JournalException when no journal would be left
   */
  public static Done repair(RunFolder folder, Catalogue catalogue) throws IOException {
    Path journal = folder.journal();
    Path original = unused(journal);
    List<Integer> damaged = JournalReader.damagedLines(journal, catalogue);
    if (!damaged.isEmpty()) {
      Files.copy(journal, original);
      folder.replace(journal, soundLines(journal, new HashSet<>(damaged)));
    }
    return new Done(damaged, original);
  }

  private static Path unused(Path journal) {
    int number = 1;
    while (Files.exists(original(journal, number))) {
      number++;
    }
    return original(journal, number);
  }

  private static Path original(Path journal, int number) {
    return journal.resolveSibling(journal.getFileName() + ".damaged-" + number);
  }

  private static byte[] soundLines(Path journal, Set<Integer> damaged) throws IOException {
    var sound = new ByteArrayOutputStream();
    try (var lines = new WholeLines(Files.newInputStream(journal))) {
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
