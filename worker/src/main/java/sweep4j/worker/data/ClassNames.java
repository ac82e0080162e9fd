package sweep4j.worker.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Class names as they turn up in a file, numbered as they come and put in order at the end. */
final class ClassNames {
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /** The number of {@code name}; a new one if it was not seen before. */
  int id(String name) {
    Integer known = ids.get(name);
    if (known != null) {
      return known;
    }
    ids.put(name, names.size());
    names.add(name);
    return names.size() - 1;
  }

  /** All names: by their values if all are numbers, else by text. */
  List<String> sorted() {
    var sorted = new ArrayList<>(names);
    sorted.sort(
        numeric()
            ? Comparator.<String>comparingDouble(Double::parseDouble)
                .thenComparing(Comparator.naturalOrder())
            : Comparator.naturalOrder());
    return sorted;
  }

  boolean numeric() {
    return names.stream().noneMatch(name -> Float.isNaN(Numbers.parse(name)));
  }

  /** For each number that {@link #id} gave, the name's place in {@link #sorted}. */
  int[] places() {
    List<String> sorted = sorted();
    int[] places = new int[names.size()];
    for (int place = 0; place < places.length; place++) {
      places[id(sorted.get(place))] = place;
    }
    return places;
  }
}
