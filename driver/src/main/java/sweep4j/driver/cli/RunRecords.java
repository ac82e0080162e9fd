package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.study.JournalException;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.PausedTrial;
import sweep4j.driver.study.Prior;
import sweep4j.driver.study.RunFolder;
import sweep4j.trial.Catalogue;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.TrialRecord;
import sweep4j.trial.TrialRequest;

/** Reads what an earlier run left in its folder, which anyone may have changed since. */
final class RunRecords {

  private RunRecords() {}

  /** The journal of {@code run}, a run of {@code sweep}. */
  static JournalReader.Content journal(RunFolder run, SweepDefinition sweep)
      throws BadInput, IOException {
    JournalReader.Content content = read(run, sweep.catalogue());
    SearchSpace space = sweep.searchedSpace();
    for (Prior prior : content.priors()) {
      check(run, space, "a trial of the earlier run", prior.hyperparameters());
    }
    for (PausedTrial paused : content.history().paused()) {
      check(run, space, paused.trial().request());
    }
    for (TrialRecord ended : content.history().ended()) {
      check(run, space, ended.request());
    }
    return content;
  }

  private static JournalReader.Content read(RunFolder run, Catalogue catalogue)
      throws BadInput, IOException {
    try {
      return JournalReader.read(run.journal(), catalogue);
    } catch (JournalException wrong) {
      throw wrong;
    } catch (IOException e) {
      throw unreadable(run.location(RunFolder.JOURNAL), e);
    }
  }

  private static void check(RunFolder run, SearchSpace space, TrialRequest request)
      throws BadInput {
    check(run, space, request.inWords(), request.hyperparameters());
  }

  /** A value that was put into a journal, and is none of the space, has no place in it. */
  private static void check(
      RunFolder run, SearchSpace space, String trial, Hyperparameters hyperparameters)
      throws BadInput {
    Parameter misfit = space.misfit(hyperparameters).orElse(null);
    if (misfit != null) {
      throw new BadInput(
          "%s: %s is none of the sweep in %s, where %s cannot be %s: give back the journal of that sweep"
              .formatted(
                  run.journal().location(),
                  trial,
                  RunFolder.SWEEP_FILE,
                  misfit.name(),
                  hyperparameters.value(misfit.hyperparameter())));
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
