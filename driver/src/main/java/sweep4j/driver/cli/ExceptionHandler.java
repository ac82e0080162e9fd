package sweep4j.driver.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import sweep4j.driver.config.SweepFileException;
import sweep4j.driver.spark.SparkStartException;
import sweep4j.driver.study.JournalException;
import sweep4j.driver.study.UnfitExecutorException;
import sweep4j.trial.Printable;
import sweep4j.worker.data.DataException;

/** Bad input ends in its message alone; a stack is for what we did not foresee. */
final class ExceptionHandler implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult arguments) {
    var err = command.getErr();
    if (exception instanceof SweepFileException
        || exception instanceof DataException
        || exception instanceof JournalException
        || exception instanceof SparkStartException
        || exception instanceof BadInput) {
      err.println(words(exception));
      return ExitStatus.BAD_INPUT;
    }
    if (exception instanceof InterruptedException) {
      return ExitStatus.INTERRUPTED;
    }
    if (exception instanceof RunBroke) {
      err.println(words(exception));
      Throwable cause = exception.getCause();
      if (cause != null
          && !(cause instanceof IOException)
          && !(cause instanceof UnfitExecutorException)) {
        cause.printStackTrace(err);
      }
    } else if (exception instanceof IOException) {
      err.println(exception.getClass().getSimpleName() + ": " + words(exception));
    } else {
      exception.printStackTrace(err);
    }
    return ExitStatus.BROKEN;
  }

  /** It may quote what a file holds. */
  private static String words(Exception exception) {
    return Printable.lines(String.valueOf(exception.getMessage()));
  }
}
