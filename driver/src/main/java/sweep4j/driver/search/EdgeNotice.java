package sweep4j.driver.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.space.Bounds;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Real;

/**
 * Says of a finished search where its best trial lies at an edge of what was searched, so that the
 * optimum may lie beyond. Only ordered parameters have edges, and an edge counts only if the
 * catalogue allows values beyond it: a dropout of 0 is no edge.
 */
public final class EdgeNotice {

  /** How near is at the edge, as a share of the range in its own scale. */
  private static final double NEAR = 0.02;

  /** Of fewer levels than these, the first or last is as likely the best as any. */
  private static final int FEWEST_LEVELS = 4;

  private EdgeNotice() {}

  /**
   * One sentence for each parameter whose best value lies at an edge.
   *
   * @param declared the space as the sweep file has it
   * @param best the hyperparameters of the best trial of a search of that space by {@code method}
   */
  public static List<String> of(SearchSpace declared, SearchMethod method, Hyperparameters best) {
    SearchSpace searched = method.searched(declared);
    double[] point = searched.pointOf(best);
    var notices = new ArrayList<String>();
    for (int dimension = 0; dimension < point.length; dimension++) {
      Parameter parameter = searched.varying().get(dimension);
      ParameterValue value = best.set().get(parameter.hyperparameter());
      if (value != null && parameter.domain().ordered()) {
        String edge = edge(parameter, point[dimension]);
        if (!edge.isEmpty()) {
          notices.add(sentence(parameter, edge, value, method));
        }
      }
    }
    return notices;
  }

  /** The edge that a coordinate lies at and that has room beyond it; empty if it lies at none. */
  private static String edge(Parameter parameter, double unit) {
    Domain domain = parameter.domain();
    int levels = domain.levels();
    if (0 < levels && levels < FEWEST_LEVELS) {
      return "";
    }
    boolean lowest = unit <= NEAR || (levels > 0 && domain.levelAt(unit) == 0);
    boolean highest = unit >= 1.0 - NEAR || (levels > 0 && domain.levelAt(unit) == levels - 1);
    Bounds bounds = Bounds.of(parameter.hyperparameter());
    if (lowest && bounds.hasRoomBelow(parameter.at(0.0))) {
      return "lower";
    }
    return highest && bounds.hasRoomAbove(parameter.at(1.0)) ? "upper" : "";
  }

  private static String sentence(
      Parameter parameter, String edge, ParameterValue value, SearchMethod method) {
    return "the best %s, %s, lies at the %s edge of its %s: the optimum may lie beyond; %s"
        .formatted(
            parameter.name(),
            brief(value),
            edge,
            searched(parameter),
            parameter.domain() instanceof Choices
                ? "add " + (edge.equals("lower") ? "lower" : "higher") + " values"
                : "widen it"
                    + (canExpand(parameter, method) ? ", or set search.expand: true" : ""));
  }

  private static String searched(Parameter parameter) {
    return parameter.domain() instanceof Choices choices
        ? "values "
            + choices.values().stream().map(Objects::toString).collect(Collectors.joining(", "))
        : "range " + parameter.at(0.0) + ".." + parameter.at(1.0);
  }

  private static boolean canExpand(Parameter parameter, SearchMethod method) {
    return method instanceof CoarseToFine coarseToFine
        && !coarseToFine.expand()
        && !parameter.extended().equals(parameter);
  }

  private static String brief(ParameterValue value) {
    return value instanceof Real real
        ? new Real(new BigDecimal(real.value()).round(new MathContext(3)).doubleValue()).toString()
        : value.toString();
  }
}
