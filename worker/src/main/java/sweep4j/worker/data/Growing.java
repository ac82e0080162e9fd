package sweep4j.worker.data;

import java.util.Arrays;

/** Arrays that grow while a file of unknown length is read. */
final class Growing {
  /** Some virtual machines cannot allocate the last few lengths that an int can name. */
  static final int LONGEST = Integer.MAX_VALUE - 16;

  /**
   * The most bytes of one row of text. Far above any that is meant, far below what a packed file of
   * a few kilobytes could fill the memory with before its first row ends.
   */
  static final int LONGEST_ROW = 1 << 26;

  private Growing() {}

  static final class Floats {
    private float[] values = new float[1024];
    private int size;

    /** Whether {@code more} values can still be added. */
    boolean hasRoom(int more) {
      return size <= LONGEST - more;
    }

    void add(float value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, grown(size));
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    float[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }

  static final class Ints {
    private int[] values = new int[1024];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, grown(size));
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }

  static int grown(int length) {
    return (int) Math.min(LONGEST, length + (long) (length >> 1));
  }
}
