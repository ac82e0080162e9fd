package sweep4j.driver.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** The port of {@code --watch=PORT}, 0 for any that is free. */
final class WatchPort implements ITypeConverter<Integer> {

  private static final int HIGHEST = 65535;

  @Override
  public Integer convert(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST) {
        return port;
      }
    } catch (NumberFormatException e) {
      // As one out of range.
    }
    throw new TypeConversionException("must be from 0, any that is free, to " + HIGHEST);
  }

  /**
   * Takes what follows {@code --watch} for the sweep file, unless it is joined to it by {@code =}.
   */
  static final class Joined implements IParameterPreprocessor {

    @Override
    @SuppressWarnings("JdkObsolete") // picocli's interface has a Stack
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> about) {
      if (!"=".equals(about.get("separator"))) {
        arguments.push("");
      }
      return false;
    }
  }
}
