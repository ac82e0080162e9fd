package sweep4j.driver.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sweep4j.driver.ensemble.Ensemble.Member;
import sweep4j.trial.Score;
import sweep4j.trial.Task;

/** Other programs read this file: a name that changes breaks them, and nothing here would. */
class EnsembleJsonTest {

  @Test
  void holdsNamesMembersAndScores() {
    var ensemble =
        new Ensemble(
            "greedy",
            List.of(new Member(12, "models/trial-12.zip", "ab12", 3, 0.75)),
            new Score(0.25, 0.5),
            new Score(Double.POSITIVE_INFINITY, 0.125));

    assertThat(
            EnsembleJson.text(
                Task.CLASSIFICATION, List.of("x", "y"), List.of("no", "yes"), List.of(ensemble)))
        .isEqualTo(
            """
            {
              "version" : 1,
              "task" : "classification",
              "features" : [ "x", "y" ],
              "classes" : [ "no", "yes" ],
              "ensembles" : {
                "greedy" : {
                  "members" : [ {
                    "trial" : 12,
                    "model" : "models/trial-12.zip",
                    "sha256" : "ab12",
                    "count" : 3,
                    "weight" : 0.75
                  } ],
                  "validation" : {
                    "loss" : 0.25,
                    "accuracy" : 0.5
                  },
                  "test" : {
                    "loss" : null,
                    "accuracy" : 0.125
                  }
                }
              }
            }
            """);
  }

  @Test
  void aRegressionHasAnErrorAndNoClasses() {
    var ensemble =
        new Ensemble(
            "average",
            List.of(new Member(1, "models/trial-1.zip", "", 1, 1)),
            new Score(1, 2),
            new Score(3, 4));

    assertThat(EnsembleJson.text(Task.REGRESSION, List.of("x"), List.of(), List.of(ensemble)))
        .contains("\"regression\"", "\"classes\" : [ ]", "\"rmse\" : 2.0", "\"rmse\" : 4.0")
        .doesNotContain("accuracy");
  }
}
