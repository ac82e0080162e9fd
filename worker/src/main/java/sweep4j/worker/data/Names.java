package sweep4j.worker.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Names of classes, or the categories of a column, as they turn up in files: numbered as they come,
 * and put in order at the end. They are looked up by their bytes, so that a name costs memory once
 * and not in every row.
 */
final class Names {
  private final List<String> names = new ArrayList<>();
  private byte[][] bytes = new byte[16][];

  /** Open addressing: a number + 1, or 0 for a free place. At most half of the places are taken. */
  private int[] table = new int[32];

  /** The names that are known from the start, numbered in this order. */
  static Names of(List<String> known) {
    var names = new Names();
    known.forEach(names::id);
    return names;
  }

  int size() {
    return names.size();
  }

  /** All names, each at the place of its number. */
  List<String> inOrderOfSight() {
    return List.copyOf(names);
  }

  /** The number of {@code name}; another one if it was not seen before. */
  int id(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    try {
      return id(utf8, 0, utf8.length);
    } catch (CharacterCodingException e) {
      throw new AssertionError("a text's own bytes are valid", e);
    }
  }

  /**
   * The number of the name in UTF-8 from {@code start} to before {@code end}.
   *
   * @throws CharacterCodingException if these bytes are no UTF-8
   */
  int id(byte[] from, int start, int end) throws CharacterCodingException {
    int place = place(from, start, end);
    if (table[place] != 0) {
      return table[place] - 1;
    }
    String name =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(from, start, end - start))
            .toString();
    int id = names.size();
    names.add(name);
    if (id == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * id);
    }
    bytes[id] = Arrays.copyOfRange(from, start, end);
    table[place] = id + 1;
    if (2 * names.size() > table.length) {
      rehash();
    }
    return id;
  }

  private int place(byte[] from, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + from[i];
    }
    // Spreads the high bits down, as only the low ones choose a place.
    int place = (hash ^ hash >>> 15) & (table.length - 1);
    while (table[place] != 0) {
      byte[] known = bytes[table[place] - 1];
      if (Arrays.equals(known, 0, known.length, from, start, end)) {
        return place;
      }
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private void rehash() {
    table = new int[2 * table.length];
    for (int id = 0; id < names.size(); id++) {
      table[place(bytes[id], 0, bytes[id].length)] = id + 1;
    }
  }

  /**
   * All names: by their values if all are numbers, else by text.
   *
   * @param place where they stand, as an error message begins
   * @throws DataException if one number is there in two ways
   */
  List<String> sorted(String place) throws DataException {
    var sorted = new ArrayList<>(names);
    if (names.stream().anyMatch(name -> Float.isNaN(Numbers.parse(name)))) {
      sorted.sort(Comparator.naturalOrder());
      return sorted;
    }
    sorted.sort(
        Comparator.<String>comparingDouble(Double::parseDouble)
            .thenComparing(Comparator.naturalOrder()));
    for (int i = 1; i < sorted.size(); i++) {
      String one = sorted.get(i - 1);
      String other = sorted.get(i);
      if (Double.parseDouble(one) == Double.parseDouble(other)) {
        throw new DataException(
            "%s: %s and %s are one number written in two ways, but would be two classes. Write it in one way."
                .formatted(place, Quote.text(one), Quote.text(other)));
      }
    }
    return sorted;
  }

  /** For each number that {@link #id} gave, the name's place in {@code sorted}. */
  int[] places(List<String> sorted) {
    int[] places = new int[names.size()];
    for (int place = 0; place < places.length; place++) {
      places[id(sorted.get(place))] = place;
    }
    return places;
  }
}
