package sweep4j.bench.jmh;

import java.util.List;
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
import sweep4j.worker.device.NativeRuntime;

/** The matrix products of a step of training, and nothing else: what a step costs at least. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // by JMH
public class MatrixProducts {
  @Param({"784-128-10", "784-256-128-10", "784-512-256-10", "cnn-16x32"})
  public String network;

  @Param({"32", "128", "256"})
  public int batch;

  private List<Product> products;

  @Setup
  public void allocate() {
    NativeRuntime.ready();
    products = MeasuredNetwork.named(network).products(batch);
  }

  @Benchmark
  public void products() {
    products.forEach(Product::compute);
  }
}
