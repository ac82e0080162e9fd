package sweep4j.bench.jmh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sweep4j.trial.DataSettings;
import sweep4j.trial.DataSource;
import sweep4j.trial.HeldOut;
import sweep4j.trial.Hyperparameter;
import sweep4j.trial.Hyperparameters;
import sweep4j.trial.ParameterValue.Whole;
import sweep4j.trial.Scale;
import sweep4j.trial.Task;
import sweep4j.worker.data.Batch;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.MiniBatches;
import sweep4j.worker.data.SourceOpener;
import sweep4j.worker.device.NativeRuntime;

/**
 * Gathering, scaling and copying the rows of one mini-batch out of as many as MNIST has, held as
 * bytes; the shuffling of an epoch is shared out among its batches.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // by JMH
public class MiniBatchAssembly {
  private static final int ROWS = 60_000;
  private static final int HEAD_OF_IMAGES = 0x0803;
  private static final int HEAD_OF_LABELS = 0x0801;

  @Param({"32", "128", "256"})
  public int batch;

  private MiniBatches batches;
  private Iterator<Batch> epoch = Collections.emptyIterator();
  private long epochs;

  @Setup
  public void load() throws IOException, DataException {
    NativeRuntime.ready();
    Path folder = Files.createTempDirectory("sweep4j-jmh");
    Path images = folder.resolve("images");
    Path labels = folder.resolve("labels");
    try {
      write(images, labels);
      batches =
          DataLoader.load(
                  new DataSettings(
                      new DataSource.Idx(images.toString(), labels.toString()),
                      Task.CLASSIFICATION,
                      new HeldOut.Share(0.1),
                      new HeldOut.Share(0.1),
                      Scale.MIN_MAX),
                  1,
                  SourceOpener.local())
              .trainingBatches(
                  new Hyperparameters(Map.of(Hyperparameter.BATCH_SIZE, new Whole(batch))));
    } finally {
      Files.deleteIfExists(images);
      Files.deleteIfExists(labels);
      Files.delete(folder);
    }
  }

  private static void write(Path images, Path labels) throws IOException {
    var random = new SplittableRandom(1);
    byte[] pixels = new byte[ROWS * MeasuredNetwork.INPUTS];
    random.nextBytes(pixels);
    int side = MeasuredNetwork.SIDE;
    var head = ByteBuffer.allocate(16 + pixels.length);
    head.putInt(HEAD_OF_IMAGES).putInt(ROWS).putInt(side).putInt(side).put(pixels);
    Files.write(images, head.array());
    var answers = ByteBuffer.allocate(8 + ROWS);
    answers.putInt(HEAD_OF_LABELS).putInt(ROWS);
    for (int row = 0; row < ROWS; row++) {
      answers.put((byte) (row % MeasuredNetwork.OUTPUTS));
    }
    Files.write(labels, answers.array());
  }

  @Benchmark
  public int assemble() {
    if (!epoch.hasNext()) {
      epochs++;
      epoch = batches.shuffled(new SplittableRandom(epochs), new SplittableRandom(-epochs));
    }
    try (Batch assembled = epoch.next()) {
      return assembled.size();
    }
  }
}
