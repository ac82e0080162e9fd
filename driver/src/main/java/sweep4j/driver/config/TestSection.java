package sweep4j.driver.config;

import org.jspecify.annotations.Nullable;

/** Reads {@code test}: how many of the best trials are scored on the test split. */
final class TestSection {

  private TestSection() {}

  /** The plan of the file {@code top}, or null after a problem. */
  static @Nullable TestPlan read(Section top) {
    return top.read(Key.TEST, TestPlan.usual(), TestSection::plan);
  }

  private static @Nullable TestPlan plan(Value value) {
    Section section =
        value.section(Key.TEST.path(), "{top: ...} (the rows to test on are data.test)");
    if (section == null) {
      return null;
    }
    Integer top =
        section.read(Key.TEST_TOP, TestPlan.usual().top(), given -> given.count(1, TestPlan.MOST));
    return top == null ? null : new TestPlan(top);
  }
}
