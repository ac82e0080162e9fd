package sweep4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which package may use which. A dependency that creeps in works for months, until the worker no
 * longer runs without Spark or a sampler knows of files.
 */
class ArchitectureTest {

  private static final String[] EVERYWHERE = {"java..", "org.jspecify.annotations"};

  /**
   * A line of the table.
   *
   * @param atLeast classes that the package has at the very least, nested ones included, so that a
   *     rule about a package that moved away does not pass for want of classes
   * @param mayUse packages besides itself, Java and the annotations of nullness
   */
  record Line(String name, int atLeast, List<String> mayUse) {

    ArchRule rule() {
      var allowed = PackageMatchers.of(Stream.concat(Stream.of(EVERYWHERE), allowed()).toList());
      return classes()
          .that()
          .resideInAPackage(name)
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.describe(
                  "are of " + name + " or of " + mayUse,
                  (JavaClass used) ->
                      used.getBaseComponentType().isPrimitive()
                          || allowed.test(used.getBaseComponentType().getPackageName())));
    }

    private Stream<String> allowed() {
      return Stream.concat(Stream.of(name), mayUse.stream());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Line line(String name, int atLeast, String... mayUse) {
    return new Line(name, atLeast, List.of(mayUse));
  }

  static List<Line> table() {
    return List.of(
        line("sweep4j.trial", 20),
        line(
            "sweep4j.worker.data",
            30,
            "sweep4j.trial",
            "org.nd4j..",
            "org.apache.parquet..",
            "shaded.parquet..",
            "javax.imageio..",
            "org.apache.commons.text.."),
        line("sweep4j.worker.model", 5, "sweep4j.trial", "org.deeplearning4j..", "org.nd4j.."),
        line(
            "sweep4j.worker.training",
            6,
            "org.slf4j",
            "sweep4j.trial",
            "sweep4j.worker.data",
            "sweep4j.worker.model",
            "sweep4j.worker.quick",
            "sweep4j.worker.device",
            "org.deeplearning4j..",
            "org.nd4j..",
            "org.apache.commons.math3.."),
        line("sweep4j.worker.quick", 12, "org.deeplearning4j..", "org.nd4j..", "org.bytedeco.."),
        line("sweep4j.worker.device", 1, "org.nd4j..", "org.bytedeco.."),
        line(
            "sweep4j.driver.config",
            25,
            "sweep4j.driver.space",
            "sweep4j.driver.search",
            "sweep4j.trial",
            "com.fasterxml.jackson..",
            "org.apache.commons.text.."),
        line("sweep4j.driver.space", 10, "sweep4j.trial"),
        line(
            "sweep4j.driver.search",
            15,
            "sweep4j.driver.space",
            "sweep4j.trial",
            "org.apache.commons.math3.."),
        line(
            "sweep4j.driver.study",
            10,
            "sweep4j.driver.search",
            "sweep4j.driver.space",
            "sweep4j.trial",
            "com.fasterxml.jackson.."),
        line("sweep4j.driver.confirm", 8, "sweep4j.trial", "org.apache.commons.math3.."),
        line("sweep4j.driver.ensemble", 8, "sweep4j.trial", "com.fasterxml.jackson.."),
        line(
            "sweep4j.driver.spark",
            7,
            "org.slf4j",
            "sweep4j.driver.hadoop",
            "sweep4j.driver.study",
            "sweep4j.trial",
            "sweep4j.worker.data",
            "sweep4j.worker.device",
            "sweep4j.worker.training",
            "org.apache.spark..",
            "org.apache.hadoop.conf",
            "org.apache.hadoop.util",
            "org.deeplearning4j..",
            "org.nd4j..",
            "scala.."),
        line(
            "sweep4j.driver.hadoop",
            10,
            "sweep4j.driver.study",
            "sweep4j.worker.data",
            "org.apache.hadoop..",
            "org.apache.spark.deploy"),
        line(
            "sweep4j.driver.export",
            8,
            "sweep4j.driver.config",
            "sweep4j.driver.leaderboard",
            "sweep4j.driver.space",
            "sweep4j.trial",
            "com.fasterxml.jackson..",
            "org.apache.hadoop.conf",
            "org.apache.parquet.."),
        line(
            "sweep4j.driver.draft",
            5,
            "sweep4j.driver.config",
            "sweep4j.trial",
            "sweep4j.worker.data"),
        line(
            "sweep4j.driver.prediction",
            5,
            "sweep4j.driver.leaderboard",
            "sweep4j.trial",
            "sweep4j.worker.data",
            "sweep4j.worker.training",
            "org.apache.commons.csv"),
        line("sweep4j.driver.importance", 6),
        line(
            "sweep4j.driver.report",
            10,
            "sweep4j.driver.config",
            "sweep4j.driver.importance",
            "sweep4j.driver.leaderboard",
            "sweep4j.driver.search",
            "sweep4j.driver.space",
            "sweep4j.driver.standings",
            "sweep4j.driver.study",
            "sweep4j.trial",
            "com.fasterxml.jackson..",
            "org.apache.commons.text.."),
        line(
            "sweep4j.driver.standings",
            2,
            "sweep4j.driver.config",
            "sweep4j.driver.confirm",
            "sweep4j.driver.leaderboard",
            "sweep4j.driver.study",
            "sweep4j.trial"),
        line(
            "sweep4j.driver.leaderboard",
            5,
            "sweep4j.driver.confirm",
            "sweep4j.trial",
            "org.apache.commons.csv"),
        line("sweep4j.driver.watch", 3, "com.sun.net.httpserver"),
        line(
            "sweep4j.driver.cli",
            18,
            "sweep4j.driver..",
            "sweep4j.trial",
            "sweep4j.worker.data",
            "sweep4j.worker.model",
            "sweep4j.worker.training",
            "picocli"));
  }

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("sweep4j");

  @ParameterizedTest
  @MethodSource("table")
  void aPackageUsesOnlyWhatItMay(Line line) {
    line.rule().check(PRODUCT);
  }

  @Test
  void packagesDoNotNeedEachOtherInACircle() {
    noCircles("sweep4j").check(PRODUCT);
  }

  private static ArchRule noCircles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyPackageOfTheTableWasSeen(Line line) {
    assertThat(PRODUCT.stream().filter(each -> each.getPackageName().equals(line.name())))
        .hasSizeGreaterThanOrEqualTo(line.atLeast());
  }

  @Test
  void bothModulesWereSeen() {
    assertThat(PRODUCT).hasSizeGreaterThan(200);
  }

  /** A new package must not escape for want of a line. */
  @Test
  void everyPackageIsInTheTable() {
    assertThat(PRODUCT.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .isSubsetOf(table().stream().map(Line::name).toList());
  }

  /** A clock that is set back would make a trial's time negative, and a limit of it endless. */
  @Test
  void timeIsNotReadOffTheClockOnTheWall() {
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(PRODUCT);
    // Those say when something began or was written, for people.
    noClasses()
        .that()
        .haveNameNotMatching(
            "sweep4j\\.(worker\\.training\\.WatchedTrials|driver\\.cli\\.(SweepRun|ReportFile))")
        .should()
        .callMethod(Instant.class, "now")
        .check(PRODUCT);
  }

  /** A description alone leaves a stage with the name of the job before. */
  @Test
  void jobsOfSparkAreNamedInOnePlace() {
    assertThat(PRODUCT.stream().filter(ArchitectureTest::namesJobs).map(JavaClass::getSimpleName))
        .containsExactly("JobName");
  }

  private static boolean namesJobs(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(JavaSparkContext.class)
                    && call.getName().startsWith("setJob"));
  }

  /** A rule that nothing can break would pass for ever. */
  @Test
  void aBrokenRuleIsFound() {
    JavaClasses wrong = new ClassFileImporter().importPackages("sweep4j.fixture");

    assertThat(line("sweep4j.fixture", 1).rule().evaluate(wrong).getFailureReport().getDetails())
        .anyMatch(each -> each.contains("BreaksTheTable") && each.contains("SparkConf"));
    assertThat(line("sweep4j.fixture", 1, "org.apache.spark..").rule().evaluate(wrong))
        .matches(result -> !result.hasViolation());
    assertThat(noCircles("sweep4j.fixture").evaluate(wrong))
        .matches(result -> result.hasViolation());
  }
}
