package sweep4j.driver.report;

import java.time.Instant;
import java.util.List;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.search.Sampler;
import sweep4j.driver.study.History;
import sweep4j.driver.study.Provenance;

/**
 * All that a report is made from. The run may go on meanwhile.
 *
 * @param phase of the run when the report is made
 * @param sampler of the run, led by an earlier one if that is so
 * @param provenance of the run when it began
 * @param history as its journal has it
 * @param outcomes what was found out once the search was over
 * @param sweepFile the text of the sweep file as understood
 * @param written when the report is made
 */
public record ReportedRun(
    SweepDefinition sweep,
    RunPhase phase,
    Sampler sampler,
    Provenance provenance,
    History history,
    List<Outcome> outcomes,
    String sweepFile,
    Instant written) {
  public ReportedRun {
    outcomes = List.copyOf(outcomes);
  }
}
