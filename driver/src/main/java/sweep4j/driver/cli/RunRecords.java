package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import sweep4j.driver.study.JournalException;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.RunFolder;
import sweep4j.trial.Catalogue;

/** Reads what an earlier run left in its folder, which anyone may have changed since. */
final class RunRecords {

  private RunRecords() {}

  /** The journal of {@code run}. */
  static JournalReader.Content journal(RunFolder run, Catalogue catalogue)
      throws BadInput, IOException {
    try {
      return JournalReader.read(run.journal(), catalogue);
    } catch (JournalException wrong) {
      throw wrong;
    } catch (IOException e) {
      throw unreadable(run.location(RunFolder.JOURNAL), e);
    }
  }

  /** The text of its sweep file. */
  static String sweepText(RunFolder run) throws BadInput {
    try {
      return run.read(RunFolder.SWEEP_FILE);
    } catch (IOException e) {
      throw unreadable(run.location(RunFolder.SWEEP_FILE), e);
    }
  }

  /** Its bytes. */
  static byte[] sweepBytes(RunFolder run) throws BadInput {
    try {
      return run.storage().read(RunFolder.SWEEP_FILE);
    } catch (IOException e) {
      throw unreadable(run.location(RunFolder.SWEEP_FILE), e);
    }
  }

  private static BadInput unreadable(String file, IOException e) {
    String reason =
        e instanceof NoSuchFileException
            ? "it is not there"
            : e instanceof AccessDeniedException
                ? "there is no permission"
                : e instanceof CharacterCodingException ? "it is not UTF-8" : e.getMessage();
    return new BadInput(
        "%s cannot be read (%s): give it back as the run left it".formatted(file, reason));
  }
}
