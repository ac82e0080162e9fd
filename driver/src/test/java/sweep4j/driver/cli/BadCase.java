package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bad input, and what must be said of it. See {@code bad-input/README.md} for how it is written.
 *
 * @param place file and line where it is written
 * @param base the sound sweep that is spoiled
 * @param steps what spoils it, in order
 * @param arguments what the command line has besides
 * @param command the whole command line instead; empty for {@code validate} and {@code run}
 * @param says the lines of the message
 */
record BadCase(
    String place,
    String base,
    List<Step> steps,
    List<String> arguments,
    List<String> command,
    List<String> says) {

  /** Where the sweep is in a case's folder. */
  static final String SWEEP = "sweep.yaml";

  /** Something that is done to a case's folder. */
  interface Step {
    void in(Path folder) throws IOException;
  }

  /** Makes the input. */
  void make(Path folder) throws IOException {
    SoundInput.make(base, folder);
    for (Step step : steps) {
      step.in(folder);
    }
  }

  /** The command lines that must fail alike. */
  List<String[]> commands(Path folder) {
    if (!command.isEmpty()) {
      return List.<String[]>of(
          command.stream().map(each -> filled(each, folder)).toArray(String[]::new));
    }
    var commands = new ArrayList<String[]>();
    for (String[] each :
        new String[][] {{"validate"}, {"run", "--out", folder.resolve("out").toString()}}) {
      commands.add(
          Stream.of(
                  Stream.of(each),
                  Stream.of(folder.resolve(SWEEP).toString()),
                  arguments.stream().map(text -> filled(text, folder)))
              .flatMap(all -> all)
              .toArray(String[]::new));
    }
    return commands;
  }

  /** The message, where the input lies in {@code folder}. */
  List<String> message(Path folder) {
    return says.stream().map(each -> filled(each, folder)).toList();
  }

  private static String filled(String text, Path folder) {
    return text.replace("{folder}", folder.toString());
  }

  /** Writes a file of the input, and the folders that it lies in. */
  static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  @Override
  public String toString() {
    return place;
  }
}
