package sweep4j.trial;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Legal.LayerWidths;
import sweep4j.trial.Legal.OneOf;
import sweep4j.trial.Legal.RealRange;
import sweep4j.trial.Legal.Switch;
import sweep4j.trial.Legal.WholeRange;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.ParameterValue.Widths;

/**
 * A parameter that a user's own network declares. Sweep files call it {@code custom.NAME}. For
 * example, {@code CustomParameter.whole("depth", 1, 8, 2, "how many blocks")} is {@code
 * custom.depth}.
 *
 * @param name 1 to 40 lower-case letters, digits or underscores, the first a letter
 * @param legal which values it may have
 * @param fallback the value that holds when a sweep is silent, itself legal
 * @param help what it means: one line, not blank
 */
public record CustomParameter(String name, Legal legal, ParameterValue fallback, String help)
    implements Tunable, Serializable {

  /** What the names of all custom parameters begin with in sweep files and leaderboards. */
  public static final String PREFIX = "custom.";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  public CustomParameter {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a custom parameter must be 1 to 40 lower-case letters, digits or"
              + " underscores, the first a letter, but got '"
              + name
              + "'");
    }
    if (!legal.allows(fallback)) {
      throw new IllegalArgumentException(
          "the default of %s must be %s, but got %s"
              .formatted(PREFIX + name, legal.rule(), fallback));
    }
    if (help.isBlank() || help.lines().count() != 1) {
      throw new IllegalArgumentException(
          "the help of %s must be one line, but got '%s'".formatted(PREFIX + name, help));
    }
  }

  /** A whole number from {@code min} to {@code max}, both included. */
  public static CustomParameter whole(
      String name, int min, int max, int defaultValue, String help) {
    return new CustomParameter(name, new WholeRange(min, max), new Whole(defaultValue), help);
  }

  /** A real number from {@code min} to {@code max}, both included. */
  public static CustomParameter real(
      String name, double min, double max, double defaultValue, String help) {
    return new CustomParameter(name, RealRange.closed(min, max), new Real(defaultValue), help);
  }

  /** One of {@code names}. */
  public static CustomParameter oneOf(
      String name, List<String> names, String defaultValue, String help) {
    return new CustomParameter(name, new OneOf(names), new Text(defaultValue), help);
  }

  /** True or false. */
  public static CustomParameter flag(String name, boolean defaultValue, String help) {
    return new CustomParameter(name, new Switch(), new Flag(defaultValue), help);
  }

  /** A list of layer widths, each from 1 to {@value Legal.LayerWidths#MAX_WIDTH}. */
  public static CustomParameter widths(String name, List<Integer> defaultValue, String help) {
    return new CustomParameter(name, new LayerWidths(), new Widths(defaultValue), help);
  }

  @Override
  public String key() {
    return PREFIX + name;
  }

  @Override
  public Group group() {
    return Group.MODEL;
  }

  @Override
  public Default defaultValue() {
    return new Default.Constant(fallback);
  }

  @Override
  public @Nullable UsedWith usedWith() {
    return null;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }
}
