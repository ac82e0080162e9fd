package sweep4j.driver.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where data files and earlier runs lie. What begins with a scheme ({@code hdfs:}, {@code s3a:},
 * {@code file:}) is a URI and left as it is. Anything else is a path, relative to the sweep file's
 * folder, so that a sweep file and its data can be moved and started from anywhere.
 */
public final class Locations {
  // Two letters at least: C:\data is a path.
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private final Path folder;

  Locations(Path sweepFile) {
    this.folder = sweepFile.toAbsolutePath().resolveSibling("");
  }

  /** Whether {@code location} is a URI, and not a path. */
  public static boolean isUri(String location) {
    return SCHEME.matcher(location).matches();
  }

  /** One or more of what {@link #resolve} gives, in their order; null after a problem. */
  @Nullable List<String> resolveAll(Value value) {
    if (!(value.node() instanceof Node.Sequence)) {
      String single = resolve(value);
      return single == null ? null : List.of(single);
    }
    List<Value> items = value.items("a path, or a list of at least one path");
    if (items == null) {
      return null;
    }
    var locations = new LinkedHashSet<String>();
    for (Value item : items) {
      String location = resolve(item);
      if (location != null && !locations.add(location)) {
        item.problems()
            .add(item.place(), value.path() + " names " + item.node().shown() + " twice");
        return null;
      }
    }
    return locations.size() == items.size() ? List.copyOf(locations) : null;
  }

  /** An absolute path or a URI; null after a problem. */
  @Nullable String resolve(Value value) {
    String text = value.text("a path or a URI");
    if (text == null || isUri(text)) {
      return text;
    }
    try {
      return folder.resolve(text).normalize().toString();
    } catch (InvalidPathException invalid) {
      value.mustBe("a path or a URI");
      return null;
    }
  }
}
