package sweep4j.driver.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.factory.Nd4j;

/** What the README tells users to do with an ensemble, with Deeplearning4j and Jackson alone. */
final class LoadEnsemble {

  private LoadEnsemble() {}

  static INDArray answer(Path run, INDArray features) throws IOException {
    // README begin
    File folder = new File(run.toFile(), "ensemble");
    JsonNode json = new ObjectMapper().readTree(new File(folder, "ensemble.json"));
    INDArray answer = Nd4j.zeros(features.rows(), Math.max(1, json.get("classes").size()));
    for (JsonNode member : json.at("/ensembles/greedy/members")) {
      File file = new File(folder, member.get("model").asText());
      MultiLayerNetwork network = MultiLayerNetwork.load(file, false);
      DataNormalization scaler = ModelSerializer.restoreNormalizerFromFile(file);
      INDArray inputs = features.dup(); // rows as in the file
      scaler.transform(inputs); // there is no scaler with scale: none
      INDArray output = network.output(inputs);
      scaler.revertLabels(output); // a regression's predictions; leaves probabilities as they are
      answer.addi(output.mul(member.get("weight").asDouble()));
    }
    // README end
    return answer;
  }
}
