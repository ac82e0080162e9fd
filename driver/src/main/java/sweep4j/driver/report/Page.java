package sweep4j.driver.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;

/**
 * The page around the results: its scripts and styles, which are files of one idea each, and the
 * chart library, put into the one file. Its policy allows what is in it, by checksum, nothing from
 * anywhere else, and to ask the server that it is from, if there is one, for a newer page.
 */
final class Page {

  /** In this order, as what one defines the next may use while it is loaded. */
  private static final List<String> SCRIPTS =
      List.of(
          "choices",
          "dom",
          "format",
          "data",
          "store",
          "theme",
          "chart",
          "head",
          "progress",
          "order",
          "table",
          "leaderboard",
          "parallel",
          "bounds",
          "parameters",
          "importance",
          "rounds",
          "curves",
          "slots",
          "failures",
          "outcomes",
          "live",
          "main");

  private static final List<String> STYLES = List.of("page", "controls", "table", "print");

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Page() {}

  /**
   * The page.
   *
   * @param results JSON that is fit to stand in a script element
   */
  static String text(String title, String results) throws IOException {
    String library = resource("echarts.min.js");
    String script = "(() => {\n\"use strict\";\n" + all("script/%s.js", SCRIPTS) + "})();\n";
    String style = all("style/%s.css", STYLES);
    Map<String, String> parts =
        Map.of(
            "title", StringEscapeUtils.escapeHtml4(title),
            "policy", policy(List.of(library, script), style),
            "library", library,
            "script", script,
            "style", style,
            "results", results);
    Matcher places = PLACE.matcher(resource("page.html"));
    var page = new StringBuilder();
    while (places.find()) {
      String name = places.group(1);
      String part = parts.get(name);
      if (part == null) {
        throw new IllegalStateException("page.html has a place for " + name);
      }
      places.appendReplacement(page, "");
      page.append(part);
    }
    return places.appendTail(page).toString();
  }

  private static String all(String pattern, List<String> names) throws IOException {
    var text = new StringBuilder();
    for (String name : names) {
      text.append(resource(pattern.formatted(name))).append('\n');
    }
    return text.toString();
  }

  private static String policy(List<String> scripts, String style) {
    return ("default-src 'none'; script-src %s; style-src %s; img-src data: blob:; connect-src 'self'; base-uri 'none';"
            + " form-action 'none'")
        .formatted(
            scripts.stream().map(Page::checksum).collect(Collectors.joining(" ")), checksum(style));
  }

  private static String checksum(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("sweep4j's jar lacks " + name + " of the report");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
