import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** csv|parquet FILE: the cells of a leaderboard as Spark SQL reads it, in the form of cells.py. */
public final class ReadsLeaderboard {

  private ReadsLeaderboard() {}

  public static void main(String[] arguments) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    Dataset<Row> table =
        arguments[0].equals("csv")
            ? spark
                .read()
                .option("header", true)
                .option("inferSchema", true)
                // Spark's own default is a backslash, which no other program writes.
                .option("escape", "\"")
                .csv(arguments[1])
            : spark.read().parquet(arguments[1]);
    String[] columns = table.columns();
    List<Row> rows = table.collectAsList();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.length; column++) {
        Object cell = rows.get(row).get(column);
        if (cell != null) {
          String text = cell instanceof Timestamp time ? time.toInstant().toString() : cell.toString();
          System.out.println(
              "CELL\t" + row + "\t" + columns[column] + "\t" + text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"));
        }
      }
    }
    spark.stop();
  }
}
