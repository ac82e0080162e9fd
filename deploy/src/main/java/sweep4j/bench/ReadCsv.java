package sweep4j.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;
import sweep4j.worker.data.SourceOpener;

/** Makes a large table, and reads it as a sweep does; see {@code deploy/bench/read-csv}. */
public final class ReadCsv {
  private static final int COLUMNS = 40;

  private ReadCsv() {}

  /** {@code make FILE BYTES} or {@code read FILE}. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[1]);
    if (arguments[0].equals("make")) {
      make(file, Long.parseLong(arguments[2]));
    } else {
      read(file);
    }
  }

  private static void make(Path file, long bytes) throws IOException {
    var random = new SplittableRandom(1);
    var line = new StringBuilder();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int column = 0; column < COLUMNS; column++) {
        line.append("c").append(column).append(',');
      }
      line.append("label\n");
      for (long written = 0; written < bytes; ) {
        byte[] text = line.toString().getBytes(StandardCharsets.US_ASCII);
        out.write(text);
        written += text.length;
        line.setLength(0);
        for (int column = 0; column < COLUMNS; column++) {
          line.append((float) (random.nextDouble() * 200 - 100)).append(',');
        }
        line.append(random.nextInt(10)).append('\n');
      }
    }
  }

  /** Everything that a sweep does before its first trial: splits, statistics and hash included. */
  private static void read(Path file) throws IOException, DataException {
    long begin = System.nanoTime();
    var settings =
        new DataSettings(
            new DataSource.Csv(file.toString(), "label"),
            Task.CLASSIFICATION,
            new HeldOut.Share(0.15),
            new HeldOut.Share(0.15),
            Scale.STANDARDIZE);
    PreparedData data = DataLoader.load(settings, 42, SourceOpener.local());
    double seconds = (System.nanoTime() - begin) / 1e9;
    long rows = data.training().examples().rows();
    System.out.printf(
        Locale.ROOT,
        "RESULT %.2f %.0f %.2f %d %d%n",
        seconds,
        Files.size(file) / 1e6 / seconds,
        cpuSeconds(),
        PeakHeap.mebibytes(),
        (rows * data.inputWidth() * Float.BYTES) >> 20);
  }

  /** Of the whole process, start included: what other work on the machine changes least. */
  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
