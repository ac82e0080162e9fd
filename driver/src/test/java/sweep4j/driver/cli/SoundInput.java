package sweep4j.driver.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small sweeps without a fault, one for each format of data and kind of network, to be spoiled. */
final class SoundInput {

  /** By the name of a base, what {@link Made} makes beside its sweep file. */
  private static final Map<String, List<List<String>>> DATA =
      Map.of(
          "csv", List.of(List.of("table.csv", "table")),
          "libsvm", List.of(List.of("rows.libsvm", "libsvm")),
          "idx",
              List.of(
                  List.of("images.idx", "idx", "2051", "40", "4", "4", "640", "256"),
                  List.of("labels.idx", "idx", "2049", "40", "40", "2")),
          "parquet", List.of(List.of("table.parquet", "parquet", "sound")),
          "images", List.of(List.of("images", "images")),
          "dl4j",
              List.of(List.of("table.csv", "table"), List.of("net.json", "description", "2", "2")),
          "class", List.of(List.of("table.csv", "table")),
          "learning", List.of(List.of("table.csv", "table"), List.of("earlier", "run")));

  private SoundInput() {}

  static List<String> bases() {
    return DATA.keySet().stream().sorted().toList();
  }

  /** Puts a sweep and its data into {@code folder}. */
  static void make(String base, Path folder) throws IOException {
    Files.copy(
        BadCases.folder().resolve("sound").resolve(base + ".yaml"), folder.resolve(BadCase.SWEEP));
    for (List<String> each : DATA.getOrDefault(base, List.of())) {
      Made.make(
          each.get(1),
          folder.resolve(each.get(0)),
          each.subList(2, each.size()).toArray(String[]::new));
    }
  }
}
