package sweep4j.deploy.sabotage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.nd4j.linalg.activations.Activation;
import sweep4j.trial.CustomParameter;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.model.NetworkFactory;
import sweep4j.worker.model.NetworkRequest;

/** A user's own network that goes wrong in one way for each value of its parameter, or is sound. */
public final class Saboteur implements NetworkFactory {

  private static final int ARRAY = 1 << 24;
  private static final int WIDTH = 16;
  private static final List<String> WAYS =
      List.of("sound", "throws", "nan", "heap", "halts", "hangs", "waits");

  /** Names a file in the environment: until it exists, what waits waits for it. */
  public static final String GATE = "SABOTEUR_GATE";

  private static final CustomParameter WAY =
      CustomParameter.oneOf("way", WAYS, "sound", "what goes wrong");

  @Override
  public List<CustomParameter> parameters() {
    return List.of(WAY);
  }

  @Override
  public NetworkConfiguration configure(NetworkRequest request) {
    String way = request.hyperparameters().text(WAY);
    switch (way) {
      case "throws" -> throw new IllegalStateException("no such network");
      case "heap" -> exhaustHeap();
      case "halts" -> Runtime.getRuntime().halt(3);
      case "hangs" -> hang();
      case "waits" -> awaitGate();
      default -> {
        // Goes on.
      }
    }
    var layer =
        new DenseLayer.Builder()
            .nIn(request.shape().inputs())
            .nOut(WIDTH)
            .activation(Activation.TANH);
    if (way.equals("nan")) {
      layer.weightInit(new WeightInitConstant(Double.NaN));
    }
    return new NetworkConfiguration.Chain(
        request.builder().list().layer(layer.build()).layer(request.outputLayer(WIDTH)).build());
  }

  private static void exhaustHeap() {
    var held = new ArrayList<long[]>();
    while (held.size() < Integer.MAX_VALUE) {
      held.add(new long[ARRAY]);
    }
  }

  /** Not even an interrupt ends it. */
  private static void hang() {
    while (true) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Without a gate, it is as sound as any. */
  private static void awaitGate() {
    String gate = System.getenv(GATE);
    while (gate != null && !Files.exists(Path.of(gate))) {
      LockSupport.parkNanos(10_000_000);
    }
  }
}
