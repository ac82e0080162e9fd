package sweep4j.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import sweep4j.worker.device.NativeRuntime;
import sweep4j.worker.model.NetworkConfiguration.Chain;

/** Prevents a heap that fills with what a gradient would need, where images are only scored. */
class PoolingMemoryTest {

  @BeforeAll
  static void prepareThread() {
    NativeRuntime.ready();
  }

  @Test
  void scoringRemembersNothingOfEachImage() {
    int size = 64;
    var configuration =
        new NeuralNetConfiguration.Builder()
            .list()
            .inputPreProcessor(0, new FeedForwardToCnnPreProcessor(size, size, 1))
            .layer(
                new SubsamplingLayer.Builder(PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                    .build())
            .layer(new OutputLayer.Builder(new LossMCXENT()).nOut(2).build())
            .setInputType(InputType.convolutionalFlat(size, size, 1))
            .build();
    int images = 1024;
    int pixels = size * size;
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Network network = Network.of(new Chain(configuration));
        INDArray few = Nd4j.ones(DataType.FLOAT, 2, pixels);
        INDArray many = Nd4j.ones(DataType.FLOAT, images, pixels)) {
      network.output(few).close();
      long before = threads.getCurrentThreadAllocatedBytes();
      network.output(many).close();
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      // An index for each pooled value would be 4 MiB.
      assertThat(allocated).isLessThan((long) images * pixels / 4);
    }
  }
}
