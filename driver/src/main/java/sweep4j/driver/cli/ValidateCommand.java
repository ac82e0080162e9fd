package sweep4j.driver.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.worker.data.PreparedData;

/** Checks a sweep file and its data without training anything. */
@Command(
    name = "validate",
    description = "Check a sweep file and its data; nothing is trained.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  @Mixin private SweepFileArguments sweep = new SweepFileArguments();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (UserJars jars = sweep.openJars()) {
      SweepDefinition definition = sweep.read(jars);
      PreparedData data = Data.load(definition);
      var out = Objects.requireNonNull(spec).commandLine().getOut();
      List<String> remarks = Models.check(definition, data);
      Summary.lines(definition, data, remarks, EarlierRun.of(definition, data))
          .forEach(out::println);
      GpuText.lines(definition, data, null).forEach(out::println);
      return ExitStatus.SUCCESS;
    }
  }
}
