package sweep4j.trial;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data of a sweep.
 *
 * @param source where training examples come from
 * @param task what the label means
 * @param validation the split that trials are compared on
 * @param test the split that only the few best touch, once, at the end
 * @param scale how inputs are scaled
 */
public record DataSettings(
    DataSource source, Task task, HeldOut validation, HeldOut test, Scale scale)
    implements Serializable {
  public DataSettings {
    double held = shareOf(validation) + shareOf(test);
    if (held >= 1.0) {
      throw new IllegalArgumentException(
          "validation and test must leave rows to train on: their shares must sum to less than 1,"
              + " but got "
              + held);
    }
  }

  /**
   * Every location that examples are read from: those of the source, and of splits of their own.
   */
  public List<String> locations() {
    Stream<DataSource> own =
        Stream.of(validation, test)
            .filter(HeldOut.Own.class::isInstance)
            .map(each -> ((HeldOut.Own) each).source());
    return Stream.concat(Stream.of(source), own)
        .flatMap(each -> each.locations().stream())
        .toList();
  }

  private static double shareOf(HeldOut heldOut) {
    return heldOut instanceof HeldOut.Share share ? share.share() : 0.0;
  }
}
