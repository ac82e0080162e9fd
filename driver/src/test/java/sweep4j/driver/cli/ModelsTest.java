package sweep4j.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Prevents a sweep that starts, and of which every trial fails for the same reason. */
class ModelsTest {

  @TempDir private Path folder;

  private Terminal validate(String model, String... sets) throws IOException {
    Files.write(folder.resolve("images"), images());
    Files.write(folder.resolve("labels"), labels());
    Path sweep = folder.resolve("sweep.yaml");
    Files.writeString(
        sweep,
        """
        data: {format: idx, images: images, labels: labels}
        model: %s
        search: {method: random, max_trials: 2}
        parameters:
          learning_rate: {values: [0.1, 0.2]}
        """
            .formatted(model));
    var arguments = new String[2 + 2 * sets.length];
    arguments[0] = "validate";
    arguments[1] = sweep.toString();
    for (int i = 0; i < sets.length; i++) {
      arguments[2 + 2 * i] = "--set";
      arguments[3 + 2 * i] = sets[i];
    }
    return Terminal.run(arguments);
  }

  /** 30 images of 6 x 6 pixels. */
  private static byte[] images() {
    var images = ByteBuffer.allocate(16 + 30 * 36);
    images.putInt(2051).putInt(30).putInt(6).putInt(6);
    for (int i = 0; i < 30 * 36; i++) {
      images.put((byte) (i * 37));
    }
    return images.array();
  }

  private static byte[] labels() {
    var labels = ByteBuffer.allocate(8 + 30).putInt(2049).putInt(30);
    for (int i = 0; i < 30; i++) {
      labels.put((byte) (i % 2));
    }
    return labels.array();
  }

  private static String description(int inputs) {
    return new NeuralNetConfiguration.Builder()
        .list()
        .layer(new DenseLayer.Builder().nIn(inputs).nOut(4).activation(Activation.TANH).build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nIn(4)
                .nOut(2)
                .build())
        .build()
        .toJson();
  }

  @Test
  void anImageThatIsTooSmallIsSaidWithItsBlock() throws IOException {
    assertThat(validate("{type: cnn, filters: [4, 4]}").status()).isEqualTo(ExitStatus.SUCCESS);
    Terminal terminal = validate("{type: cnn, filters: [4, 4, 4]}");
    assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(terminal.err())
        .startsWith(
            "model: block 3 of filters has 1 x 1 pixels left of 6 x 6, too few for a pool_size of 2:");
  }

  @Test
  void oneSizeTooLargeAmongThoseSearchedIsFound() throws IOException {
    Terminal terminal =
        validate("{type: cnn, filters: [4, 4]}", "parameters.pool_size={values: [1, 2, 3]}");
    assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(terminal.err()).contains("block 2 of filters has 2 x 2 pixels left of 6 x 6");
  }

  @Test
  void theSummarySaysWhatASweepTouches() throws IOException {
    Files.writeString(folder.resolve("net.json"), description(36));
    Terminal terminal = validate("{type: dl4j, configuration: net.json}", "model.dropout=0.25");
    assertThat(terminal.status()).as(terminal.err()).isEqualTo(ExitStatus.SUCCESS);
    assertThat(terminal.out().lines())
        .contains("network: dropout: layers 1", "network: learning_rate: layers 0, 1");
  }

  @Test
  void aNetworkForOtherDataIsRefused() throws IOException {
    Files.writeString(folder.resolve("net.json"), description(35));
    Terminal terminal = validate("{type: dl4j, configuration: net.json}");
    assertThat(terminal.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(terminal.err())
        .contains("this network takes 35 inputs (layer 0), but the data have 36");
  }
}
