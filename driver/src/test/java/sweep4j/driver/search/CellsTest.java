package sweep4j.driver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sweep4j.driver.space.Condition;
import sweep4j.driver.space.Fixed;
import sweep4j.driver.space.IntUniform;
import sweep4j.driver.space.Parameter;
import sweep4j.driver.space.Quantized;
import sweep4j.driver.space.SearchSpace;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue;
import sweep4j.trial.ParameterValue.Text;
import sweep4j.trial.ParameterValue.Whole;

/**
 * Prevents a grid that leaves combinations out, or trains one twice because two points differ only
 * in what does not exist there. All of it is compared with a list of every point of the cube.
 */
class CellsTest {

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCellIsAConfigurationAndEachHasOne(long seed) {
    SearchSpace space = randomSpace(new Random(seed));
    Map<Hyperparameters, Set<Long>> indices = new LinkedHashMap<>();
    Cells cells = Cells.of(space);
    for (double[] point : cube(space)) {
      indices.computeIfAbsent(space.at(point), any -> new HashSet<>()).add(cells.index(point));
    }

    assertThat(cells.count()).isEqualTo(indices.size());
    assertThat(indices.values()).allSatisfy(each -> assertThat(each).hasSize(1));
    assertThat(LongStream.range(0, cells.count()).mapToObj(cells::point).map(space::at))
        .containsExactlyInAnyOrderElementsOf(indices.keySet());
    for (long cell = 0; cell < cells.count(); cell++) {
      assertThat(cells.index(cells.point(cell))).isEqualTo(cell);
    }
  }

  @Test
  void theSpaceOfTheContractHasTheCellsItSays() {
    assertThat(Cells.of(Spaces.conditionalFinite()).count()).isEqualTo(204);
  }

  /** Listing 2^44 cells would take years, and a million levels are as good as one. */
  @Test
  void manyCellsAreCountedWithoutListingThem() {
    var size = new IntUniform(1, 1 << 24);
    var when = new Condition(Hyperparameter.BATCH_SIZE, List.of(new Whole(7), new Whole(1 << 24)));
    var space =
        new SearchSpace(
            List.of(
                new Parameter(
                    Hyperparameter.HIDDEN_UNITS, new IntUniform(1, 1 << 20), List.of(when)),
                new Parameter(Hyperparameter.BATCH_SIZE, size),
                new Parameter(Hyperparameter.ACTIVATION, Spaces.texts("relu", "tanh"))));
    Cells cells = Cells.of(space);

    assertThat(cells.count()).isEqualTo(2L * ((1 << 24) - 2) + 2L * 2 * (1 << 20));
    for (long cell : new long[] {0, 12, 13, 1 << 21, cells.count() - 1}) {
      assertThat(cells.index(cells.point(cell))).isEqualTo(cell);
    }
    assertThat(space.at(cells.point(cells.count() - 1)).toString())
        .contains("HIDDEN_UNITS=1048576", "BATCH_SIZE=16777216", "ACTIVATION=tanh");
  }

  @Test
  void withoutConditionsTheLastParameterVariesFastest() {
    Cells cells = Cells.of(Spaces.finite());
    assertThat(IntStream.range(0, 3).mapToObj(cells::point).map(Spaces.finite()::at))
        .extracting(each -> each.widths(Hyperparameter.HIDDEN_UNITS).get(0))
        .containsExactly(8, 64, 8);
  }

  private static List<double[]> cube(SearchSpace space) {
    List<double[]> points = List.of(new double[0]);
    for (Parameter parameter : space.varying()) {
      List<double[]> longer = new ArrayList<>();
      for (double[] point : points) {
        for (int level = 0; level < parameter.domain().levels(); level++) {
          double[] more = Arrays.copyOf(point, point.length + 1);
          more[point.length] = parameter.domain().unitOfLevel(level);
          longer.add(more);
        }
      }
      points = longer;
    }
    return points;
  }

  /** Six parameters, some fixed, each with conditions on some that come before it in an order. */
  private static SearchSpace randomSpace(Random random) {
    List<Parameter> bare =
        new ArrayList<>(
            List.of(
                new Parameter(Hyperparameter.BATCH_SIZE, new IntUniform(10, 50, 10)),
                new Parameter(Hyperparameter.UPDATER, Spaces.weighted()),
                new Parameter(Hyperparameter.ACTIVATION, Spaces.texts("relu", "tanh", "elu")),
                new Parameter(Hyperparameter.DROPOUT, new Quantized(0.0, 0.3, 0.1)),
                new Parameter(Hyperparameter.HIDDEN_UNITS, Spaces.wholes(8, 64)),
                new Parameter(Hyperparameter.LAMBDA, new Fixed(new Whole(0)))));
    Collections.shuffle(bare, random);
    List<Parameter> parameters = new ArrayList<>();
    for (Parameter each : bare) {
      List<Condition> conditions = new ArrayList<>();
      for (Parameter other : parameters) {
        if (random.nextInt(3) == 0) {
          conditions.add(randomCondition(other, random));
        }
      }
      parameters.add(new Parameter(each.hyperparameter(), each.domain(), conditions));
    }
    Collections.shuffle(parameters, random);
    return new SearchSpace(parameters);
  }

  private static Condition randomCondition(Parameter on, Random random) {
    List<ParameterValue> values = new ArrayList<>();
    for (int level = 0; level < on.domain().levels(); level++) {
      if (random.nextBoolean()) {
        values.add(on.at(on.domain().unitOfLevel(level)));
      }
    }
    if (on.isFixed()) {
      // One that the fixed parameter has not: a space that was narrowed to a part may have these.
      values.add(new Text("another"));
    }
    return new Condition(on.hyperparameter(), values.isEmpty() ? List.of(on.at(1.0)) : values);
  }
}
