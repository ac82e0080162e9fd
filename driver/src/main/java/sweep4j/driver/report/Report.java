package sweep4j.driver.report;

import java.io.IOException;

/**
 * A run as one page, {@code report.html}: it needs no server and no network, and all that a user
 * typed is in it as data, never as markup.
 */
public final class Report {

  private Report() {}

  /** The page. */
  public static String html(ReportedRun run) throws IOException {
    return Page.text(run.sweep().name() + " - sweep4j", new Results(run).text());
  }
}
