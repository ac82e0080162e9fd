package sweep4j.driver.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.study.JournalRepair;
import sweep4j.driver.study.RunFolder;

/** Sets damaged lines of a run's journal aside, so that the run can go on. */
@Command(
    name = "repair",
    description = "Set damaged lines of a run's journal aside, so that the run can go on.",
    mixinStandardHelpOptions = true)
final class RepairCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "Folder of the run.")
  private Path folder = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    SweepDefinition sweep = StoredRun.sweep(new RunFolder(folder), Lookups.none());
    JournalRepair.Done done;
    try (RunFolder.Claim claim = RunStart.claim(new RunFolder(folder))) {
      done = JournalRepair.repair(claim.folder(), sweep.catalogue());
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(
        done.lines().isEmpty()
            ? "No line of the journal is damaged; nothing was changed."
            : "Took out line %s of the journal, which is kept as it was in %s. To find out again what was lost: the command of the run, with --resume --out %s"
                .formatted(
                    done.lines().stream().map(String::valueOf).collect(joining(", ")),
                    done.original(),
                    folder));
    out.flush();
    return ExitStatus.SUCCESS;
  }
}
