package sweep4j.driver.study;

import static sweep4j.driver.study.JsonFields.real;
import static sweep4j.driver.study.JsonFields.required;
import static sweep4j.driver.study.JsonFields.text;
import static sweep4j.driver.study.JsonFields.whole;
import static sweep4j.driver.study.JsonFields.wholeOf64Bits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.DataParallel;
import sweep4j.trial.RefitPlan;
import sweep4j.trial.RefitRows;

/** A refit as a line of the journal, and beside its model. */
final class RefittedFormat {

  static final String TYPE = "refit";

  private RefittedFormat() {}

  static ObjectNode json(Refitted refitted) {
    DataParallel how = refitted.plan().dataParallel();
    return JournalFormat.JSON
        .createObjectNode()
        .put("type", TYPE)
        .put("trial", refitted.trial())
        .put("seed", refitted.seed())
        .put("on", refitted.plan().rows().key())
        .put("mode", how == null ? "single" : "data_parallel")
        .put("workers", how == null ? null : how.workers())
        .put("averaging_frequency", how == null ? null : how.averagingFrequency())
        .put("rows", refitted.rows())
        .put("epochs", refitted.epochs())
        .put("seconds", refitted.seconds())
        .put("test_quality", refitted.quality())
        .put("single_test_quality", refitted.single())
        .put("single_seconds", refitted.singleSeconds())
        .put("model_sha256", refitted.modelSha256());
  }

  static Refitted read(JsonNode node) {
    DataParallel how =
        required(node, "workers").isNull()
            ? null
            : new DataParallel(whole(node, "workers"), whole(node, "averaging_frequency"));
    Double single = realOrNull(node, "single_test_quality");
    return new Refitted(
        whole(node, "trial"),
        wholeOf64Bits(node, "seed"),
        new RefitPlan(rows(text(node, "on")), how, single != null),
        whole(node, "rows"),
        whole(node, "epochs"),
        real(node, "seconds"),
        real(node, "test_quality"),
        single,
        realOrNull(node, "single_seconds"),
        text(node, "model_sha256"));
  }

  private static @Nullable Double realOrNull(JsonNode node, String key) {
    return required(node, key).isNull() ? null : (Double) real(node, key);
  }

  private static RefitRows rows(String key) {
    return Arrays.stream(RefitRows.values())
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rows are called " + key));
  }
}
