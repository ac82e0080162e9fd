package sweep4j.worker.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;
import sweep4j.trial.OwnNetwork;

/**
 * Finds network factories by name. No code of a class runs before it is known to be one: a sweep
 * file alone must not be able to run whatever happens to lie on the class path.
 *
 * @param loader where classes are looked for
 * @param searched the same in words, fit to follow "is not in"
 */
public record FactoryLoader(ClassLoader loader, String searched) {

  /** Looks where the calling thread looks, which on an executor is in the jars of the sweep. */
  public static FactoryLoader ofThisThread() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return new FactoryLoader(
        loader == null ? FactoryLoader.class.getClassLoader() : loader,
        "the class path or the jars that Spark was given");
  }

  /**
   * A new factory of class {@code name}.
   *
   * @throws IllegalArgumentException if there is none, in words for the user
   */
  public NetworkFactory load(String name) {
    Class<?> type = find(name);
    if (!NetworkFactory.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          "class %s is no network factory: it must implement %s"
              .formatted(name, NetworkFactory.class.getName()));
    }
    return instance(type.asSubclass(NetworkFactory.class));
  }

  /**
   * What the factory of class {@code name} declares.
   *
   * @throws IllegalArgumentException if there is none or its declarations are wrong, in words for
   *     the user
   */
  public OwnNetwork describe(String name) {
    NetworkFactory factory = load(name);
    try {
      return new OwnNetwork(
          name,
          Objects.requireNonNull(factory.parameters(), "parameters() gives null"),
          List.copyOf(Objects.requireNonNull(factory.uses(), "uses() gives null")));
    } catch (RuntimeException | Error e) {
      throw new IllegalArgumentException(
          "class %s does not say what it declares: %s".formatted(name, words(e)), e);
    }
  }

  private Class<?> find(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "class %s is not in %s: give its jar with --jars, and the name with its package"
              .formatted(name, searched),
          e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "class %s cannot be loaded, because of %s: give the jars that it needs with --jars too, compiled for Java 17"
              .formatted(name, words(e)),
          e);
    }
  }

  private static NetworkFactory instance(Class<? extends NetworkFactory> type) {
    try {
      Constructor<? extends NetworkFactory> constructor = type.getConstructor();
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "the constructor of class %s fails: %s"
              .formatted(type.getName(), words(Objects.requireNonNullElse(e.getCause(), e))),
          e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "class %s cannot be initialized: %s".formatted(type.getName(), words(e)), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "class %s must be public, not abstract, and have a public constructor without parameters"
              .formatted(type.getName()),
          e);
    }
  }

  /** A throwable on one line, for people who know the class that it comes from. */
  private static String words(Throwable thrown) {
    Throwable cause = thrown.getCause();
    if (thrown instanceof ExceptionInInitializerError && cause != null) {
      return words(cause);
    }
    String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    return thrown.getClass().getSimpleName() + ": " + message;
  }
}
