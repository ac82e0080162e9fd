package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerMinMaxScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.dataset.api.preprocessor.serializer.NormalizerSerializer;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

class ScalingTest {

  private static Scaling fit(Scale scale, Examples examples, int... rows) throws DataException {
    List<String> names = Collections.nCopies(examples.features().columns(), "c");
    return Scaling.fit(scale, new Subset(examples, rows), names, "t.csv");
  }

  private static Examples table(int columns, float... values) {
    int rows = values.length / columns;
    return new Examples(Features.ofFloats(values, columns), Labels.classes(new int[rows]));
  }

  private static float[] scaled(Scaling scaling, float... values) {
    var all = new float[values.length];
    for (int start = 0; start < values.length; start += scaling.columns()) {
      float[] example = Arrays.copyOfRange(values, start, start + scaling.columns());
      scaling.apply(example);
      System.arraycopy(example, 0, all, start, example.length);
    }
    return all;
  }

  @Test
  void standardizesEachColumnByItsPopulation() throws Exception {
    Scaling scaling = fit(Scale.STANDARDIZE, table(2, 1, 10, 3, 10, 5, 40, 7, 40), 0, 1, 2, 3);
    // Means 4 and 25, deviations sqrt(5) and 15.
    assertThat(scaled(scaling, 4 + (float) Math.sqrt(5), 10, 4, 55))
        .containsExactly(new float[] {1, -1, 0, 2}, within(3e-7f));
  }

