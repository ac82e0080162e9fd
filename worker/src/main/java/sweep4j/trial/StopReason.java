package sweep4j.trial;

/** Why a trial that ran stopped training. */
public enum StopReason {
  /** It trained for the sweep's full number of epochs. */
  MAX_EPOCHS,
  /** The metric that early stopping watches had not improved for {@code patience} epochs. */
  EARLY_STOPPING,
  /** It had trained for {@code max_minutes}. */
  MAX_MINUTES,
  /** It had not ended after {@code limits.trial_timeout}, or hung. */
  TRIAL_TIMEOUT,
  /** Other trials were better at the same epoch. */
  PRUNER,
  /** Its loss or validation metric became NaN or infinite. */
  NON_FINITE_LOSS
}
