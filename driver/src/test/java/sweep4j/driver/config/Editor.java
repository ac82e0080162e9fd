package sweep4j.driver.config;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What an editor says of a sweep file, which has the schema and nothing else of ours. */
public final class Editor {

  /** The schema as it lies beside the sweeps. */
  static final Path COMMITTED = Path.of("..", "sweeps", "sweep.schema.json");

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(SweepSchema.text());

  private Editor() {}

  /** What is wrong with {@code file}, {@code overrides} put over it; it must be YAML. */
  public static Set<String> says(Path file, List<String> overrides) throws IOException {
    return says(Files.readString(file), overrides);
  }

  /** As above, of a file that is {@code text}. */
  public static Set<String> says(String text, List<String> overrides) {
    var problems = new Problems();
    Node file = YamlTree.parse(text, Origin.file("sweep.yaml"), problems);
    Overrides read = Overrides.parse(overrides, problems);
    Node whole =
        file instanceof Node.Mapping mapping
            ? read.applyTo(mapping, problems)
            : Objects.requireNonNull(file);
    JsonNode json = PlainJson.of(whole);
    return SCHEMA.validate(json).stream().map(ValidationMessage::getMessage).collect(toSet());
  }
}
