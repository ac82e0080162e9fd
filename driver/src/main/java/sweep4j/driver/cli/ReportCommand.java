package sweep4j.driver.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sweep4j.driver.config.Lookups;
import sweep4j.driver.study.RunFolder;

/** Writes the report of a run, also while it goes on. */
@Command(
    name = "report",
    description = "Write report.html, one page of all that a run found out, also while it goes on.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Mixin private RunArgument run = new RunArgument();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    StoredRun stored = run.read(Lookups.none());
    ReportFile.write(stored);
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("report: " + stored.folder().location(RunFolder.REPORT));
    out.flush();
    return ExitStatus.SUCCESS;
  }
}
