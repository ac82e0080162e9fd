package sweep4j.worker.data;

/**
 * Data, and the rows that a network trained on them is measured on.
 *
 * @param scored the validation rows, or rows that are in no split of {@code data}
 */
public record Folded(PreparedData data, Subset scored) {}
