package sweep4j.worker.model;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * Builds a graph from its input on, each vertex upon the one on top unless told otherwise. Vertices
 * are named by their number and their part: {@code 3-convolution}.
 */
final class GraphStack implements LayerStack {
  static final String INPUT = "input";

  private final GraphBuilder graph;
  private String top = INPUT;
  private int vertices;

  /** A stack with nothing but the input of {@code graph}. */
  GraphStack(GraphBuilder graph) {
    this.graph = graph.addInputs(INPUT);
  }

  /** The name of what is on top. */
  String top() {
    return top;
  }

  /** Goes on from {@code vertex}, beside what was put upon it before. */
  void goOnFrom(String vertex) {
    top = vertex;
  }

  @Override
  public void layer(Layer layer) {
    String name = name(layer.getClass().getSimpleName().replaceFirst("(?<=.)Layer$", ""));
    graph.addLayer(name, layer, top);
    top = name;
  }

  /** Puts the sum of what is on top and {@code other} on top. */
  void add(String other) {
    String name = name("Sum");
    graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), other, top);
    top = name;
  }

  /**
   * Puts a copy of what is on top on top. Deeplearning4j's activation layer works in place when it
   * does not train, also on what another vertex still needs.
   */
  void copy() {
    String name = name("Copy");
    graph.addVertex(name, new ScaleVertex(1.0), top);
    top = name;
  }

  /** Declares what is on top as what the network gives. */
  void endAsOutput() {
    graph.setOutputs(top);
  }

  private String name(String part) {
    return vertices++ + "-" + part;
  }
}
