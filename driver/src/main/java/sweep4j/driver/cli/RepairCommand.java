package sweep4j.driver.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Mixin private RunArgument run = new RunArgument();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    RunFolder folder = run.folder();
    SweepDefinition sweep = StoredRun.sweep(folder, Lookups.none());
    List<JournalRepair.Done> done;
    try (RunFolder.Claim claim = RunStart.claim(folder, "have its owner repair it")) {
      done = JournalRepair.repair(claim.folder(), sweep.catalogue());
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    if (done.isEmpty()) {
      out.println("No line of the journal is damaged; nothing was changed.");
    } else {
      done.forEach(each -> out.println(sentence(folder, each)));
      out.println(
          "To find out again what was lost: the command of the run, with --resume --out "
              + run.location());
    }
    out.flush();
    return ExitStatus.SUCCESS;
  }

  private static String sentence(RunFolder folder, JournalRepair.Done done) {
    return "Took out line %s of %s, which is kept as it was in %s."
        .formatted(
            done.lines().stream().map(String::valueOf).collect(joining(", ")),
            done.file(),
            folder.location(done.original()));
  }
}
