package sweep4j.driver.study;

import static sweep4j.driver.study.JsonFields.required;
import static sweep4j.driver.study.JsonFields.whole;
import static sweep4j.driver.study.JsonFields.wholeOf64Bits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sweep4j.trial.Fold;
import sweep4j.trial.Repeat;

/**
 * Of which configuration a line of the journal tells a repeat, as in {@code
 * "of":12,"repeat":0,"fold":0,"folds":5,"fold_seed":7}; of the defaults, {@code "of":null}.
 */
final class RepeatFormat {

  static final String ENDED = "repeat";
  static final String LOST = "lost_repeat";

  private RepeatFormat() {}

  static ObjectNode put(ObjectNode node, Repeat repeat) {
    if (repeat.trial() == Repeat.DEFAULTS) {
      node.putNull("of");
    } else {
      node.put("of", repeat.trial());
    }
    return node.put("repeat", repeat.number())
        .put("fold", repeat.fold().number())
        .put("folds", repeat.fold().of())
        .put("fold_seed", repeat.fold().seed());
  }

  static Repeat read(JsonNode node) {
    return new Repeat(
        required(node, "of").isNull() ? Repeat.DEFAULTS : trial(node),
        whole(node, "repeat"),
        new Fold(whole(node, "fold"), whole(node, "folds"), wholeOf64Bits(node, "fold_seed")));
  }

  private static int trial(JsonNode node) {
    int trial = whole(node, "of");
    if (trial < 0) {
      throw new IllegalArgumentException("\"of\" must be a trial's number, but is " + trial);
    }
    return trial;
  }
}
