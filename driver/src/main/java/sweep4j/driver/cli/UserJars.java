package sweep4j.driver.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import sweep4j.driver.config.DeclaredNetworks;
import sweep4j.worker.model.FactoryLoader;

/**
 * The jars with the user's own classes, which the calling thread sees until {@link #close}; so do
 * threads that it starts, and thereby Spark. No other jars are ever loaded.
 */
final class UserJars implements AutoCloseable {

  /** Where spark-submit leaves the jars that it was given; it has loaded them itself. */
  private static final String SPARK_JARS = "spark.jars";

  private final List<Path> jars;
  private final ClassLoader before;
  private final URLClassLoader loader;

  private UserJars(List<Path> jars, URL[] urls) {
    this.jars = jars;
    this.before = Thread.currentThread().getContextClassLoader();
    this.loader = new URLClassLoader(urls, before);
    Thread.currentThread().setContextClassLoader(loader);
  }

  /** Has the calling thread see {@code jars}. */
  static UserJars open(List<Path> jars) throws BadInput {
    var urls = new ArrayList<URL>();
    for (Path jar : jars) {
      if (jar.toString().isEmpty()) {
        throw new BadInput("--jars must name jar files, with commas between, but a name is empty");
      }
      if (!Files.isRegularFile(jar)) {
        throw new BadInput("--jars names " + jar + ", which is no file");
      }
      try {
        // A class loader passes over what is no jar, and the class would be said to be missing.
        new ZipFile(jar.toFile()).close();
        urls.add(jar.toUri().toURL());
      } catch (IOException e) {
        throw new BadInput(
            "--jars names %s, which is no jar that can be read (%s)"
                .formatted(jar, e.getMessage()));
      }
    }
    return new UserJars(jars, urls.toArray(URL[]::new));
  }

  /** Full paths, for Spark to send to executors. */
  List<String> paths() {
    return jars.stream().map(jar -> jar.toAbsolutePath().toString()).toList();
  }

  /** What the factories in these jars declare. */
  DeclaredNetworks networks() {
    return new FactoryLoader(loader, searched())::describe;
  }

  private String searched() {
    var all = new ArrayList<>(jars.stream().map(Path::toString).toList());
    Arrays.stream(System.getProperty(SPARK_JARS, "").split(","))
        .filter(jar -> !jar.isEmpty())
        .forEach(all::add);
    return all.isEmpty()
        ? "any jar, as none was given"
        : "the jars that were searched, " + String.join(", ", all);
  }

  @Override
  public void close() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    loader.close();
  }
}
