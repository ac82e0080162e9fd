package sweep4j.trial;

import java.io.Serializable;

/**
 * What a trial has to itself while it trains, besides a core. It has no part in what a trial's
 * result is.
 *
 * @param gpu 1: a GPU; 0: none; else the share of one GPU, from {@value #LEAST_SHARE} to {@value
 *     #LARGEST_SHARE}, of which as many trials as fit train side by side
 */
public record Resources(double gpu) implements Serializable {

  /** What {@code gpu} must be, fit to follow "must be". */
  public static final String GPU_RULE =
      "0, 1, or a share of one GPU from 0.001 to 0.5 (a trial trains on one GPU at most)";

  /** Beyond any use, and far from where counts overflow. */
  public static final double LEAST_SHARE = 0.001;

  /** As Spark has it: a larger one leaves no room for another. */
  public static final double LARGEST_SHARE = 0.5;

  private static final Resources NONE = new Resources(0);

  public Resources {
    if (!isGpu(gpu)) {
      throw new IllegalArgumentException("gpu must be " + GPU_RULE + ", but got " + gpu);
    }
  }

  /** For trials that train on processors. */
  public static Resources none() {
    return NONE;
  }

  /** Whether {@code gpu} follows the rule. */
  public static boolean isGpu(double gpu) {
    return gpu == 0 || gpu == 1 || (gpu >= LEAST_SHARE && gpu <= LARGEST_SHARE);
  }

  /** Whether trials are to train on GPUs. */
  public boolean wantsGpu() {
    return gpu > 0;
  }

  /** How many trials train side by side on one GPU, as Spark counts them. */
  public int trialsPerGpu() {
    if (!wantsGpu()) {
      throw new IllegalStateException("these trials want no GPU");
    }
    return (int) Math.floor(1 / gpu);
  }
}
