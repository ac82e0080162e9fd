package sweep4j.driver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.spark.LocalGpus;
import sweep4j.driver.study.JournalReader;
import sweep4j.driver.study.RunFolder;
import sweep4j.driver.watch.WatchedPage;
import sweep4j.worker.data.PreparedData;

/** Runs a sweep. */
@Command(name = "run", description = "Run a sweep.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Mixin private SweepFileArguments sweep = new SweepFileArguments();

  @Option(
      names = "--master",
      paramLabel = "M",
      description =
          "Spark master, for example local[2] or spark://host:7077."
              + " Default: what spark-submit says, or every core of this machine.")
  private @Nullable String master;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the run: a path, or a URI that Hadoop's file systems write, such as"
              + " hdfs://host/runs/x. Default: runs/<name>-<time>.")
  private @Nullable String out;

  @Option(names = "--resume", description = "Go on with the run in --out DIR.")
  private boolean resume;

  @Option(
      names = "--watch",
      arity = "0..1",
      paramLabel = "PORT",
      fallbackValue = "",
      converter = WatchPort.class,
      preprocessor = WatchPort.Joined.class,
      description =
          "Show the report in a browser on this machine while the run goes on; says at which"
              + " address. --watch=PORT: at that port of 127.0.0.1, otherwise any that is free.")
  private @Nullable Integer watch;

  @Option(names = "--quiet", description = "No progress; the result only.")
  private boolean quiet;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (UserJars jars = sweep.openJars()) {
      return run(jars);
    }
  }

  private int run(UserJars jars) throws Exception {
    SweepDefinition definition = sweep.read(jars);
    LocalGpus.open(master, definition.resources());
    RunStart start = RunStart.of(definition, out, resume);
    PreparedData data = Data.load(definition);
    List<String> remarks = Models.check(definition, data);
    Interruption interruption = Interruption.watch(start.folder(), System.err);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (WatchedPage watched = watched(out);
        RunFolder.Claim claim = start.claim()) {
      JournalReader.Content former = start.former(definition, data);
      return new SweepRun(
              definition,
              data,
              remarks,
              claim.folder(),
              former,
              former == null ? EarlierRun.of(definition, data) : EarlierRun.of(definition, former),
              out,
              System.err,
              quiet,
              watched)
          .execute(master, jars.paths());
    } catch (Exception | Error e) {
      if (interruption.begun()) {
        var interrupted = new InterruptedException("told to go");
        interrupted.addSuppressed(e);
        throw interrupted;
      }
      throw e;
    } finally {
      interruption.unwatch();
    }
  }

  private @Nullable WatchedPage watched(PrintWriter out) throws BadInput, IOException {
    if (watch == null) {
      return null;
    }
    try {
      WatchedPage page = WatchedPage.open(watch);
      out.println("watch: " + page.address());
      out.flush();
      return page;
    } catch (BindException e) {
      throw new BadInput(
          "--watch=%d: 127.0.0.1 has no such port free (%s): choose another, or --watch alone for any"
              .formatted(watch, e.getMessage()));
    }
  }
}
