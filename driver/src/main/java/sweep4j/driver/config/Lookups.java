package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;

/**
 * Where a reader looks up what a sweep file names besides its data.
 *
 * @param files reads descriptions of networks
 * @param networks asks the classes of users' own networks what they declare; null to believe what
 *     the file says of them, as one does that {@link SweepFileWriter} has written
 */
public record Lookups(TextFiles files, @Nullable DeclaredNetworks networks) {

  /** For those to whom the sweep's network does not matter: nothing is looked up. */
  public static Lookups none() {
    return new Lookups(TextFiles.unread(), null);
  }
}
