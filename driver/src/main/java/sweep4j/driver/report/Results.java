package sweep4j.driver.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.leaderboard.Column;
import sweep4j.driver.leaderboard.Leaderboard;
import sweep4j.driver.search.EdgeNotice;
import sweep4j.driver.search.SearchMethod.CoarseToFine;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.standings.Standings;
import sweep4j.driver.study.DrawnRound;
import sweep4j.driver.study.Provenance;
import sweep4j.trial.Goal;
import sweep4j.trial.Task;
import sweep4j.trial.TrialRecord;

/**
 * A run as the page's script reads it: JSON of columns, each as long as the leaderboard and in its
 * order, which is several times shorter than an object for each trial.
 */
final class Results {

  private final ReportedRun run;
  private final SweepDefinition sweep;
  private final Goal goal;
  private final Leaderboard leaderboard;

  Results(ReportedRun run) {
    this.run = run;
    this.sweep = run.sweep();
    this.goal = sweep.workload().metric().goal();
    this.leaderboard = Standings.of(sweep, run.history()).leaderboard(run.history().ended());
  }

  /** The JSON, fit to stand in a script element. */
  String text() throws IOException {
    var text = new StringWriter();
    try (JsonGenerator json = SafeJson.generator(text)) {
      json.writeStartObject();
      json.writeStringField("written", run.written().toString());
      json.writeStringField("phase", run.phase().name());
      writeSweep(json);
      writeProvenance(json);
      writeColumns(json);
      writeParameters(json);
      writeOrder(json);
      new Times(run.provenance().started(), run.history(), leaderboard).write(json);
      writeCurves(json);
      writeRounds(json);
      json.writeFieldName("importance");
      new ImportanceOf(sweep).write(json, run.history().ended());
      json.writeArrayFieldStart("outcomes");
      for (Outcome outcome : run.outcomes()) {
        outcome.write(json);
      }
      json.writeEndArray();
      writeEdges(json);
      json.writeStringField("sweepFile", run.sweepFile());
      json.writeEndObject();
    }
    return text.toString();
  }

  private void writeSweep(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("sweep");
    json.writeStringField("name", sweep.name());
    json.writeStringField("metric", sweep.workload().metric().key());
    json.writeStringField("goal", goal.name().toLowerCase(Locale.ROOT));
    json.writeStringField(
        "quality", sweep.data().task() == Task.CLASSIFICATION ? "accuracy" : "rmse");
    json.writeStringField("method", sweep.search().methodName());
    json.writeStringField("pruner", sweep.search().prunerName());
    json.writeNumberField("planned", run.sampler().trials());
    json.writeNumberField("maxEpochs", sweep.workload().maxEpochs());
    // JavaScript's numbers hold 53 of its bits.
    json.writeStringField("seed", Long.toString(sweep.seed()));
    json.writeEndObject();
  }

  private void writeProvenance(JsonGenerator json) throws IOException {
    Provenance provenance = run.provenance();
    json.writeObjectFieldStart("provenance");
    json.writeStringField("data", provenance.data());
    json.writeStringField("dataHash", provenance.dataHash());
    json.writeStringField("versions", provenance.versions());
    json.writeStringField("nativeBuild", provenance.nativeBuild());
    json.writeStringField("started", provenance.started());
    json.writeEndObject();
  }

  private void writeColumns(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("columns");
    Cells.write(json, Column.of(sweep.data().task(), sweep.space().hyperparameters()), leaderboard);
    json.writeEndArray();
  }

  private void writeParameters(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("parameters");
    for (Parameter parameter : sweep.searchedSpace().varying()) {
      ParameterAxis.of(parameter, run.history().ended()).write(json);
    }
    json.writeEndArray();
  }

  /** At which place, from 0, each row's trial ended. */
  private void writeOrder(JsonGenerator json) throws IOException {
    Map<Integer, Integer> places = new HashMap<>();
    for (TrialRecord trial : run.history().ended()) {
      places.put(trial.trial(), places.size());
    }
    json.writeArrayFieldStart("ended");
    for (Leaderboard.Row row : leaderboard.rows()) {
      SafeJson.writeCell(json, places.get(row.trial().trial()));
    }
    json.writeEndArray();
  }

  private void writeCurves(JsonGenerator json) throws IOException {
    HeldCurves held = HeldCurves.of(leaderboard);
    Map<Integer, Integer> rows = new HashMap<>();
    json.writeObjectFieldStart("curves");
    json.writeArrayFieldStart("rows");
    for (int row : held.rows()) {
      rows.put(leaderboard.rows().get(row).trial().trial(), row);
      json.writeNumber(row);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("values");
    for (int row : held.rows()) {
      json.writeStartArray();
      for (double value : leaderboard.rows().get(row).trial().result().curve()) {
        SafeJson.writeNumber(json, value);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeNumberField("of", held.of());
    json.writeEndObject();
    json.writeObjectFieldStart("decisions");
    RungColumns.write(json, run.history().decisions(), rows);
    json.writeEndObject();
  }

  private void writeRounds(JsonGenerator json) throws IOException {
    json.writeFieldName("rounds");
    if (sweep.search().method() instanceof CoarseToFine) {
      List<DrawnRound> rounds =
          DrawnRound.of(run.sampler(), sweep.searchedSpace(), goal, run.history());
      RoundSides.write(json, rounds, sweep.searchedSpace());
    } else {
      json.writeNull();
    }
  }

  private void writeEdges(JsonGenerator json) throws IOException {
    TrialRecord best = leaderboard.best();
    List<String> edges =
        best == null
            ? List.of()
            : EdgeNotice.of(
                sweep.space(), sweep.search().method(), best.request().hyperparameters());
    json.writeArrayFieldStart("edges");
    for (String edge : edges) {
      json.writeString(edge);
    }
    json.writeEndArray();
  }
}
