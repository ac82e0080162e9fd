package sweep4j.driver.ensemble;

import java.util.List;
import sweep4j.trial.Score;

/**
 * An average of models that has been judged.
 *
 * @param name what it is called in files and sentences
 * @param members those with a weight above 0, in the order of their ranks
 * @param validation scores on the rows that it was chosen by
 * @param test scores on rows that nothing was chosen by
 */
public record Ensemble(String name, List<Member> members, Score validation, Score test) {

  /**
   * A model of it.
   *
   * @param trial that the model is from
   * @param model its file, as seen from the folder of {@code ensemble.json}
   * @param sha256 of the file, in hexadecimal
   * @param count how often it was chosen, at least 1
   * @param weight its share of the average, above 0 and at most 1
   */
  public record Member(int trial, String model, String sha256, int count, double weight) {}

  public Ensemble {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an ensemble must have a member, but " + name + " has 0");
    }
  }
}
