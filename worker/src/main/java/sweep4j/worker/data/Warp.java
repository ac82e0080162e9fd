package sweep4j.worker.data;

/**
 * Moves the content of an image: mirrors it left to right, magnifies and turns it about the image's
 * centre, then shifts it. What comes from outside is background, 0.
 *
 * @param mirrored whether it is mirrored
 * @param zoom factor of magnification, above 0
 * @param radians angle, positive clockwise
 * @param right shift in pixels, also parts of one
 * @param down shift in pixels, also parts of one
 */
record Warp(boolean mirrored, double zoom, double radians, double right, double down) {

  static final Warp IDENTITY = new Warp(false, 1.0, 0.0, 0.0, 0.0);

  /**
   * Fills {@code to} with the moved content of {@code from}, by bilinear interpolation. Where a
   * pixel's origin is a pixel, that pixel is copied exactly.
   *
   * @param to one image; not {@code from}
   */
  void apply(ImageShape shape, float[] from, int offset, float[] to) {
    double cosine = Math.cos(radians) / zoom;
    double sine = Math.sin(radians) / zoom;
    double centreX = (shape.width() - 1) / 2.0;
    double centreY = (shape.height() - 1) / 2.0;
    int plane = shape.width() * shape.height();
    for (int i = 0; i < to.length; i++) {
      double x = i % shape.width() - centreX - right;
      int row = i % plane / shape.width();
      double y = row - centreY - down;
      double sourceX = cosine * x + sine * y;
      double sourceY = cosine * y - sine * x;
      to[i] =
          at(
              shape,
              from,
              offset + i / plane * plane,
              (mirrored ? -sourceX : sourceX) + centreX,
              sourceY + centreY);
    }
  }

  /** The value between the four pixels around a point of the channel that begins at a place. */
  private static float at(ImageShape shape, float[] from, int channel, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double toRight = x - left;
    double toBottom = y - top;
    double above =
        (1 - toRight) * pixel(shape, from, channel, left, top)
            + toRight * pixel(shape, from, channel, left + 1, top);
    double below =
        (1 - toRight) * pixel(shape, from, channel, left, top + 1)
            + toRight * pixel(shape, from, channel, left + 1, top + 1);
    return (float) ((1 - toBottom) * above + toBottom * below);
  }

  private static float pixel(ImageShape shape, float[] from, int channel, int x, int y) {
    boolean inside = x >= 0 && x < shape.width() && y >= 0 && y < shape.height();
    return inside ? from[channel + y * shape.width() + x] : 0f;
  }
}
