package sweep4j.worker.model;

import java.util.regex.Pattern;
import org.nd4j.shade.jackson.databind.exc.InvalidTypeIdException;

/** What Deeplearning4j's exceptions about a description mean for the person who gave it. */
public final class DescriptionFault {

  /** The name of an exception that is wrapped without a message of its own. */
  private static final Pattern EXCEPTION = Pattern.compile("^([a-z]\\w*\\.)+\\w+: ");

  private DescriptionFault() {}

  /** The reason, on one line. */
  public static String words(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof InvalidTypeIdException type && type.getTypeId() != null) {
        return "Deeplearning4j has no class " + type.getTypeId() + " for this place";
      }
      if (each instanceof NullPointerException
          || each instanceof IndexOutOfBoundsException
          || each instanceof ClassCastException) {
        // Their messages are about Deeplearning4j's own code.
        return "something that it needs is missing from it, or is of another kind";
      }
    }
    String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    return EXCEPTION.matcher(message).replaceFirst("");
  }
}
