package sweep4j.laboratory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the laboratory may use: a simulation that starts Spark or trains is none. */
class LaboratoryArchitectureTest {

  private static final String[] BASE = {
    "java..", "org.jspecify.annotations", "sweep4j.trial", "sweep4j.driver.space"
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("sweep4j.laboratory");

  private static void onlyUses(String name, String... mayUse) {
    assertThat(CLASSES.stream().filter(each -> each.getPackageName().equals(name)))
        .as("classes of " + name)
        .hasSizeGreaterThanOrEqualTo(5);
    classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(join(name, mayUse))
        .check(CLASSES);
  }

  private static String[] join(String name, String... mayUse) {
    var all = new ArrayList<>(List.of(BASE));
    all.add(name);
    all.addAll(List.of(mayUse));
    return all.toArray(String[]::new);
  }

  @Test
  void eachPackageUsesOnlyWhatItMay() {
    onlyUses(
        "sweep4j.laboratory.problem",
        "sweep4j.driver.config",
        "sweep4j.driver.search",
        "sweep4j.driver.study");
    onlyUses(
        "sweep4j.laboratory.simulation",
        "sweep4j.driver.search",
        "sweep4j.driver.study",
        "sweep4j.laboratory.problem");
    onlyUses(
        "sweep4j.laboratory.report",
        "sweep4j.laboratory.problem",
        "sweep4j.laboratory.simulation",
        "org.apache.commons.math3..");
    onlyUses("sweep4j.laboratory", "sweep4j.laboratory..", "sweep4j.driver.search", "picocli");
  }

  /** A rule that nothing can break would pass for ever. */
  @Test
  void aBrokenRuleIsFound() {
    var rule =
        noClasses()
            .that()
            .resideInAPackage("sweep4j.laboratory.simulation")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("sweep4j.driver.study");

    assertThatThrownBy(() -> rule.check(CLASSES)).isInstanceOf(AssertionError.class);
  }
}
