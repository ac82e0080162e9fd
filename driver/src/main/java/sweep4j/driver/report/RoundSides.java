package sweep4j.driver.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import sweep4j.driver.search.Region;
import sweep4j.driver.space.Choices;
import sweep4j.driver.space.Domain;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.SearchSpace;
import sweep4j.driver.study.DrawnRound;

/** What the rounds of a search drew from, on the axes of {@link ParameterAxis}. */
final class RoundSides {

  private RoundSides() {}

  static void write(JsonGenerator json, List<DrawnRound> rounds, SearchSpace space)
      throws IOException {
    json.writeStartArray();
    for (DrawnRound round : rounds) {
      json.writeStartObject();
      json.writeNumberField("round", round.round());
      json.writeArrayFieldStart("sides");
      for (int i = 0; i < space.dimensions(); i++) {
        write(json, space.varying().get(i), round.region().sides().get(i));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Parameter parameter, Region.Side side)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", parameter.name());
    if (side instanceof Region.Interval interval) {
      json.writeNumberField("low", place(parameter, interval.low()));
      json.writeNumberField("high", place(parameter, interval.high()));
      json.writeNullField("kept");
    } else {
      json.writeArrayFieldStart("kept");
      for (int level : ((Region.Levels) side).levels()) {
        json.writeNumber(level);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static double place(Parameter parameter, double unit) {
    Domain domain = parameter.domain();
    return domain instanceof Choices
        ? domain.levelAt(unit)
        : ParameterAxis.number(parameter.at(unit));
  }
}
