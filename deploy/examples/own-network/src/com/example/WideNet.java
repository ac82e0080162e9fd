package com.example;

import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.Activation;
import sweep4j.trial.CustomParameter;
import sweep4j.trial.Hyperparameter;
import sweep4j.worker.model.NetworkConfiguration;
import sweep4j.worker.model.NetworkFactory;
import sweep4j.worker.model.NetworkRequest;

/**
 * Blocks of one width, each with a path around it, so that deep networks train too. In a gated
 * block a sigmoid layer says how much of each of the block's outputs goes through.
 */
public final class WideNet implements NetworkFactory {

  private static final CustomParameter WIDTH =
      CustomParameter.whole("width", 1, 1024, 32, "width of all layers");
  private static final CustomParameter DEPTH =
      CustomParameter.whole("depth", 1, 8, 2, "how many blocks");
  private static final CustomParameter BLOCK =
      CustomParameter.oneOf("block", List.of("plain", "gated"), "plain", "kind of each block");

  @Override
  public List<CustomParameter> parameters() {
    return List.of(WIDTH, DEPTH, BLOCK);
  }

  @Override
  public Set<Hyperparameter> uses() {
    return Set.of(Hyperparameter.DROPOUT);
  }

  @Override
  public NetworkConfiguration configure(NetworkRequest request) {
    int width = request.hyperparameters().whole(WIDTH);
    boolean gated = request.hyperparameters().text(BLOCK).equals("gated");
    GraphBuilder graph = request.builder().graphBuilder().addInputs("in");
    var first = new DenseLayer.Builder().nIn(request.shape().inputs()).nOut(width);
    graph.addLayer("first", request.weighted(first.activation(Activation.RELU)).build(), "in");
    String last = "first";
    for (int i = 0; i < request.hyperparameters().whole(DEPTH); i++) {
      last = addBlock(request, graph, "block" + i, gated, width, last);
    }
    graph.addLayer("out", request.outputLayer(width), last).setOutputs("out");
    return new NetworkConfiguration.Graph(graph.build());
  }

  /** Adds a block behind the layer or vertex {@code from}, and returns the name of its end. */
  private static String addBlock(
      NetworkRequest request,
      GraphBuilder graph,
      String name,
      boolean gated,
      int width,
      String from) {
    graph.addLayer(name, dense(request, width, Activation.RELU), from);
    String through = name;
    if (gated) {
      graph.addLayer(name + "-gate", dense(request, width, Activation.SIGMOID), from);
      through = name + "-gated";
      graph.addVertex(through, new ElementWiseVertex(Op.Product), name, name + "-gate");
    }
    graph.addVertex(name + "-end", new ElementWiseVertex(Op.Add), through, from);
    return name + "-end";
  }

  private static DenseLayer dense(NetworkRequest request, int width, Activation activation) {
    var layer = new DenseLayer.Builder().nIn(width).nOut(width).activation(activation);
    return request.weighted(request.dropping(layer)).build();
  }
}
