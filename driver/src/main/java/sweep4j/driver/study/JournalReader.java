package sweep4j.driver.study;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Catalogue;

/**
 * Reads a journal back. A last line without its end is what a kill in the middle of a write leaves:
 * it was never acknowledged, so it is passed over. Anything else that cannot be read is an error
 * that names the line.
 */
public final class JournalReader {

  /**
   * What a journal holds.
   *
   * @param dataHash SHA-256 of the data that the run read
   * @param nativeBuild native library and processor that the run began on
   * @param priors trials of an earlier run that the sampler learns from, in their order
   * @param history of the sweep so far
   * @param length bytes that are whole lines; a torn last line lies behind them
   */
  public record Content(
      String dataHash, String nativeBuild, List<Prior> priors, History history, long length) {}

  private JournalReader() {}

  /**
   * Reads {@code file}.
   *
   * @param catalogue what the sweep may vary
   * @throws JournalException when it holds something that no journal holds
   * @throws IOException when it cannot be read
   */
  public static Content read(Path file, Catalogue catalogue) throws IOException {
    var priors = new ArrayList<Prior>();
    History history = History.none();
    JsonNode header = null;
    try (var lines = new WholeLines(Files.newInputStream(file))) {
      while (lines.next()) {
        try {
          JsonNode node =
              JournalFormat.READER.readTree(lines.bytes(), lines.start(), lines.length());
          if (header == null) {
            header = checkedHeader(node);
          } else if (type(node).equals(JournalFormat.PRIOR)) {
            priors.add(JournalFormat.readPrior(node, catalogue));
          } else {
            add(node, catalogue, history);
          }
        } catch (JacksonException | IllegalArgumentException e) {
          throw new JournalException(
              file + ":" + lines.number() + ": this line is damaged (" + firstLine(e) + ")", e);
        }
      }
      if (header == null) {
        throw new JournalException(
            file
                + ": the journal has no first line, because the run was stopped at its very start;"
                + " delete it and start the sweep anew");
      }
      return new Content(
          JsonFields.text(header, "data_hash"),
          JsonFields.text(header, "native_build"),
          List.copyOf(priors),
          history,
          lines.end());
    }
  }

  private static void add(JsonNode node, Catalogue catalogue, History history) {
    switch (type(node)) {
      case JournalFormat.ENDED -> history.add(JournalFormat.readTrial(node, catalogue));
      case JournalFormat.PAUSED -> history.add(JournalFormat.readPaused(node, catalogue));
      case JournalFormat.DECISION -> history.add(JournalFormat.readDecision(node));
      case JournalFormat.LOST -> {
        // Its trial was started again, and has a record of its own.
      }
      default -> throw new IllegalArgumentException("no record is of type \"" + type(node) + "\"");
    }
  }

  private static JsonNode checkedHeader(JsonNode node) {
    if (!type(node).equals(JournalFormat.HEADER)) {
      throw new IllegalArgumentException(
          "a journal begins with a record of type \"" + JournalFormat.HEADER + "\"");
    }
    int version = JsonFields.whole(node, "version");
    if (version != JournalFormat.VERSION) {
      throw new IllegalArgumentException(
          "it is of version " + version + ", and this is for " + JournalFormat.VERSION);
    }
    // Here, where a fault is still said to be of the first line.
    JsonFields.text(node, "data_hash");
    JsonFields.text(node, "native_build");
    return node;
  }

  private static String type(JsonNode node) {
    return JsonFields.text(node, "type");
  }

  private static String firstLine(Exception e) {
    @Nullable String message = e.getMessage();
    return message == null ? e.toString() : message.lines().findFirst().orElse("");
  }
}
