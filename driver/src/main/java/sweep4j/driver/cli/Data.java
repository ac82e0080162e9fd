package sweep4j.driver.cli;

import sweep4j.driver.config.SweepDefinition;
import sweep4j.driver.spark.HadoopFiles;
import sweep4j.worker.data.DataException;
import sweep4j.worker.data.DataLoader;
import sweep4j.worker.data.PreparedData;

/** Reads a sweep's data, so that what is wrong with them is said before anything starts. */
final class Data {

  private Data() {}

  static PreparedData load(SweepDefinition sweep) throws DataException, BadInput {
    PreparedData data = DataLoader.load(sweep.data(), sweep.seed(), HadoopFiles.opener());
    EnsembleData.checkSize(sweep, data);
    return data;
  }
}
