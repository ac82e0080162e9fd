package sweep4j.driver.prediction;

/**
 * A network, and its share of the answer.
 *
 * @param model bytes of the model file
 * @param weight above 0; 1 of a network that answers alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WeightedModel(byte[] model, double weight) {

  public WeightedModel {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must be above 0 and at most 1, but got " + weight);
    }
  }
}
