package sweep4j.worker.device;

/** A process that is to compute on GPUs cannot; the message is for the user. */
public final class NoGpuException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NoGpuException(String message) {
    super(message);
  }

  /** The same, for another thread that is told of it. */
  NoGpuException(NoGpuException cause) {
    super(cause.getMessage(), cause);
  }
}
