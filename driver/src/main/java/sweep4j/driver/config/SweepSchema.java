package sweep4j.driver.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema, draft 7, by which editors complete and check sweep files as they are written. It
 * refuses nothing that {@link SweepFileReader} takes, but for numbers and flags in quotation marks,
 * and catches what can be seen without looking at the data or from one section into another:
 * unknown keys, wrong types, what is out of range, names that are none, what is missing, and what
 * belongs to another choice.
 */
public final class SweepSchema {

  /** The command that writes the file in {@code sweeps/}. */
  public static final String MADE_BY = "deploy/sweep schema > sweeps/sweep.schema.json";

  /** The first line of a sweep file that lies beside the schema; editors look for it. */
  public static final String FIRST_LINE = "# yaml-language-server: $schema=sweep.schema.json";

  private SweepSchema() {}

  /** The whole file. */
  public static String text() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("$comment", "Made by: " + MADE_BY);
    schema.put("title", "sweep file of sweep4j");
    var sections = new SectionSchema();
    schema.setAll(sections.section(""));
    schema.set("definitions", sections.definitions());
    var printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can be written", e);
    }
  }
}
