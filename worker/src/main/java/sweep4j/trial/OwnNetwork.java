package sweep4j.trial;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A network that a class of the user's builds. It is known by name here, so that a run can be read
 * where the class is not.
 *
 * @param factory full name of the class
 * @param parameters what it declares, in the order of their names; no two of one name
 * @param uses which of the catalogue's model parameters have an effect on it, in the catalogue's
 *     order
 */
public record OwnNetwork(
    String factory, List<CustomParameter> parameters, List<Hyperparameter> uses)
    implements ModelType {

  /** Its name in sweep files. */
  public static final String KEY = "class";

  /** What a factory's name must be, fit to follow "must be". */
  public static final String FACTORY_RULE = "the full name of a class, such as com.example.WideNet";

  /** What the name of a class looks like. */
  public static final Pattern FACTORY =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)*");

  private static final int LONGEST_FACTORY = 1000;

  public OwnNetwork {
    if (!isFactory(factory)) {
      throw new IllegalArgumentException(
          "a factory must be " + FACTORY_RULE + ", but got " + factory);
    }
    for (Hyperparameter each : uses) {
      if (each.group() != Group.MODEL) {
        throw new IllegalArgumentException(
            "a network can use what stands under %s:, but %s stands under %s: and has its effect anyway"
                .formatted(Group.MODEL.section(), each.key(), each.group().section()));
      }
    }
    parameters = new Catalogue(parameters).custom();
    uses = uses.stream().distinct().sorted().toList();
  }

  /** Whether {@code text} can be the name of a class. */
  public static boolean isFactory(String text) {
    // The pattern's stack grows with the text.
    return text.length() <= LONGEST_FACTORY && FACTORY.matcher(text).matches();
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public ModelKind kind() {
    return ModelKind.CLASS;
  }

  @Override
  public Catalogue catalogue() {
    return new Catalogue(parameters);
  }

  @Override
  public boolean uses(Tunable tunable) {
    return !(tunable instanceof Hyperparameter standard)
        || standard.group() != Group.MODEL
        || uses.contains(standard);
  }
}
