package sweep4j.driver.config;

import java.util.Comparator;

/**
 * Where something is written. Places sort in reading order: the file from top to bottom, then the
 * overrides in the order of the command line.
 *
 * @param origin the text
 * @param line line in it, from 1; 0 for the text as a whole
 * @param column column in the line, from 1; 0 for the text as a whole
 */
public record Place(Origin origin, int line, int column) implements Comparable<Place> {

  private static final Comparator<Place> READING_ORDER =
      Comparator.comparingInt((Place place) -> place.origin.number())
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  @Override
  public int compareTo(Place other) {
    return READING_ORDER.compare(this, other);
  }

  /** This place as a part of a sentence about another place. */
  String inWords() {
    return line > 0 ? "line " + line : origin.name();
  }

  @Override
  public String toString() {
    return line > 0 ? origin.name() + ":" + line : origin.name();
  }
}
