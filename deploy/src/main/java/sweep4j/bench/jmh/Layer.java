package sweep4j.bench.jmh;

/**
 * The matrix of weights that a layer multiplies by.
 *
 * @param places how many rows of its input an example has: 1, or a convolution's positions
 * @param inputs rows of the matrix
 * @param outputs columns of the matrix
 */
record Layer(int places, int inputs, int outputs) {
  Layer {
    if (places < 1 || inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "a layer's sizes must be at least 1, but got %d, %d and %d"
              .formatted(places, inputs, outputs));
    }
  }
}
