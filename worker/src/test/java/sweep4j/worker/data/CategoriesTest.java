package sweep4j.worker.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.factory.Nd4j;
import sweep4j.trial.DataSource;
import sweep4j.trial.Missing;
import sweep4j.trial.Scale;
import sweep4j.trial.TableColumns;
import sweep4j.trial.Task;

/** Prevents that a category reaches the network as another one, or as a number. */
class CategoriesTest {
  private static final String TABLE =
      """
      town,a,size,y
      Ulm,1,10,p
      Bonn,2,9,q
      Ulm,3,9,p
      Aalen,4,10,q
      Bonn,5,10,p
      "Bad ""X""\",6,9,q
      """;
  private static final DataSource.Csv SOURCE =
      Tables.csv(Tables.categorical(Missing.ERROR, "size", "town"), "t.csv");

  private static PreparedData load(Scale scale) throws DataException {
    return DataLoader.load(
        InMemory.settings(SOURCE, Task.CLASSIFICATION, 0.3, 0.3, scale),
        1,
        new InMemory().with("t.csv", TABLE));
  }

  @Test
  void eachLevelIsAnInputInOrder() throws Exception {
    PreparedData data = load(Scale.NONE);
    assertThat(data.featureNames())
        .containsExactly(
            "town=Aalen", "town=Bad \"X\"", "town=Bonn", "town=Ulm", "a", "size=9", "size=10");
    assertThat(Tables.row(data.training(), 0)).containsExactly(0, 0, 0, 1, 1, 0, 1);
    assertThat(Tables.row(data.training(), 1)).containsExactly(0, 0, 1, 0, 2, 1, 0);
    assertThat(Tables.row(data.training(), 5)).containsExactly(0, 1, 0, 0, 6, 1, 0);
  }

  /** What a batch holds, and what the saved normalizer makes of the same row. */
  @ParameterizedTest
  @EnumSource(value = Scale.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void indicatorsAreNotScaled(Scale scale) throws Exception {
    PreparedData data = load(scale);
    float[] raw = Tables.row(data.training(), 0);
    float[] scaled = raw.clone();
    data.scaling().apply(scaled);
    DataNormalization normalizer = data.scaling().toNormalizer();
    assertThat(normalizer).isNotNull();
    var array = Nd4j.createFromArray(new float[][] {raw});
    normalizer.transform(array);
    for (int column = 0; column < raw.length; column++) {
      if (column == 4) {
        assertThat(scaled[column]).isNotEqualTo(raw[column]);
      } else {
        assertThat(scaled[column]).isEqualTo(raw[column]);
      }
      assertThat(array.getFloat(0, column)).isEqualTo(scaled[column]);
    }
  }

  /** Codes are given by order, so the rows of another file must get the same ones. */
  @Test
  void ownFilesUseTheLevelsOfTheTrainingData() throws Exception {
    var files =
        new InMemory()
            .with("t.csv", TABLE)
            .with("v.csv", "size,y,a,town\n9,p,7,Ulm\n10,q,8,Bonn\n");
    PreparedData data = Tables.load(SOURCE, Tables.csv(SOURCE.columns(), "v.csv"), files);
    assertThat(Tables.row(data.validation(), 0)).containsExactly(0, 0, 0, 1, 7, 1, 0);
    assertThat(Tables.row(data.validation(), 1)).containsExactly(0, 0, 1, 0, 8, 0, 1);
  }

  @Test
  void refusesALevelThatTheTrainingDataLack() {
    var files = new InMemory().with("t.csv", TABLE).with("v.csv", "town,a,size,y\nRom,1,9,p\n");
    assertThatThrownBy(() -> Tables.load(SOURCE, Tables.csv(SOURCE.columns(), "v.csv"), files))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "v.csv: row 1 (line 2), column \"town\": category \"Rom\" is not in the training data,"
                + " whose categories are \"Aalen\", \"Bad \"X\"\", \"Bonn\", \"Ulm\". Correct it,"
                + " or add a training example with it.");
  }

  /** A listed name that is misspelt would be read as numbers, or not be left out. */
  @Test
  void refusesColumnsThatAreNotThere() {
    var files = new InMemory().with("t.csv", TABLE);
    assertThatThrownBy(
            () -> Tables.load(Tables.csv(Tables.categorical(Missing.ERROR, "tow"), "t.csv"), files))
        .hasMessage(
            "t.csv: data.categorical lists a column that is not there: \"tow\"; did you mean"
                + " \"town\"? The columns are \"town\", \"a\", \"size\", \"y\".");
    assertThatThrownBy(() -> Tables.load(Tables.csv(Tables.ignored("id"), "t.csv"), files))
        .hasMessageStartingWith("t.csv: data.ignore lists a column that is not there: \"id\"");
  }

  @Test
  void leavesIgnoredColumnsOut() throws Exception {
    PreparedData data =
        Tables.load(
            Tables.csv(Tables.ignored("town"), "t.csv"), new InMemory().with("t.csv", TABLE));
    assertThat(data.featureNames()).containsExactly("a", "size");
    assertThatThrownBy(
            () ->
                Tables.load(
                    Tables.csv(Tables.ignored("town", "a", "size"), "t.csv"),
                    new InMemory().with("t.csv", TABLE)))
        .hasMessage(
            "t.csv: data.ignore leaves no column besides the label \"y\". Keep at least one.");
  }

  @Test
  void refusesOneNumberWrittenInTwoWays() {
    var files = new InMemory().with("t.csv", TABLE.replace("2,9,q", "2,9.0,q"));
    assertThatThrownBy(() -> Tables.load(SOURCE, files))
        .hasMessageStartingWith(
            "t.csv: column \"size\": \"9\" and \"9.0\" are one number written in two ways");
  }

  @Test
  void refusesAColumnOfIdentifiers() {
    var table = new StringBuilder("id,y\n");
    for (int i = 0; i <= 10_000; i++) {
      table.append("x").append(i).append(i % 2 == 0 ? ",p\n" : ",q\n");
    }
    var source = Tables.csv(Tables.categorical(Missing.ERROR, "id"), "t.csv");
    assertThatThrownBy(() -> Tables.load(source, new InMemory().with("t.csv", table.toString())))
        .hasMessage(
            "t.csv: column \"id\" has more than 10000 categories, each of which would be an input."
                + " Leave it out (data.ignore), or group them.");
  }

  /** A hash that overlooks categories would let a sweep resume on other data. */
  @Test
  void theHashShowsCategories() throws Exception {
    String hash = load(Scale.NONE).contentHash();
    for (String other :
        new String[] {TABLE.replace("Ulm,1", "Bonn,1"), TABLE.replace("Ulm", "Rom")}) {
      assertThat(Tables.load(SOURCE, new InMemory().with("t.csv", other)).contentHash())
          .isNotEqualTo(hash);
    }
    assertThat(
            Tables.load(
                    Tables.csv(
                        new TableColumns(List.of("town"), List.of(), Missing.ERROR), "t.csv"),
                    new InMemory().with("t.csv", TABLE))
                .contentHash())
        .isNotEqualTo(hash);
  }
}
