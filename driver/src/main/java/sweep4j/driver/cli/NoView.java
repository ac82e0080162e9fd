package sweep4j.driver.cli;

/** Shows nothing. */
final class NoView implements Progress.View {

  @Override
  public void update(Counts counts) {}

  @Override
  public void line(String text) {}

  @Override
  public void close() {}
}
