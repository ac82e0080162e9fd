package sweep4j.driver.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import sweep4j.driver.study.RungDecision;

/** What pruners decided for the trials whose curves a page holds, as columns. */
final class RungColumns {

  private static final List<String> NAMES =
      List.of("row", "epochs", "goesOn", "rank", "compared", "rung", "bracket");

  private RungColumns() {}

  /**
   * Writes the object's fields.
   *
   * @param rows of trials by their numbers; the others' decisions are left out
   */
  static void write(JsonGenerator json, List<RungDecision> decisions, Map<Integer, Integer> rows)
      throws IOException {
    List<RungDecision> held =
        decisions.stream().filter(each -> rows.containsKey(each.trial())).toList();
    List<Function<RungDecision, Object>> values =
        List.of(
            each -> Objects.requireNonNull(rows.get(each.trial())),
            RungDecision::epochs,
            each -> each.decision().goesOn(),
            each -> each.decision().rank(),
            each -> each.decision().compared(),
            RungDecision::rung,
            RungDecision::bracket);
    for (int column = 0; column < NAMES.size(); column++) {
      json.writeArrayFieldStart(NAMES.get(column));
      for (RungDecision decision : held) {
        Object value = values.get(column).apply(decision);
        if (value instanceof Boolean truth) {
          json.writeBoolean(truth);
        } else {
          json.writeNumber((Integer) value);
        }
      }
      json.writeEndArray();
    }
  }
}
