package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sweep4j.trial.DataSource;
import sweep4j.trial.TableColumns;

/** Prevents that a row is read twice, is lost, or changes its place with the machine. */
class SeveralFilesTest {
  private static final String ONE = "a,b,y\n1,2,p\n3,4,q\n5,6,p\n";
  private static final String TWO = "y,b,a\nq,8,7\np,10,9\nq,12,11\n";
  private static final String BOTH = "a,b,y\n1,2,p\n3,4,q\n5,6,p\n7,8,q\n9,10,p\n11,12,q\n";

  private static DataSource.Csv csv(String... locations) {
    return Tables.csv(TableColumns.NUMBERS, locations);
  }

  /** The columns of the second file are matched by name. */
  @Test
  void filesAreReadAsOneTable() throws Exception {
    var files = new InMemory().with("1", ONE).with("2", TWO).with("both", BOTH);
    PreparedData several = Tables.load(csv("1", "2"), files);
    assertThat(several.contentHash()).isEqualTo(Tables.load(csv("both"), files).contentHash());
    assertThat(Tables.row(several.training(), 5)).containsExactly(11, 12);
    assertThat(Tables.load(csv("2", "1"), files).contentHash()).isNotEqualTo(several.contentHash());
  }

  @Test
  void aFolderStandsForItsFilesByName() throws Exception {
    var files =
        new InMemory()
            .with("d/part-0.csv", ONE)
            .with("d/part-1.csv", InMemory.gzip(TWO.getBytes(StandardCharsets.UTF_8)))
            .with("d/_SUCCESS", "")
            .with("d/.part-0.csv.crc", "x")
            .with("both", BOTH);
    assertThat(Tables.load(csv("d"), files).contentHash())
        .isEqualTo(Tables.load(csv("both"), files).contentHash());
    PreparedData own = Tables.load(csv("both"), csv("d"), files);
    assertThat(own.validation().size()).isEqualTo(6);
  }

  @Test
  void aFolderOfThisMachine(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("b.csv"), TWO);
    Files.writeString(folder.resolve("a.csv"), ONE);
    Files.writeString(folder.resolve("_SUCCESS"), "");
    PreparedData read = Tables.load(csv(folder.toString()), SourceOpener.local());
    assertThat(Tables.row(read.training(), 0)).containsExactly(1, 2);
    assertThat(read.training().examples().rows()).isEqualTo(6);
    PreparedData byUri = Tables.load(csv(folder.toUri().toString()), SourceOpener.local());
    assertThat(byUri.contentHash()).isEqualTo(read.contentHash());
  }

  @Test
  void refusesFilesThatDisagree() {
    var files = new InMemory().with("1", ONE).with("2", "a,c,y\n1,2,p\n");
    assertThatThrownBy(() -> Tables.load(csv("1", "2"), files))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "2: its columns must be those of 1, in any order, but it lacks \"b\" and it also has"
                + " \"c\".");
  }

  @Test
  void namesTheFileOfABadCell() {
    var files = new InMemory().with("1", ONE).with("2", "b,a,y\n1,2,p\n1,x,p\n");
    assertThatThrownBy(() -> Tables.load(csv("1", "2"), files))
        .hasMessageStartingWith("2: row 2 (line 3), column \"a\": \"x\" is not a number.");
  }

  @Test
  void refusesFoldersWithoutFilesOrWithFolders() {
    var nested = new InMemory().with("d/x=1/a.csv", ONE).with("d/b.csv", ONE);
    assertThatThrownBy(() -> Tables.load(csv("d"), nested))
        .hasMessage(
            "d: the folder \"x=1\" lies in it, but only files are read. Move it away, or list the"
                + " files or folders to read.");
    assertThatThrownBy(() -> Tables.load(csv("d"), new InMemory().with("d/_SUCCESS", "")))
        .hasMessage(
            "d: no data file lies in this folder (names that begin with . or _ do not count)."
                + " Check the path.");
  }
}
