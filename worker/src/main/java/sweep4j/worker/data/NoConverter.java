package sweep4j.worker.data;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;

/** Stands where Parquet expects whole rows to be built; values are taken from columns instead. */
final class NoConverter extends GroupConverter {
  private final GroupType schema;

  NoConverter(GroupType schema) {
    this.schema = schema;
  }

  @Override
  public Converter getConverter(int field) {
    return schema.getType(field).isPrimitive()
        ? new PrimitiveConverter() {}
        : new NoConverter(schema.getType(field).asGroupType());
  }

  @Override
  public void start() {}

  @Override
  public void end() {}
}
