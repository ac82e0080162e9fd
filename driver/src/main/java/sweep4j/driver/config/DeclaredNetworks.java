package sweep4j.driver.config;

import sweep4j.trial.OwnNetwork;

/** What the network factories declare that a sweep file names. */
@FunctionalInterface
public interface DeclaredNetworks {

  /**
   * The network that the class {@code factory} builds.
   *
   * @throws IllegalArgumentException if that cannot be told, in words for the user
   */
  OwnNetwork of(String factory);
}