  @Test
  void minMaxTakesEachColumnToItsRange() throws Exception {
    Scaling scaling = fit(Scale.MIN_MAX, table(2, 1, -10, 3, 10, 5, 30), 0, 1, 2);
    assertThat(scaled(scaling, 1, 30, 5, -10, 9, 0)).containsExactly(0, 1, 1, 0, 2, 0.25f);
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void noneLeavesValuesAndOthersDoNot(Scale scale) throws Exception {
    Scaling scaling = fit(scale, table(1, 1, 3, 8), 0, 1, 2);
    if (scale == Scale.NONE) {
      assertThat(scaled(scaling, 1, 3)).containsExactly(1, 3);
      assertThat(scaling.toNormalizer()).isNull();
    } else {
      assertThat(scaled(scaling, 1, 3)).doesNotContain(1, 3);
    }
  }

  /** Statistics that include held-out rows leak them: row 2 is held out, and extreme. */
  @ParameterizedTest
  @EnumSource(value = Scale.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void onlyTrainingRowsCount(Scale scale) throws Exception {
    float[] values = {1, 3, 1000, 5};
    var regression =
        new Examples(Features.ofFloats(values, 1), Labels.targets(new float[] {1, 3, 1000, 5}));
    Scaling with = fit(scale, regression, 0, 1, 3);
    values[2] = -77;
    var other =
        new Examples(Features.ofFloats(values, 1), Labels.targets(new float[] {1, 3, -77, 5}));
    assertThat(fit(scale, other, 0, 1, 3)).isEqualTo(with);
    assertThat(fit(scale, other, 0, 1, 2, 3)).isNotEqualTo(with);
    float middle = scale == Scale.STANDARDIZE ? 0 : 0.5f;
    assertThat(scaled(with, 3)).containsExactly(middle);
    assertThat(with.scaleTarget(3)).isEqualTo(middle);
  }

  @Test
  void loaderFitsOnTheTrainingSplit() throws Exception {
    PreparedData data =
        ShippedDataTest.load("digits.csv", "label", Task.CLASSIFICATION, Scale.STANDARDIZE);
    Scaling training =
        Scaling.fit(Scale.STANDARDIZE, data.training(), data.featureNames(), "digits.csv");
    Scaling all =
        Scaling.fit(
            Scale.STANDARDIZE,
            Subset.all(data.training().examples()),
            data.featureNames(),
            "digits.csv");
    assertThat(data.scaling()).isEqualTo(training).isNotEqualTo(all);
  }

  static Stream<Arguments> constants() {
    return Stream.of(Scale.STANDARDIZE, Scale.MIN_MAX)
        .flatMap(
            scale ->
                Stream.of(0f, 0.1f, -7f, 16_777_216f, 1e30f, -1e38f)
                    .map(constant -> Arguments.arguments(scale, constant)));
  }

  /**
   * The deviation of a constant is 0 or a trace of rounding, its range 0, and beside a large number
   * adding 1 is lost: dividing by any of them fills a column with noise, or NaN.
   */
  @ParameterizedTest
  @MethodSource("constants")
  void constantColumnIsZeroHereAndInDeeplearning4j(Scale scale, float constant) throws Exception {
    float[] values = new float[10];
    Arrays.fill(values, constant);
    Scaling scaling = fit(scale, table(1, values), IntStream.range(0, 10).toArray());
    assertThat(scaled(scaling, values)).containsOnly(0);
    INDArray array = Nd4j.create(values, new long[] {10, 1}, 'c');
    Objects.requireNonNull(scaling.toNormalizer()).transform(array);
    assertThat(array.toFloatVector()).containsOnly(0);
    // A row that differs, in validation, is no reason for an infinity.
    assertThat(Float.isFinite(scaled(scaling, 1)[0])).isTrue();
  }

  /** Just above what is refused, ND4J's normalizers still divide by the spread itself. */
  @ParameterizedTest
  @EnumSource(value = Scale.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void smallSpreadIsDividedByInDeeplearning4jToo(Scale scale) throws Exception {
    float[] values =
        scale == Scale.STANDARDIZE ? new float[] {0, 4.2e-5f} : new float[] {0, 2.1e-5f};
    Scaling scaling = fit(scale, table(1, values), 0, 1);
    INDArray array = Nd4j.create(values, new long[] {2, 1}, 'c');
    savedAndRestored(scaling).transform(array);
    assertThat(array.toFloatVector()).containsExactly(scaled(scaling, values), within(1e-6f));
    assertThat(scaled(scaling, values)[1]).isEqualTo(1);
  }

  @Test
  void pixelsShareOneScaleFromTrainingRows() throws Exception {
    byte[] pixels = {0, 0, 0, (byte) 200, 0, 100, 0, 100, (byte) 255, (byte) 255, 0, 0};
    var images = new Examples(Features.ofBytes(pixels, 4), Labels.classes(new int[3]));
    // A pixel that is 0 in every training row must not be divided by its own deviation.
    assertThat(scaled(fit(Scale.MIN_MAX, images, 0, 1), 0, 100, 200, 50))
        .containsExactly(0, 0.5f, 1, 0.25f);
    // 0 five times, 100 twice, 200 once: mean 50, mean of squares 7500, deviation sqrt(5000).
    float[] standardized = scaled(fit(Scale.STANDARDIZE, images, 0, 1), 50, 0, 50, 100);
    float step = (float) (50 / Math.sqrt(5000));
    assertThat(standardized).containsExactly(new float[] {0, -step, 0, step}, within(1e-6f));
  }

  static Stream<Arguments> shipped() {
    return Stream.of(Scale.STANDARDIZE, Scale.MIN_MAX)
        .flatMap(
            scale ->
                Stream.of(
                    Arguments.arguments(scale, "digits.csv", "label", Task.CLASSIFICATION),
                    Arguments.arguments(
                        scale, "breast_cancer.csv", "diagnosis", Task.CLASSIFICATION),
                    Arguments.arguments(
                        scale, "concrete.csv", "compressive_strength", Task.REGRESSION)));
  }

  /**
   * The saved model is used through ND4J's normalizer, after a round through its file format. Were
   * the numbers not those of training, it would answer worse than the leaderboard says.
   */
  @ParameterizedTest
  @MethodSource("shipped")
  void normalizerGivesTheNumbersOfTraining(Scale scale, String file, String label, Task task)
      throws Exception {
    PreparedData data = ShippedDataTest.load(file, label, task, scale);
    PreparedData unscaled = ShippedDataTest.load(file, label, task, Scale.NONE);
    DataNormalization normalizer = savedAndRestored(data.scaling());
    for (Subset split : List.of(data.training(), data.validation(), data.test())) {
      try (Batch ours = data.batches(split, split.size()).inOrder().next();
          Batch raw = unscaled.batches(split, split.size()).inOrder().next()) {
        DataSet theirs = raw.toDataSet();
        normalizer.preProcess(theirs);
        assertSame(ours.features(), theirs.getFeatures());
        assertSame(ours.labels(), theirs.getLabels());
        if (task == Task.REGRESSION) {
          normalizer.revertLabels(theirs.getLabels());
          for (int i = 0; i < ours.size(); i++) {
            double back = data.scaling().unscaleTarget(ours.labels().getFloat(i, 0));
            assertThat(back).isCloseTo(ours.targetOf(i), within(1e-4));
            assertThat(theirs.getLabels().getFloat(i, 0)).isCloseTo((float) back, within(1e-4f));
          }
        }
      }
    }
  }

  private static DataNormalization savedAndRestored(Scaling scaling) throws Exception {
    var bytes = new ByteArrayOutputStream();
    var serializer = NormalizerSerializer.getDefault();
    serializer.write(Objects.requireNonNull(scaling.toNormalizer()), bytes);
    return serializer.restore(new ByteArrayInputStream(bytes.toByteArray()));
  }

  /** Within two units in the last place: ND4J may multiply by a reciprocal instead of dividing. */
  private static void assertSame(INDArray ours, INDArray theirs) {
    assertThat(ours.shape()).isEqualTo(theirs.shape());
    float[] expected = theirs.dup('c').reshape(theirs.length()).toFloatVector();
    float[] actual = ours.dup('c').reshape(ours.length()).toFloatVector();
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(2 * Math.ulp(expected[i])));
    }
  }

  /** Statistics of our own against ND4J's, which fits in single precision. */
  @Test
  void agreesWithNormalizersThatFitThemselves() throws Exception {
    PreparedData raw =
        ShippedDataTest.load("concrete.csv", "compressive_strength", Task.REGRESSION, Scale.NONE);
    for (Scale scale : List.of(Scale.STANDARDIZE, Scale.MIN_MAX)) {
      DataNormalization theirs =
          scale == Scale.STANDARDIZE ? new NormalizerStandardize() : new NormalizerMinMaxScaler();
      theirs.fitLabel(true);
      Scaling ours = Scaling.fit(scale, raw.training(), raw.featureNames(), "concrete.csv");
      try (Batch rows = raw.batches(raw.training(), 2000).inOrder().next()) {
        theirs.fit(rows.toDataSet());
        float[] values = rows.features().dup('c').reshape(rows.features().length()).toFloatVector();
        values = scaled(ours, values);
        theirs.preProcess(rows.toDataSet());
        float[] expected =
            rows.features().dup('c').reshape(rows.features().length()).toFloatVector();
        // Their sums over 720 rows lose up to about 1e-5 in single precision.
        assertThat(values).containsExactly(expected, within(1e-4f));
        assertThat(ours.scaleTarget(rows.targetOf(3)))
            .isCloseTo(rows.labels().getFloat(3, 0), within(1e-4f));
      }
    }
  }

  /** Errors in scaled units are no strengths in megapascals. */
  @Test
  void targetUnitTurnsScaledErrorsIntoOwnUnits() throws Exception {
    var examples =
        new Examples(
            Features.ofFloats(new float[] {1, 2}, 1), Labels.targets(new float[] {10, 30}));
    Scaling scaling = fit(Scale.STANDARDIZE, examples, 0, 1);
    assertThat(scaling.targetUnit()).isEqualTo(10);
    assertThat(scaling.scaleTarget(40)).isEqualTo(2);
    assertThat(scaling.unscaleTarget(2)).isEqualTo(40);
    assertThat(fit(Scale.STANDARDIZE, table(1, 1, 2), 0, 1).targetUnit()).isEqualTo(1);
  }
}
