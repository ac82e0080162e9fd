package sweep4j.driver.config;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import sweep4j.trial.Resources;

/** Reads {@code resources}: a mapping with its settings, or {@code none}, which is the default. */
final class ResourcesSection {
  private static final String NONE = "none";

  private ResourcesSection() {}

  /** What the file {@code top} asks for, or null after a problem. */
  static @Nullable Resources read(Section top) {
    return top.read(Key.RESOURCES, Resources.none(), ResourcesSection::resources);
  }

  private static @Nullable Resources resources(Value value) {
    if (value.node() instanceof Node.Scalar scalar && scalar.text().equals(NONE)) {
      return Resources.none();
    }
    Section section = value.section(Key.RESOURCES.path(), "{gpu: ...} or " + NONE);
    return section == null
        ? null
        : section.read(Key.RESOURCES_GPU, Resources.none(), ResourcesSection::gpu);
  }

  private static @Nullable Resources gpu(Value value) {
    Double gpu = value.real(Resources.GPU_RULE);
    if (gpu != null && !Resources.isGpu(gpu)) {
      value.mustBe(Resources.GPU_RULE);
      return null;
    }
    return gpu == null ? null : new Resources(gpu);
  }

  /** The number as {@link #read} takes it. */
  static String text(Resources resources) {
    return BigDecimal.valueOf(resources.gpu()).stripTrailingZeros().toPlainString();
  }
}
