package sweep4j.bench.jmh;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.training.Network;

/** One step of training on a mini-batch that is there already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2) // Deeplearning4j is much code to compile
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // by JMH
public class TrainingIteration {
  /** Of digits that say nothing of the image: what can be learnt would leave gradients of zero. */
  private static final int BATCHES = 16;

  /** About as many pixels of MNIST are not black. */
  private static final double INK = 0.19;

  @Param({"784-128-10", "784-256-128-10", "784-512-256-10", "cnn-16x32"})
  public String network;

  @Param({"32", "128", "256"})
  public int batch;

  private List<DataSet> batches;
  private Network trained;
  private int next;

  @Setup
  public void makeBatches() {
    NativeRuntime.ready();
    var random = new SplittableRandom(1);
    batches = Stream.generate(() -> randomBatch(random)).limit(BATCHES).toList();
  }

  private DataSet randomBatch(SplittableRandom random) {
    float[] pixels = new float[batch * MeasuredNetwork.INPUTS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextDouble() < INK ? (float) random.nextDouble() : 0;
    }
    float[] digits = new float[batch * MeasuredNetwork.OUTPUTS];
    for (int i = 0; i < batch; i++) {
      digits[i * MeasuredNetwork.OUTPUTS + random.nextInt(MeasuredNetwork.OUTPUTS)] = 1;
    }
    return new DataSet(
        Nd4j.create(pixels, new long[] {batch, MeasuredNetwork.INPUTS}, 'c'),
        Nd4j.create(digits, new long[] {batch, MeasuredNetwork.OUTPUTS}, 'c'));
  }

  /** A fresh one each time: the weights of a network that was trained for long decay. */
  @Setup(Level.Iteration)
  public void makeNetwork() {
    trained = Network.of(MeasuredNetwork.named(network).configuration());
  }

  @TearDown(Level.Iteration)
  public void closeNetwork() {
    trained.close();
  }

  @Benchmark
  public void iteration() {
    DataSet of = batches.get(next++ % BATCHES);
    trained.fit(new DataSet(of.getFeatures(), of.getLabels()));
  }
}
