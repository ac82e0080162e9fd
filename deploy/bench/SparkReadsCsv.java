import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads the table of deploy/bench/read-csv with Spark SQL, and touches each of its values. */
public final class SparkReadsCsv {
  private static final int COLUMNS = 40;

  private SparkReadsCsv() {}

  /** FILE MASTER. */
  public static void main(String[] arguments) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .master(arguments[1])
            .config("spark.ui.enabled", false)
            .getOrCreate();
    StructType schema = new StructType();
    for (int column = 0; column < COLUMNS; column++) {
      schema = schema.add("c" + column, "float");
    }
    schema = schema.add("label", "int");
    // The session stands already, as it does for a sweep.
    long cpuBefore = cpuNanoseconds();
    long begin = System.nanoTime();
    String[] sums =
        IntStream.range(0, COLUMNS + 1)
            .mapToObj(each -> each == COLUMNS ? "sum(label)" : "sum(c" + each + ")")
            .toArray(String[]::new);
    spark
        .read()
        .schema(schema)
        .option("header", true)
        .csv(arguments[0])
        .selectExpr(sums)
        .collectAsList();
    double seconds = (System.nanoTime() - begin) / 1e9;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(each -> each.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(each -> each.getUsed())
            .sum();
    System.out.printf(
        Locale.ROOT,
        "RESULT %.2f %.0f %.2f %d -%n",
        seconds,
        Files.size(Path.of(arguments[0])) / 1e6 / seconds,
        (cpuNanoseconds() - cpuBefore) / 1e9,
        peak >> 20);
    spark.stop();
  }

  private static long cpuNanoseconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
