package sweep4j.worker.model;

import org.jspecify.annotations.Nullable;

/** Tells what a user's network may be made of from whatever else lies on the class path. */
public final class NetworkClasses {

  private NetworkClasses() {}

  /**
   * Whether the class {@code name} is there and builds on one of Deeplearning4j's or ND4J's, as
   * layers of a user's own do. No code of it runs.
   */
  public static boolean isOne(String name) {
    try {
      return isOne(Class.forName(name, false, FactoryLoader.ofThisThread().loader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static boolean isOne(@Nullable Class<?> type) {
    if (type == null) {
      return false;
    }
    if (DescriptionScan.ALLOWED.stream().anyMatch(type.getName()::startsWith)) {
      return true;
    }
    for (Class<?> each : type.getInterfaces()) {
      if (isOne(each)) {
        return true;
      }
    }
    return isOne(type.getSuperclass());
  }
}
