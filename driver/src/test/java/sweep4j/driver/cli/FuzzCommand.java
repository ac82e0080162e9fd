package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Spoils input for as long as one likes: {@code deploy/fuzz --minutes 60 --seed 7}. */
@Command(name = "fuzz", mixinStandardHelpOptions = true)
final class FuzzCommand implements Callable<Integer> {

  @Option(names = "--minutes", paramLabel = "M", description = "Default: ${DEFAULT-VALUE}.")
  private int minutes = 10;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--from",
      paramLabel = "I",
      description = "Number of the first input. Default: ${DEFAULT-VALUE}.")
  private long from;

  @Option(names = "--inputs", paramLabel = "COUNT", description = "Inputs at most.")
  private long inputs = Long.MAX_VALUE;

  public static void main(String[] args) {
    // As the program itself does.
    Locale.setDefault(Locale.ROOT);
    System.exit(new CommandLine(new FuzzCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Path findings = Path.of("target", "fuzz");
    var fuzz = new Fuzz(Files.createTempDirectory("fuzz"), findings, seed, System.out);
    fuzz.run(from, inputs, Duration.ofMinutes(minutes));
    fuzz.report();
    return fuzz.found() == 0 ? 0 : 1;
  }
}
