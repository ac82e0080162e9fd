package sweep4j.worker.quick;

import java.util.Arrays;

/**
 * The geometry of a convolution with stride 1, and its patches: the matrix whose product with the
 * filters is the convolution.
 *
 * <p>Images are padded with zeros first. Then what one weight of a filter sees, over all positions
 * of the filter, is a single piece of the padded plane, if the rows of the result are as long as
 * those of the padded plane. So the matrix is made by one copy for each weight, and its columns at
 * the end of each row, where a filter would stand over the edge, count for nothing.
 *
 * @param channels of the images
 * @param height of an image, and {@code width}: in pixels
 * @param kernelHeight of a filter, and {@code kernelWidth}: in pixels
 * @param top rows of zeros above an image, and {@code left} columns before it
 * @param paddedHeight rows with those above and below, and {@code paddedWidth} columns
 */
record Planes(
    int channels,
    int height,
    int width,
    int kernelHeight,
    int kernelWidth,
    int top,
    int left,
    int paddedHeight,
    int paddedWidth) {

  int outputHeight() {
    return paddedHeight - kernelHeight + 1;
  }

  int outputWidth() {
    return paddedWidth - kernelWidth + 1;
  }

  /** Values of an image. */
  int imageLength() {
    return channels * height * width;
  }

  /** Values of one plane of the result. */
  int outputLength() {
    return outputHeight() * outputWidth();
  }

  /** Rows of the matrix of patches, which is the number of weights of a filter. */
  int patchRows() {
    return channels * kernelHeight * kernelWidth;
  }

  /** Columns of the matrix of patches, those that count for nothing among them. */
  int patchColumns() {
    return outputHeight() * paddedWidth;
  }

  /** Room for a padded image: the last piece reaches a little beyond it. */
  float[] padded() {
    return new float[channels * paddedHeight * paddedWidth + kernelWidth];
  }

  /** Puts an image between its zeros, which are there. */
  void pad(float[] image, float[] padded) {
    for (int row = 0; row < channels * height; row++) {
      System.arraycopy(image, row * width, padded, paddedRow(row), width);
    }
  }

  /** The image between its zeros. */
  void unpad(float[] padded, float[] image) {
    for (int row = 0; row < channels * height; row++) {
      System.arraycopy(padded, paddedRow(row), image, row * width, width);
    }
  }

  private int paddedRow(int row) {
    return (row / height * paddedHeight + row % height + top) * paddedWidth + left;
  }

  /** The patches of a padded image, of [{@link #patchRows}, {@link #patchColumns}]. */
  void patches(float[] padded, float[] patches) {
    int columns = patchColumns();
    for (int row = 0; row < patchRows(); row++) {
      System.arraycopy(padded, piece(row), patches, row * columns, columns);
    }
  }

  /** Adds each value of a matrix of patches to where it comes from, in a padded image of zeros. */
  void collect(float[] patches, float[] padded) {
    Arrays.fill(padded, 0);
    int columns = patchColumns();
    for (int row = 0; row < patchRows(); row++) {
      add(patches, row * columns, padded, piece(row), columns);
    }
  }

  private static void add(float[] from, int fromStart, float[] to, int toStart, int count) {
    for (int i = 0; i < count; i++) {
      to[toStart + i] += from[fromStart + i];
    }
  }

  /** Where in a padded image the piece of a row of the patches begins. */
  private int piece(int row) {
    int weight = row % (kernelHeight * kernelWidth);
    int plane = row / (kernelHeight * kernelWidth) * paddedHeight;
    return (plane + weight / kernelWidth) * paddedWidth + weight % kernelWidth;
  }
}
