package sweep4j.driver.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Spoils sound input at random, and has the program read it. Input number i of a seed is always the
 * same.
 */
final class Fuzz {

  /** What hangs does so on a busy machine, too, where all else is slow. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** A sound {@code --set}. */
  private static final String SETTING =
      "parameters.learning_rate={distribution: log_uniform, min: 1e-5, max: 0.1}";

  private final Path work;
  private final Path findings;
  private final PrintStream log;
  private final long seed;
  private final List<String> words = FuzzWords.all();
  private final List<Subject> subjects = new ArrayList<>();
  private int found;

  /** A kind of input, what it is before it is spoiled, and what became of what was. */
  private static final class Subject {
    final FuzzTarget target;
    final byte[] sound;
    int taken;
    int refused;

    Subject(FuzzTarget target, byte[] sound) {
      this.target = target;
      this.sound = sound;
    }
  }

  /**
   * A fuzzer.
   *
   * @param work where sound input is put and spoiled
   * @param findings where input is kept that the program did not bear
   */
  Fuzz(Path work, Path findings, long seed, PrintStream log) throws IOException {
    this.work = work;
    this.findings = findings;
    this.seed = seed;
    this.log = log;
    for (String base : SoundInput.bases()) {
      Path folder = work.resolve(base);
      Files.createDirectories(folder);
      SoundInput.make(base, folder);
    }
    for (FuzzTarget target : FuzzTarget.all()) {
      subjects.add(
          new Subject(
              target,
              target.file().isEmpty()
                  ? SETTING.getBytes(StandardCharsets.UTF_8)
                  : Files.readAllBytes(folder(target).resolve(target.file()))));
    }
  }

  /** How many inputs the program did not bear. */
  int found() {
    return found;
  }

  /** Reads inputs from number {@code from} on until one of the bounds is reached. */
  void run(long from, long most, Duration time) throws IOException {
    long begun = System.nanoTime();
    for (long i = from; i - from < most && System.nanoTime() - begun < time.toNanos(); i++) {
      one(i);
    }
  }

  /** How often the input of each kind was taken, and how often refused. */
  void report() {
    int inputs = found;
    for (Subject each : subjects) {
      log.printf("%-24s %7d taken %7d refused%n", each.target.name(), each.taken, each.refused);
      inputs += each.taken + each.refused;
    }
    log.printf("%d inputs of seed %d, %d findings%n", inputs, seed, found);
  }

  private Path folder(FuzzTarget target) {
    return work.resolve(target.base());
  }

  private void one(long number) throws IOException {
    Subject subject = subjects.get((int) (number % subjects.size()));
    FuzzTarget target = subject.target;
    Path folder = folder(target);
    var random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + number);
    List<String> more = target.spoil(folder, subject.sound, random, words);
    String[] command = command(target, folder, more);
    List<String> files = files(folder);
    Verdict verdict;
    Watchdog watchdog = Watchdog.over("input %d of seed %d".formatted(number, seed), LONGEST, log);
    try {
      verdict = Verdict.of(() -> Terminal.run(command), folder);
    } finally {
      watchdog.close();
    }
    String fault = verdict.fault();
    if (fault == null && !files(folder).equals(files)) {
      fault = "it left " + files(folder) + " where there were " + files;
    }
    if (fault != null) {
      keep(target, number, command, fault);
    } else if (verdict.status() == ExitStatus.SUCCESS) {
      subject.taken++;
    } else {
      subject.refused++;
    }
    if (!target.file().isEmpty()) {
      Files.write(folder.resolve(target.file()), subject.sound);
    }
  }

  private static String[] command(FuzzTarget target, Path folder, List<String> more) {
    var command = new ArrayList<String>();
    for (String each : target.command()) {
      boolean path = each.equals(BadCase.SWEEP) || each.equals("earlier");
      command.add(path ? folder.resolve(each).toString() : each);
    }
    command.addAll(more);
    return command.toArray(String[]::new);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  /** Copies the folder, so that what was found outlives the next input. */
  private void keep(FuzzTarget target, long number, String[] command, String fault)
      throws IOException {
    found++;
    Path folder = findings.resolve("seed-%d-input-%d".formatted(seed, number));
    Path source = folder(target);
    try (Stream<Path> all = Files.walk(source)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> copy(file, folder.resolve(source.relativize(file).toString())));
    }
    log.printf(
        "input %d of seed %d (%s): %s%n%s%n%s%n",
        number, seed, target.name(), fault, Arrays.toString(command), folder.toAbsolutePath());
  }

  private static void copy(Path file, Path to) {
    try {
      BadCase.write(to, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
