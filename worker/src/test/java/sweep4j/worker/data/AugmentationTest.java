package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Flag;
import sweep4j.trial.ParameterValue.Real;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;

/** What training sees otherwise than it is, and that nothing else does. */
class AugmentationTest {

  private static final ImageShape SHAPE = new ImageShape(8, 8, 1);

  private static Augmentation of(Hyperparameter strength, double value) {
    return Objects.requireNonNull(
        Augmentation.of(with(strength, value), SHAPE), "there is something to do");
  }

  private static Hyperparameters with(Hyperparameter strength, double value) {
    return Hyperparameters.defaults().with(strength, new Real(value));
  }

  /** 40 images of 3 x 2 pixels in 2 classes, a fifth each for validation and test. */
  private static PreparedData images(Task task) throws DataException {
    byte[] pixels = new byte[240];
    new SplittableRandom(1).nextBytes(pixels);
    byte[] labels = new byte[40];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i % 2);
    }
    var files =
        new InMemory()
            .with("images", InMemory.images(40, 3, 2, pixels))
            .with("labels", InMemory.labels(labels));
    return DataLoader.load(InMemory.idx(task, 0.2, 0.2, Scale.MIN_MAX), 1, files);
  }

  private static List<float[]> features(Iterator<Batch> epoch) {
    var all = new ArrayList<float[]>();
    while (epoch.hasNext()) {
      try (Batch batch = epoch.next()) {
        all.add(batch.features().data().asFloat());
      }
    }
    return all;
  }

  private static List<float[]> epoch(MiniBatches batches, int augmentation) {
    return features(batches.shuffled(new SplittableRandom(5), new SplittableRandom(augmentation)));
  }

  @Test
  void noStrengthIsNoWork() {
    assertThat(Augmentation.of(Hyperparameters.defaults(), SHAPE)).isNull();
    assertThat(Augmentation.of(Hyperparameters.defaults(), null)).isNull();
  }

  @ParameterizedTest
  @EnumSource(value = Hyperparameter.class, mode = EnumSource.Mode.MATCH_ANY, names = "AUGMENT_.*")
  void aTableHasNothingToVary(Hyperparameter strength) {
    assertThatThrownBy(() -> Augmentation.of(with(strength, 0.5), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(strength.key() + " needs images, but the data are a table");
  }

  @ParameterizedTest
  @EnumSource(value = Hyperparameter.class, mode = EnumSource.Mode.MATCH_ANY, names = "AUGMENT_.*")
  void variesTrainingByItsOwnStreamAndNothingElse(Hyperparameter strength) throws Exception {
    PreparedData data = images(Task.CLASSIFICATION);
    MiniBatches plain = data.trainingBatches(Hyperparameters.defaults());
    MiniBatches varied = data.trainingBatches(with(strength, 0.5));

    assertThat(epoch(plain, 1).get(0)).isEqualTo(epoch(plain, 2).get(0));
    assertThat(epoch(varied, 1).get(0)).isNotEqualTo(epoch(plain, 1).get(0));
    assertThat(epoch(varied, 1).get(0)).as("the same draws").isEqualTo(epoch(varied, 1).get(0));
    assertThat(epoch(varied, 2).get(0)).as("another epoch").isNotEqualTo(epoch(varied, 1).get(0));
    assertThat(features(data.batches(data.validation(), 8).inOrder()).get(0))
        .isEqualTo(
            features(images(Task.CLASSIFICATION).batches(data.validation(), 8).inOrder()).get(0));
    assertThat(features(data.batches(data.training(), 64).inOrder()).get(0))
        .as("scoring the training split")
        .isEqualTo(features(plain.inOrder()).get(0));
  }

  /** A single bright pixel tells by how much it was moved. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shiftsByUpToItsShareOfTheWidth(long seed) {
    var shape = new ImageShape(1, 100, 1);
    var augmentation =
        Objects.requireNonNull(Augmentation.of(with(Hyperparameter.AUGMENT_SHIFT, 0.2), shape));
    var random = new SplittableRandom(seed);
    var places = new TreeSet<Double>();
    for (int i = 0; i < 4000; i++) {
      float[] image = new float[100];
      Arrays.fill(image, 0, 50, 255);
      augmentation.vary(image, 0, random);
      double height = 0;
      for (float pixel : image) {
        height = Math.max(height, pixel);
      }
      if (height > 0) {
        // The edge between bright and dark, between two pixels' centres.
        double edge = 0;
        for (int x = 30; x < 71; x++) {
          edge += image[x] / height;
        }
        places.add(30 + edge - 50);
      }
    }
    // 20 pixels either way; 4,000 draws come this close to both ends but for a chance of e^-50.
    assertThat(places.first()).isBetween(-20.001, -19.4);
    assertThat(places.last()).isBetween(19.4, 20.001);
  }

  @Test
  void mirrorsWithItsProbability() {
    Augmentation augmentation = of(Hyperparameter.AUGMENT_FLIP, 0.3);
    var random = new SplittableRandom(1);
    int mirrored = 0;
    for (int i = 0; i < 4000; i++) {
      float[] image = new float[64];
      image[0] = 9;
      augmentation.vary(image, 0, random);
      assertThat(image[0] + image[7]).isEqualTo(9);
      mirrored += image[7] == 9 ? 1 : 0;
    }
    // 4,000 draws: a standard deviation of 0.0073, and five of them.
    assertThat(mirrored / 4000.0).isCloseTo(0.3, within(0.037));
  }

  @Test
  void noiseHasItsStandardDeviationAndStaysWithinTheRange() {
    Augmentation augmentation = of(Hyperparameter.AUGMENT_NOISE, 0.1);
    var random = new SplittableRandom(1);
    double[] grey = new double[64_000];
    for (int i = 0; i < 1000; i++) {
      float[] image = new float[64];
      Arrays.fill(image, 127);
      augmentation.vary(image, 0, random);
      for (int k = 0; k < 64; k++) {
        grey[64 * i + k] = image[k];
      }
      float[] black = new float[64];
      augmentation.vary(black, 0, random);
      for (float pixel : black) {
        assertThat(pixel).isBetween(0f, 255f);
      }
    }
    // 64,000 draws: a relative standard error of 0.0028, and five of them; ends are five away.
    assertThat(new StandardDeviation().evaluate(grey)).isCloseTo(25.5, within(0.36));
  }

  @Test
  void brightnessAndContrastByHand() {
    float[] image = {0, 100, 200};
    new Light(0.5, 0.2, 0).apply(image, 0, 3, new SplittableRandom(1));
    // Mean 100; halved distance; 51 brighter.
    assertThat(image).containsExactly(101, 151, 201);
    new Light(1, -0.5, 0).apply(image, 1, 1, new SplittableRandom(1));
    assertThat(image).containsExactly(101, 23.5f, 201);
    new Light(1, -0.5, 0).apply(image, 1, 1, new SplittableRandom(1));
    assertThat(image[1]).isZero();
  }

  @Test
  void smoothedLabelsSumToOneAndAreForTrainingOnly() throws DataException {
    PreparedData data = images(Task.CLASSIFICATION);
    var smooth = with(Hyperparameter.LABEL_SMOOTHING, 0.2);
    try (Batch batch =
            data.trainingBatches(smooth)
                .shuffled(new SplittableRandom(1), new SplittableRandom(1))
                .next();
        Batch validation = data.batches(data.validation(), 8).inOrder().next()) {
      for (int i = 0; i < batch.size(); i++) {
        int right = batch.classOf(i);
        assertThat(batch.labels().getFloat(i, right)).isEqualTo(0.9f);
        assertThat(batch.labels().getFloat(i, 1 - right)).isEqualTo(0.1f);
      }
      assertThat(validation.labels().maxNumber().doubleValue()).isEqualTo(1);
    }
    PreparedData numbers = images(Task.REGRESSION);
    assertThatThrownBy(() -> numbers.trainingBatches(smooth))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label_smoothing needs classes, but this is a regression");
  }

  /** Deeplearning4j's batch normalization throws on one row: a trial would fail for its rest. */
  @Test
  void aRestOfOneRowIsLeftOutUnderBatchNormalization() throws DataException {
    PreparedData data = images(Task.CLASSIFICATION);
    int rows = data.training().size();
    for (int size = 2; size <= rows; size++) {
      var h = Hyperparameters.defaults().with(Hyperparameter.BATCH_SIZE, new Whole(size));
      var plain = data.trainingBatches(h);
      var normalized = data.trainingBatches(h.with(Hyperparameter.BATCH_NORM, new Flag(true)));
      assertThat(epoch(plain, 1)).hasSize(plain.perEpoch());
      assertThat(epoch(normalized, 1)).hasSize(normalized.perEpoch());
      assertThat(normalized.perEpoch()).isEqualTo(plain.perEpoch() - (rows % size == 1 ? 1 : 0));
    }
  }
}
